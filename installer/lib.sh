# shellcheck shell=bash
# Shared by installer/check and installer/demo; sourced, not run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
export LC_ALL=C.UTF-8
JOBS=$(nproc)

say() { printf '\n== %s\n' "$*"; }

fail() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# The packages of the given groups, one a line.
packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 !~ /^#/ && $2 == group { print $1 }' installer/packages.txt
    done
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs what is missing of the packages of the given groups; nothing else, and asks nothing.
ensure_packages() {
    local missing=() name as_root=()
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        fail "This script installs Debian packages, and this system has no apt-get.
On another system install what installer/packages.txt names, then: cmake --preset release"
    fi
    for name in $(packages_of "$@"); do
        is_installed "$name" || missing+=("$name")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        say "Packages: all there"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "Packages are missing, and only root may install them. As root:
  apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    say "Packages: installing ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y --no-install-recommends install "${missing[@]}"
}

# configure PRESET [CMake arguments]
configure() {
    local preset=$1
    shift
    cmake --preset "$preset" "$@"
}

# build PRESET [build arguments]
build() {
    local preset=$1
    shift
    cmake --build --preset "$preset" --parallel "$JOBS" "$@"
}

# The program of that name in the folder of a preset, or nothing.
program_of() {
    find "build/$1/app" -type f -perm -u+x -name "$2" -print -quit 2>/dev/null || true
}
