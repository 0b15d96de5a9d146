"""Harder only after good sessions, easier at once: the log gone through, rule by rule."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from coxa.programme.ladder import Ladder, ladder
from coxa.programme.progress import GOOD_SESSIONS, Verdict, standing
from coxa.quantities import Side
from coxa.records import Dose, Message, PainReport, Session
from tests.programme.plans import CATALOGUE, TODAY, done_session

CONTROL = CATALOGUE.exercises["active-internal-rotation"]
EVERYTHING = {name: one for name, one in CATALOGUE.exercises.items() if name != CONTROL.id}


def steps() -> Ladder:
    return ladder(CONTROL, EVERYTHING, older=False)


def dose_at(steps_: Ladder, at: int) -> Dose:
    rung = steps_.rungs[at]
    return Dose(
        exercise_id=rung.exercise.id,
        side=Side.LEFT,
        sets=rung.sets,
        reps=rung.reps,
        hold_s=rung.hold_s,
        variant_id=rung.variant_id,
        reason=Message(id="plan_control"),
    )


def day(number: int) -> date:
    """Every other day, the last of them before today."""
    return TODAY - timedelta(days=60 - 2 * number)


def good(count: int, at: int, first: int = 0) -> list[Session]:
    dose = dose_at(steps(), at)
    return [done_session(day(first + n), [dose]) for n in range(count)]


def stands(sessions: list[Session], today: date | None = None) -> tuple[int, Verdict | None]:
    """How many rungs from the ordinary dose, and why it changed."""
    latest = max((s.started_at.date() for s in sessions), default=TODAY)
    now = standing(
        steps(), Side.LEFT, sessions, today=today or latest + timedelta(days=1), zone=UTC
    )
    return now.at - steps().start, now.because


def test_one_thing_changes_at_a_time_and_ceilings_end_it() -> None:
    for exercise in CATALOGUE.exercises.values():
        made = ladder(exercise, {}, older=False)
        for below, above in zip(
            made.rungs[made.start :], made.rungs[made.start + 1 :], strict=False
        ):
            ceilings = above.exercise.dose.ceilings
            assert above.sets <= ceilings.sets
            assert above.reps <= ceilings.reps
            assert above.hold_s <= ceilings.hold_s
            if above.variant is None:
                changed = [
                    name
                    for name in ("sets", "reps", "hold_s", "raise_s", "lower_s", "rest_s")
                    if getattr(below, name) != getattr(above, name)
                ]
                assert len(changed) == 1


def test_nobody_starts_anywhere_but_at_the_ordinary_dose() -> None:
    assert stands([]) == (0, None)


def test_three_good_sessions_make_it_harder_and_two_do_not() -> None:
    start = steps().start
    assert stands(good(GOOD_SESSIONS - 1, start)) == (0, None)
    assert stands(good(GOOD_SESSIONS, start)) == (1, Verdict.GOOD)
    later = good(GOOD_SESSIONS, start) + good(1, start + 1, first=GOOD_SESSIONS)
    assert stands(later) == (1, None), "it is new only once"


def test_six_good_sessions_are_two_steps_whatever_their_order_in_the_log() -> None:
    start = steps().start
    six = good(3, start) + good(3, start + 1, first=3)
    assert stands(six) == stands(six[::-1]) == (2, Verdict.GOOD)


@pytest.mark.parametrize(
    "spoilt",
    [{"effort": 8}, {"sets": 1}, {"faults": ("thigh-moves",)}],
    ids=["hard", "not whole", "a fault that stayed"],
)
def test_a_session_that_was_not_good_begins_the_count_anew(spoilt: dict[str, object]) -> None:
    start = steps().start
    dose = dose_at(steps(), start)
    middle = done_session(day(2), [dose], **spoilt)  # type: ignore[arg-type]
    assert stands([*good(2, start), middle, *good(2, start, first=3)]) == (0, None)
    assert stands([*good(2, start), middle, *good(3, start, first=3)]) == (1, Verdict.GOOD)


def hurt(score: int, *, pinch: bool = False, exercise_id: str | None = CONTROL.id) -> PainReport:
    return PainReport(
        at=datetime(2026, 1, 1, tzinfo=UTC),
        score=score,
        groin_pinch=pinch,
        exercise_id=exercise_id,
    )


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        ({"pain": [hurt(4)]}, Verdict.PAIN),
        ({"pain": [hurt(0, pinch=True)]}, Verdict.PAIN),
        ({"pain": [hurt(6, exercise_id=None)]}, Verdict.PAIN),
        ({"reps_half": 8}, Verdict.HALF_REPS),
        ({"effort": 9}, Verdict.EFFORT),
    ],
)
def test_back_at_once(spoilt: dict[str, object], why: Verdict) -> None:
    start = steps().start
    bad = done_session(day(3), [dose_at(steps(), start + 1)], **spoilt)  # type: ignore[arg-type]
    assert stands([*good(3, start), bad]) == (0, why)


def test_pain_within_the_limit_or_in_another_exercise_takes_nothing_back() -> None:
    start = steps().start
    dose = dose_at(steps(), start)
    for report in (hurt(3), hurt(8, exercise_id="clamshell")):
        three = [done_session(day(n), [dose], pain=[report]) for n in range(3)]
        assert stands(three) == (1, Verdict.GOOD)


def test_two_weeks_away_are_one_step_back_and_never_below_the_ordinary_dose() -> None:
    start = steps().start
    six = good(3, start) + good(3, start + 1, first=3)
    last = day(5)
    assert stands(six, today=last + timedelta(days=13))[0] == 2
    assert stands(six, today=last + timedelta(days=14)) == (1, Verdict.DAYS_OFF)
    assert stands(six, today=last + timedelta(days=300)) == (0, Verdict.DAYS_OFF)


def test_the_other_leg_is_not_moved() -> None:
    three = good(3, steps().start)
    now = standing(steps(), Side.RIGHT, three, today=TODAY, zone=UTC)
    assert now.at == steps().start
