"""Sentences of the room ``programme``."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
