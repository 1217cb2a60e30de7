#!/bin/sh
# Checks what must be on the machine before an environment can be made: Python 3.11 or newer with
# venv, pip and headers, and a C compiler. If something is missing, says what and prints the one
# line to type.
set -eu

PYTHON=${1:-python3}
missing=""
lacks() { missing="$missing${missing:+, }$1"; }

answers() { "$PYTHON" -c "$1" >/dev/null 2>&1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

if ! new_enough "$PYTHON"; then
    for other in python3.13 python3.12 python3.11; do
        if new_enough "$other"; then
            echo "$PYTHON is not Python 3.11 or newer, but $other is. Type:" >&2
            echo "  make PYTHON=$other" >&2
            exit 1
        fi
    done
    lacks "Python 3.11 or newer"
else
    # Debian ships venv without ensurepip, and then fails halfway.
    answers 'import venv, ensurepip' || lacks "Python's venv"
    compiler=${CC:-$("$PYTHON" -c 'import sysconfig; print(sysconfig.get_config_var("CC") or "cc")')}
    include=$("$PYTHON" -c 'import sysconfig; print(sysconfig.get_path("include"))')
    # Only the first word is the command; flags may follow.
    if ! command -v "${compiler%% *}" >/dev/null 2>&1; then
        lacks "the C compiler ${compiler%% *}"
        [ -f "$include/Python.h" ] || lacks "Python's headers"
    elif ! echo '#include <Python.h>' | $compiler -I "$include" -E - >/dev/null 2>&1; then
        # Python.h includes the C library's headers, so those are checked as well.
        lacks "Python's headers"
    fi
fi

[ -n "$missing" ] || exit 0

# A Python with a version in its name has its packages under that name (python3.12-venv).
name=$(basename "$PYTHON")
case $name in python3*) ;; *) name=python3 ;; esac
if [ "$(id -u)" = 0 ]; then sudo=""; else sudo="sudo "; fi
if command -v dnf >/dev/null 2>&1; then
    line="${sudo}dnf install -y $name $name-devel gcc make"
elif command -v apk >/dev/null 2>&1; then
    line="${sudo}apk add python3 python3-dev gcc musl-dev make"
else
    line="${sudo}apt-get install -y $name $name-venv $name-dev gcc make"
fi
echo "Missing: $missing. Type:" >&2
echo "  $line" >&2
exit 1
