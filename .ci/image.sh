#!/bin/sh
# Tries the Dockerfile where no container engine is at hand: executes its steps in a root filesystem
# made by debootstrap, and runs what comes out (tests/image). If something is missing, says what.
# Used by the Makefile: "make image-check". With --possible it only tells whether it could be done.
set -eu

cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
missing=""
install=""
lacks() { missing="$missing${missing:+, }$1"; }

has() { command -v "$1" >/dev/null 2>&1 || { lacks "$1" && install="$install $2"; }; }

if [ "$(id -u)" != 0 ]; then
    lacks "root (sudo make image-check)"
elif ! unshare --mount --pid --net --ipc --uts --fork true >/dev/null 2>&1; then
    lacks "the right to make namespaces, which a container often does not have"
fi
has debootstrap debootstrap
has unshare util-linux
has nsenter util-linux
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    lacks "Python 3.11 or newer (make image-check PYTHON=python3.12)"

if [ -n "$missing" ]; then
    echo "The image cannot be checked here. Missing: $missing." >&2
    [ -z "$install" ] || echo "Type: apt-get install -y$install" >&2
    exit 1
fi
[ "${1:-}" != --possible ] || exit 0

export PYTHONPATH=tests PYTHONDONTWRITEBYTECODE=1
exec "$PYTHON" -m image.check "$@"
