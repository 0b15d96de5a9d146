"""Pain rules: what a report leads to now, and what the last weeks' reports still mean.

Limits after Thomeé 1997 and Silbernagel 2007, which were built for knee and Achilles pain; using
them for the hip is an extrapolation of this project.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from coxa.catalogue import Kind, StopSign, load_catalogue
from coxa.errors import UnknownThing
from coxa.records import Message, PainReport, PainTime, Record

PAIN_LIMIT: dict[Kind, int] = {Kind.STRETCH: 3, Kind.ACTIVE_CONTROL: 3, Kind.STRENGTH: 5}
"""Highest score at which an exercise may go on. Active control ends at the end of the range, so
the stretch's limit holds for it."""

STOP_TODAY_ABOVE = 5
MORNING_RISE = 2
LOOK_BACK_DAYS = 14
"""Next-morning rises, or stop signs, on two of this many days: stop and see someone."""
HALVED_DAYS = 7
PAUSED_DAYS = 7
"""How long an exercise rests after a stop sign."""
RISING_DAYS = 7
_STOPS_THE_DAY = {StopSign.TINGLING_NUMBNESS, StopSign.CATCH_OR_LOCK}


class PainDecision(Record):
    """What a pain report leads to."""

    stop_exercise: bool = False
    stop_today: bool = False
    step_back: bool = False
    """The next doses are halved."""
    see_someone: bool = False
    message: Message


class PainStanding(Record):
    """What the reports of the last two weeks still mean for the next session."""

    stop_today: bool = False
    step_back: bool = False
    see_someone: bool = False
    paused_exercises: tuple[str, ...] = ()
    """Exercises that rest after a stop sign."""
    message: Message | None = None
    """The most serious reason; ``None`` when nothing stands against a session."""


def stop_signs(report: PainReport) -> tuple[str, ...]:
    """All stop signs of a report, the groin pinch first."""
    others = tuple(sign for sign in report.stop_signs if sign != StopSign.GROIN_PINCH)
    pinched = report.groin_pinch or len(others) < len(report.stop_signs)
    return (StopSign.GROIN_PINCH, *others) if pinched else others


def after_pain(
    report: PainReport, kind: Kind | None = None, history: Sequence[PainReport] = ()
) -> PainDecision:
    """What to do after ``report``.

    Parameters
    ----------
    report
        The report just given.
    kind
        The kind of exercise it was given in; ``None`` (a test, or a whole session) takes the
        lowest limit.
    history
        Earlier reports, in any order; the report itself may be among them.
    """
    earlier = [other for other in history if other != report and other.at <= report.at]
    found = [
        decision
        for decision in (
            _after_stop_sign(report, earlier),
            _after_rising_week(report, earlier),
            _after_worse_morning(report, earlier),
            _after_score(report, kind),
        )
        if decision is not None
    ]
    if not found:
        return PainDecision(message=Message(id="pain_go_on", params={"score": report.score}))
    return PainDecision(
        stop_exercise=any(decision.stop_exercise for decision in found),
        stop_today=any(decision.stop_today for decision in found),
        step_back=any(decision.step_back for decision in found),
        see_someone=any(decision.see_someone for decision in found),
        message=max(found, key=_seriousness).message,
    )


def pain_standing(
    history: Sequence[PainReport], now: datetime, cleared_at: datetime | None = None
) -> PainStanding:
    """What all earlier reports mean now.

    Parameters
    ----------
    history
        All reports, in any order.
    now
        Aware; *today* is the calendar day of its own time zone.
    cleared_at
        When the person said that a clinician had looked at the pain and agreed to going on;
        earlier reports then no longer count.
    """
    counted = sorted(
        (r for r in history if r.at <= now and (cleared_at is None or r.at > cleared_at)),
        key=lambda report: (report.at, report.model_dump_json()),
    )
    recent = _recent(counted, now)
    decided = [(r, after_pain(r, kind_of(r), counted)) for r in recent]
    seeing = [d for _, d in decided if d.see_someone]
    today = [d for r, d in decided if d.stop_today and _same_day(r.at, now)]
    halving = [d for r, d in decided if d.step_back and now - r.at <= timedelta(days=HALVED_DAYS)]
    paused = {
        r.exercise_id
        for r in recent
        if r.exercise_id and stop_signs(r) and now - r.at <= timedelta(days=PAUSED_DAYS)
    }
    worst = [*halving, *today, *seeing][-1:]
    return PainStanding(
        stop_today=bool(seeing or today),
        step_back=bool(halving),
        see_someone=bool(seeing),
        paused_exercises=tuple(sorted(paused)),
        message=worst[0].message if worst else None,
    )


def kind_of(report: PainReport) -> Kind | None:
    """The kind of the exercise a report names, if the catalogue knows it."""
    if report.exercise_id is None:
        return None
    try:
        return load_catalogue().exercise(report.exercise_id).kind
    except UnknownThing:
        return None


def _after_stop_sign(report: PainReport, earlier: Sequence[PainReport]) -> PainDecision | None:
    signs = stop_signs(report)
    if not signs:
        return None
    if any(stop_signs(other) for other in _days_before(earlier, report)):
        return _decide("stop_sign_again", report, stop=True, today=True, see=True)
    known = signs[0] in set(StopSign)
    message_id = f"stop_{signs[0]}" if known else "stop_other_sign"
    today = any(sign not in set(StopSign) - _STOPS_THE_DAY for sign in signs)
    return _decide(message_id, report, stop=True, today=today)


def _after_rising_week(report: PainReport, earlier: Sequence[PainReport]) -> PainDecision | None:
    if not _is_rising_week([*earlier, report]):
        return None
    return _decide("pain_rising_week", report, stop=True, today=True, see=True)


def _after_worse_morning(report: PainReport, earlier: Sequence[PainReport]) -> PainDecision | None:
    if not _is_morning_rise(report, earlier):
        return None
    if any(_is_morning_rise(other, earlier) for other in _days_before(earlier, report)):
        return _decide("pain_two_mornings", report, stop=True, today=True, see=True)
    return _decide("pain_morning_rise", report)


def _after_score(report: PainReport, kind: Kind | None) -> PainDecision | None:
    if report.score > STOP_TODAY_ABOVE:
        return _decide("pain_stop_today", report, stop=True, today=True)
    limit = PAIN_LIMIT[kind] if kind else min(PAIN_LIMIT.values())
    if report.score > limit and report.when is not PainTime.NEXT_MORNING:
        return _decide("pain_over_limit", report, stop=True, limit=limit)
    return None


def _seriousness(decision: PainDecision) -> tuple[bool, bool]:
    """To see someone outweighs a stop sign, which outweighs a number."""
    return decision.see_someone, decision.message.id.startswith("stop_")


def _decide(
    message_id: str,
    report: PainReport,
    *,
    stop: bool = False,
    today: bool = False,
    see: bool = False,
    limit: int = STOP_TODAY_ABOVE,
) -> PainDecision:
    params: dict[str, str | int | float | bool] = {"score": report.score, "limit": limit}
    message = Message(id=message_id, params=params)
    return PainDecision(
        stop_exercise=stop, stop_today=today, step_back=True, see_someone=see, message=message
    )


def _recent(reports: Sequence[PainReport], now: datetime) -> list[PainReport]:
    return [r for r in reports if now - r.at <= timedelta(days=LOOK_BACK_DAYS)]


def _days_before(reports: Sequence[PainReport], report: PainReport) -> list[PainReport]:
    """The recent reports of earlier days: saying the same thing twice on one day counts once."""
    return [r for r in _recent(reports, report.at) if r.at.date() < report.at.date()]


def _same_day(moment: datetime, now: datetime) -> bool:
    return moment.astimezone(now.tzinfo).date() == now.date()


def _is_morning_rise(report: PainReport, reports: Sequence[PainReport]) -> bool:
    """Whether a next-morning score stands two or more above the last one taken at rest.

    Without an earlier score at rest, the person is taken to have started from no pain.
    """
    if report.when is not PainTime.NEXT_MORNING:
        return False
    at_rest = [
        other
        for other in reports
        if other.at < report.at and other.when in (PainTime.BEFORE, PainTime.NEXT_MORNING)
    ]
    usual = max(at_rest, key=lambda other: (other.at, -other.score)).score if at_rest else 0
    return report.score - usual >= MORNING_RISE


def _is_rising_week(reports: Sequence[PainReport]) -> bool:
    """Whether the worst pain of each day never fell over the last week, and rose.

    Judged on at least four days with a report that reach over seven calendar days.
    """
    last_day = max(report.at for report in reports).date()
    worst: dict[int, int] = {}
    for report in reports:
        days_ago = (last_day - report.at.date()).days
        if days_ago <= RISING_DAYS:
            worst[days_ago] = max(worst.get(days_ago, 0), report.score)
    scores = [worst[days_ago] for days_ago in sorted(worst, reverse=True)]
    long_enough = len(scores) >= 4 and max(worst) >= RISING_DAYS - 1
    never_falls = all(after >= before for before, after in pairwise(scores))
    return long_enough and never_falls and scores[-1] > scores[0]
