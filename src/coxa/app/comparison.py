"""A fair comparison: the order of the hips is drawn, sealed and kept before any exercise."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from coxa.app.history import finished_sessions, own_readings
from coxa.app.screening import clearance
from coxa.app.storage import Storage
from coxa.errors import UsageFault
from coxa.experiment import START_WINDOW_DAYS, Planned, Schedule, draw_schedule
from coxa.programme import READINGS_A_WEEK, READINGS_BEFORE_TRAINING, STRETCH_DAYS, comparable_days
from coxa.records import KeptReading, Message
from coxa.safety import require_session, require_test

SEED_BITS = 53
"""As many as a number in JSON carries without loss."""

WEEKS_TO_CHOOSE = (4, 6, 8, 12)
USUAL_WEEKS = 6


def can_begin_comparison(storage: Storage) -> bool:
    """Only before the first exercise: afterwards there is no untouched start to compare with."""
    return storage.experiment() is None and not _has_trained(storage)


def require_comparison_open(storage: Storage, *, now: datetime) -> None:
    """Let whoever may begin a comparison pass.

    Raises
    ------
    BlockedForSafety
        When the person may not measure or exercise.
    UsageFault
        ``comparison_there`` when one is under way; ``comparison_too_late`` after exercises.
    """
    cleared = clearance(storage, now)
    require_test(cleared)
    require_session(cleared, ())
    if storage.experiment() is not None:
        raise UsageFault("comparison_there")
    if not can_begin_comparison(storage):
        raise UsageFault("comparison_too_late")


def begin_comparison(
    storage: Storage, *, now: datetime, weeks: int = USUAL_WEEKS, readings_a_week: int | None = None
) -> Schedule:
    """Draw by lot which hip begins and when, seal it with its length and keep it.

    Parameters
    ----------
    weeks
        Training of the first hip up to the planned end.
    readings_a_week
        Meanwhile; as many as the plan asks for and the days allow, where nothing is said.

    Raises
    ------
    BlockedForSafety, UsageFault
        As :func:`require_comparison_open`.
    """
    require_comparison_open(storage, now=now)
    schedule = draw_schedule(
        secrets.randbits(SEED_BITS),
        now,
        now.date(),
        weeks=weeks,
        readings_a_week=readings_a_week or planned_readings_a_week(storage),
        lead_days=lead_days(storage, now),
    )
    storage.save_experiment(schedule)
    return schedule


def end_comparison(storage: Storage, *, now: datetime) -> None:
    """Go on with the usual plan. The schedule stays in the record, as ended."""
    schedule = storage.experiment()
    if schedule is not None:
        storage.save_experiment(schedule.model_copy(update={"ended_at": now.astimezone(UTC)}))


def planned(storage: Storage) -> Planned:
    """A week of training as the plan asks for it."""
    return Planned(
        readings=planned_readings_a_week(storage),
        exercise_days=min(STRETCH_DAYS, len(storage.preferences().weekdays)),
    )


def planned_readings_a_week(storage: Storage) -> int:
    """Readings while a hip trains, on the weekdays with time."""
    return min(READINGS_A_WEEK, len(storage.preferences().weekdays))


def waits_now(storage: Storage, *, now: datetime) -> Message | None:
    """Which hip is to wait today; ``None`` where none is, or no comparison is under way."""
    schedule = storage.experiment()
    if schedule is None or now.date() >= schedule.second_side_starts_on:
        return None
    if now.date() < schedule.first_side_starts_on:
        return Message(id="wait_both", params={"date": schedule.first_side_starts_on.isoformat()})
    return Message(
        id="wait_one",
        params={
            "side": schedule.first_side.other.value,
            "date": schedule.second_side_starts_on.isoformat(),
        },
    )


def lead_days(storage: Storage, now: datetime) -> int:
    """Days until the readings before training can be complete, when each free day is used."""
    read = comparable_days(cold_readings(storage), now.tzinfo)
    free = storage.preferences().weekdays
    missing = READINGS_BEFORE_TRAINING - len(read)
    day = now.date()
    while missing > 0:
        missing -= day.weekday() in free and day not in read
        day += timedelta(days=1)
    return (day - now.date()).days


def start_window(storage: Storage, *, now: datetime) -> tuple[date, date]:
    """The first and the last day on which the lot may let the first hip begin."""
    earliest = now.date() + timedelta(days=lead_days(storage, now))
    return earliest, earliest + timedelta(days=START_WINDOW_DAYS - 1)


def cold_readings(storage: Storage) -> Sequence[KeptReading]:
    """The person's own readings that can be compared at all."""
    return [one for one in own_readings(storage) if not one.after_exercise]


def _has_trained(storage: Storage) -> bool:
    return any(session.done for session in finished_sessions(storage))
