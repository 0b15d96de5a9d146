"""As much as a report can have to tell: many series, exercises, deviations and pains."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coxa.app.answer_report import report_facts
from coxa.app.memory import MemoryStorage
from coxa.exchange.answer_report import Facts, Work
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Goal, Message, PainReport, PainTime, Series
from tests.app.courses import keep_course

FIRST = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
LONG_NAME = "A very long name of an exercise that somebody made for themselves, done slowly"
LONG_DEVIATION = Message(id="comparison_drawn_before", params={"date": "2026-03-02"})


def crowded_facts() -> Facts:
    """More of everything than fits on two pages."""
    storage = MemoryStorage()
    series = [
        Series(test=test, direction=way, mode=Mode.PASSIVE, device=device, method="m" * 40)
        for test in (Test.SEATED, Test.PRONE)
        for way in Direction
        for device in (Device.CAMERA, Device.OTHER)
    ]
    for number, one in enumerate(series):
        keep_course(storage, FIRST, of=one, seed=20 + number, sessions=number == 0)
    return replace(
        report_facts(storage, {}, now=FIRST + timedelta(days=43)),
        goal=Goal(words="W" * 10 + " wide words" * 17),
        work=[Work(f"{LONG_NAME} {n}", side, 5.0) for n in range(30) for side in Side],
        fixed=[LONG_DEVIATION] * 40,
        deviations=[LONG_DEVIATION] * 40,
        pain=[PainReport(at=FIRST, score=3, when=when) for when in PainTime],
    )
