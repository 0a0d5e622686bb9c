#!/bin/sh
# Brings the build tools that are missing, each once. Called by the Makefile; prints nothing when all is there.
set -eu

. tools/versions.env
TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/alongside/tools"

stop() { echo "alongside: $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null 2>&1 || stop "$1 is missing. $2"; }

# cargo_tool BINARY VERSION PACKAGE HOW-LONG [--locked]
cargo_tool() {
  binary=$1 version=$2 name=$3 takes=$4
  shift 4
  root="$TOOLS/$binary-$version"
  [ -x "$root/bin/$binary" ] && return
  mkdir -p "$root"
  if command -v cargo-binstall >/dev/null 2>&1; then
    echo "Fetching $name $version, prebuilt."
    cargo binstall --no-confirm --quiet --root "$root" "$name@$version" && return
  fi
  echo "Compiling $name $version, once. This takes $takes."
  cargo install --quiet --root "$root" "$@" "$name@$version" \
    || stop "$name $version could not be installed. Check that this machine can reach the package registry."
}

chromium_and_brotli() {
  command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium."
    apt-get install -y -qq chromium chromium-headless-shell brotli >/dev/null && return
  fi
  stop "chromium is missing. Install it (sudo apt-get install chromium) or name yours in CHROMIUM."
}

case "${1:-build}" in
  build)
    need cargo "Install Rust: see rustup.rs"
    need node "Install Node 20 or newer."
    need npm "Install npm, it comes with Node."
    [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || stop "Node 20 or newer is needed, this is $(node -v)."
    if command -v rustup >/dev/null 2>&1; then
      rustup target list --installed | grep -q '^wasm32-unknown-unknown$' || rustup target add wasm32-unknown-unknown
    fi
    # Without --locked: its lock file names a dependency that was withdrawn.
    cargo_tool wasm-bindgen "$WASM_BINDGEN_VERSION" wasm-bindgen-cli "about 3 minutes"
    cargo_tool wasm-split-cli "$WASM_SPLIT_VERSION" wasm_split_cli_support "about 2 minutes" --locked --features build-binary
    cargo_tool trunk "$TRUNK_VERSION" trunk "about 11 minutes" --locked
    ;;
  browser) chromium_and_brotli ;;
esac
