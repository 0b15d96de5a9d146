"""Sentences of the room ``safety``."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
