"""What an exercise file holds."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from coxa.catalogue.poses import KeyPose, PoseChange
from coxa.catalogue.rules import check_exercise
from coxa.catalogue.terms import (
    Aim,
    Condition,
    EffectLeg,
    Kind,
    OtherLeg,
    Place,
    SeenFrom,
    Severity,
    Slug,
    StopSign,
    Words,
)
from coxa.quantities import MAX_HOLD_S
from coxa.records import SHOWN, Record

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


class CommonFault(Record):
    """Something that often goes wrong, and the one cue that puts it right."""

    id: Slug
    looks_like: Words
    cue: Annotated[str, Field(min_length=2, max_length=60), SHOWN]
    change: PoseChange | None = None
    """What a plain case of it adds to the end pose; None: it is no matter of posture (a speed, a
    force, a touch), so no camera is ever asked for it."""


class Equipment(Record):
    """A thing that is used, and how to see that it will hold."""

    id: Slug
    """Such as ``band``, ``anchor``, ``chair``, ``wall``, ``mat``: for search and figure."""
    name: Words
    check: Words
    optional: bool = False


class View(Record):
    """Where the camera stands when the coach looks on."""

    seen_from: SeenFrom
    distance_m: Annotated[float, Field(ge=1, le=5)]
    height_m: Annotated[float, Field(ge=0.1, le=2.5)]
    turn_deg: Annotated[float, Field(ge=-60, le=60)] = 0.0
    """How far round the person from there; positive towards the side that gets the effect.

    Where that says nothing: from the side, towards the front (of who lies: the feet); from the feet
    or the head of who lies on the side, towards the front.
    """
    words: Words
    counts: bool = False
    """From here the camera sees start, end and repetitions; proven in validation/COACH.md."""
    reach: Annotated[float, Field(ge=0.5, le=1.5)] = 0.9
    """At which share of the figure's way whole repetitions are seen to end from here: pose nets
    draw an end nearer than it is. A beginning only; the person's own repetitions replace it."""
    faults: tuple[Slug, ...] = ()
    """The faults that it sees from here; proven there too. Nothing else is claimed."""


class DoseChange(Record):
    """What an easier or harder way does instead; what is not named stays."""

    sets: Annotated[int, Field(ge=1, le=5)] | None = None
    reps: Annotated[int, Field(ge=1, le=15)] | None = None
    hold_s: HoldS | None = None
    raise_s: Annotated[float, Field(ge=0, le=10)] | None = None
    lower_s: Annotated[float, Field(ge=0, le=10)] | None = None
    rest_s: Annotated[float, Field(ge=0, le=180)] | None = None


class Variant(Record):
    """An easier or harder way to do an exercise."""

    id: Slug
    name: Words
    words: Words
    """What is done otherwise."""
    exercise: Slug | None = None
    """The exercise to go over to, where the step is another exercise."""
    range_share: Annotated[float, Field(ge=0.2, le=1)] | None = None
    """How much of the way to the end pose is gone."""
    dose: DoseChange | None = None


class Correction(Record):
    """What the article says (in our words), and what is put right."""

    article_says: Words
    correction: Words
    severity: Severity


class Exercise(Record):
    """One exercise: what it truly trains, how it is done, how much, and when to stop."""

    id: Slug
    article_number: Annotated[int, Field(ge=1, le=8)] | None = None
    """Which of the article's eight it is; None: it belongs to the wider set."""
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Common name first, other names after it."""
    aim: Aim
    kind: Kind
    place: Place
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
    camera: View
    easier: tuple[Variant, ...] = ()
    no_easier: Words | None = None
    """Why there is no easier way, where there is none."""
    harder: tuple[Variant, ...] = ()
    no_harder: Words | None = None
    allowed_while_waiting: bool
    """May be done while the other leg waits untrained as the comparison."""
    corrections: tuple[Correction, ...] = ()
    """What the article says about it; there must be some when it is one of the article's."""
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    key_poses: Annotated[tuple[KeyPose, ...], Field(min_length=2)]

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def move_s(self) -> float:
        """From the start pose to the end pose, whatever is done on the way included."""
        before, _ = self._around_the_end()
        return sum(pose.move_s + pose.hold_s for pose in before) + self.end_pose.move_s

    @property
    def return_s(self) -> float:
        """From the end pose back to the start pose."""
        _, after = self._around_the_end()
        start = next(pose for pose in self.key_poses if pose.id == "start")
        return sum(pose.move_s + pose.hold_s for pose in after) + start.move_s

    def _around_the_end(self) -> tuple[list[KeyPose], list[KeyPose]]:
        """Key poses on the way to the end pose, and those on the way back."""
        ids = [pose.id for pose in self.key_poses]
        end = ids.index("end")
        ways = self.key_poses[:end], self.key_poses[end + 1 :]
        before, after = ([pose for pose in way if pose.id != "start"] for way in ways)
        return before, after

    @property
    def end_pose(self) -> KeyPose:
        """The pose at the end of the range, which is held."""
        return next(pose for pose in self.key_poses if pose.id == "end")

    @model_validator(mode="after")
    def _is_one_whole(self) -> Self:
        check_exercise(self)
        return self
