"""What is planned and what was done: doses, plans, sessions, pain."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.quantities import MAX_HOLD_S, Side
from coxa.records.base import Message, Moment, Record, RecordId

HoldS = Annotated[float, Field(gt=0, le=MAX_HOLD_S)]
PainScore = Annotated[int, Field(ge=0, le=10)]


class Dose(Record):
    """How much of one exercise, for one side, on one day."""

    exercise_id: str
    side: Side
    """The side that gets the effect."""
    sets: Annotated[int, Field(ge=1, le=10)]
    reps: Annotated[int, Field(ge=1, le=50)] = 1
    hold_s: HoldS
    raise_s: Annotated[float, Field(ge=0, le=30)] = 0.0
    lower_s: Annotated[float, Field(ge=0, le=30)] = 0.0
    rest_s: Annotated[float, Field(ge=0, le=600)] = 0.0
    variant_id: str | None = None
    """The easier or harder way (``coxa.catalogue.Variant``) in which it is done."""
    reason: Message
    """Why this dose is in the plan."""

    @property
    def held_s(self) -> float:
        """Time at the end of the range in all sets."""
        return self.sets * self.reps * self.hold_s

    @property
    def work_s(self) -> float:
        """Time under way in all sets, without rests."""
        return self.sets * self.reps * (self.raise_s + self.hold_s + self.lower_s)


class Phase(StrEnum):
    """Part of the person's own experiment that a day, or a reading, belongs to."""

    FAMILIARISATION = "familiarisation"
    BASELINE = "baseline"
    TRAINING = "training"
    WAITING = "waiting"
    """The other hip trains already, this one does not yet: it is the comparison."""


class PlanDay(Record):
    """One day of a plan: what is due, in order."""

    day: date
    phase: dict[Side, Phase] = Field(default_factory=dict)
    """What the day is for each hip; empty while nothing has been measured."""
    reading_due: bool = False
    """Cold, before the doses."""
    doses: tuple[Dose, ...] = ()
    minutes: float = 0.0
    """The doses with all that goes on between them, and the reading."""
    note: Message | None = None


class Plan(Record):
    """A dated plan, with the reason for its whole."""

    made_on: date
    days: tuple[PlanDay, ...]
    reasons: tuple[Message, ...] = ()
    left_out: tuple[Message, ...] = ()
    """Exercises that safety kept out, and why."""


class PainTime(StrEnum):
    """When a pain score was asked for."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    NEXT_MORNING = "next-morning"


class PainReport(Record):
    """Pain as the person gave it, 0 to 10."""

    at: Moment
    score: PainScore
    when: PainTime = PainTime.DURING
    groin_pinch: bool = False
    stop_signs: tuple[str, ...] = ()
    """Ids of other stop signs (``coxa.catalogue.StopSign``), such as ``tingling_numbness``."""
    session_id: RecordId | None = None
    exercise_id: str | None = None


class DoneSet(Record):
    """A set that was acknowledged while it was done."""

    at: Moment
    exercise_id: str
    side: Side
    set_number: Annotated[int, Field(ge=1)]
    reps_done: Annotated[int, Field(ge=0)]
    hold_done_s: Annotated[float, Field(ge=0)]
    watched: bool = False
    """Counted by what a camera saw; otherwise by the clock."""
    reps_half: Annotated[int, Field(ge=0)] = 0
    """Begun and not gone to the end: not counted."""
    reps_fast: Annotated[int, Field(ge=0)] = 0
    """Hurried: up too fast, or the end left before its time."""
    best_share: Annotated[float, Field(ge=-1, le=3)] | None = None
    """The furthest that was seen, as a share of the way asked for; ``None``: nothing was seen."""
    best_rotation_deg: float | None = None
    """The same as a turn of the hip, where the person's own reading makes that known."""
    faults: tuple[str, ...] = ()
    """Ids of the exercise's faults that were seen."""


class Session(Record):
    """One training session, from its first cue to its last word."""

    id: RecordId
    started_at: Moment
    finished_at: Moment | None = None
    planned: tuple[Dose, ...]
    done: tuple[DoneSet, ...] = ()
    pain: tuple[PainReport, ...] = ()
    effort: Annotated[int, Field(ge=0, le=10)] | None = None
    """How hard it felt, 0 to 10, asked at the end."""
    note: Annotated[str, Field(max_length=2000)] = ""
