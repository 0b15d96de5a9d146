"""What an exercise does to the muscles of either leg, from a table that ``make body`` computes.

The table belongs to the key poses that it was computed from: with other poses it is refused.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from coxa.body.muscles import Confidence, Origin
from coxa.catalogue import Exercise, KeyPose
from coxa.errors import MissingPart
from coxa.records import Record

NOTABLE_PERCENT = 5.0
"""A smaller change of length, in parts of a hundred of the fibre's best length, is none."""

WHAT_MUSCLES_DEPEND_ON = {
    "orientation": True,
    "pelvis": True,
    "trunk": True,
    **{
        leg: {
            "hip_flexion_deg",
            "hip_adduction_deg",
            "hip_internal_rotation_deg",
            "knee_flexion_deg",
        }
        for leg in ("effect_leg", "other_leg")
    },
}
"""Parts of a key pose; times, hands and feet may change without the table being computed anew."""


class Does(StrEnum):
    """What happens to a muscle's length, against the same flexion without turning or crossing."""

    LENGTHENS = "lengthens"
    SHORTENS = "shortens"
    NEITHER = "neither"


class Works(StrEnum):
    """How much of the work of holding the pose a muscle does; never a number."""

    CHIEFLY = "chiefly"
    HELPS = "helps"
    HARDLY = "hardly"


class Against(StrEnum):
    """What the muscles hold against."""

    GRAVITY = "gravity"
    BAND = "band"
    PRESS = "press"
    """A hand, or the other foot."""
    NONE = "none"
    """The leg rests, or what it bears cannot be known."""


class Bears(StrEnum):
    """What weight the leg holds."""

    NOTHING = "nothing"
    """It rests."""
    ITSELF = "itself"
    THE_BODY = "the-body"
    A_PART = "a-part"
    """A part of the body's weight, the rest of which the floor or the hands carry: which part is
    not known."""


class MuscleChange(Record):
    """One muscle part at the end of an exercise."""

    id: str
    name: str
    family: str
    """Id of the muscle that this is a part of; its own id when it is a whole one."""
    change_percent: float
    """Of length, as a part of the fibre's best length."""
    curve: tuple[tuple[float, float], ...]
    """Rotation of the hip in degrees (positive turns in) and change of length, in rising order;
    empty where the leg does not turn."""
    does: Does
    works: Works | None
    """None: the leg rests, or how much it bears is not known."""
    confidence: Confidence
    origin: str


class HeldMoment(Record):
    """What the muscles must give at the hip to hold the end pose, in newton metres."""

    flexion: float
    adduction: float
    rotation: float
    """Positive: they must turn the hip in."""
    against: Against


class LegMuscles(Record):
    """One leg at the end of an exercise."""

    rotation_deg: float
    """How far the hip is turned, positive in."""
    bears: Bears
    muscles: tuple[MuscleChange, ...]
    moment_nm: HeldMoment
    surprise: str | None
    """Id of a sentence that tells what people do not expect."""

    @property
    def reference(self) -> str:
        """Id of the sentence that tells what lengths are compared with."""
        return "muscles_reference"


class ExerciseMuscles(Record):
    """Both legs at the end of an exercise."""

    exercise: str
    effect: LegMuscles
    other: LegMuscles


class TableRow(Record):
    """One exercise in the table, with the key poses that it was computed from."""

    key_poses: tuple[KeyPose, ...]
    legs: dict[str, LegMuscles]


class MuscleTable(Record):
    """The whole of `exercise_muscles.json`."""

    made_by: dict[str, str]
    origins: dict[str, Origin]
    exercises: dict[str, TableRow]


@lru_cache(maxsize=1)
def muscle_table() -> MuscleTable:
    """The table as it is shipped."""
    path = Path(__file__).parent / "data" / "exercise_muscles.json"
    return MuscleTable.from_dict(json.loads(path.read_text(encoding="utf-8")))


def muscles_of(exercise: Exercise, own_end_deg: float | None = None) -> ExerciseMuscles:
    """What ``exercise`` does to the muscles of both legs.

    Parameters
    ----------
    exercise
        One of the catalogue's, with the key poses that the table was computed from.
    own_end_deg
        A person's own end of the range (positive turns in) in the place of the catalogue's, for
        lengths only; kept to the range that was computed.

    Raises
    ------
    MissingPart
        When the table does not hold the exercise, or was computed from other key poses.
    """
    row = muscle_table().exercises.get(exercise.id)
    if row is None:
        raise MissingPart("muscles_not_computed", exercise=exercise.name)
    if postures(row.key_poses) != postures(exercise.key_poses):
        raise MissingPart("muscles_of_other_poses", exercise=exercise.name)
    effect = row.legs["effect"]
    return ExerciseMuscles(
        exercise=exercise.id,
        effect=effect if own_end_deg is None else _turned_to(effect, own_end_deg),
        other=row.legs["other"],
    )


def postures(poses: tuple[KeyPose, ...]) -> list[dict[str, Any]]:
    """What the muscles depend on, of each key pose."""
    return [pose.model_dump(include=WHAT_MUSCLES_DEPEND_ON) for pose in poses]  # type: ignore[arg-type]


def what_happens(change_percent: float) -> Does:
    """The word for a change of length."""
    if abs(change_percent) < NOTABLE_PERCENT:
        return Does.NEITHER
    return Does.LENGTHENS if change_percent > 0 else Does.SHORTENS


def _turned_to(leg: LegMuscles, end_deg: float) -> LegMuscles:
    if not leg.muscles[0].curve:
        return leg
    turns = [turn for turn, _ in leg.muscles[0].curve]
    end_deg = min(max(end_deg, turns[0]), turns[-1])
    muscles = tuple(_at(muscle, end_deg) for muscle in leg.muscles)
    return leg.model_copy(update={"rotation_deg": end_deg, "muscles": muscles})


def _at(muscle: MuscleChange, end_deg: float) -> MuscleChange:
    turns, changes = zip(*muscle.curve, strict=True)
    change_percent = round(float(np.interp(end_deg, turns, changes)), 1)
    return muscle.model_copy(
        update={"change_percent": change_percent, "does": what_happens(change_percent)}
    )
