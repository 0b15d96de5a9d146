"""The gates that nothing passes: called before every test and every session, whoever asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coxa.catalogue import STRETCH_WEEK_CEILING_S, Catalogue, Exercise, Kind, load_catalogue
from coxa.errors import BlockedForSafety, UnknownThing
from coxa.quantities import Side, Test
from coxa.records import Dose, Message
from coxa.safety.pain import PainStanding
from coxa.safety.screening import Clearance


def require_test(clearance: Clearance, test: Test | None = None) -> None:
    """Let a test pass, or raise BlockedForSafety with the reason. ``None`` means any test."""
    _require_answers(clearance)
    if not clearance.tests_allowed:
        raise _blocked([*clearance.because, *clearance.tests_closed.values()])
    if test in clearance.blocked_tests:
        raise _blocked([clearance.tests_closed[test]])


def require_session(
    clearance: Clearance,
    doses: Sequence[Dose],
    pain: PainStanding | None = None,
    catalogue: Catalogue | None = None,
    stretched_s: Mapping[Side, float] | None = None,
) -> None:
    """Let a session of ``doses`` pass, or raise BlockedForSafety with the reason.

    Checked: the answers, each exercise, pain that still stands, and the catalogue's ceilings.

    Parameters
    ----------
    stretched_s
        Seconds that each side was stretched in the seven days before; none when not given.

    Raises
    ------
    UnknownThing
        For a dose of an exercise, or of a way to do it, that does not exist.
    """
    _require_answers(clearance)
    if not clearance.sessions_allowed:
        raise _blocked([*clearance.because, *clearance.exercises_closed.values()])
    if pain and pain.message and (pain.see_someone or pain.stop_today):
        raise _blocked([pain.message])
    catalogue = catalogue or load_catalogue()
    week_s = dict(stretched_s or {})
    for dose in doses:
        exercise = catalogue.exercise(dose.exercise_id)
        if exercise.id in clearance.blocked_exercises:
            raise _blocked([clearance.exercises_closed[exercise.id]])
        if pain and exercise.id in pain.paused_exercises:
            raise BlockedForSafety("blocked_paused", exercise=exercise.name)
        _require_variant(clearance, dose, exercise)
        highest = exercise.dose.ceilings
        if dose.hold_s > highest.hold_s or dose.sets > highest.sets or dose.reps > highest.reps:
            raise BlockedForSafety("blocked_too_much", exercise=exercise.name)
        if exercise.kind is Kind.STRETCH:
            week_s[dose.side] = week_s.get(dose.side, 0.0) + dose.held_s
    if any(total_s > STRETCH_WEEK_CEILING_S for total_s in week_s.values()):
        raise BlockedForSafety("blocked_too_much_stretching")


def _require_variant(clearance: Clearance, dose: Dose, exercise: Exercise) -> None:
    """A way that goes over to a closed exercise is closed, too; one that nobody knows is none."""
    if dose.variant_id is None:
        return
    ways = [one for one in (*exercise.easier, *exercise.harder) if one.id == dose.variant_id]
    if not ways:
        raise UnknownThing("variant_unknown", variant=dose.variant_id, exercise=exercise.name)
    if ways[0].exercise in clearance.exercises_closed:
        raise _blocked([clearance.exercises_closed[ways[0].exercise]])


def _require_answers(clearance: Clearance) -> None:
    if clearance.because and clearance.same_day:
        raise _blocked(list(clearance.because))
    if clearance.must_ask:
        raise BlockedForSafety("blocked_unanswered", count=len(clearance.must_ask))


def _blocked(reasons: Sequence[Message]) -> BlockedForSafety:
    return BlockedForSafety(reasons[0].id, **reasons[0].params)
