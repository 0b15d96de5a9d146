"""On which rung of an exercise each side stands: the log gone through from its beginning.

Up only after good sessions, down at once at pain, at half-done repetitions, at great effort, or
after two weeks away. Nothing is remembered: the same log gives the same rung.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import StrEnum

from coxa.catalogue import Kind
from coxa.programme.ladder import Ladder, Rung
from coxa.quantities import Side
from coxa.records import DoneSet, Dose, PainReport, Session
from coxa.safety import PAIN_LIMIT

GOOD_SESSIONS = 3
"""So many good sessions of one exercise, one after the other, before anything gets harder."""
GOOD_EFFORT = 7
"""The most effort, of ten, of a good session."""
TOO_MUCH_EFFORT = 9
"""From this effort on the next session is easier."""
DAYS_OFF = 14
"""For each so long break, one step back."""


class Verdict(StrEnum):
    """What a session says about an exercise on one side."""

    GOOD = "good"
    NEUTRAL = "neutral"
    PAIN = "pain"
    HALF_REPS = "half-reps"
    EFFORT = "effort"
    DAYS_OFF = "days-off"


BACK = frozenset({Verdict.PAIN, Verdict.HALF_REPS, Verdict.EFFORT, Verdict.DAYS_OFF})


@dataclass(frozen=True)
class Standing:
    """Where one side stands on a ladder.

    Attributes
    ----------
    good : good sessions on this rung, one after the other.
    because : why the rung changed, as long as it has not been done since.
    """

    at: int
    good: int = 0
    because: Verdict | None = None


def standing(
    ladder: Ladder,
    side: Side,
    sessions: Sequence[Session],
    *,
    today: date,
    zone: tzinfo | None,
) -> Standing:
    """Go through the sessions, oldest first."""
    now, last_day = Standing(ladder.start), None
    ids = {rung.exercise.id for rung in ladder.rungs}
    for session in sorted(sessions, key=lambda one: (one.started_at, one.id)):
        if not any(done.side is side for done in session.done):
            continue
        day = session.started_at.astimezone(zone).date()
        now = _after_break(now, ladder, last_day, day)
        last_day = day
        for dose in session.planned:
            if dose.side is side and dose.exercise_id in ids and _sets_of(session, dose):
                now = _after(now, ladder, dose, session)
    return _after_break(now, ladder, last_day, today)


def _after_break(now: Standing, ladder: Ladder, last: date | None, day: date) -> Standing:
    breaks = (day - last).days // DAYS_OFF if last else 0
    at = max(ladder.start, now.at - max(0, breaks))
    return Standing(at, because=Verdict.DAYS_OFF) if at < now.at else now


def _after(now: Standing, ladder: Ladder, dose: Dose, session: Session) -> Standing:
    rung = ladder.rungs[now.at]
    verdict = judge(session, dose, rung.exercise.kind)
    if verdict in BACK:
        return Standing(now.at - 1, because=verdict) if now.at else Standing(0)
    if verdict is not Verdict.GOOD or not _is_of(rung, dose):
        return Standing(now.at)
    if now.good + 1 < GOOD_SESSIONS or now.at + 1 == len(ladder.rungs):
        return Standing(now.at, now.good + 1)
    return Standing(now.at + 1, because=Verdict.GOOD)


def judge(session: Session, dose: Dose, kind: Kind) -> Verdict:
    """What the session says about the dose, the worst first."""
    sets = _sets_of(session, dose)
    if any(_hurts(report, dose, kind) for report in session.pain):
        return Verdict.PAIN
    if sum(done.reps_half for done in sets) > sum(done.reps_done for done in sets):
        return Verdict.HALF_REPS
    if session.effort is not None and session.effort >= TOO_MUCH_EFFORT:
        return Verdict.EFFORT
    whole = sum(done.reps_done >= dose.reps for done in sets) >= dose.sets
    calm = session.effort is None or session.effort <= GOOD_EFFORT
    return Verdict.GOOD if whole and calm and not _lasting_faults(sets) else Verdict.NEUTRAL


def _lasting_faults(sets: Sequence[DoneSet]) -> frozenset[str]:
    """Faults that were seen in every set: being told of them did not mend them."""
    seen = [frozenset(done.faults) for done in sets]
    return frozenset.intersection(*seen) if seen else frozenset()


def _hurts(report: PainReport, dose: Dose, kind: Kind) -> bool:
    if report.exercise_id not in (None, dose.exercise_id):
        return False
    signs = report.groin_pinch or report.stop_signs
    return bool(signs) or report.score > PAIN_LIMIT[kind]


def _sets_of(session: Session, dose: Dose) -> list[DoneSet]:
    wanted = (dose.exercise_id, dose.side)
    return [done for done in session.done if (done.exercise_id, done.side) == wanted]


def _is_of(rung: Rung, dose: Dose) -> bool:
    """Whether the dose was this rung's; fewer sets, for want of minutes, still count."""
    done = (dose.exercise_id, dose.variant_id, dose.reps, dose.hold_s)
    return done == (rung.exercise.id, rung.variant_id, rung.reps, rung.hold_s)
