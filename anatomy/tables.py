"""`exercise_muscles.json`: what every exercise does to the muscles, as records of `coxa.body`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import numpy as np

from anatomy.leg import Leg, Vector, angles_rad
from anatomy.loads import Load, load_of
from anatomy.muscles import hip_muscles
from anatomy.origins import made_by, origin, origins
from anatomy.scatter import confidences, scattered
from anatomy.surprises import surprise
from anatomy.words import words_of_work
from anatomy.work import Work, hold
from coxa.body import (
    NOTABLE_PERCENT,
    Confidence,
    HeldMoment,
    LegMuscles,
    MuscleChange,
    Works,
    what_happens,
)
from coxa.catalogue import Exercise, KeyPose

Which = Literal["effect", "other"]
Changes = tuple[MuscleChange, ...]
Course = tuple[list[float], list[Vector]]
"""Rotations in degrees, and the change of every muscle at each."""

CURVE_STEP_DEG, CURVE_TO_DEG = 5, 45
MODEL_FROM_DEG, MODEL_TO_DEG = (-30.0, -50.0, -40.0), (120.0, 30.0, 40.0)
"""Flexion, adduction, internal rotation."""
HIP_MUSCLES = len(hip_muscles())


def exercise_muscles(leg: Leg, exercises: Iterable[Exercise]) -> dict[str, Any]:
    """What every exercise does to the muscles of both legs."""
    return {
        "made_by": made_by(),
        "origins": origins(),
        "exercises": {
            exercise.id: {
                "key_poses": [pose.to_dict() for pose in exercise.key_poses],
                "legs": {
                    which: leg_muscles(leg, exercise, exercise.end_pose, which).to_dict()
                    for which in ("effect", "other")
                },
            }
            for exercise in exercises
        },
    }


def leg_muscles(leg: Leg, exercise: Exercise, pose: KeyPose, which: Which) -> LegMuscles:
    """What ``pose`` does to the muscles of one leg."""
    angles = angles_rad(pose.effect_leg if which == "effect" else pose.other_leg)
    load = load_of(leg, exercise, pose, which)
    rests = load.by == "none"
    work = None if rests else hold(leg, angles, load)
    words: list[Works | None] = [None] * HIP_MUSCLES if rests else words_of_work(leg, angles, load)
    turned = which == "effect" and angles[2] != 0
    muscles = _changes(leg, angles, _curves(leg, angles) if turned else ([], []), words)
    moment = _moment(load, work)
    return LegMuscles(
        rotation_deg=round(float(np.rad2deg(angles[2])), 1),
        bears=load.bears,
        muscles=muscles,
        moment_nm=moment,
        surprise=surprise(exercise, pose, moment, muscles) if which == "effect" else None,
    )


def changes_percent(leg: Leg, angles: Vector) -> Vector:
    """Change of length against the same bend of hip and knee, neither turned nor crossed."""
    plain = angles * np.array([1.0, 0.0, 0.0, 1.0])
    change_m = leg.at(angles).lengths_m - leg.at(plain).lengths_m
    percent: Vector = 100 * change_m / leg.fibres_m
    return percent


def beyond_the_model(angles: Vector) -> bool:
    """Whether the hip is bent, crossed or turned further than MyoLeg was made for."""
    degrees = np.rad2deg(angles[:3]).round(3)
    return bool((degrees < MODEL_FROM_DEG).any() or (degrees > MODEL_TO_DEG).any())


def _changes(leg: Leg, angles: Vector, course: Course, words: list[Works | None]) -> Changes:
    changes = changes_percent(leg, angles)
    draws = scattered(leg, lambda: changes_percent(leg, angles))
    sure = confidences(leg, changes, draws, NOTABLE_PERCENT)
    if beyond_the_model(angles):
        sure = [Confidence.LOW] * len(sure)
    turns_deg, curves = course
    return tuple(
        MuscleChange(
            id=muscle.id,
            name=muscle.name,
            family=muscle.family,
            change_percent=round(float(changes[index]), 1),
            curve=tuple(
                (turn, round(float(curve[index]), 1))
                for turn, curve in zip(turns_deg, curves, strict=True)
            ),
            does=what_happens(round(float(changes[index]), 1)),
            works=words[index],
            confidence=sure[index],
            origin=origin(muscle),
        )
        for index, muscle in enumerate(hip_muscles())
    )


def _curves(leg: Leg, angles: Vector) -> Course:
    end_deg = float(np.rad2deg(angles[2]))
    to_deg = max(CURVE_TO_DEG, CURVE_STEP_DEG * int(np.ceil(abs(end_deg) / CURVE_STEP_DEG)))
    steps = range(0, to_deg + 1, CURVE_STEP_DEG)
    turns_deg = sorted(float(step if end_deg > 0 else -step) for step in steps)
    turned = [np.array([*angles[:2], np.deg2rad(turn), angles[3]]) for turn in turns_deg]
    return turns_deg, [changes_percent(leg, one) for one in turned]


def _moment(load: Load, work: Work | None) -> HeldMoment:
    # Minus nothing is nothing.
    given = np.zeros(3) if work is None else work.moment_nm[:3].round(1) + 0.0
    flexion, adduction, rotation = given.tolist()
    return HeldMoment.from_dict(
        {
            "flexion": flexion,
            "adduction": adduction,
            "rotation": rotation,
            "against": load.by,
        }
    )
