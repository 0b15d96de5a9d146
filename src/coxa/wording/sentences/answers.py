"""Sentences of the answer: verdicts and what they rest on."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
