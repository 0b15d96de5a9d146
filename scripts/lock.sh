#!/usr/bin/env bash
# Pins every dependency group with hashes, and without the name of any host, below requirements/.
# Usage: scripts/lock.sh PYTHON   (a Python that has uv; `make lock` sees to that)
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    "$1" -m uv pip compile --quiet --no-config --generate-hashes --no-emit-index-url \
        --no-emit-find-links --universal --python-version 3.11 \
        --custom-compile-command "make lock" --constraints requirements/constraints.txt \
        "${@:2}"
}

compile "$1" pyproject.toml --group dev --output-file requirements/dev.lock
# What a user runs is what the tests ran: the same versions, fewer packages.
compile "$1" pyproject.toml --group build --constraints requirements/dev.lock \
    --output-file requirements/run.lock
compile "$1" --group pyproject.toml:node --output-file requirements/node.lock
compile "$1" --group pyproject.toml:fuzz --output-file requirements/fuzz.lock
# numpy is the one that coxa has already; the others are for pictures and files that nobody needs here.
compile "$1" --group pyproject.toml:body --constraints requirements/dev.lock \
    --no-emit-package numpy --no-emit-package absl-py --no-emit-package etils \
    --no-emit-package fsspec --no-emit-package pyopengl --no-emit-package typing-extensions \
    --no-emit-package websockets --no-emit-package zipp --output-file requirements/body.lock
# As far as both need the same package, the oracle runs beside the app with the app's version.
compile "$1" --group pyproject.toml:oracle --constraints requirements/dev.lock \
    --output-file requirements/oracle.lock
