"""How far a person's own hip turns, to be put in the place of an exercise's end pose."""

from __future__ import annotations

from collections.abc import Mapping

from coxa.app.history import read_history
from coxa.app.storage import Storage
from coxa.catalogue import Exercise, load_catalogue
from coxa.quantities import Direction, Side
from coxa.records import KeptReading

ALIKE_FLEXION_DEG = 45.0
"""A reading stands for an exercise whose hip is bent no more than this differently."""


def own_ends(storage: Storage, exercise: Exercise) -> Mapping[Side, KeptReading]:
    """The latest cold reading of each side in the exercise's direction, the hip bent alike."""
    end = exercise.end_pose.effect_leg
    if not end.hip_internal_rotation_deg:
        return {}
    inward = end.hip_internal_rotation_deg > 0
    direction = Direction.INTERNAL if inward else Direction.EXTERNAL
    tests = load_catalogue().tests
    found: dict[Side, KeptReading] = {}
    for course in read_history(storage).own:  # the latest course comes first
        bent_deg = tests[course.technique.test].hip_flexion_deg
        if abs(bent_deg - end.hip_flexion_deg) > ALIKE_FLEXION_DEG:
            continue
        for side in Side:
            reading = course.latest(side, direction)
            if reading and not reading.after_exercise:
                found.setdefault(side, reading)
    return found
