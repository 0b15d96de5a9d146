"""Ask first: what the answers before the first test and session allow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from coxa.app.history import all_pain
from coxa.app.storage import Storage
from coxa.errors import BlockedForSafety, InvalidRecord
from coxa.quantities import Test
from coxa.records import PainReport, ScreeningAnswers
from coxa.safety import (
    QUESTIONS,
    Clearance,
    PainDecision,
    PainStanding,
    after_pain,
    applicable,
    clearance_at,
    pain_standing,
    require_test,
    screen,
)


def clearance(storage: Storage, now: datetime | None = None) -> Clearance:
    """What the latest answers allow now."""
    return clearance_at(storage.screenings(), now or datetime.now(UTC))


def answer_questions(storage: Storage, answers: Mapping[str, bool], *, at: datetime) -> Clearance:
    """Keep a complete set of answers, without follow-ups that no longer apply.

    A yes that closes everything is kept even when later questions are still open.

    Raises
    ------
    InvalidRecord
        ``screening_unknown`` for a question that is not asked; ``screening_incomplete``.
    """
    unknown = answers.keys() - {question.id for question in QUESTIONS}
    if unknown:
        raise InvalidRecord("screening_unknown", question=min(unknown))
    asked = {question.id for question in applicable(answers)}
    given = {question: yes for question, yes in answers.items() if question in asked}
    found = screen(given)
    if found.must_ask and not (found.because and found.same_day):
        raise InvalidRecord("screening_incomplete", count=len(found.must_ask))
    storage.add_screening(ScreeningAnswers(at=at, answers=given))
    return found


def require_test_allowed(
    storage: Storage, test: Test | None = None, now: datetime | None = None
) -> None:
    """Let a test pass, or raise BlockedForSafety: answers, and pain that still stands."""
    now = now or datetime.now(UTC)
    require_test(clearance(storage, now), test)
    standing = standing_pain(storage, now)
    if (standing.see_someone or standing.stop_today) and standing.message is not None:
        raise BlockedForSafety(standing.message.id, **standing.message.params)
    if any(report.groin_pinch and _on_day_of(report, now) for report in all_pain(storage)):
        raise BlockedForSafety("test_pinched_today")


def _on_day_of(report: PainReport, now: datetime) -> bool:
    return report.at.astimezone(now.tzinfo).date() == now.date()


def standing_pain(storage: Storage, now: datetime) -> PainStanding:
    """What earlier pain reports still mean."""
    return pain_standing(all_pain(storage), now)


def report_pinch(storage: Storage, *, at: datetime, score: int = 0) -> PainDecision:
    """A groin pinch during a test: the test is over; the report is kept."""
    report = PainReport(at=at, score=score, groin_pinch=True)
    decision = after_pain(report, None, all_pain(storage))
    storage.add_pain(report)
    return decision
