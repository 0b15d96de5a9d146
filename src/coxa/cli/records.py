"""The person's own records, opened for a command: Django is loaded here and only here."""

from __future__ import annotations

from datetime import datetime

from coxa.app.storage import Storage


def open_records() -> Storage:
    """The records in ``COXA_HOME``, brought up to date (with a backup) if need be."""
    from coxa.site.start import start

    start()
    from coxa.site.storage import DjangoStorage

    return DjangoStorage()


def local_now() -> datetime:
    """Now, with this machine's time zone."""
    return datetime.now().astimezone()
