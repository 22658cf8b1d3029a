#!/bin/sh
# Makes .venv: the packages of requirements.lock, each checked by its hash, then the project itself, editable.
#
# What was installed is written down in the folder, so that a second run does nothing and a change of the lock, of
# pyproject.toml or of the place of the folder is noticed.
set -eu
cd "$(dirname "$0")/.."

# What the packages were installed for; a virtual environment that was copied or moved still points to the old place.
packages="$(pwd -P) $(cksum <requirements.lock)"
project="$(cksum <pyproject.toml)"

same() {
    [ -f ".venv/$1" ] && [ "$(cat ".venv/$1")" = "$2" ]
}

if ! same packages "$packages" || ! .venv/bin/python -c '' 2>/dev/null; then
    python=$(sh scripts/find_python.sh)
    echo "Setting up .venv with $("$python" --version) and the packages of requirements.lock; this takes a minute or two, once."
    rm -rf .venv
    "$python" -m venv .venv
    # Only wheels, since a package built from source would fetch what builds it without a pin; and only what the lock
    # lists, which is complete.
    if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --only-binary :all: --no-deps --require-hashes -r requirements.lock; then
        echo "The packages of requirements.lock could not be installed (see above)." >&2
        echo "They come from the package index that pip is configured for: check that it can be reached, then run the same command again." >&2
        exit 1
    fi
    printf '%s\n' "$packages" >.venv/packages
fi

if ! same project "$project"; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-index \
        --no-deps --no-build-isolation --editable .
    printf '%s\n' "$project" >.venv/project
fi
