#!/bin/sh
# Writes requirements.lock anew from pyproject.toml: run-time and development packages and those of the extra `charts`,
# pinned, with the hashes of every file of each, for all supported Pythons and platforms at once.
#
# Settings of this machine (extra indexes, folders of wheels) are kept out: the lock has to hold for others.
set -eu
cd "$(dirname "$0")/.."

uv="build/lock/bin/uv"
if [ ! -x "$uv" ]; then
    "$(sh scripts/find_python.sh)" -m venv build/lock
    build/lock/bin/python -m pip install --quiet --disable-pip-version-check --no-input uv==0.13.9
fi
for setting in $(env | sed -n 's/^\(UV_[A-Z_]*\)=.*/\1/p'); do
    unset "$setting"
done

{
    echo "# Every package that the project runs on and is developed with, pinned; written by \`make lock\`."
    "$uv" pip compile pyproject.toml --extra dev --extra charts --universal --python-version 3.12 --generate-hashes \
        --upgrade --no-config --no-header --no-emit-index-url --no-emit-find-links --system-certs --quiet
} >requirements.lock.new
mv requirements.lock.new requirements.lock
echo "requirements.lock pins $(grep -c '==' requirements.lock) packages."
