"""Why a verdict is what it is, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.evidence.judgement import SideJudgement
from coxa.evidence.model.verdict import (
    FULL_BASELINE_DAYS,
    FULL_TRAINING_DAYS,
    LEAST_BASELINE_DAYS,
    LEAST_TRAINING_DAYS,
)
from coxa.evidence.spoken import signed
from coxa.evidence.terms import Verdict
from coxa.records import Message


@dataclass(frozen=True)
class TooFew:
    """Why nothing can be said yet, and how many readings are missing until something can."""

    reasons: tuple[Message, ...]
    more_readings: int | None


def too_few(baseline_days: int, training_days: int) -> TooFew | None:
    """What is missing to compare at all; ``None`` when there is enough."""
    baseline_missing = max(LEAST_BASELINE_DAYS - baseline_days, 0)
    training_missing = max(LEAST_TRAINING_DAYS - training_days, 0)
    if not (baseline_missing or training_missing):
        return None
    too_late = baseline_missing > 0 and training_days > 0
    reasons = []
    if baseline_missing:
        message_id = "answer_baseline_too_late" if too_late else "answer_few_baseline"
        reasons.append(_count(message_id, baseline_days, LEAST_BASELINE_DAYS))
    if training_missing:
        message_id = "answer_few_recent" if training_days else "answer_no_training"
        reasons.append(_count(message_id, training_days, LEAST_TRAINING_DAYS))
    more = None if too_late else baseline_missing + training_missing
    if more is not None:
        reasons.append(Message(id="answer_more_at_least", params={"count": more}))
    return TooFew(tuple(reasons), more)


def why_open(judged: SideJudgement) -> tuple[Message, ...]:
    """Why it cannot be told yet, and what would settle it; nothing for a settled verdict."""
    if judged.verdict is not Verdict.CANNOT_TELL:
        return ()
    low, high = judged.interval95_deg
    unsure = "answer_contains_zero" if low <= 0 <= high else "answer_not_sure_enough"
    reasons = [Message(id=unsure, params={"low": signed(low), "high": signed(high)})]
    if judged.baseline_days < FULL_BASELINE_DAYS:
        reasons.append(_count("answer_short_baseline", judged.baseline_days, FULL_BASELINE_DAYS))
    if judged.training_days < FULL_TRAINING_DAYS:
        reasons.append(_count("answer_young", judged.training_days, FULL_TRAINING_DAYS))
    reasons.append(_outlook(judged.more_readings))
    return tuple(reasons)


def _count(message_id: str, count: int, needed: int) -> Message:
    return Message(id=message_id, params={"count": count, "needed": needed})


def _outlook(more: int | None) -> Message:
    if more is None:
        return Message(id="answer_too_close")
    if more == 1:
        return Message(id="answer_one_more_reading")
    return Message(id="answer_more_readings", params={"count": more})
