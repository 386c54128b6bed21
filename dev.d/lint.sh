case "${1:-}" in
  "") ;;
  --help | -h)
    cat <<'TEXT'
Usage: ./dev lint

Static checks only: style (clang-format, Prettier), eslint, the OpenAPI contract, clang-tidy
on core, bindings and the backend.
TEXT
    exit 0
    ;;
  *) fail "lint takes no \"$1\"; see ./dev lint --help" ;;
esac

. dev.d/install.sh
. dev.d/toolchain.sh
. dev.d/sources.sh
. dev.d/checks.sh
install_debian "${BUILD_PACKAGES[@]}" "${LINT_PACKAGES[@]}"
install_npm
check_format
check_scripts
check_contract
use_ccache
plain "configure (debug)" cmake --preset debug
check_cpp 'core/*.cpp' 'bindings/*.cpp' 'demo/*.cpp'
