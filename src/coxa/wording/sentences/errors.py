"""Sentences for errors that any room may raise."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "invalid_record": (
        "This does not fit: {where}: {problem}. Nothing was saved and nothing is lost; "
        "correct it and try again."
    ),
}
