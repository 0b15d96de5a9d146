"""The calendar file: read by a parser, and held to the standard's rules for lines byte by byte."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from coxa.catalogue import load_catalogue
from coxa.exchange import Words
from coxa.exchange.calendar import calendar_of
from coxa.quantities import Side
from coxa.records import Dose, Message, Plan, PlanDay

EXERCISES = load_catalogue().exercises
MONDAY = date(2026, 3, 2)
MADE_AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def dose(exercise_id: str) -> Dose:
    return Dose(
        exercise_id=exercise_id, side=Side.LEFT, sets=3, hold_s=30, reason=Message(id="why")
    )


PLAN = Plan(
    made_on=MONDAY,
    days=(
        PlanDay(day=MONDAY, reading_due=True, doses=(dose("twisted-legs"),), minutes=9.4),
        PlanDay(day=MONDAY + timedelta(days=1)),
        PlanDay(day=MONDAY + timedelta(days=2), doses=(dose("clamshell"),), minutes=6.6),
        PlanDay(day=MONDAY + timedelta(days=3), reading_due=True, minutes=3),
    ),
)


def file_of(
    at: time | None = time(7, 15), words: Words | None = None, made_at: datetime = MADE_AT
) -> bytes:
    return calendar_of(PLAN, EXERCISES, words=words or Words(), at=at, made_at=made_at)


def events(file: bytes) -> list[Component]:
    calendar = Calendar.from_ical(file)
    assert isinstance(calendar, Component)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def test_each_day_with_something_due_has_one_event_and_a_day_of_rest_none() -> None:
    found = events(file_of())
    assert [str(event["SUMMARY"]) for event in found] == [
        "coxa: measure, then exercises",
        "coxa: exercises",
        "coxa: measure",
    ]
    assert [event.decoded("DTSTART").date() for event in found] == [
        day.day for day in PLAN.days if day.doses or day.reading_due
    ]


def test_the_hour_is_the_one_on_the_wall_wherever_the_calendar_is() -> None:
    start = events(file_of())[0].decoded("DTSTART")
    assert start == datetime(2026, 3, 2, 7, 15)  # noqa: DTZ001 (a floating time has no zone)
    assert b"DTSTART:20260302T071500\r\n" in file_of(), "neither Z nor TZID"
    assert events(file_of())[0].decoded("DURATION") == timedelta(minutes=9)


def test_without_an_hour_the_whole_day_is_meant() -> None:
    event = events(file_of(at=None))[0]
    assert event.decoded("DTSTART") == MONDAY
    assert event.decoded("DTEND") == MONDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "trigger"), [(time(7, 15), timedelta(minutes=-15)), (None, timedelta(hours=8))]
)
def test_every_event_reminds(at: time | None, trigger: timedelta) -> None:
    for event in events(file_of(at=at)):
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("TRIGGER") == trigger
        assert str(alarm["ACTION"]) == "DISPLAY"


def test_the_same_day_keeps_its_name_in_a_later_file() -> None:
    """So a calendar renews what it has, and adds nothing twice."""
    later = file_of(at=time(19), made_at=MADE_AT + timedelta(days=3))
    names = [str(event["UID"]) for event in events(file_of())]
    assert names == [str(event["UID"]) for event in events(later)]
    assert len(set(names)) == len(names)


def test_lines_are_folded_and_ended_as_the_standard_says_and_long_words_survive() -> None:
    """RFC 5545, 3.1 and 3.3.11: at most 75 bytes and CRLF; comma, semicolon, newline escaped."""
    long = "Üben; messen, dann: " + "ÄÖÜ " * 60 + "\\ Ende"
    file = file_of(words=Words(say=lambda message: long))
    lines = file.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    unfolded = file.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Üben\\; messen\\, dann: " in unfolded
    assert "\\\\ Ende" in unfolded
    assert str(events(file)[0]["SUMMARY"]) == long


def test_the_description_names_what_is_due_once() -> None:
    told = str(events(file_of())[0]["DESCRIPTION"]).split("\n")
    assert told == [
        "Measure first: cold, before any exercise.",
        EXERCISES["twisted-legs"].name,
        "About 9 minutes.",
    ]
