#!/bin/sh
# Measures the engine beside others, roadmaps, explanations, checks and the endpoint: in an
# environment of its own, so that the engines it compares with are nowhere else. Used by the
# Makefile: "make bench".
set -eu

cd "$(dirname "$0")/.."
VENV=.venv-bench
export VENV

sh .ci/environment.sh
# A new environment has none of the peers, and it is made anew whenever a lock changes.
if [ ! -e "$VENV/.peers" ]; then
    PIP_DISABLE_PIP_VERSION_CHECK=1 "$VENV/bin/python" -m pip -qq install --no-deps \
        --require-hashes --requirement requirements/bench.txt
    touch "$VENV/.peers"
fi

export PYTHONPATH=tests
for each in ${*:-engines roadmaps explaining checks endpoint}; do
    if [ "$each" = endpoint ] && ! command -v wrk >/dev/null 2>&1; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "Installing the load generator wrk."
            (apt-get update && apt-get install --yes wrk) >/dev/null 2>&1 </dev/null || true
        fi
    fi
    "$VENV/bin/python" "tests/bench/$each.py"
done
