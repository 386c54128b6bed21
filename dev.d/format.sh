case "${1:-}" in
  "") ;;
  --help | -h)
    cat <<'TEXT'
Usage: ./dev format

Rewrites C++ by clang-format (.clang-format) and everything else by Prettier (.prettierrc).
./dev test only checks this.
TEXT
    exit 0
    ;;
  *) fail "format takes no \"$1\"; see ./dev format --help" ;;
esac

. dev.d/install.sh
. dev.d/sources.sh
install_debian "${LINT_PACKAGES[@]}"
install_npm
mapfile -t files < <(cpp_files)
plain "clang-format (${#files[@]} files)" clang-format -i "${files[@]}"
plain "prettier" prettier --write --log-level warn .
