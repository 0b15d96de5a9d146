"""Which exercises a person's plan takes in turn: open, within reach, the article's own first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from coxa.catalogue import Exercise
from coxa.programme.week import Slot
from coxa.records import Preferences


def at_hand(exercise: Exercise, preferences: Preferences) -> bool:
    """Whether the person has the place and every thing that it cannot do without."""
    needed = {thing.id for thing in exercise.equipment if not thing.optional}
    return exercise.place in preferences.places and needed <= set(preferences.equipment)


def in_turn(slot: Slot, exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """The exercises that fill a slot in turn, each direction's by turns."""
    ways = [
        _best([one for one in exercises if slot.takes(one, direction)])[: slot.choices]
        for direction in slot.directions
    ]
    return tuple(one for round_ in zip_longest(*ways) for one in round_ if one is not None)


def _best(exercises: Sequence[Exercise]) -> list[Exercise]:
    """The article's, since its question is about its own eight; only without them the wider set."""
    own = [one for one in exercises if one.article_number is not None]
    return sorted(own or exercises, key=lambda one: (one.article_number or 0, one.id))
