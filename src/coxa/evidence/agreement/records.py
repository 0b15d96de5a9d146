"""Pairs of readings, coxa's and a reference's, and what they say about each other."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import ErrorDeg, Message, Record, RotationDeg

MOST_PAST_ZERO_DEG = 5.0
"""A hip may stop short of zero; a reading further than this on the wrong side has a wrong sign."""


class ReferenceDevice(StrEnum):
    """What the reference reading was taken with."""

    INCLINOMETER = "inclinometer"
    GONIOMETER = "goniometer"
    PHONE = "phone"
    MOTION_CAPTURE = "motion-capture"


class PairKind(Record):
    """What must agree before pairs may be put together. ``None`` is *not stated*, a kind too."""

    test: Test
    direction: Direction
    device: Device
    mode: Mode | None = None
    method: Annotated[str, Field(max_length=200)] | None = None
    reference_device: ReferenceDevice | None = None


class Pair(Record):
    """Two readings of the same held turn, both signed: internal positive, external negative."""

    row: int
    """Where it stands in its file."""
    participant: Annotated[str, Field(min_length=1, max_length=64)]
    """A code, not a name."""
    day: date
    side: Side
    kind: PairKind
    value_deg: RotationDeg | None
    """coxa's reading; ``None`` when coxa refused to give one."""
    reference_deg: RotationDeg
    repeat: Annotated[int, Field(ge=1, le=99)] | None = None
    error95_deg: ErrorDeg | None = None
    """The error that coxa stated: half of its 95 % interval."""

    @model_validator(mode="after")
    def _a_refusal_states_no_error(self) -> Self:
        if self.value_deg is None and self.error95_deg is not None:
            raise ValueError("a refused reading has no error")
        return self

    @property
    def turned_deg(self) -> float:
        """How far the hip turned in the pair's own direction, by coxa; 0 when refused."""
        return self.kind.direction.sign * (self.value_deg or 0.0)

    @property
    def reference_turned_deg(self) -> float:
        """The same by the reference."""
        return self.kind.direction.sign * self.reference_deg

    @property
    def difference_deg(self) -> float:
        """Positive when coxa reads further than the reference."""
        return self.turned_deg - self.reference_turned_deg

    @property
    def mean_deg(self) -> float:
        return (self.turned_deg + self.reference_turned_deg) / 2

    @property
    def wrong_sign(self) -> bool:
        """Whether either reading lies so far on the other side of zero that its sign is wrong."""
        turned = [self.reference_turned_deg]
        if self.value_deg is not None:
            turned.append(self.turned_deg)
        return min(turned) < -MOST_PAST_ZERO_DEG


class Estimate(Record):
    """A figure with its 95 % confidence interval, ``None`` where none can be given."""

    value: float
    interval95: tuple[float, float] | None = None

    @property
    def half_width(self) -> float | None:
        """Half the interval's width."""
        return None if self.interval95 is None else (self.interval95[1] - self.interval95[0]) / 2


class Differences(Record):
    """coxa minus reference: their middle, their scatter and the limits that hold 95 % of them.

    ``sd_deg`` and the limits are ``None`` with a single pair, and for a side with a single person
    of several.
    """

    pairs: int
    people: int
    bias_deg: Estimate
    """Mean difference; positive: coxa reads further."""
    sd_deg: Estimate | None = None
    lower_limit_deg: Estimate | None = None
    upper_limit_deg: Estimate | None = None


class Coverage(Record):
    """How many differences lie within the error that coxa stated."""

    pairs: int
    within: int
    share: Estimate


class Repeatability(Record):
    """Scatter of repeats of the same leg on the same day, by one of the two devices."""

    sets: int
    """Legs and days with at least two repeats."""
    sd_deg: Estimate


class Agreement(Record):
    """All figures of one kind of pairs; ``None`` where there is too little to say."""

    kind: PairKind
    refused: int
    """Pairs in which coxa gave no reading; they count nowhere else."""
    differences: Differences | None
    """``None`` when coxa refused every one."""
    sides: dict[Side, Differences]
    slope: Estimate | None = None
    """Degrees of difference for each further degree of turn: proportional bias."""
    rmse_deg: Estimate | None = None
    mae_deg: Estimate | None = None
    p95_deg: float | None = None
    """95 % of the differences are no larger than this, sign aside."""
    icc_agreement: Estimate | None = None
    """ICC(2,1)."""
    icc_consistency: Estimate | None = None
    """ICC(3,1)."""
    sem_deg: Estimate | None = None
    """Standard error of measurement, agreement form: the error shared between the two devices."""
    mdc95_deg: Estimate | None = None
    coverage: Coverage | None = None
    repeatability: Repeatability | None = None
    """Of coxa."""
    reference_repeatability: Repeatability | None = None
    notes: tuple[Message, ...] = ()
