#!/bin/sh
# Checks the description of the API with Spectral. Used by the Makefile: "make spectral".
set -eu

cd "$(dirname "$0")/.."
BIN=$PWD/${VENV:-.venv}/bin

for command in node npm; do
    if ! command -v "$command" >/dev/null 2>&1; then
        echo "Spectral runs on Node.js, and there is no $command here. Install Node.js 20 or newer" \
            "(on Debian: apt-get install nodejs npm) and type again: make spectral" >&2
        exit 1
    fi
done

# Again only when its lock has changed.
installed=.ci/spectral/node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ .ci/spectral/package-lock.json -nt "$installed" ]; then
    npm --prefix .ci/spectral ci --loglevel=error
fi

description=$(mktemp)
trap 'rm -f "$description"' EXIT
"$BIN/python" .ci/spectral/description.py >"$description"
.ci/spectral/node_modules/.bin/spectral lint "$description" \
    --ruleset .ci/spectral/ruleset.yaml --fail-severity=hint
