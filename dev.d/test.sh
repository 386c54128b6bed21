case "${1:-}" in
  "") ;;
  --help | -h)
    cat <<'TEXT'
Usage: ./dev test

Everything that continuous integration runs; stops at the first failure and shows its output.
  style, types, eslint, the OpenAPI contract, clang-tidy on core and bindings
  native tests with address and undefined-behaviour sanitizers
  the generated protocol, the web build, size budgets, package checks
  Node tests: scripts, modules under WebAssembly, the backend against its contract
  conformance on payloads from elsewhere, where ../shared/data is there
  browser tests in Chromium, Firefox and WebKitGTK

To run one part by hand after that:
  ctest --test-dir build/debug -R offer --output-on-failure
  node --import ./tests/support/typescript.mjs --test tests/web/NAME.test.mjs
  POSTLUDE_ENGINES=chromium node --import ./tests/support/typescript.mjs --test tests/browser/NAME.test.mjs
TEXT
    exit 0
    ;;
  *) fail "test takes no \"$1\"; see ./dev test --help" ;;
esac

. dev.d/install.sh
. dev.d/toolchain.sh
. dev.d/sources.sh
. dev.d/checks.sh

COUNT_TESTS=yes
began="$(now_tenths)"
export POSTLUDE_BIN="$ROOT/build/debug/bin"
# Freed memory and left stack frames come back after some megabytes, not hundreds: much of a server's time
# would go into pages that it touches for the first time.
export ASAN_OPTIONS=strict_string_checks=1:detect_stack_use_after_return=1:max_uar_stack_size_log=16
ASAN_OPTIONS+=:quarantine_size_mb=8:thread_local_quarantine_size_kb=256:malloc_context_size=8
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1

# native_tests NAME CTEST-OPTION...: the test programs that ctest's options choose.
native_tests() {
  local name="$1"
  shift
  counted "$name" count_ctest \
    ctest --test-dir build/debug --verbose --no-tests=error -j "$JOBS" "$@"
}

# node_tests NAME JOBS FILE...: files run by Node's own test runner.
node_tests() {
  local name="$1" jobs="$2"
  shift 2
  counted "$name" count_node node --import ./tests/support/typescript.mjs --test \
    --test-reporter=spec --test-concurrency="$jobs" --test-timeout=1800000 "$@"
}

install_debian "${BUILD_PACKAGES[@]}" "${LINT_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
install_npm

check_format
check_scripts
check_contract

native debug
checked "generated protocol is current" \
  build/debug/bin/postlude_emit_protocol --check web/src/protocol.gen.ts
native_tests "native tests (ASan, UBSan)" --label-exclude conformance
native_tests "conformance, native" --label-regex conformance
sed -n 's/^[0-9]*: *\(.*skipped:.*\)/  \1/p' "$STEP_LOG" | sort -u
# The other sources have their turn in ./dev lint: they would take many times as long.
check_cpp build/debug 'core/app/*.cpp' 'core/output/*.cpp' 'core/session.cpp'

web debug
checked "size budgets" node dev.d/check-sizes.mjs
sed 's/^/  /' "$STEP_LOG"
checked "package: publint" publint --strict web
checked "package: types by attw" sh -c 'cd web && attw --pack .'

node_tests "scripts and modules (Node)" "$JOBS" tests/web/*.test.*
node_tests "backend against its contract" "$JOBS" tests/server/*.test.* tests/conformance/*.test.*
node_tests "browsers: Chromium, Firefox, WebKitGTK" 3 tests/browser/engines/{chromium,firefox,webkit}.mjs

echo
echo "whole run: $(elapsed "$began")"
echo "$PASSED passed, 0 failed"
