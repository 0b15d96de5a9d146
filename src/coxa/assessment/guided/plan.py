"""What a guided test asks for, in order."""

from __future__ import annotations

import random
from typing import Annotated

from pydantic import Field

from coxa.quantities import Direction, Side
from coxa.records import Record


class Part(Record):
    """One movement of one leg, repeated."""

    side: Side
    direction: Direction


class GuidedPlan(Record):
    """The protocol of docs/measuring.md, fixed before the test begins."""

    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=12)]
    repeats: Annotated[int, Field(ge=2, le=10)] = 3
    hold_s: Annotated[float, Field(ge=1, le=10)] = 2.0
    neutral_s: Annotated[float, Field(ge=1.5, le=10)] = 2.0
    """How long both legs hang still at first; a reading needs one second of it."""
    seed: int | None = None
    """What the order was drawn with."""


def plan_of(*sides: Side, seed: int | None = None) -> GuidedPlan:
    """Both directions of each side in turn, the foot outward first."""
    parts = tuple(Part(side=side, direction=direction) for side in sides for direction in Direction)
    return GuidedPlan(parts=parts, seed=seed)


def random_plan(seed: int) -> GuidedPlan:
    """Both legs, the first one drawn: whichever goes second is warmer and more practised."""
    sides = list(Side)
    random.Random(seed).shuffle(sides)
    return plan_of(*sides, seed=seed)
