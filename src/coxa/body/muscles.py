"""Which muscles turn the hip in or out at a given flexion: a table that ``make body`` computes.

The table is a model of one body: it shows directions, never a person's strength.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
from pydantic import model_validator

from coxa.catalogue import KeyPose
from coxa.errors import UnknownThing
from coxa.records import Record

NEITHER_BELOW_MM = 5.0
"""A moment arm smaller than this says nothing about the direction."""


class Turns(StrEnum):
    """Which way a muscle turns the hip when it pulls."""

    IN = "in"
    OUT = "out"
    NEITHER = "neither"


class Confidence(StrEnum):
    """How far a computed number can be trusted."""

    MEDIUM = "medium"
    LOW = "low"


class Origin(Record):
    """Where a number comes from: the model, the pose it was computed in, what it was checked by."""

    model: str
    pose: str
    check: str


class MomentArms(Record):
    """Rotation moment arms of one muscle part over hip flexion, positive turning in."""

    id: str
    name: str
    origin: str
    flexion_deg: tuple[float, ...]
    arm_mm: tuple[float, ...]
    confidence: tuple[Confidence, ...]

    @model_validator(mode="after")
    def _values_in_order(self) -> Self:
        if not 2 <= len(self.flexion_deg) == len(self.arm_mm) == len(self.confidence):
            raise ValueError("flexion_deg, arm_mm, confidence need as many values, two or more")
        if list(self.flexion_deg) != sorted(set(self.flexion_deg)):
            raise ValueError("flexion_deg must rise")
        return self


class TurningRole(Record):
    """What a muscle part does to rotation at one flexion."""

    muscle: str
    name: str
    flexion_deg: float
    arm_mm: float
    turns: Turns
    confidence: Confidence
    origin: Origin


@lru_cache(maxsize=1)
def moment_arms() -> tuple[dict[str, MomentArms], dict[str, Origin]]:
    """The table and where its numbers come from, both by id."""
    path = Path(__file__).parent / "data" / "moment_arms.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    muscles = [MomentArms.from_dict(row) for row in table["muscles"]]
    origins = {key: Origin.from_dict(value) for key, value in table["origins"].items()}
    return {muscle.id: muscle for muscle in muscles}, origins


def turning_role(muscle_id: str, flexion_deg: float) -> TurningRole:
    """What a muscle part does to rotation at ``flexion_deg``, by linear interpolation.

    Outside the table the nearest value is taken, with low confidence.

    Raises
    ------
    UnknownThing
        For a muscle that the table does not hold.
    """
    muscles, origins = moment_arms()
    if muscle_id not in muscles:
        raise UnknownThing("unknown_muscle", id=muscle_id, known=", ".join(muscles))
    muscle = muscles[muscle_id]
    arm_mm = float(np.interp(flexion_deg, muscle.flexion_deg, muscle.arm_mm))
    return TurningRole(
        muscle=muscle.id,
        name=muscle.name,
        flexion_deg=flexion_deg,
        arm_mm=arm_mm,
        turns=_turns(arm_mm),
        confidence=_confidence(muscle, flexion_deg),
        origin=origins[muscle.origin],
    )


def muscles_at(pose: KeyPose) -> tuple[TurningRole, ...]:
    """The role of every muscle part of the leg that gets the effect, strongest inward first.

    The table is for zero rotation and adduction: only the flexion of ``pose`` is used.
    """
    flexion_deg = pose.effect_leg.hip_flexion_deg
    roles = [turning_role(muscle_id, flexion_deg) for muscle_id in moment_arms()[0]]
    return tuple(sorted(roles, key=lambda role: -role.arm_mm))


def _confidence(muscle: MomentArms, flexion_deg: float) -> Confidence:
    """The less sure one of the two values on either side; low outside the table."""
    bends = muscle.flexion_deg
    if not bends[0] <= flexion_deg <= bends[-1]:
        return Confidence.LOW
    after = int(np.searchsorted(bends, flexion_deg))
    before = after if bends[after] == flexion_deg else after - 1
    beside = {muscle.confidence[before], muscle.confidence[after]}
    return Confidence.LOW if Confidence.LOW in beside else Confidence.MEDIUM


def _turns(arm_mm: float) -> Turns:
    if abs(arm_mm) < NEITHER_BELOW_MM:
        return Turns.NEITHER
    return Turns.IN if arm_mm > 0 else Turns.OUT
