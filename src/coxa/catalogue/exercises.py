"""What an exercise file holds."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from coxa.catalogue.poses import KeyPose
from coxa.catalogue.terms import (
    Aim,
    Condition,
    EffectLeg,
    Kind,
    OtherLeg,
    Severity,
    Slug,
    StopSign,
    Words,
)
from coxa.quantities import MAX_HOLD_S
from coxa.records import SHOWN, Record

STRETCH_CEILING_S = 60.0
"""The longest stretch that the product offers, though the schema could express 120 s."""

STRETCH_WEEK_CEILING_S = 600.0
"""All stretches of one side in a week together: about ten minutes (Ingram 2024)."""

HoldS = Annotated[float, Field(gt=0, le=MAX_HOLD_S)]


class Effect(Record):
    """Which leg gets the effect, and what the other one does meanwhile."""

    leg: EffectLeg
    other_leg: OtherLeg
    words: Words


class Ceilings(Record):
    """What no plan may exceed, for one side."""

    hold_s: HoldS
    sets: Annotated[int, Field(ge=1, le=5)]
    reps: Annotated[int, Field(ge=1, le=15)]
    days_per_week: Annotated[int, Field(ge=1, le=7)]


class DoseRange(Record):
    """How much is offered for one side on one day, and how often."""

    sets: Annotated[int, Field(ge=1, le=5)]
    reps: Annotated[int, Field(ge=1, le=15)]
    hold_s: HoldS
    hold_over_65_s: HoldS | None = None
    """A longer hold for people over 65, where the sources give one."""
    raise_s: Annotated[float, Field(ge=0, le=10)]
    lower_s: Annotated[float, Field(ge=0, le=10)]
    rest_s: Annotated[float, Field(ge=0, le=180)]
    days_per_week: Annotated[int, Field(ge=1, le=7)]
    hours_between: Annotated[int, Field(ge=0, le=96)]
    """Least time between two days of this exercise for the same side."""
    ceilings: Ceilings

    @model_validator(mode="after")
    def _within_its_own_ceilings(self) -> Self:
        longest_s = max(self.hold_s, self.hold_over_65_s or 0)
        if longest_s > self.ceilings.hold_s:
            raise ValueError("hold_s is above ceilings.hold_s")
        for name in ("sets", "reps", "days_per_week"):
            if getattr(self, name) > getattr(self.ceilings, name):
                raise ValueError(f"{name} is above ceilings.{name}")
        return self


class CommonFault(Record):
    """Something that often goes wrong, and the one cue that puts it right."""

    id: Slug
    looks_like: Words
    cue: Annotated[str, Field(min_length=2, max_length=60), SHOWN]


class Equipment(Record):
    """A thing that is used, and how to see that it will hold."""

    name: Words
    check: Words
    optional: bool = False


class Correction(Record):
    """What the article says (in our words), and what is put right."""

    article_says: Words
    correction: Words
    severity: Severity


class Exercise(Record):
    """One exercise: what it truly trains, how it is done, how much, and when to stop."""

    id: Slug
    article_number: Annotated[int, Field(ge=1, le=8)]
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Common name first, other names after it."""
    aim: Aim
    kind: Kind
    summary: Words
    target: Words
    """The muscles and tissues that it truly works on."""
    effect: Effect
    start: Words
    """How to get into position."""
    steps: Annotated[tuple[Words, ...], Field(min_length=2)]
    breathing: Words
    feel: Words
    feel_not: Words
    dose: DoseRange
    faults: Annotated[tuple[CommonFault, ...], Field(min_length=1)]
    stop_signs: Annotated[tuple[StopSign, ...], Field(min_length=1)]
    contraindications: tuple[Condition, ...]
    """Conditions that close this exercise."""
    equipment: tuple[Equipment, ...] = ()
    allowed_while_waiting: bool
    """May be done while the other leg waits untrained as the comparison."""
    corrections: Annotated[tuple[Correction, ...], Field(min_length=1)]
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    key_poses: Annotated[tuple[KeyPose, ...], Field(min_length=2)]

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def end_pose(self) -> KeyPose:
        """The pose at the end of the range, which is held."""
        return next(pose for pose in self.key_poses if pose.id == "end")

    @model_validator(mode="after")
    def _stretches_stay_short(self) -> Self:
        if self.kind is Kind.STRETCH and self.dose.ceilings.hold_s > STRETCH_CEILING_S:
            raise ValueError(f"a stretch is held for {STRETCH_CEILING_S:.0f} s at most")
        return self

    @model_validator(mode="after")
    def _groin_pinch_always_stops(self) -> Self:
        if not {StopSign.GROIN_PINCH, StopSign.PAIN_OVER_LIMIT} <= set(self.stop_signs):
            raise ValueError("stop_signs must hold groin_pinch and pain_over_limit")
        return self

    @model_validator(mode="after")
    def _poses_tell_the_same_dose(self) -> Self:
        ids = [pose.id for pose in self.key_poses]
        if len(set(ids)) < len(ids) or not {"start", "end"} <= set(ids):
            raise ValueError("key_poses need one start and one end, and no id twice")
        if self.end_pose.hold_s != self.dose.hold_s:
            raise ValueError("the end pose must be held as long as dose.hold_s")
        return self

    @model_validator(mode="after")
    def _a_waiting_leg_is_left_alone(self) -> Self:
        if self.allowed_while_waiting and self.effect.other_leg is not OtherLeg.RESTS:
            raise ValueError("an exercise that works the other leg is not for a waiting phase")
        return self
