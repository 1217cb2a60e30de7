#!/bin/sh
# Locks requirements/*.in again, for every supported Python at once. Keeps the versions that are
# locked already, unless UPGRADE=1. Used by the Makefile: "make lock".
set -eu

cd "$(dirname "$0")/../requirements"
PYTHON=${PYTHON:-python3}

# uv is needed only here, so it gets an environment of its own that is thrown away.
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
"$PYTHON" -m venv "$temporary"
"$temporary/bin/python" -m pip -qq install uv

# No index in the locks: where packages come from is for pip's own settings to say.
lock() {
    name=$1
    shift
    "$temporary/bin/uv" pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" ${UPGRADE:+--upgrade} "$@" \
        --output-file "$name.txt" "$name.in"
}

# In this order: a later lock keeps to the versions of the earlier ones.
lock service
lock build
lock development
lock bench
lock durable --no-deps
