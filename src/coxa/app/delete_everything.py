"""Delete all records and every file that was made from them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from coxa.app.storage import Storage


def delete_everything(storage: Storage, folders: Iterable[Path]) -> None:
    """Empty the store and the given folders (recordings, pictures, uploads, backups).

    The folders stay, so that the app goes on; what was in them cannot be brought back.
    """
    storage.delete_everything()
    for folder in folders:
        for entry in folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
