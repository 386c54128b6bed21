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
# Nothing is built, so there is no precompiled header to read.
plain "configure (lint)" cmake --preset debug -B build/lint -DPOSTLUDE_PRECOMPILE=OFF
check_cpp build/lint 'core/*.cpp' 'bindings/*.cpp' 'demo/*.cpp'
