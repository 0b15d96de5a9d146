"""A dated plan from readings, safety, wishes and the log. Pure: same inputs, same plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta, tzinfo

from coxa.catalogue import Catalogue
from coxa.experiment import Schedule
from coxa.programme.choice import at_hand
from coxa.programme.day import Circumstances, DayMaker
from coxa.programme.deficits import deficit
from coxa.programme.duration import session_s
from coxa.programme.ladder import OLDER_FROM_YEARS
from coxa.programme.ledger import Ledger
from coxa.programme.timeline import Timeline, comparable_days, days_read, trained_from
from coxa.programme.week import WEEKS
from coxa.programme.whole import Whole, left_out, reasons
from coxa.quantities import Direction, Side
from coxa.records import Dose, KeptReading, Message, Plan, PlanDay, Preferences, Session
from coxa.safety import Clearance, PainStanding, allowed_exercises, possible_bony_limit

READING_MINUTES = 3.0


def make_plan(
    *,
    readings: Sequence[KeptReading],
    clearance: Clearance,
    catalogue: Catalogue,
    today: date,
    sessions: Sequence[Session] = (),
    pain: PainStanding | None = None,
    preferences: Preferences | None = None,
    schedule: Schedule | None = None,
    days: int = 14,
    start_now: bool = False,
    age_years: int | None = None,
    zone: tzinfo | None = None,
) -> Plan:
    """The coming ``days`` days: readings, exercises, and a reason for each.

    Exercises begin after ``READINGS_BEFORE_TRAINING`` reading days of one series, or at once with
    ``start_now`` (and a word on what is lost), or when a session was done already; with a
    ``schedule`` each hip begins on its own day, and the one that waits is left alone. Nothing is
    planned that safety closes, nothing over the catalogue's ceilings, nothing longer than the
    person's minutes, no side stretched for more than ten minutes in any seven days.
    """
    pain, preferences = pain or PainStanding(), preferences or Preferences()
    closed = _closed(clearance, pain, readings)
    if closed:
        return Plan(made_on=today, days=(), reasons=closed)
    timeline = _timeline(
        readings, sessions, schedule, preferences, clearance, today, start_now, zone
    )
    given = _circumstances(
        readings, clearance, catalogue, pain, preferences, sessions, today, age_years, zone
    )
    whole = Whole(
        readings=readings,
        pain=pain,
        preferences=preferences,
        schedule=schedule,
        today=today,
        deficits=given.deficits,
        days_read=len(days_read(readings, zone)),
        comparable=len(comparable_days(readings, zone)),
        trained=bool(trained_from(sessions, zone)),
        start_now=start_now,
        may_train=bool(timeline.sides(today)),
    )
    maker = DayMaker(given, Ledger(sessions, catalogue, zone))
    coming = [today + timedelta(days=n) for n in range(days)]
    made = tuple(_day(day, timeline, maker, given, pain) for day in coming)
    return Plan(
        made_on=today,
        days=made,
        reasons=reasons(whole, maker),
        left_out=left_out(clearance, catalogue, pain, preferences, given.slots),
    )


def _closed(
    clearance: Clearance, pain: PainStanding, readings: Sequence[KeptReading]
) -> tuple[Message, ...]:
    """Why there is no plan at all; empty when there can be one."""
    if not clearance.sessions_allowed or pain.see_someone:
        because = clearance.because or ((pain.message,) if pain.message else ())
        return because or (Message(id="plan_blocked"),)
    if not clearance.tests_allowed and not readings:
        return (Message(id="plan_cannot_measure"), *clearance.advice)
    return ()


def _timeline(
    readings: Sequence[KeptReading],
    sessions: Sequence[Session],
    schedule: Schedule | None,
    preferences: Preferences,
    clearance: Clearance,
    today: date,
    start_now: bool,
    zone: tzinfo | None,
) -> Timeline:
    return Timeline(
        reading_days=days_read(readings, zone),
        comparable_days=comparable_days(readings, zone),
        trained_from=trained_from(sessions, zone),
        schedule=schedule,
        free_days=preferences.weekdays,
        begin_on=today if start_now else None,
        tests_open=clearance.tests_allowed,
    )


def _circumstances(
    readings: Sequence[KeptReading],
    clearance: Clearance,
    catalogue: Catalogue,
    pain: PainStanding,
    preferences: Preferences,
    sessions: Sequence[Session],
    today: date,
    age_years: int | None,
    zone: tzinfo | None,
) -> Circumstances:
    slots = WEEKS[preferences.wanted]
    deficits = {direction: deficit(readings, direction, zone) for direction in Direction}
    return Circumstances(
        exercises=catalogue.exercises,
        open_ids=frozenset(
            one.id
            for one in allowed_exercises(clearance, catalogue)
            if one.id not in pain.paused_exercises and at_hand(one, preferences)
        ),
        slots=slots,
        minutes=preferences.minutes,
        deficits=deficits,
        order=deficits[slots[0].directions[0]].order,
        sessions=sessions,
        halved_by_pain=pain.step_back,
        bony_limit=frozenset(side for side in Side if possible_bony_limit(readings, side)),
        older=age_years is not None and age_years > OLDER_FROM_YEARS,
        today=today,
        zone=zone,
    )


def _day(
    day: date, timeline: Timeline, maker: DayMaker, given: Circumstances, pain: PainStanding
) -> PlanDay:
    stop = pain.stop_today and day == given.today
    reading_due = timeline.reading_due(day)
    sides = () if stop else timeline.sides(day)
    doses = maker.doses(day, sides, waiting=timeline.is_waiting(day))
    timeline.enter(day, reading=reading_due, trained={dose.side for dose in doses})
    return PlanDay(
        day=day,
        phase=timeline.phase(day),
        reading_due=reading_due,
        doses=doses,
        minutes=_minutes(doses, given, reading_due),
        note=pain.message if stop else _note(doses, reading_due),
    )


def _minutes(doses: Sequence[Dose], given: Circumstances, reading_due: bool) -> float:
    reading = READING_MINUTES if reading_due else 0.0
    return round(session_s(doses, given.exercises) / 60 + reading, 1)


def _note(doses: Sequence[Dose], reading_due: bool) -> Message | None:
    if doses:
        return None
    return Message(id="plan_day_reading" if reading_due else "plan_day_rest")
