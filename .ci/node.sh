#!/bin/sh
# Installs what one target needs of Node.js, as .ci/TARGET/package-lock.json has it:
#   sh .ci/node.sh TARGET "What runs on Node.js"
set -eu

cd "$(dirname "$0")/.."
target=$1
what=$2

for command in node npm; do
    if ! command -v "$command" >/dev/null 2>&1; then
        echo "$what runs on Node.js, and there is no $command here. Install Node.js 20 or newer" \
            "(on Debian: apt-get install nodejs npm) and type again: make $target" >&2
        exit 1
    fi
done

# Again only when its lock has changed.
installed=.ci/$target/node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ ".ci/$target/package-lock.json" -nt "$installed" ]; then
    npm --prefix ".ci/$target" ci --loglevel=error
fi
