"""What one person shares: gains with their variances and coarse facts, and nothing else."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from coxa.catalogue import Kind as Family
from coxa.evidence.normal import Z95
from coxa.evidence.terms import Kind
from coxa.quantities import MAX_ROTATION_DEG, Device, Direction, Mode, Test
from coxa.records import Record

VERSION = 1
LEAST_VARIANCE_DEG2 = 0.01
"""A tenth of a degree, to which gains are rounded: no hip's gain is known better."""
MOST_VARIANCE_DEG2 = 10_000.0
"""A gain known no better than to 100 degrees is known to nobody."""


class Deficit(StrEnum):
    """How far the hip turned before training, beside the mean of published readings."""

    NONE = "none"
    """Less than 5 degrees below it, or above."""
    SOME = "some"
    """5 to 10 degrees below."""
    MUCH = "much"
    """More than 10 degrees below."""


class AgeBand(StrEnum):
    """Age, no finer than fifteen years."""

    YOUNG = "18-29"
    EARLY = "30-44"
    LATE = "45-59"
    OLD = "60+"


class PoolKind(Record):
    """What must agree before two people's gains may be put together."""

    model_config = ConfigDict(strict=True)

    test: Test
    direction: Direction
    mode: Mode
    kind: Kind
    """Whether it was set against a hip that waited (gain) or not (change)."""


class SharedGain(PoolKind):
    """One person's gain in one series, free of what was believed before any reading."""

    device: Device
    gain_deg: Annotated[float, Field(ge=-2 * MAX_ROTATION_DEG, le=2 * MAX_ROTATION_DEG)]
    """Positive: further in the direction of the series."""
    variance_deg2: Annotated[float, Field(ge=LEAST_VARIANCE_DEG2, le=MOST_VARIANCE_DEG2)]
    """How exactly it is known: the square of its standard error."""
    weeks: Annotated[int, Field(ge=0, le=520)]
    """From the first training to the last reading."""
    minutes_a_week: Annotated[int, Field(ge=0, le=2000)] | None = None
    """To the nearest five; ``None``: not known."""
    families: Annotated[tuple[Family, ...], Field(max_length=len(Family))] = ()
    """The kinds of exercise that were done, most sets first."""
    starting_deficit: Deficit | None = None
    """``None``: nothing published to set it beside."""

    @property
    def margin95_deg(self) -> float:
        """Half of the 95 % interval."""
        return Z95 * math.sqrt(self.variance_deg2)

    @property
    def pool_kind(self) -> PoolKind:
        return PoolKind(test=self.test, direction=self.direction, mode=self.mode, kind=self.kind)

    @model_validator(mode="after")
    def _names_a_family_once(self) -> Self:
        if len(set(self.families)) < len(self.families):
            raise ValueError("a kind of exercise is named twice")
        return self


class Share(Record):
    """All that one person's file holds."""

    model_config = ConfigDict(strict=True)

    format: Literal["coxa-share"] = "coxa-share"
    version: Annotated[int, Field(ge=VERSION, le=VERSION)] = VERSION
    token: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    """Says that two files are of one person, and nothing about who that is."""
    age_band: AgeBand | None = None
    gains: Annotated[tuple[SharedGain, ...], Field(max_length=200)] = ()
