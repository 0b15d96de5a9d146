"""What is due now: exactly one thing, how long it takes, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coxa.app.history import all_pain, finished_sessions, own_readings
from coxa.app.plan import current_plan, day_of
from coxa.app.screening import clearance, standing_pain, why_asked_anew
from coxa.app.storage import Storage
from coxa.records import Message, PainTime, PlanDay

READING_MINUTES = 5


class Due(StrEnum):
    """The one thing."""

    WELCOME = "welcome"
    QUESTIONS = "questions"
    SEE_SOMEONE = "see-someone"
    MORNING = "morning"
    READING = "reading"
    SESSION = "session"
    STOPPED = "stopped"
    """Pain or a stop sign ended the day."""
    REST = "rest"


@dataclass(frozen=True)
class Today:
    """The one thing that is due, and the plan of the day behind it."""

    due: Due
    why: Message
    minutes: float | None = None
    day: PlanDay | None = None


def due_today(storage: Storage, *, now: datetime) -> Today:
    """Decide what to put on the one large button.

    What stops a person comes first, then the questions, then the morning question after a
    session, then a reading (cold, so before exercising), then the session, then rest.
    """
    cleared = clearance(storage, now)
    standing = standing_pain(storage, now)
    if cleared.because:
        return Today(Due.SEE_SOMEONE, cleared.because[0])
    if standing.message is not None and standing.see_someone:
        return Today(Due.SEE_SOMEONE, standing.message)
    if standing.message is not None and standing.stop_today:
        return Today(Due.STOPPED, standing.message)
    if cleared.must_ask:
        return _questions(storage, now)
    if morning_question_due(storage, now=now):
        return Today(Due.MORNING, Message(id="today_morning"), minutes=1)
    if not cleared.tests_allowed and not own_readings(storage):
        return Today(Due.REST, Message(id="plan_cannot_measure"))
    return _by_plan(storage, now)


def _questions(storage: Storage, now: datetime) -> Today:
    if not storage.screenings():
        return Today(Due.WELCOME, Message(id="today_questions_first"), minutes=2)
    anew = why_asked_anew(storage, now)
    if anew is not None and anew.since >= storage.screenings()[-1].at:
        return Today(Due.QUESTIONS, anew.why, minutes=2)
    return Today(Due.QUESTIONS, Message(id="today_questions_again"), minutes=1)


def morning_question_due(storage: Storage, *, now: datetime) -> bool:
    """Whether a session ended yesterday and this morning's pain has not been told yet."""
    yesterday = now.date() - timedelta(days=1)
    trained = any(
        session.started_at.astimezone(now.tzinfo).date() == yesterday
        for session in finished_sessions(storage)
    )
    asked = any(
        report.when is PainTime.NEXT_MORNING
        and report.at.astimezone(now.tzinfo).date() == now.date()
        for report in all_pain(storage)
    )
    return trained and not asked


def _by_plan(storage: Storage, now: datetime) -> Today:
    readings = own_readings(storage)
    if not readings:
        return Today(Due.READING, Message(id="today_first_reading"), minutes=READING_MINUTES)
    day = day_of(current_plan(storage, now=now), now.date())
    read = any(r.taken_at.astimezone(now.tzinfo).date() == now.date() for r in readings)
    trained = any(
        session.started_at.astimezone(now.tzinfo).date() == now.date()
        for session in finished_sessions(storage)
    )
    if day.reading_due and not read and not trained:
        return Today(Due.READING, Message(id="today_reading"), READING_MINUTES, day)
    if day.doses and not trained:
        return Today(Due.SESSION, Message(id="today_session"), day.minutes, day)
    if trained:
        return Today(Due.REST, Message(id="today_done"), day=day)
    if read:
        return Today(Due.REST, Message(id="today_read"), day=day)
    return Today(Due.REST, Message(id="today_rest"), day=day)
