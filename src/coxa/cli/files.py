"""Files that commands write: whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def require_folder(file: Path) -> None:
    """Stop before any work when ``file`` could not be written in the end. Raises OSError."""
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file.parent))
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))


def write_whole(file: Path, content: bytes) -> None:
    """Write ``file`` in one step, so that an older one is never left half overwritten."""
    require_folder(file)
    unfinished = file.with_name(f".{file.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
