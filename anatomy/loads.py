"""What a leg has to hold in a key pose: its weight, the body's weight, a band, or nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from anatomy.leg import Leg, Vector, angles_rad
from coxa.body import STATURE_M, Bears, pelvis_turn, trunk_turn
from coxa.catalogue import EffectLeg, Exercise, KeyPose, Kind, Orientation, OtherLeg

GRAVITY_M_S2 = 9.81
BODY_KG = 75.0
"""A person as heavy as Rajagopal's model, which MyoLeg's legs were taken from."""
HEAD_ARMS_TRUNK_SHARE = 0.678
"""Of the body's mass; its centre lies 0.626 of the way from hips to shoulders (Winter)."""
HEAD_ARMS_TRUNK_UP_M = 0.626 * 0.288 * STATURE_M
UPRIGHT_DEG = 15.0
"""A body that leans further has its hands on something, and their share is not known."""


Point = Literal["knee", "ankle"]

_WORKS_TOO = (OtherLeg.TURNS_IN, OtherLeg.TURNS_OUT, OtherLeg.HELD_UP)


@dataclass(frozen=True)
class Load:
    """What one leg holds in one pose; directions in the pelvis' frame, for a right leg."""

    bears: Bears
    up: Vector
    """Against gravity, of length 1."""
    upper_body_kg_m: Vector
    """Mass times place of what a standing leg carries: trunk, head, arms, the other leg."""
    upper_body_kg: float
    leans_on: tuple[Point, ...]
    pull_n: Vector
    """A force at the ankle."""
    by: Literal["gravity", "band", "press", "none"]


def load_of(leg: Leg, exercise: Exercise, pose: KeyPose, which: Literal["effect", "other"]) -> Load:
    """What the leg that gets the effect, or the other one, holds in ``pose``.

    Raises
    ------
    ValueError
        When an exercise uses a band and `loads.toml` does not say how it pulls.
    """
    mirror = np.array([1.0, 1.0, 1.0 if which == "effect" else -1.0])
    up = pelvis_turn(pose).T @ np.array([0.0, 1.0, 0.0]) * mirror
    bears = _bears(exercise, pose, which)
    swinging = leg.at(angles_rad(pose.other_leg if which == "effect" else pose.effect_leg))
    middle = swinging.hip * np.array([1.0, 1.0, 0.0])
    trunk = pelvis_turn(pose).T @ trunk_turn(pose) @ np.array([0.0, 1.0, 0.0]) * mirror
    trunk_kg = HEAD_ARMS_TRUNK_SHARE * BODY_KG
    swinging_kg_m = swinging.mass_moment_kg_m * np.array([1.0, 1.0, -1.0])
    extra = _extra(exercise) if bears is Bears.ITSELF else {}
    across_n = extra.get("pull_n", 0) * (1 if extra.get("pulls") == "foot-out" else -1)
    return Load(
        bears=bears,
        up=up,
        upper_body_kg_m=swinging_kg_m + trunk_kg * (middle + HEAD_ARMS_TRUNK_UP_M * trunk),
        upper_body_kg=trunk_kg + leg.mass_kg,
        leans_on=tuple(extra.get("leans_on", ())),
        pull_n=np.array([0.0, 0.0, across_n]),
        by="none" if bears in (Bears.NOTHING, Bears.A_PART) else extra.get("by", "gravity"),
    )


def _bears(exercise: Exercise, pose: KeyPose, which: Literal["effect", "other"]) -> Bears:
    if which == "effect":
        stands = exercise.effect.leg is EffectLeg.STANDING
    else:
        stands = exercise.effect.other_leg is OtherLeg.BEARS_WEIGHT
    if stands:
        upright = pose.orientation is Orientation.STANDING and pose.trunk.tilt_deg <= UPRIGHT_DEG
        # Elsewhere the floor or a chair carries a part that is not known.
        return Bears.THE_BODY if upright else Bears.A_PART
    works_too = which == "effect" or exercise.effect.other_leg in _WORKS_TOO
    return Bears.ITSELF if works_too and exercise.kind is not Kind.STRETCH else Bears.NOTHING


def _extra(exercise: Exercise) -> dict[str, Any]:
    extra = _table().get(exercise.id, {})
    banded = any(thing.id == "band" and not thing.optional for thing in exercise.equipment)
    if banded and "pull_n" not in extra:
        raise ValueError(
            f"{exercise.id} uses a band: say in anatomy/loads.toml how it pulls (pull_n, pulls, by)"
        )
    return extra


def _table() -> dict[str, dict[str, Any]]:
    path = Path(__file__).parent / "loads.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
