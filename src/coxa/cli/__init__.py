"""``coxa …``: the terminal's way in, a command per file, each loaded only when it is used."""

from __future__ import annotations

from coxa.cli.group import main

__all__ = ["main"]
