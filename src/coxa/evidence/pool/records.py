"""The pooled answer: how far people gained on average, how much they differ, and with what."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coxa.evidence.pool.share import PoolKind, SharedGain
from coxa.records import Message, Record

Share01 = Annotated[float, Field(ge=0, le=1)]
Interval = tuple[float, float]


class PoolMember(Record):
    """One person's part in a pool; the person is known by a number only."""

    number: Annotated[int, Field(ge=1)]
    """Counts the people in the order of the files."""
    shared: SharedGain
    interval95_deg: Interval
    weight: Share01
    """Share of the say in the average; those of all people add up to one."""


class Heterogeneity(Record):
    """How much people truly differ from each other, beyond the error of each gain."""

    tau_deg: Annotated[float, Field(ge=0)]
    """Standard deviation between people (restricted maximum likelihood)."""
    i2: Share01
    """Share of the differences that is no error."""
    q: Annotated[float, Field(ge=0)]
    """Cochran's Q."""
    q_freedom: int
    q_p: Share01
    """How probable so large a Q is if all gain the same."""


class OtherEstimate(Record):
    """The same average with another estimate of how much people differ."""

    estimator: str
    """``dersimonian_laird`` or ``paule_mandel``."""
    tau_deg: Annotated[float, Field(ge=0)]
    mean_deg: float
    interval95_deg: Interval


class Group(Record):
    """The average of the people who have something in common."""

    name: str
    people: int
    mean_deg: float
    interval95_deg: Interval


class Grouping(Record):
    """People divided by one thing; groups of fewer than three are left out."""

    by: str
    """``family``, ``starting_deficit``, ``device`` or ``age_band``."""
    groups: tuple[Group, ...]
    difference_p: Share01 | None = None
    """How probable such differences are if there are none; ``None`` with a single group."""
    left_out: int = 0
    """People in groups that are too small, or of whom it is not known."""


class DoseResponse(Record):
    """How the gain goes with a dose, over people; not what more of it would do to one person."""

    by: str
    """``weeks`` or ``minutes_a_week``."""
    people: int
    per: float
    """The step of the dose that ``slope_deg`` is told for: one week, or thirty minutes a week."""
    slope_deg: float
    interval95_deg: Interval
    p: Share01


class Pooled(Record):
    """The answer for one kind of gain. Figures are ``None`` when there are too few people."""

    pooled_kind: PoolKind
    people: int
    members: tuple[PoolMember, ...]
    """In the order of the files."""
    mean_deg: float
    standard_error_deg: float
    interval95_deg: Interval
    """Of the average (Hartung & Knapp)."""
    p: Share01 | None = None
    """How probable an average so far from zero is if nobody gains; ``None`` for one person."""
    prediction95_deg: Interval | None = None
    """Where a new person's gain would lie; ``None`` for fewer than three people."""
    heterogeneity: Heterogeneity | None = None
    """``None`` for one person."""
    other_estimates: tuple[OtherEstimate, ...] = ()
    """How the average leans on the way in which ``heterogeneity.tau_deg`` was found."""
    dose_response: tuple[DoseResponse, ...] = ()
    groupings: tuple[Grouping, ...] = ()
    notes: tuple[Message, ...] = ()
    """What to be careful about."""


class PoolAnswer(Record):
    """The pooled answer to "can simple exercises improve hip rotation?"."""

    people: int
    """Different people whose files were read."""
    pools: tuple[Pooled, ...]
    notes: tuple[Message, ...] = ()
    """What was done with the files."""
