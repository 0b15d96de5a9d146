#!/usr/bin/env bash
# Gets what the rig draws with: the CC0 body data (47 MB, checked) and, as root on Debian, software
# OpenGL. Usage: scripts/rig_parts.sh PYTHON. What cannot be had makes the rig's tests skip, visibly.
set -euo pipefail
cd "$(dirname "$0")/.."

"$1" -c 'from rig.body_data import wheel; wheel()' ||
    echo "The body data could not be fetched: the tests that pose or draw the rig's body are skipped." >&2

if ! "$1" -c 'import ctypes; ctypes.CDLL("libEGL.so.1")' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing software OpenGL for the rig ..."
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            libegl1 libgl1-mesa-dri >/dev/null || true
    else
        echo "No EGL here (Debian: libegl1 libgl1-mesa-dri): the tests that draw are skipped." >&2
    fi
fi
