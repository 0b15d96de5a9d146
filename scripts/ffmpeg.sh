#!/usr/bin/env bash
# Makes sure that ffmpeg is here, which films and derives the rig's recordings: by root on Debian it
# is installed, elsewhere it is asked for.
set -euo pipefail

if ! command -v ffmpeg >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing ffmpeg for the rig ..."
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ffmpeg >/dev/null
    else
        echo "ffmpeg is missing (Debian: apt-get install ffmpeg). Install it and try again." >&2
        exit 1
    fi
fi
