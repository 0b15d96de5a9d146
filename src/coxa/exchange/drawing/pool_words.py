"""The words for what a share says of a person's training."""

from __future__ import annotations

from coxa.evidence import SharedGain
from coxa.exchange.drawing.words import Words


def family_words(one: SharedGain, words: Words) -> str:
    """The kinds of exercise, the main one first; empty where none is known."""
    return ", ".join(words(f"pool_name_{family.value}") for family in one.families)


def deficit_words(one: SharedGain, words: Words) -> str:
    """How far short the hip began; empty where it is not known."""
    return words(f"pool_name_{one.starting_deficit.value}") if one.starting_deficit else ""
