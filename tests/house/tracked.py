"""The text files that git keeps: what the tests of the house look through."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def tracked_files(*patterns: str) -> list[Path]:
    """Files known to git that still exist, those matching ``patterns`` or all."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def tracked_texts(*patterns: str) -> dict[str, str]:
    """Path within the repository to content, of the tracked files that are text."""
    texts = {}
    for path in tracked_files(*patterns):
        content = path.read_bytes()
        if b"\0" not in content:
            texts[path.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return texts
