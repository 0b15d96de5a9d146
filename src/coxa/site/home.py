"""The data folder of the one person: where it is, what lies in it, and who may read it."""

from __future__ import annotations

import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
PACKS = "packs"
"""Folder of the person's own exercise packs; made by whoever puts one there."""


def home_path() -> Path:
    """``COXA_HOME``, or the place where this system keeps a program's data."""
    told = os.environ.get("COXA_HOME")
    if told:
        return Path(told).expanduser().resolve()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "coxa"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "coxa"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "coxa"


@dataclass(frozen=True)
class Home:
    """The data folder and the places in it."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "coxa.sqlite3"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    @property
    def uploads(self) -> Path:
        """Videos on their way to being read; each is deleted once read."""
        return self.path / "uploads"

    @property
    def recordings(self) -> Path:
        """Landmarks of kept measurements, so that readings can be computed again."""
        return self.path / "recordings"

    @property
    def pictures(self) -> Path:
        """Pictures that the person asked to keep."""
        return self.path / "pictures"

    @property
    def folders(self) -> tuple[Path, ...]:
        return (self.path, self.backups, self.uploads, self.recordings, self.pictures)

    def prepare(self) -> None:
        """Make the folders that are missing, readable by their owner alone."""
        for folder in self.folders:
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            folder.chmod(PRIVATE_FOLDER)

    def secret_key(self) -> str:
        """The key that signs cookies: made once, kept beside the records."""
        file = self.path / "secret-key"
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        except FileExistsError:
            return file.read_text(encoding="ascii")
        key = secrets.token_urlsafe(48)
        with os.fdopen(descriptor, "w", encoding="ascii") as handle:
            handle.write(key)
        return key


def home() -> Home:
    """The data folder, ready for use."""
    place = Home(home_path())
    place.prepare()
    return place
