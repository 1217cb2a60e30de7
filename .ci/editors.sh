#!/bin/sh
# Asks the YAML language server, which editors use, about rule files. Used by the Makefile:
# "make editors".
set -eu

cd "$(dirname "$0")/.."
BIN=$PWD/${VENV:-.venv}/bin

sh .ci/node.sh editors "The YAML language server"
VAKPAD_EDITORS=1 "$BIN/python" -m pytest tests/editors/test_language_server.py
