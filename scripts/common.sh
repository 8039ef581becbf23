# Shared by the scripts: where the project is, and how to install what is missing on Debian.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

# install_debian PACKAGE...: as root, or by sudo where there is one.
install_debian() {
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install by hand: $*" >&2
    exit 1
  fi
  local prefix=()
  [ "$(id -u)" -eq 0 ] || prefix=(sudo)
  "${prefix[@]}" apt-get update -qq
  "${prefix[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# What the library needs beyond Swift: libyaml for YAML, zlib and expat for workbooks and text documents.
need_libraries() {
  if [ "$(uname)" = Darwin ]; then
    # zlib and expat are part of the system.
    command -v brew >/dev/null 2>&1 && { brew list libyaml >/dev/null 2>&1 || brew install libyaml; }
    return
  fi
  local missing=()
  [ -f /usr/include/yaml.h ] || missing+=(libyaml-dev)
  [ -f /usr/include/zlib.h ] || missing+=(zlib1g-dev)
  [ -f /usr/include/expat.h ] || missing+=(libexpat1-dev)
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]} …"
    install_debian "${missing[@]}"
  fi
}

need_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    echo "Swift 6.2 or later is needed: see swift.org/install." >&2
    exit 1
  fi
}

# The program as it is installed and measured. Types are named where they are used, and not looked up by their names in each run:
# that takes a tenth of a short one.
build_program=(
  swift build -c release --static-swift-stdlib --product maturity --scratch-path .build-static --quiet
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
)
