#!/bin/sh
# Checks the description of the API with Spectral. Used by the Makefile: "make spectral".
set -eu

cd "$(dirname "$0")/.."
BIN=$PWD/${VENV:-.venv}/bin

sh .ci/node.sh spectral Spectral
description=$(mktemp)
trap 'rm -f "$description"' EXIT
"$BIN/python" .ci/spectral/description.py >"$description"
.ci/spectral/node_modules/.bin/spectral lint "$description" \
    --ruleset .ci/spectral/ruleset.yaml --fail-severity=hint
