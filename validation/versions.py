"""What the figures were made with: code, ground, packages, day."""

from __future__ import annotations

import hashlib
import platform
import subprocess
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from validation.ground import Recording

ROOT = Path(__file__).parent.parent
MEASURING = ("src/coxa", "rig", "requirements", ":(glob)validation/*.py")
"""Whatever differs here from the commit is told."""


def commit() -> str:
    """The commit that is checked out, and whether the code differs from it."""
    try:
        name = _git("rev-parse", "--short=10", "HEAD")
        changed = _git("status", "--porcelain", "--", *MEASURING)
    except (OSError, subprocess.CalledProcessError):
        return "not in a git repository"
    return f"{name}, with changes that are not committed" if changed else name


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def fingerprint(recordings: Sequence[Recording]) -> str:
    """The same for the same scenes, truths and derivations, on any machine."""
    digest = hashlib.sha256()
    for recording in recordings:
        scene, changed = recording.scene.to_dict(), sorted(recording.derived.items())
        digest.update(f"{scene} {changed} {sorted(recording.truth_deg.items())}".encode())
    return digest.hexdigest()[:16]


def sizes(part: str) -> str:
    """How many recordings the ground declares for a part, and from which seed."""
    declared = tomllib.loads((ROOT / "rig/ground/sizes.toml").read_text("utf-8"))["recordings"]
    return f"{declared[part]} rendered from seed {declared['seed']}"


def packages() -> str:
    """Versions that a figure could depend on."""
    named = ("numpy", "opencv-python-headless", "ai-edge-litert")
    found = ", ".join(f"{name} {version(name)}" for name in named)
    return f"Python {platform.python_version()}, {found}"


def today() -> str:
    """The day, by universal time."""
    return datetime.now(UTC).strftime("%Y-%m-%d")
