"""What happened otherwise than drawn and planned is said with its date; nothing else is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from coxa.experiment import (
    Phase,
    Planned,
    Schedule,
    baseline_deviations,
    draw_schedule,
    pain_deviations,
    phases,
    schedule_deviations,
)
from coxa.quantities import Side
from coxa.records import DoneSet, KeptReading, Message, PainReport, Session
from coxa.wording import say
from tests.experiment.test_phases import SERIES

DRAWN_AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
SCHEDULE = draw_schedule(11, DRAWN_AT, DRAWN_AT.date(), weeks=6, readings_a_week=3, lead_days=8)
FIRST, OTHER = SCHEDULE.first_side, SCHEDULE.first_side.other
START, LATER = SCHEDULE.first_side_starts_on, SCHEDULE.second_side_starts_on
PLANNED = Planned(readings=3, exercise_days=5)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def read(day: date, side: Side) -> KeptReading:
    return KeptReading(
        id=f"{day.toordinal() * 2 + (side is Side.LEFT):032x}",
        taken_at=noon(day),
        series=SERIES,
        side=side,
        value_deg=30,
        error95_deg=8,
    )


def trained(day: date, side: Side) -> Session:
    at = noon(day) + timedelta(hours=2)
    done = DoneSet(
        at=at, exercise_id="clamshell", side=side, set_number=1, reps_done=8, hold_done_s=16
    )
    number = day.toordinal() * 2 + (side is Side.LEFT)
    return Session(id=f"{number:032x}", started_at=at, planned=(), done=(done,))


def as_planned(weeks: int, start: date = START) -> tuple[list[KeptReading], list[Session]]:
    """Read on all days before and three days a week later; exercise on five days a week."""
    end = start + timedelta(weeks=weeks)
    before = [DRAWN_AT.date() + timedelta(days=n) for n in range((start - DRAWN_AT.date()).days)]
    since = [start + timedelta(days=n) for n in range((end - start).days)]
    readings = [read(day, side) for day in before for side in Side]
    readings += [
        read(day, side) for k, day in enumerate(since) if k % 7 in (1, 3, 5) for side in Side
    ]
    sessions = [trained(day, FIRST) for k, day in enumerate(since) if k % 7 < 5]
    sessions += [trained(day, OTHER) for k, day in enumerate(since) if k % 7 < 5 and day >= LATER]
    return readings, sessions


def said(
    readings: list[KeptReading],
    sessions: list[Session],
    today: date,
    schedule: Schedule = SCHEDULE,
) -> dict[str, Message]:
    phased = phases(readings, sessions, zone=UTC)
    found = schedule_deviations(schedule, phased, sessions, PLANNED, today, UTC)
    assert all(say(message) for message in found)
    return {message.id: message for message in found}


def test_who_does_as_planned_hears_nothing() -> None:
    for weeks in (0, 1, 3, 6):
        readings, sessions = as_planned(weeks)
        assert said(readings, sessions, START + timedelta(weeks=weeks)) == {}
    readings, sessions = as_planned(6)
    assert said(readings, sessions, START + timedelta(weeks=30)) == {}


def test_the_wrong_hip_trained_ends_its_waiting_as_it_happened() -> None:
    readings, sessions = as_planned(4)
    wrong = START + timedelta(days=9)
    sessions += [trained(wrong, OTHER), trained(wrong + timedelta(days=1), OTHER)]
    message = said(readings, sessions, START + timedelta(weeks=4))["trained_while_waiting"]
    assert message.params == {
        "side": OTHER.value,
        "date": wrong.isoformat(),
        "planned": LATER.isoformat(),
        "days": 2,
    }
    later = [
        one.phase
        for one in phases(readings, sessions, zone=UTC)
        if one.reading.side is OTHER and one.reading.taken_at > noon(wrong)
    ]
    assert set(later) == {Phase.TRAINING}
    kept = [
        one.phase
        for one in phases(readings, sessions, zone=UTC)
        if one.reading.side is OTHER and noon(START) < one.reading.taken_at <= noon(wrong)
    ]
    assert set(kept) == {Phase.WAITING}


def test_a_start_at_another_time_is_told_with_both_days() -> None:
    early = START - timedelta(days=2)
    readings, sessions = as_planned(1, early)
    found = said(readings, sessions, early + timedelta(weeks=1))["started_early"]
    assert found.params["date"] == early.isoformat()
    assert found.params["planned"] == START.isoformat()
    late = START + timedelta(days=7)
    readings, sessions = as_planned(1, late)
    assert "started_late" in said(readings, sessions, late + timedelta(weeks=1))
    day_after = START + timedelta(days=1)
    readings, sessions = as_planned(1, day_after)
    assert said(readings, sessions, day_after + timedelta(weeks=1)) == {}


def test_a_hip_that_never_began_is_told_once_it_is_late() -> None:
    readings, _ = as_planned(0)
    assert said(readings, [], START + timedelta(days=6)) == {}
    found = said(readings, [], START + timedelta(days=7))
    assert found["not_started"].params["side"] == FIRST.value


def test_missed_readings_and_days_of_exercise_are_counted_in_whole_weeks() -> None:
    readings, sessions = as_planned(3)
    readings = [
        one
        for one in readings
        if one.taken_at.date() < START + timedelta(weeks=1) or one.side is OTHER
    ]
    sessions = [one for k, one in enumerate(sessions) if k not in (6, 8)]
    found = said(readings, sessions, START + timedelta(weeks=3, days=2))
    assert found["readings_missed"].params["missed"] == 6
    assert found["readings_missed"].params["planned"] == 9
    assert found["exercise_missed"].params["missed"] == 2
    last = START + timedelta(weeks=3, days=-1)
    assert found["exercise_missed"].params["date"] == last.isoformat()


def test_a_pause_has_its_first_and_last_day() -> None:
    readings, sessions = as_planned(6)
    hole = [START + timedelta(days=n) for n in range(12, 26)]
    sessions = [one for one in sessions if one.started_at.date() not in hole]
    found = said(readings, sessions, START + timedelta(weeks=6))["pause"]
    # The last exercise was on the fifth day of the second week, day 11.
    assert found.params["first"] == (START + timedelta(days=12)).isoformat()
    assert found.params["last"] == (START + timedelta(days=27)).isoformat()


def test_after_the_end_nothing_is_missed() -> None:
    readings, sessions = as_planned(2)
    ended = SCHEDULE.model_copy(update={"ended_at": noon(START + timedelta(weeks=2))})
    assert said(readings, sessions, START + timedelta(weeks=20), ended) == {}
    assert "exercise_missed" in said(readings, sessions, START + timedelta(weeks=4))


def test_pain_that_stopped_an_exercise_is_told_once_a_day() -> None:
    at = noon(START)
    reports = [
        PainReport(at=at, score=2, groin_pinch=True),
        PainReport(at=at + timedelta(minutes=5), score=8),
        PainReport(at=at + timedelta(days=1), score=1),
    ]
    (found,) = pain_deviations(reports, START, UTC)
    assert found.params == {"date": START.isoformat()}
    assert say(found).startswith(f"On {START.day} March 2026 pain stopped")
    assert pain_deviations(reports, START + timedelta(days=1), UTC) == ()
    many = [PainReport(at=at + timedelta(days=n), score=8) for n in range(9)]
    (often,) = pain_deviations(many, START, UTC)
    assert often.params == {"days": 9, "date": (START + timedelta(days=8)).isoformat()}


def test_a_waiting_hip_that_was_not_read_is_told() -> None:
    readings, sessions = as_planned(4)
    first, last = START + timedelta(days=1), START + timedelta(days=5)
    readings = [
        one for one in readings if one.side is FIRST or one.taken_at.date() not in (first, last)
    ]
    found = said(readings, sessions, START + timedelta(weeks=4))["unread_while_waiting"]
    assert found.params == {
        "side": OTHER.value,
        "days": 2,
        "read": 12,
        "date": last.isoformat(),
    }


def test_too_few_readings_before_training_are_said() -> None:
    days = [START + timedelta(days=n) for n in range(4)]
    readings = [read(day, FIRST) for day in days]
    late = [trained(days[3], FIRST)]
    (short,) = baseline_deviations(phases(readings, late, zone=UTC), late, UTC)
    assert short.id == "baseline_short"
    assert short.params["days"] == 2
    early = [trained(days[0], FIRST)]
    (none,) = baseline_deviations(phases(readings, early, zone=UTC), early, UTC)
    assert none.id == "training_before_baseline"
