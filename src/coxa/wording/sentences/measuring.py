"""Sentences of the room ``measuring``."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
