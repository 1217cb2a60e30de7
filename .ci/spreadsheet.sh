#!/bin/sh
# Opens and saves tables of rules in a real spreadsheet program, and compares the rules and what
# is told about them.
# Used by the Makefile: "make spreadsheet".
set -eu

cd "$(dirname "$0")/.."
VENV=${VENV:-.venv}

if ! command -v soffice >/dev/null 2>&1 && ! command -v libreoffice >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing LibreOffice Calc: a few minutes."
        (apt-get update && apt-get install --yes --no-install-recommends \
            libreoffice-calc-nogui) >/dev/null 2>&1 </dev/null || true
    fi
fi
PYTHONPATH=tests "$VENV/bin/python" -m spreadsheet
