#!/bin/sh
# Makes the environment in $VENV with $PYTHON, or does nothing when it is up to date.
# Used by the Makefile: "make environment".
set -eu

cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
VENV=${VENV:-.venv}
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

sh .ci/prerequisites.sh "$PYTHON"

# The environment depends on the locks, on the Python, on where it stands (its scripts contain
# that path) and on how it is made. pyproject.toml matters only to the project's own install.
fingerprint() { cat "$@" | cksum; }
interpreter=$("$PYTHON" -c 'import sys; print(sys.version, sys.base_prefix)')
# In an activated environment $PYTHON may be the very one that is about to be removed.
PYTHON=$("$PYTHON" -c 'import sys; print(getattr(sys, "_base_executable", sys.executable))')
wanted="$interpreter $PWD $VENV $(fingerprint requirements/*.txt .ci/environment.sh)"
wanted_project=$(fingerprint pyproject.toml)

# Quiet enough to hide warnings; errors still show.
install() { "$VENV/bin/python" -m pip -qq install "$@"; }

if [ "$(cat "$VENV/.made-from" 2>/dev/null)" != "$wanted" ]; then
    echo "Making the environment in $VENV: about a minute."
    rm -rf "$VENV"
    "$PYTHON" -m venv "$VENV"

    install --require-hashes --requirement requirements/build.txt
    # durable_rules is built apart. --no-deps: it asks for a Redis client and a web server that
    # its C module does not use. --no-cache-dir: a cached build may come from before the setting
    # below. Python 3.13 removed PyEval_CallObject; without the setting, pip reports success and
    # the import fails.
    if "$VENV/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 13))'; then
        export CPPFLAGS="${CPPFLAGS:-} -DPyEval_CallObject=PyObject_CallObject"
    fi
    install --no-deps --no-build-isolation --no-cache-dir --require-hashes \
        --requirement requirements/durable.txt
    if ! "$VENV/bin/python" -c 'import durable_rules_engine'; then
        echo "durable_rules was built, but its C module cannot be imported by $PYTHON" \
            "(the reason is in the line above). Vakpad is tested on Python 3.11, 3.12 and 3.13:" \
            "type, with one of those:" >&2
        echo "  make PYTHON=python3.12" >&2
        exit 1
    fi
    install --require-hashes --requirement requirements/service.txt \
        --requirement requirements/development.txt
    printf '%s\n' "$wanted" >"$VENV/.made-from"
fi

if [ "$(cat "$VENV/.project-made-from" 2>/dev/null)" != "$wanted_project" ]; then
    install --no-deps --no-build-isolation --editable .
    # An editable install copies the rules too, to where nothing reads them. A copy that silently
    # falls behind the rules in the checkout is a trap, so it goes.
    rm -rf "$VENV"/lib/python3*/site-packages/service
    printf '%s\n' "$wanted_project" >"$VENV/.project-made-from"
fi
