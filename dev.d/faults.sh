arguments=()
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h)
      cat <<'TEXT'
Usage: ./dev faults [--seed TEXT] [--only NAME] [--short]
       ./dev faults --load [--rate N] [--seconds N]

Accepts offers at a real postlude-server on a real SQLite file while everything goes wrong: double
clicks, a hundred requests at once, lost answers, a gateway that is late, kills at every step, a
locked or full database, wrong clocks. Prints how many runs each kind made, how many were charged,
lost and doubled, and in how many every client ended in the state that the books show; fails when
anything is charged twice, lost or seen differently.
  --seed TEXT   another set of runs; the same text makes the same runs
  --only NAME   kinds whose name has NAME in it
  --short       a few runs of each kind, as ./dev test makes them
  --load        instead: accepts at a steady rate, how long they took, and SIGTERM under load
TEXT
      exit 0
      ;;
    --seed | --only | --rate | --seconds)
      arguments+=("$1" "${2:?$1 takes a value}")
      shift
      ;;
    --short | --load) arguments+=("$1") ;;
    *) fail "faults takes no \"$1\"; see ./dev faults --help" ;;
  esac
  shift
done

. dev.d/install.sh
. dev.d/toolchain.sh
install_debian "${BUILD_PACKAGES[@]}" sqlite3 util-linux
install_npm
native release postlude-server
export POSTLUDE_BIN="$ROOT/build/release/bin"
setsid node --import ./tests/support/typescript.mjs tests/server/faults/run.ts \
  ${arguments[@]+"${arguments[@]}"} &
STEP_PID=$!
wait "$STEP_PID"
