# What the commands need and how it gets here. Nothing is installed twice.

# To build everything and run the shop.
BUILD_PACKAGES=(
  binaryen ccache cmake emscripten g++ libbenchmark-dev libcli11-dev libcpp-httplib-dev libgtest-dev
  libicu-dev libjwt-dev libkainjow-mustache-dev librapidcheck-dev libspdlog-dev libsqlite3-dev
  libssl-dev ninja-build nlohmann-json3-dev pkg-config
)
# To check sources, as clang compiles them.
LINT_PACKAGES=(clang clang-format clang-tidy git)
# To test: clang's sanitizers, three browsers, fonts of the languages that are shown, and
# libraries of host pages.
TEST_PACKAGES=(
  chromium firefox-esr fonts-noto-cjk fonts-noto-core libclang-rt-14-dev libjs-bootstrap5
  libjs-mootools libjs-prototype locales sqlite3 util-linux webkit2gtk-driver xvfb
)

# install_debian PACKAGE...: asks apt only when something is missing.
install_debian() {
  command -v dpkg-query >/dev/null || {
    echo "Not a Debian system: expecting to find these already: $*"
    return
  }
  local have package missing=() root=()
  have=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
    awk '$1 == "installed" { print $2 }' | tr '\n' ' ') "
  for package in "$@"; do
    [[ "$have" == *" $package "* ]] || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "run as root, or install sudo or these: ${missing[*]}"
    sudo -v || fail "sudo refused; these are missing: ${missing[*]}"
    root=(sudo -n)
  fi
  plain "refresh the list of Debian packages" "${root[@]}" apt-get update -q
  plain "install ${#missing[@]} Debian packages" "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

need_node() {
  command -v node >/dev/null || fail "Node 20.19 or later is needed and was not found"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node 20.19 or later is needed, this is $(node --version)"
}

# install_npm: npm ci, only when the lock or Node changed since the last time.
install_npm() {
  need_node
  local stamp=node_modules/.postlude-lock wanted
  wanted="$(cat package-lock.json <(node --version) | sha256sum)"
  [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  plain "install npm packages" npm ci --no-audit --no-fund
  echo "$wanted" >"$stamp"
}
