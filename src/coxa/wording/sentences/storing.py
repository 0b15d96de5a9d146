"""Sentences of the room ``storing``."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
