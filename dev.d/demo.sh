port=8080
host=127.0.0.1
fresh=no
replay=
extra=()
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h)
      cat <<'TEXT'
Usage: ./dev demo [--port N] [--host ADDRESS] [--fresh] [--replay FILE] [-- SERVER OPTIONS]

Builds what is needed, starts the shop and prints its address; Ctrl-C stops it.
  --port N         listen on port N (8080; the next free one when it is taken)
  --host ADDRESS   listen on this address (127.0.0.1: this machine only)
  --fresh          forget the orders of earlier runs (build/demo/postlude.db)
  --replay FILE    play a tracking service's payload into a new order, scan by scan
  -- OPTIONS       handed to postlude-server (see build/release/bin/postlude-server --help)
TEXT
      exit 0
      ;;
    --port)
      port="${2:?--port takes a number}"
      shift
      ;;
    --host)
      host="${2:?--host takes an address}"
      shift
      ;;
    --fresh) fresh=yes ;;
    --replay)
      replay="${2:?--replay takes a file}"
      [ -r "$replay" ] || fail "cannot read $replay"
      shift
      ;;
    --)
      shift
      extra=("$@")
      break
      ;;
    *) fail "demo takes no \"$1\"; see ./dev demo --help" ;;
  esac
  shift
done

. dev.d/install.sh
. dev.d/toolchain.sh
install_debian "${BUILD_PACKAGES[@]}"
install_npm
native release postlude-server postlude_emit_protocol ${replay:+postlude}
web release

port="$(node -e '
  const net = require("node:net");
  const attempt = (port, left) => {
    const server = net.createServer();
    server.once("error", () => (left ? attempt(port + 1, left - 1) : process.exit(1)));
    server.listen(port, process.argv[2], () => server.close(() => console.log(port)));
  };
  attempt(Number(process.argv[1]), 20);' "$port" "$host")" || fail "no free port from $port on"

mkdir -p build/demo
[ "$fresh" = no ] || rm -f build/demo/postlude.db build/demo/postlude.db-wal build/demo/postlude.db-shm

setsid build/release/bin/postlude-server --host "$host" --port "$port" --db build/demo/postlude.db \
  ${extra[@]+"${extra[@]}"} &
STEP_PID=$!
for _ in $(seq 100); do
  kill -0 "$STEP_PID" 2>/dev/null || fail "the server did not start"
  node -e 'fetch(process.argv[1]).then(() => process.exit(0), () => process.exit(1))' \
    "http://$host:$port/" && break
  sleep 0.1
done
printf '\nThe shop is open: http://%s:%s/   (Ctrl-C closes it)\n\n' "$host" "$port"
trap 'exit 0' INT TERM
[ -z "$replay" ] ||
  build/release/bin/postlude replay --to "http://$host:$port" --every 2s "$replay" || true
wait "$STEP_PID"
