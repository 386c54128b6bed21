arguments=()
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h)
      cat <<'TEXT'
Usage: ./dev bench [--json FILE] [--only PART]...

Builds the same widgets with Postlude, Preact, Lit, React, Svelte and plain DOM, measures them in one run
in Chromium, and prints medians side by side; then native throughput (Google Benchmark).
  --json FILE   also write the figures
  --only PART   measure that part alone: steady (an open page), long (a list of 1,000 scans),
                cold (a first visit), wire, server; several when given several times
TEXT
      exit 0
      ;;
    --json)
      arguments+=(--json "${2:?--json takes a file}")
      shift
      ;;
    --only)
      arguments+=(--only "${2:?--only takes a part}")
      shift
      ;;
    *) fail "bench takes no \"$1\"; see ./dev bench --help" ;;
  esac
  shift
done

. dev.d/install.sh
. dev.d/toolchain.sh
install_debian "${BUILD_PACKAGES[@]}" chromium fonts-noto-core
install_npm
native release postlude postlude-server postlude_emit_protocol postlude_core_bench
web release
setsid node tests/bench/run.mjs ${arguments[@]+"${arguments[@]}"} &
STEP_PID=$!
wait "$STEP_PID"
