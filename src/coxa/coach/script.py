"""From doses to a session that waits for its first event, and how long it will take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from coxa.catalogue import Exercise
from coxa.coach.phases import intro_s, is_other_side
from coxa.coach.state import Correction, Pace, Part, State
from coxa.errors import UnknownThing, UsageFault
from coxa.records import Dose, PainReport

MAX_DOSES = 40
"""More than any plan asks for in a day; a bound on what one session may hold."""


def start(
    doses: Sequence[Dose],
    exercises: Mapping[str, Exercise],
    *,
    at: datetime,
    pain_before: Sequence[PainReport] = (),
    pace: Pace | None = None,
) -> State:
    """A session of ``doses``, in their order, waiting to begin.

    Parameters
    ----------
    at
        When the session begins; aware.
    pain_before
        Earlier pain reports, which the pain rules look back on.

    Raises
    ------
    UsageFault
        When there is nothing to do, or far too much for one session.
    UnknownThing
        When a dose names an exercise that is not in ``exercises``.
    """
    if not doses:
        raise UsageFault("coach_nothing_to_do")
    if len(doses) > MAX_DOSES:
        raise UsageFault("coach_too_much", most=MAX_DOSES)
    parts = tuple(_part(dose, exercises) for dose in doses)
    return State(parts=parts, pace=pace or Pace(), begun_at=at, pain_before=tuple(pain_before))


def _part(dose: Dose, exercises: Mapping[str, Exercise]) -> Part:
    exercise = exercises.get(dose.exercise_id)
    if exercise is None:
        raise UnknownThing("coach_unknown_exercise", id=dose.exercise_id)
    variants = (*exercise.easier, *exercise.harder)
    variant = next((one for one in variants if one.id == dose.variant_id), None)
    return Part(
        dose=dose,
        name=exercise.name,
        kind=exercise.kind,
        start=exercise.start,
        steps=exercise.steps,
        move_s=dose.raise_s or exercise.move_s,
        return_s=dose.lower_s or exercise.return_s,
        way=variant.words if variant else None,
        range_share=(variant.range_share if variant else None) or 1.0,
        watchable=exercise.camera.counts,
        corrections=tuple(
            Correction(fault_id=fault.id, cue=fault.cue) for fault in exercise.faults
        ),
    )


def planned_s(state: State) -> float:
    """How long the whole session takes when nothing interrupts it, in seconds.

    Questions between exercises are counted at half of the time they wait.
    """
    return sum(_part_s(state, index) for index in range(len(state.parts)))


def _part_s(state: State, index: int) -> float:
    part, pace = state.parts[index], state.pace
    dose = part.dose
    rep_s = part.move_s + dose.hold_s + part.return_s
    between_s = dose.rest_s or pace.get_ready_s
    work_s = dose.sets * dose.reps * rep_s + (dose.sets - 1) * between_s + pace.get_ready_s
    follows_other_side = index > 0 and is_other_side(state.parts[index - 1], part)
    if follows_other_side:
        return work_s + pace.switch_s
    return work_s + intro_s(part, pace) + pace.answer_s / 2
