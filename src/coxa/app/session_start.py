"""Start a session: today's plan, or one exercise only; nothing starts that safety blocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from coxa.app.ids import new_id
from coxa.app.session_gate import let_session_pass
from coxa.app.session_log import RunningSession, replay_session
from coxa.app.storage import Storage
from coxa.catalogue import Exercise
from coxa.errors import UsageFault
from coxa.quantities import Side
from coxa.records import Dose, Message, Session


def start_session(storage: Storage, doses: Sequence[Dose], *, now: datetime) -> RunningSession:
    """A new session of ``doses``, in their order, waiting for its first event.

    Raises
    ------
    BlockedForSafety
        When the person may not do this now; nothing is kept then.
    UsageFault
        When there is nothing to do.
    UnknownThing
        For an exercise that is not in the catalogue.
    """
    if not doses:
        raise UsageFault("coach_nothing_to_do")
    let_session_pass(storage, doses, now=now)
    session = Session(id=new_id(), started_at=now, planned=tuple(doses))
    storage.save_session(session)
    return replay_session(storage, session.id)


def doses_of(exercise: Exercise, sides: Sequence[Side] = tuple(Side)) -> tuple[Dose, ...]:
    """One exercise only, at its own dose, for each side in turn."""
    dose = exercise.dose
    return tuple(
        Dose(
            exercise_id=exercise.id,
            side=side,
            sets=dose.sets,
            reps=dose.reps,
            hold_s=dose.hold_s,
            raise_s=dose.raise_s,
            lower_s=dose.lower_s,
            rest_s=dose.rest_s,
            reason=Message(id="session_chosen", params={"exercise": exercise.name}),
        )
        for side in sides
    )
