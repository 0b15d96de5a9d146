"""The Django project: storage on models, pages, API. Importing this package loads no Django."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coxa.app.storage import Storage

__all__ = ["open_storage", "serve"]


def open_storage() -> Storage:
    """The records in this person's data folder, brought up to date (with a backup) first."""
    from coxa.site.start import start
    from coxa.site.storage import DjangoStorage

    start()
    return DjangoStorage()


def serve(host: str = "127.0.0.1", port: int = 8765, open_browser: bool = False) -> None:
    """Run the app until it is interrupted. See :func:`coxa.site.serve.serve`."""
    from coxa.site.serve import serve as run

    run(host, port, open_browser)
