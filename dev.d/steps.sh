# Steps: one line each with the elapsed time; output is kept in a file and shown when a step fails.

LOG_DIR="$ROOT/build/log"
STEP_PID=""
PASSED=0

# Prints the processes of a step: its session, whatever groups they made themselves.
step_processes() {
  local file line rest
  for file in /proc/[0-9]*/stat; do
    { read -r line <"$file"; } 2>/dev/null || continue
    read -r -a rest <<<"${line##*) }"
    if [ "${rest[3]}" = "$STEP_PID" ] && [ "${rest[0]}" != Z ]; then echo "${line%% *}"; fi
  done
}

# Ends what is left of the running step: politely, then by force.
end_step() {
  local left
  [ -n "$STEP_PID" ] || return 0
  left="$(step_processes)"
  [ -n "$left" ] || return 0
  # A stopped process would keep the signal for later. (The list is split on purpose.)
  kill -TERM $left 2>/dev/null || true
  kill -CONT $left 2>/dev/null || true
  for _ in $(seq 50); do
    left="$(step_processes)"
    [ -n "$left" ] || return 0
    sleep 0.1
  done
  kill -KILL $left 2>/dev/null || true
}
# A second signal while leaving must not leave what the first one began to end.
leave() {
  trap '' INT TERM HUP
  end_step
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Seconds since the epoch, in tenths.
now_tenths() {
  local now="${EPOCHREALTIME/,/.}"
  echo "$((${now%.*} * 10 + 10#${now#*.} / 100000))"
}

elapsed() {
  local tenths=$(($(now_tenths) - $1))
  printf '%d.%d s' $((tenths / 10)) $((tenths % 10))
}

fail() {
  echo "./dev: $*" >&2
  exit 1
}

# step NAME COMMAND...: runs a command in a process group of its own. Its output is in $STEP_LOG.
step() {
  local name="$1" start status=0
  shift
  mkdir -p "$LOG_DIR"
  STEP_LOG="$LOG_DIR/$(tr -c 'a-zA-Z0-9\n' '-' <<<"$name").log"
  start="$(now_tenths)"
  printf '%-46s' "$name"
  setsid "$@" >"$STEP_LOG" 2>&1 </dev/null &
  STEP_PID=$!
  wait "$STEP_PID" || status=$?
  end_step
  STEP_PID=""
  if [ "$status" -ne 0 ]; then
    printf 'FAILED after %s\n\n' "$(elapsed "$start")"
    tail -n 120 "$STEP_LOG"
    # What matters may stand far above the end.
    printf '\nfirst signs of trouble:\n'
    grep -n -m 8 -E 'error[: ]|Error:|FAILED|✖|not ok' "$STEP_LOG" | cut -c1-300 || true
    printf '\n./dev: "%s" failed (%s); all of its output: %s\n' "$name" "$status" "${STEP_LOG#"$ROOT"/}" >&2
    [ "${COUNT_TESTS:-}" = yes ] && echo "$PASSED passed, 1 failed"
    exit 1
  fi
  printf 'ok %10s' "$(elapsed "$start")"
  [ "${STEP_COUNT:-}" = none ] && printf '\n'
  return 0
}

# plain NAME COMMAND...: a step in which no tests are counted.
plain() {
  STEP_COUNT=none step "$@"
}

# checked NAME COMMAND...: a step that is one test itself.
checked() {
  step "$@"
  count_more 1
}

# counted NAME COUNTER COMMAND...: a test run; COUNTER prints how many tests the log says passed.
counted() {
  local name="$1" counter="$2" count
  shift 2
  step "$name" "$@"
  count="$("$counter" "$STEP_LOG")"
  [ "$count" -gt 0 ] || fail "\"$name\" ran no test"
  count_more "$count"
}

count_more() {
  PASSED=$((PASSED + $1))
  if [ "$1" -eq 1 ]; then printf '\n'; else printf '   %s passed\n' "$1"; fi
}

# GoogleTest's own counts where a program prints them, one for a program that does not (ctest -V).
count_ctest() {
  awk '
    /\[  PASSED  \] [0-9]+ test/ { for (i = 1; i < NF; i++) if ($i == "PASSED") sum += $(i + 2) }
    /^ *[0-9]+\/[0-9]+ Test +#.* Passed / { programs++ }
    /\[==========\] Running/ { suites++ }
    END { print sum + (programs > suites ? programs - suites : 0) }' "$1"
}

count_node() {
  awk '$2 == "pass" { sum += $3 } END { print sum + 0 }' "$1"
}
