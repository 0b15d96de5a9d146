"""How long a session takes, as the coach leads it by the clock.

The coach stands above this room and counts a session that it has begun; a plan counts one that
nobody has begun yet. A test holds both to the same minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coxa.catalogue import Exercise
from coxa.records import Dose

GET_READY_S = 5.0
LEAST_INTRO_S = 12.0
SWITCH_SIDES_S = 12.0
QUESTION_S = 12.5
"""The question after an exercise, answered half way through the time it waits."""
LETTERS_PER_S = 14.0
BREATH_S = 1.0


def session_s(doses: Sequence[Dose], exercises: Mapping[str, Exercise]) -> float:
    """Seconds for the doses in their order, with introductions, rests and questions."""
    total_s, before = 0.0, None
    for dose in doses:
        other_side = before is not None and before.exercise_id == dose.exercise_id
        around_s = SWITCH_SIDES_S if other_side else _intro_s(exercises[dose.exercise_id])
        total_s += around_s + _work_s(dose, exercises[dose.exercise_id])
        before = dose
    return total_s


def _work_s(dose: Dose, exercise: Exercise) -> float:
    move_s, return_s = dose.raise_s or exercise.move_s, dose.lower_s or exercise.return_s
    between_s = dose.rest_s or GET_READY_S
    rep_s = move_s + dose.hold_s + return_s
    return dose.sets * dose.reps * rep_s + (dose.sets - 1) * between_s + GET_READY_S


def _intro_s(exercise: Exercise) -> float:
    sentences = (exercise.start, *exercise.steps)
    said_s = sum(BREATH_S + len(sentence) / LETTERS_PER_S for sentence in sentences)
    return max(LEAST_INTRO_S, GET_READY_S + said_s) + QUESTION_S
