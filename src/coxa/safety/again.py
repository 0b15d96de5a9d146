"""When the questions are asked again: each answer has its time, and the log may ask sooner.

The rules stand in one table, ``RULES``. What they ask counts from a moment: answers given up to it
no longer count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coxa.records import Message, Moment, PainReport, Record, ScreeningAnswers
from coxa.safety.pain import STOP_TODAY_ABOVE, after_pain, kind_of, stop_signs
from coxa.safety.questions import CHANGED, QUESTIONS

LONG_PAUSE = timedelta(weeks=6)
"""After so long without a reading or a session much may have changed."""

AHEAD = timedelta(days=1)
"""Clocks are set back by hours; what lies further ahead is nobody's answer yet."""


class AskedAnew(Record):
    """Why all questions are asked once more."""

    since: Moment
    """Answers given up to this moment no longer count."""
    why: Message


@dataclass(frozen=True)
class Log:
    """What the rules look at.

    Attributes
    ----------
    pain : all reports, in any order.
    active_at : the last reading, session or report; ``None`` before the first.
    """

    pain: Sequence[PainReport]
    active_at: datetime | None
    now: datetime


@dataclass(frozen=True)
class Rule:
    """One reason to ask everything again: the moment from which it holds, or ``None``."""

    message_id: str
    since: Callable[[Log], datetime | None]


def _last(log: Log, calls_for_it: Callable[[PainReport], bool]) -> datetime | None:
    told = (r.at for r in log.pain if r.at <= log.now and calls_for_it(r))
    return max(told, default=None)


def _stop_sign(log: Log) -> datetime | None:
    return _last(log, lambda report: bool(stop_signs(report)))


def _much_pain(log: Log) -> datetime | None:
    return _last(log, lambda report: report.score > STOP_TODAY_ABOVE)


def _rising_pain(log: Log) -> datetime | None:
    return _last(log, lambda r: after_pain(r, kind_of(r), log.pain).see_someone)


def _long_pause(log: Log) -> datetime | None:
    ends = None if log.active_at is None else log.active_at + LONG_PAUSE
    return ends if ends is not None and ends <= log.now else None


RULES = (
    Rule("asked_anew_stop_sign", _stop_sign),
    Rule("asked_anew_much_pain", _much_pain),
    Rule("asked_anew_rising_pain", _rising_pain),
    Rule("asked_anew_pause", _long_pause),
)
"""The first rule of the latest moment is the one that is told."""


def asked_anew(
    pain: Sequence[PainReport], active_at: datetime | None, now: datetime
) -> AskedAnew | None:
    """Whether the log asks for all questions once more, from when on, and why."""
    log = Log(pain, active_at, now)
    found = [(since, rule) for rule in RULES if (since := rule.since(log)) is not None]
    if not found:
        return None
    since, rule = max(found, key=lambda entry: entry[0])
    return AskedAnew(since=since, why=Message(id=rule.message_id))


def answers_that_count(
    screenings: Sequence[ScreeningAnswers], now: datetime, asked_anew_since: datetime | None = None
) -> Mapping[str, bool]:
    """The latest answer to each question, unless it has grown old or was called into question.

    A follow-up counts only beside the answer that it followed; after a yes to ``CHANGED`` nothing
    from before counts.
    """
    counted: dict[str, tuple[datetime, bool]] = {}
    for told in sorted(screenings, key=lambda answers: answers.at):
        if told.at > now + AHEAD or (asked_anew_since and told.at <= asked_anew_since):
            continue
        if told.answers.get(CHANGED.id):
            counted = {}
        for question in QUESTIONS:
            if question.asked_if in told.answers:
                counted.pop(question.id, None)
        counted |= {key: (told.at, yes) for key, yes in told.answers.items()}
    days = {question.id: question.every_days for question in QUESTIONS}
    return {
        key: yes
        for key, (at, yes) in counted.items()
        if key in days and now - at <= timedelta(days=days[key])
    }
