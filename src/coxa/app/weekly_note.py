"""The short note of the week: what was done, where the answer stands, and how it moved.

It speaks of the last whole week, Monday to Sunday, so it changes once a week, however often one
looks.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

from coxa import evidence
from coxa.app.answer import exercised, planned_readings
from coxa.app.history import days_of, finished_sessions, own_readings
from coxa.app.storage import Storage
from coxa.evidence import (
    Answer,
    SeriesAnswer,
    SideAnswer,
    hip_words,
    lead_series,
    lead_side,
    signed,
    unsigned,
)
from coxa.experiment import first_sets, phases
from coxa.quantities import Side
from coxa.records import Message, Series
from coxa.wording import SENTENCES

WEEK = timedelta(days=7)


def weekly_note(storage: Storage, *, now: datetime) -> tuple[Message, ...]:
    """A few sentences, the same from Monday to Sunday; none before the first week is over."""
    monday = _monday(now)
    done = _done(storage, monday)
    answer = _answer_before(storage, monday, now.tzinfo)
    if done is None or answer is None:
        return ()
    found = lead_series(answer)
    if found is None:
        return (done,)
    side = lead_side(found)
    earlier = _answer_before(storage, _monday(monday - WEEK), now.tzinfo)
    before = _same(earlier, found.series, side) if earlier else None
    return (done, *_moved(found, side, before))


def _monday(now: datetime) -> datetime:
    """The beginning of the week, by the clock of ``now``."""
    day = now.date() - timedelta(days=now.weekday())
    return datetime.combine(day, time(), now.tzinfo)


def _done(storage: Storage, until: datetime) -> Message | None:
    """What was read and done in the week before ``until``; ``None`` when nothing ever was."""
    readings = [one for one in own_readings(storage) if one.taken_at < until]
    sessions = [one for one in finished_sessions(storage) if one.started_at < until]
    if not (readings or sessions):
        return None
    since = _monday(until - WEEK)
    zone = until.tzinfo
    assert zone is not None, "a moment of a person's clock has its zone"
    days = len(days_of([one for one in readings if one.taken_at >= since], zone))
    lately = [one for one in sessions if one.started_at >= since]
    if not (days or lately):
        return Message(id="week_nothing")
    minutes = sum(one.minutes for one in exercised(lately))
    return Message(
        id="week_done",
        params={"days": days, "sessions": len(lately), "minutes": round(minutes)},
    )


def _answer_before(storage: Storage, until: datetime, zone: tzinfo | None) -> Answer | None:
    """The answer as it stood; ``None`` where there was no reading yet."""
    readings = [one for one in own_readings(storage) if one.taken_at < until]
    sessions = [one for one in finished_sessions(storage) if one.started_at < until]
    if not readings:
        return None
    return evidence.answer(
        phases(readings, sessions, zone=zone),
        exercised=exercised(sessions),
        starts=first_sets(sessions),
        planned_readings=planned_readings(storage),
        zone=zone,
    )


def _same(answer: Answer, series: Series, side: Side) -> SideAnswer | None:
    for one in answer.series:
        if one.series == series:
            return one.sides.get(side)
    return None


def _moved(answer: SeriesAnswer, side: Side, before: SideAnswer | None) -> tuple[Message, ...]:
    own, direction = answer.sides[side], answer.series.direction.value
    hip = hip_words(side)
    if own.gain_deg is None or own.interval95_deg is None:
        return (Message(id=f"week_open_{direction}", params={"hip": hip}),)
    stood: dict[str, str | int | float | bool] = {
        "hip": hip,
        "gain": signed(own.gain_deg),
        "margin": _margin(own.interval95_deg),
        "verdict": SENTENCES[f"verdict_{own.verdict.value}"],
    }
    said = [Message(id=f"week_stands_{direction}", params=stood)]
    if before is not None and before.gain_deg is not None and before.interval95_deg is not None:
        earlier: dict[str, str | int | float | bool] = {
            "before": signed(before.gain_deg),
            "margin": _margin(before.interval95_deg),
            "verdict": SENTENCES[f"verdict_{before.verdict.value}"],
        }
        same = "same" if before.verdict is own.verdict else "other"
        said.append(Message(id=f"week_before_{same}", params=earlier))
    return tuple(said)


def _margin(interval95_deg: tuple[float, float]) -> str:
    low, high = interval95_deg
    return unsigned((high - low) / 2)
