"""A plan as a calendar file (RFC 5545): an event with a reminder for each day that has work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from coxa.catalogue import Exercise
from coxa.exchange.drawing import Words
from coxa.records import Plan, PlanDay

REMIND_BEFORE = timedelta(minutes=15)
ALL_DAY_REMINDER = timedelta(hours=8)
"""Where no hour is known the reminder comes in the morning of the day."""
LEAST_LENGTH = timedelta(minutes=5)
_NAMESPACE = UUID("6f0c3a52-2f0e-4c0e-9d5f-7a1f6d1b8e11")
"""Of no meaning; with the day in it, the same day always has the same name in a calendar."""


def calendar_of(
    plan: Plan,
    exercises: Mapping[str, Exercise],
    *,
    words: Words,
    at: time | None,
    made_at: datetime,
) -> bytes:
    """The file. Downloaded anew, it moves the days that a calendar has already.

    Parameters
    ----------
    words
        How it speaks; the exercises are handed in in the same language.
    at
        The usual hour, by the clock on the wall wherever the calendar is; ``None``: the whole day.
    made_at
        Aware; when the file is made.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//coxa//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for day in plan.days:
        if day.doses or day.reading_due:
            calendar.add_component(_event(day, exercises, words, at, made_at))
    return bytes(calendar.to_ical())


def _event(
    day: PlanDay,
    exercises: Mapping[str, Exercise],
    words: Words,
    at: time | None,
    made_at: datetime,
) -> Event:
    title = words(_title(day))
    event = Event()
    event.add("uid", f"{uuid5(_NAMESPACE, day.day.isoformat())}@coxa")
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("summary", title)
    event.add("description", _description(day, exercises, words))
    event.add("transp", "TRANSPARENT")
    if at is None:
        event.add("dtstart", day.day)
        event.add("dtend", day.day + timedelta(days=1))
    else:
        event.add("dtstart", _on(day.day, at))
        event.add("duration", max(LEAST_LENGTH, timedelta(minutes=round(day.minutes))))
    event.add_component(_alarm(title, ALL_DAY_REMINDER if at is None else -REMIND_BEFORE))
    return event


def _title(day: PlanDay) -> str:
    if not day.doses:
        return "calendar_reading"
    return "calendar_both" if day.reading_due else "calendar_session"


def _description(day: PlanDay, exercises: Mapping[str, Exercise], words: Words) -> str:
    names = dict.fromkeys(exercises[dose.exercise_id].name for dose in day.doses)
    first = [words("calendar_cold")] if day.reading_due else []
    return "\n".join([*first, *names, words("calendar_minutes", minutes=round(day.minutes))])


def _on(day: date, at: time) -> datetime:
    """Without a zone, so that the hour stays the same one on a journey."""
    return datetime.combine(day, at.replace(tzinfo=None))


def _alarm(title: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", trigger)
    return alarm
