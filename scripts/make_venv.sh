#!/usr/bin/env bash
# Makes the virtual environment. Usage: scripts/make_venv.sh FOLDER [PYTHON]
# Without PYTHON the newest python3 of at least 3.11 on the PATH is taken.
set -euo pipefail
folder=$1
python=${2:-}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

newest_python() {
    local name
    for name in python3.14 python3.13 python3.12 python3.11 python3 python; do
        if command -v "$name" >/dev/null && new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    echo "coxa needs Python 3.11 or newer, and none was found on this machine." >&2
    echo "Install one, or name it: make run PYTHON=/path/to/python3" >&2
    return 1
}

[ -n "$python" ] || python=$(newest_python)
if ! new_enough "$python"; then
    echo "$python is not Python 3.11 or newer; choose another: make run PYTHON=/path/to/python3" >&2
    exit 1
fi

# Debian keeps the part that puts pip into an environment in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing python3-venv, which Debian keeps apart from Python ..."
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "$python cannot make environments: its venv module is not complete." >&2
        echo "On Debian or Ubuntu: sudo apt install python3-venv, then run make again." >&2
        exit 1
    fi
fi

echo "Making the environment in $folder with $("$python" --version) ..."
"$python" -m venv "$folder"
