"""Ask first: what the answers before the first test and session allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from coxa.app.history import all_pain, finished_sessions, own_readings
from coxa.app.storage import Storage
from coxa.errors import BlockedForSafety, InvalidRecord
from coxa.quantities import Test
from coxa.records import Message, PainReport, ScreeningAnswers
from coxa.safety import (
    CHANGED,
    QUESTIONS,
    AskedAnew,
    Clearance,
    PainDecision,
    PainStanding,
    after_pain,
    answers_that_count,
    applicable,
    asked_anew,
    clearance_at,
    low_turn_with_groin_pain,
    pain_standing,
    require_test,
    screen,
    still_open,
)


def clearance(
    storage: Storage, now: datetime | None = None, pain: Sequence[PainReport] | None = None
) -> Clearance:
    """What the answers that still count allow now.

    Parameters
    ----------
    pain
        The reports that may call the answers into question; all of them when not given.
    """
    now = now or datetime.now(UTC)
    anew = why_asked_anew(storage, now, pain)
    return clearance_at(
        storage.screenings(), now, asked_anew_since=None if anew is None else anew.since
    )


def why_asked_anew(
    storage: Storage, now: datetime, pain: Sequence[PainReport] | None = None
) -> AskedAnew | None:
    """Whether the log asks for the questions once more. Before the first answer it does not."""
    if not storage.screenings():
        return None
    reports = all_pain(storage) if pain is None else pain
    return asked_anew(reports, _active_at(storage, reports, now), now)


def counted_answers(storage: Storage, now: datetime) -> Mapping[str, bool]:
    """The answers given earlier that still count."""
    anew = why_asked_anew(storage, now)
    return answers_that_count(storage.screenings(), now, None if anew is None else anew.since)


def answer_questions(storage: Storage, answers: Mapping[str, bool], *, at: datetime) -> Clearance:
    """Keep a set of answers that, with those that still count, is complete.

    Follow-ups that no longer apply are left out. A yes that closes everything the same day is
    kept even when later questions are still open.

    Raises
    ------
    InvalidRecord
        ``screening_unknown`` for a question that is not asked; ``screening_incomplete``.
    """
    unknown = answers.keys() - {question.id for question in (*QUESTIONS, CHANGED)}
    if unknown:
        raise InvalidRecord("screening_unknown", question=min(unknown))
    counted = counted_answers(storage, at)
    earlier = {} if answers.get(CHANGED.id) else counted
    asked = {question.id for question in applicable({**earlier, **answers})}
    given = {key: yes for key, yes in answers.items() if key in asked | {CHANGED.id}}
    missing = still_open(given, counted)
    ended = screen(given)
    if missing and not (ended.because and ended.same_day):
        raise InvalidRecord("screening_incomplete", count=len(missing))
    storage.add_screening(ScreeningAnswers(at=at, answers=given))
    return clearance(storage, at)


def require_test_allowed(
    storage: Storage, test: Test | None = None, now: datetime | None = None
) -> None:
    """Let a test pass, or raise BlockedForSafety: pain that still stands, and the answers."""
    now = now or datetime.now(UTC)
    stopped = no_more_tests_today(storage, now)
    if stopped is not None:
        raise BlockedForSafety(stopped.id, **stopped.params)
    require_test(clearance(storage, now), test)


def no_more_tests_today(storage: Storage, now: datetime) -> Message | None:
    """Why pain ends all testing for now; ``None`` when it does not."""
    standing = standing_pain(storage, now)
    if standing.see_someone or standing.stop_today:
        return standing.message
    if any(report.groin_pinch and _on_day_of(report, now) for report in all_pain(storage)):
        return Message(id="test_pinched_today")
    return None


def standing_pain(storage: Storage, now: datetime) -> PainStanding:
    """What earlier pain reports still mean."""
    return pain_standing(all_pain(storage), now)


def advice_from_log(storage: Storage, now: datetime) -> Message | None:
    """What readings and pain together call for, beside what the answers said."""
    return low_turn_with_groin_pain(
        own_readings(storage), all_pain(storage), counted_answers(storage, now), now
    )


def report_pinch(storage: Storage, *, at: datetime, score: int = 0) -> PainDecision:
    """A groin pinch during a test: the test is over; the report is kept."""
    report = PainReport(at=at, score=score, groin_pinch=True)
    decision = after_pain(report, None, all_pain(storage))
    storage.add_pain(report)
    return decision


def _on_day_of(report: PainReport, now: datetime) -> bool:
    return report.at.astimezone(now.tzinfo).date() == now.date()


def _active_at(storage: Storage, pain: Sequence[PainReport], now: datetime) -> datetime | None:
    """The last reading, session or report."""
    moments = [
        *(reading.taken_at for reading in own_readings(storage)),
        *(session.started_at for session in finished_sessions(storage)),
        *(report.at for report in pain),
    ]
    return max((at for at in moments if at <= now), default=None)
