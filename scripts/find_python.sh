#!/bin/sh
# Prints the path of a Python that the project can be set up with, or says what is missing and how to get it.
#
# Looks on PATH, in pyenv's versions and at uv's, and asks each what it is: a pyenv shim is there for every version that
# was ever installed, but refuses to run those that are not selected, so a name alone proves nothing.
set -eu

# The versions that requirements.lock has wheels for, best first: the tests are run on 3.13 and 3.12.
supported="3.13 3.12 3.14"

probe='
import os, sys, sysconfig
executable = getattr(sys, "_base_executable", "") or sys.executable
version = "%d.%d" % sys.version_info[:2]
lacks = []
if sys.version_info >= (3, 12):
    for name in ("ensurepip", "sqlite3", "ssl", "venv", "zlib"):
        try:
            __import__(name)
        except ImportError:
            lacks.append(name)
    if sys.implementation.name != "cpython":
        lacks.append("CPython (it is %s)" % sys.implementation.name)
    if sys.version_info[3] != "final":
        lacks.append("a final release (it is %s)" % sys.version_info[3])
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        lacks.append("the GIL (it is a free-threaded build)")
print("|".join((version, executable, ", ".join(lacks))))
'

path_folders() {
    printf '%s\n' "$PATH" | tr ':' '\n'
}

pyenv_roots() {
    printf '%s\n' "${PYENV_ROOT:-}" "${HOME:-}/.pyenv"
    # HOME may be another than the one pyenv was installed under: its folders on PATH tell where it is.
    path_folders | sed -n -e 's:/shims/*$::p' -e 's:/bin/*$::p'
}

candidates() {
    path_folders | while IFS= read -r folder; do
        for name in python3 python python3.12 python3.13 python3.14; do
            printf '%s\n' "$folder/$name"
        done
    done
    pyenv_roots | while IFS= read -r root; do
        for python in "$root"/versions/*/bin/python3; do
            printf '%s\n' "$python"
        done
    done
    if command -v uv >/dev/null 2>&1; then
        for version in $supported; do
            uv python find --no-project --no-python-downloads "$version" 2>/dev/null || true
        done
    fi
}

found=$(
    candidates | while IFS= read -r candidate; do
        if [ -f "$candidate" ] && [ -x "$candidate" ]; then
            "$candidate" -I -c "$probe" </dev/null 2>/dev/null || true
        fi
    done | sort -u
)

for version in $supported; do
    usable=$(printf '%s\n' "$found" | sed -n "s:^$version|\(.*\)|\$:\1:p" | head -n 1)
    if [ -n "$usable" ]; then
        printf '%s\n' "$usable"
        exit 0
    fi
done

{
    echo "No Python that aide-mémoire can use was found: it needs CPython 3.12, 3.13 or 3.14."
    if [ -n "$found" ]; then
        echo "Found on PATH, in pyenv and in uv:"
        printf '%s\n' "$found" | sed -e 's:^\([^|]*\)|\([^|]*\)|$:  \1  \2:' -e 's:^\([^|]*\)|\([^|]*\)|\(.*\)$:  \1  \2  lacks \3:'
    fi
    echo "Any one of these gives you one; then run the same command again:"
    echo "  uv python install 3.13"
    echo "  pyenv install 3.13"
    echo "  apt-get install python3.13 python3.13-venv   (Debian 13; Ubuntu 24.04 has python3.12 and python3.12-venv)"
    echo "  brew install python@3.13                     (macOS)"
} >&2
exit 1
