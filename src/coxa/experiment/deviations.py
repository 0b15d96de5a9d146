"""What happened otherwise than a fair comparison would want, each with its date.

It is told, and nothing is left out for it: the analysis takes what was really done, when it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from itertools import pairwise

from coxa.experiment.phases import WANTED_BASELINE_DAYS, Phased, first_sets
from coxa.experiment.schedule import WEEK_DAYS, Schedule
from coxa.quantities import Side
from coxa.records import Message, PainReport, Phase, Session
from coxa.safety import after_pain, kind_of

LATE_DAYS = 6
"""So many days after the drawn one a start is no deviation: some have time on one weekday only."""

PAUSE_DAYS = 7
"""Longer without exercise is a pause; the answer's model counts it as none, too."""

MOST_PAIN_DAYS = 3
"""More are told in one sentence."""


@dataclass(frozen=True)
class Planned:
    """What the plan asks for in a week of training."""

    readings: int
    exercise_days: int


def baseline_deviations(
    phased: Sequence[Phased], sessions: Sequence[Session], zone: tzinfo | None = None
) -> tuple[Message, ...]:
    """Too few readings before training, once for each side that trains."""
    found = []
    for side in sorted(first_sets(sessions)):
        days = len(_reading_days(phased, side, Phase.BASELINE, zone))
        if days == 0:
            found.append(_said("training_before_baseline", side=side.value))
        elif days < WANTED_BASELINE_DAYS:
            found.append(
                _said("baseline_short", side=side.value, days=days, wanted=WANTED_BASELINE_DAYS)
            )
    return tuple(found)


def schedule_deviations(
    schedule: Schedule,
    phased: Sequence[Phased],
    sessions: Sequence[Session],
    planned: Planned,
    today: date,
    zone: tzinfo | None = None,
) -> tuple[Message, ...]:
    """What was otherwise than drawn and planned, up to the planned end or the end of the
    comparison.

    Parameters
    ----------
    today
        What was planned for this day is not missed yet.
    """
    until = min(day for day in (today, _end(schedule, zone)) if day is not None)
    exercised = {side: _exercise_days(sessions, side, zone) for side in Side}
    return (
        *_first_start(schedule, exercised[schedule.first_side], until),
        *_other_start(schedule, exercised[schedule.first_side.other], until),
        *_unread_while_waiting(schedule, phased, zone),
        *_missed(schedule, phased, exercised[schedule.first_side], planned, until, zone),
        *_pauses(schedule.first_side, exercised[schedule.first_side], until),
    )


def pain_deviations(
    reports: Sequence[PainReport], since: date, zone: tzinfo | None = None
) -> tuple[Message, ...]:
    """The days on which pain ended an exercise or a session; many of them in one sentence."""
    stopped = {
        report.at.astimezone(zone).date()
        for report in reports
        if (decided := after_pain(report, kind_of(report))).stop_exercise or decided.stop_today
    }
    days = sorted(day for day in stopped if day >= since)
    if len(days) <= MOST_PAIN_DAYS:
        return tuple(_said("pain_stopped", date=day.isoformat()) for day in days)
    return (_said("pain_stopped_often", days=len(days), date=days[-1].isoformat()),)


def _end(schedule: Schedule, zone: tzinfo | None) -> date | None:
    """The day after the last one that was planned; that one has the last reading."""
    ended = schedule.ended_at and schedule.ended_at.astimezone(zone).date()
    planned = schedule.planned_end_on and schedule.planned_end_on + timedelta(days=1)
    return min((day for day in (ended, planned) if day), default=None)


def _first_start(schedule: Schedule, days: Sequence[date], until: date) -> Iterator[Message]:
    side, drawn = schedule.first_side, schedule.first_side_starts_on
    if days and days[0] < drawn:
        yield _moved("started_early", side, days[0], drawn)
    elif days and days[0] > drawn + timedelta(days=LATE_DAYS):
        yield _moved("started_late", side, days[0], drawn)
    elif not days and until > drawn + timedelta(days=LATE_DAYS):
        yield _said("not_started", side=side.value, planned=drawn.isoformat())


def _other_start(schedule: Schedule, days: Sequence[date], until: date) -> Iterator[Message]:
    """The hip that was to wait: trained all the same, or beginning late."""
    side, drawn = schedule.first_side.other, schedule.second_side_starts_on
    early = [day for day in days if day < drawn]
    if early:
        said = _moved("trained_while_waiting", side, early[0], drawn)
        yield said.model_copy(update={"params": said.params | {"days": len(early)}})
    elif days and days[0] > drawn + timedelta(days=LATE_DAYS):
        yield _moved("started_late", side, days[0], drawn)
    elif not days and until > drawn + timedelta(days=LATE_DAYS):
        yield _said("not_started", side=side.value, planned=drawn.isoformat())


def _unread_while_waiting(
    schedule: Schedule, phased: Sequence[Phased], zone: tzinfo | None
) -> Iterator[Message]:
    """Days on which the training hip was read, and the one that waits beside it was not."""
    other = schedule.first_side.other
    training = _reading_days(phased, schedule.first_side, Phase.TRAINING, zone)
    waiting = set(_reading_days(phased, other, Phase.WAITING, zone))
    begun = min(_reading_days(phased, other, Phase.TRAINING, zone), default=date.max)
    asked = [day for day in training if day < min(schedule.second_side_starts_on, begun)]
    missing = [day for day in asked if day not in waiting]
    if missing:
        yield _said(
            "unread_while_waiting",
            side=other.value,
            days=len(missing),
            read=len(asked),
            date=missing[-1].isoformat(),
        )


def _missed(
    schedule: Schedule,
    phased: Sequence[Phased],
    exercised: Sequence[date],
    planned: Planned,
    until: date,
    zone: tzinfo | None,
) -> Iterator[Message]:
    """Readings and days of exercise left out in the whole weeks since the first hip began."""
    if not exercised:
        return
    # The reading of the first day comes before the first exercise; so each week ends with one.
    weeks = max((until - exercised[0]).days - 1, 0) // WEEK_DAYS
    end = exercised[0] + timedelta(days=WEEK_DAYS * weeks)
    days = _reading_days(phased, schedule.first_side, Phase.TRAINING, zone)
    read = [day for day in days if day <= end]
    trained = [day for day in exercised if day < end]
    asked = schedule.readings_a_week or planned.readings
    for name, wanted, done in (
        ("readings_missed", weeks * asked, len(read)),
        ("exercise_missed", weeks * planned.exercise_days, len(trained)),
    ):
        if done < wanted:
            last = end - timedelta(days=1)
            yield _said(name, missed=wanted - done, planned=wanted, date=last.isoformat())


def _pauses(side: Side, exercised: Sequence[date], until: date) -> Iterator[Message]:
    for before, after in pairwise([*(day for day in exercised if day < until), until]):
        if (after - before).days > PAUSE_DAYS:
            yield _said(
                "pause",
                side=side.value,
                first=(before + timedelta(days=1)).isoformat(),
                last=(after - timedelta(days=1)).isoformat(),
            )


def _exercise_days(sessions: Sequence[Session], side: Side, zone: tzinfo | None) -> Sequence[date]:
    """Different days with an acknowledged set, oldest first."""
    done = (one for session in sessions for one in session.done if one.side is side)
    return sorted({one.at.astimezone(zone).date() for one in done})


def _reading_days(
    phased: Sequence[Phased], side: Side, phase: Phase, zone: tzinfo | None
) -> Sequence[date]:
    """Different days with a reading that counts, oldest first."""
    return sorted(
        {
            one.reading.taken_at.astimezone(zone).date()
            for one in phased
            if one.reading.side is side and one.phase is phase and not one.reading.after_exercise
        }
    )


def _moved(message_id: str, side: Side, real: date, planned: date) -> Message:
    return _said(message_id, side=side.value, date=real.isoformat(), planned=planned.isoformat())


def _said(message_id: str, **params: str | int) -> Message:
    return Message(id=message_id, params=dict(params))
