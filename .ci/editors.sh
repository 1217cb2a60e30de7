#!/bin/sh
# Asks the YAML language server, which editors use, about rule files. Used by the Makefile:
# "make editors".
set -eu

cd "$(dirname "$0")/.."
BIN=$PWD/${VENV:-.venv}/bin

for command in node npm; do
    if ! command -v "$command" >/dev/null 2>&1; then
        echo "The YAML language server runs on Node.js, and there is no $command here. Install" \
            "Node.js 20 or newer (on Debian: apt-get install nodejs npm) and type again:" \
            "make editors" >&2
        exit 1
    fi
done

# Again only when its lock has changed.
installed=.ci/editors/node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ .ci/editors/package-lock.json -nt "$installed" ]; then
    npm --prefix .ci/editors ci --loglevel=error
fi

VAKPAD_EDITORS=1 "$BIN/python" -m pytest tests/editors/test_language_server.py
