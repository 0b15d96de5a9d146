"""Sentences of the room ``coach``."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
