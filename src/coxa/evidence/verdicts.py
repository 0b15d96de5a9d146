"""From a change and its certainty to one of five verdicts, with the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.evidence.blocks import Comparison, with_more_days
from coxa.evidence.records import Verdict
from coxa.evidence.spoken import signed
from coxa.records import Message

LEAST_BASELINE_DAYS = 3
LEAST_RECENT_DAYS = 3
"""Three readings a phase are the least that single-case standards accept, five the full number."""

FULL_BASELINE_DAYS = 5
RECENT_DAYS = 8
"""The last eight reading days of training stand for "now"."""

NO_CHANGE_WITHIN_DEG = 5.0
"""To say "no change", a change of this size must be ruled out: what training might plausibly do."""

SURE_MEANINGFUL = 0.95


@dataclass(frozen=True)
class Ruling:
    """A verdict, why, and how many more readings would probably change a *cannot tell*."""

    verdict: Verdict
    reasons: tuple[Message, ...] = ()
    more_readings: int | None = None


def too_few(baseline_days: int, recent_days: int) -> Ruling | None:
    """*Cannot tell*, when there is too little to compare at all; else ``None``."""
    baseline_missing = max(LEAST_BASELINE_DAYS - baseline_days, 0)
    recent_missing = max(LEAST_RECENT_DAYS - recent_days, 0)
    if not (baseline_missing or recent_missing):
        return None
    too_late = baseline_missing > 0 and recent_days > 0
    reasons = []
    if baseline_missing:
        message_id = "answer_baseline_too_late" if too_late else "answer_few_baseline"
        reasons.append(_count(message_id, baseline_days, LEAST_BASELINE_DAYS))
    if recent_missing:
        message_id = "answer_few_recent" if recent_days else "answer_no_training"
        reasons.append(_count(message_id, recent_days, LEAST_RECENT_DAYS))
    more = None if too_late else baseline_missing + recent_missing
    if more is not None:
        reasons.append(Message(id="answer_more_at_least", params={"count": more}))
    return Ruling(Verdict.CANNOT_TELL, tuple(reasons), more)


def rule(
    comparison: Comparison, worthwhile_deg: float, baseline_days: int, recent_days: int
) -> Ruling:
    """The verdict on enough readings."""
    settled = _settled(comparison, worthwhile_deg, baseline_days, recent_days)
    if settled is not None:
        return Ruling(settled)
    reasons = _why_open(comparison, baseline_days, recent_days)
    more = _more_readings(comparison, worthwhile_deg, baseline_days, recent_days)
    reasons += (_outlook(more),)
    return Ruling(Verdict.CANNOT_TELL, reasons, more)


def _settled(
    comparison: Comparison, worthwhile_deg: float, baseline_days: int, recent_days: int
) -> Verdict | None:
    low, high = comparison.interval95_deg
    if low > 0:
        sure = comparison.probability_above(worthwhile_deg) >= SURE_MEANINGFUL
        return Verdict.IMPROVED_MEANINGFULLY if sure else Verdict.IMPROVED
    if high < 0:
        return Verdict.WORSE
    full = baseline_days >= FULL_BASELINE_DAYS and recent_days >= RECENT_DAYS
    margin_deg = min(worthwhile_deg, NO_CHANGE_WITHIN_DEG)
    if full and -margin_deg < low and high < margin_deg:
        return Verdict.NO_MEANINGFUL_CHANGE
    return None


def _why_open(comparison: Comparison, baseline_days: int, recent_days: int) -> tuple[Message, ...]:
    low, high = comparison.interval95_deg
    reasons = [_interval("answer_contains_zero", low, high)]
    if baseline_days < FULL_BASELINE_DAYS:
        reasons.append(_count("answer_short_baseline", baseline_days, FULL_BASELINE_DAYS))
    if recent_days < RECENT_DAYS:
        reasons.append(_count("answer_young", recent_days, RECENT_DAYS))
    return tuple(reasons)


def _count(message_id: str, count: int, needed: int) -> Message:
    return Message(id=message_id, params={"count": count, "needed": needed})


def _interval(message_id: str, low_deg: float, high_deg: float) -> Message:
    return Message(id=message_id, params={"low": signed(low_deg), "high": signed(high_deg)})


def _outlook(more: int | None) -> Message:
    if more is None:
        return Message(id="answer_too_close")
    if more == 1:
        return Message(id="answer_one_more_reading")
    return Message(id="answer_more_readings", params={"count": more})


def _more_readings(
    comparison: Comparison, worthwhile_deg: float, baseline_days: int, recent_days: int
) -> int | None:
    """The least further readings with which this change and scatter would give a verdict."""
    for more in range(1, RECENT_DAYS - recent_days + 1):
        then = with_more_days(comparison, baseline_days, recent_days, more)
        if _settled(then, worthwhile_deg, baseline_days, recent_days + more) is not None:
            return more
    return None
