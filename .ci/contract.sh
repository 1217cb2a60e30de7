#!/bin/sh
# Serves the shipped rulebook on a free port, and lets schemathesis ask it thousands of things.
# Used by the Makefile: "make contract". CASES is how many per operation; another SEED, others.
set -eu

cd "$(dirname "$0")/.."
BIN=$PWD/${VENV:-.venv}/bin
CASES=${CASES:-300}
SEED=${SEED:-1}
PORT=$("$BIN/python" -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
export PORT PYTHONPATH=tests

log=$(mktemp)
"$BIN/vakpad" serve >"$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -f "$log"' EXIT

if ! "$BIN/schemathesis" --config-file tests/contract/schemathesis.toml \
    run "http://127.0.0.1:$PORT/openapi.json" --wait-for-schema 60 \
    --max-examples "$CASES" --seed "$SEED"; then
    echo "To see it again: SEED=$SEED CASES=$CASES make contract" >&2
    grep -a 'level=error' "$log" >&2 || true
    exit 1
fi
