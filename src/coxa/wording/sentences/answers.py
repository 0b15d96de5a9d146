"""Sentences of the answer: verdicts and what they rest on."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "verdict_improved": "turns further",
    "verdict_improved_meaningfully": "turns clearly further",
    "verdict_no_meaningful_change": "no clear change",
    "verdict_worse": "turns less far",
    "verdict_cannot_tell": "cannot tell yet",
}
