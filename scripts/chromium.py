"""Finds the Chromium that the browser tests drive; ``--install`` gets one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PLAYWRIGHT_CACHES = (".cache/ms-playwright", "Library/Caches/ms-playwright")
PLAYWRIGHT_BINARIES = ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*")


def find_chromium() -> Path | None:
    """The browser named by ``COXA_CHROMIUM``, else one on the PATH, else Playwright's own."""
    named = os.environ.get("COXA_CHROMIUM")
    if named:
        return Path(named)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    for cache in PLAYWRIGHT_CACHES:
        for binary in PLAYWRIGHT_BINARIES:
            builds = sorted((Path.home() / cache).glob(f"chromium-*/{binary}"))
            if builds:
                return builds[-1]
    return None


def install_chromium() -> None:
    """Get one from Debian (as root), else let Playwright try its own download."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(install, check=False, env=quiet, stdout=subprocess.DEVNULL)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main(arguments: list[str]) -> int:
    """Print the browser's path; 1 when there is none."""
    if find_chromium() is None and "--install" in arguments:
        print("No Chromium found for the browser tests; getting one ...")
        install_chromium()
    found = find_chromium()
    if found is None:
        print(
            "The browser tests need Chromium, and none could be found or installed. Install it "
            "(Debian: sudo apt install chromium) or name it in COXA_CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    print(f"Browser for the tests: {found}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
