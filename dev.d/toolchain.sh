# Environment of the compilers: the Emscripten that is used, and ccache where there is one.

JOBS="$(nproc)"

# use_emscripten: a newer emsdk where its environment is set, else Debian's.
use_emscripten() {
  if [ -n "${EMSDK:-}" ]; then
    export EMSCRIPTEN_ROOT="$EMSDK/upstream/emscripten"
    return
  fi
  # Its scripts are for Debian's own Python; another one on the PATH may be slow to start.
  export EMSCRIPTEN_ROOT=/usr/share/emscripten EMSDK_PYTHON=/usr/bin/python3
  # Optimised links look for acorn there.
  export NODE_PATH=/usr/share/nodejs
  # Debian's library cache is frozen; one of our own, of links to it, may grow the LTO variants.
  export EM_FROZEN_CACHE="" EM_CACHE="$ROOT/build/emscripten-cache"
  if [ ! -d "$EM_CACHE" ]; then
    mkdir -p "$ROOT/build"
    cp -as "$EMSCRIPTEN_ROOT/cache" "$EM_CACHE.new"
    rm -f "$EM_CACHE.new/cache.lock"
    mv "$EM_CACHE.new" "$EM_CACHE"
  fi
}

# An empty cache of a machine that runs this once is not worth filling: a miss costs a third more.
ccache_pays() {
  command -v ccache >/dev/null || return 1
  [ -z "${CI:-}" ] || [ "$(ccache --print-stats | awk '$1 == "files_in_cache" { print $2 }')" -gt 0 ]
}

use_ccache() {
  if ccache_pays; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CMAKE_C_COMPILER_LAUNCHER=ccache
    export CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR="$ROOT"
  fi
}

# native PRESET [TARGET...]: configures and builds natively.
native() {
  local preset="$1" target=()
  shift
  [ $# -eq 0 ] || target=(--target "$@")
  use_ccache
  plain "configure ($preset)" cmake --preset "$preset"
  plain "compile ($preset)" cmake --build --preset "$preset" -j "$JOBS" ${target[@]+"${target[@]}"}
}

# web NATIVE_PRESET: links the modules and makes web/dist with the generator of that native build.
web() {
  use_ccache
  use_emscripten
  plain "configure (wasm)" cmake --preset wasm
  plain "compile (wasm)" cmake --build --preset wasm -j "$JOBS"
  plain "bundle web/dist" node web/build.mjs --native "build/$1/bin"
}
