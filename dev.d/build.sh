case "${1:-}" in
  "") ;;
  --help | -h)
    cat <<'TEXT'
Usage: ./dev build

Builds what is shipped:
  build/release/bin/postlude          the core at a shell prompt
  build/release/bin/postlude-server   the reference backend
  web/dist/                           loader, runtime, modules, styles, words, types

Uses the emsdk whose environment is set (EMSDK), else Debian's Emscripten; ccache where installed.
TEXT
    exit 0
    ;;
  *) fail "build takes no \"$1\"; see ./dev build --help" ;;
esac

. dev.d/install.sh
. dev.d/toolchain.sh
install_debian "${BUILD_PACKAGES[@]}"
install_npm
native release postlude postlude-server postlude_emit_protocol
web release
cat "$STEP_LOG"
