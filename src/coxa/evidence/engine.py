"""The answer to kept readings: each series is made into a case, judged, and put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import groupby
from statistics import fmean

from coxa.evidence.case import Case
from coxa.evidence.judgement import CaseAnswer, Figure, SideJudgement
from coxa.evidence.method_error import method_error
from coxa.evidence.model import judge
from coxa.evidence.notes import notes, told
from coxa.evidence.own_error import reading_error
from coxa.evidence.phased_case import Exercised, moment_of, to_case
from coxa.evidence.records import (
    Answer,
    BandDay,
    Believed,
    Leaning,
    ReadingError,
    SeriesAnswer,
    SideAnswer,
)
from coxa.evidence.terms import Verdict
from coxa.evidence.verdicts import too_few, why_open
from coxa.experiment import Phase, Phased
from coxa.quantities import Side
from coxa.records import KeptReading, Series

ENGINE = "state-space-1"

PLANNED_READINGS = 18
"""Training readings of a side that are planned where nothing else was: six weeks, three a week."""


def answer(
    phased: Sequence[Phased],
    *,
    exercised: Sequence[Exercised] = (),
    starts: Mapping[Side, datetime] | None = None,
    planned_readings: int = PLANNED_READINGS,
    zone: tzinfo | None = None,
    detail: bool = False,
) -> Answer:
    """Did it improve? One answer per series and side, from readings with their phases.

    Only readings taken before exercise count, and none of the familiarisation days. Several
    readings of one day count as one day. Nothing is compared across series: with a new device or
    another mode begins a new series, and a new answer.

    Parameters
    ----------
    phased
        In any order.
    exercised
        What was really done; a gain grows with it. Without: evenly from the start on.
    starts
        When each side began to train, as far as known.
    planned_readings
        Training readings of a side at the planned end, fixed beforehand.
    zone
        Where the days begin and end; ``None``: as this machine's clock.
    detail
        With the band for a picture and what the answer leans on; that takes ten times as long.
    """
    by_series: dict[Series, list[Phased]] = {}
    for one in sorted(phased, key=lambda one: one.reading.taken_at):
        by_series.setdefault(one.reading.series, []).append(one)
    found = []
    for series, own in by_series.items():
        cold = [one for one in own if not one.reading.after_exercise]
        error = _error(series, own, zone)
        case = to_case(
            cold,
            sem_deg=error.method_sem_deg,
            worthwhile_deg=error.mdc95_deg,
            exercised=exercised,
            starts=starts or {},
            planned_readings=planned_readings,
            zone=zone,
        )
        sides = [side for side in Side if any(one.reading.side is side for one in own)]
        judged = judge(case, detail=detail)
        found.append(_of_series(series, sides, error, case, judged, zone))
    return Answer(engine=ENGINE, series=tuple(found), notes=notes(phased))


def _of_series(
    series: Series,
    sides: Sequence[Side],
    error: ReadingError,
    case: Case,
    judged: CaseAnswer,
    zone: tzinfo | None,
) -> SeriesAnswer:
    own = {side: _of_side(side, case, judged) for side in sides}
    any_figures = any(one.gain_deg is not None for one in own.values())
    return SeriesAnswer(
        series=series,
        error=error,
        worthwhile_deg=case.worthwhile_deg,
        planned_readings=case.planned_readings,
        sides=own,
        contrast_deg=judged.contrast_deg if any_figures else None,
        contrast_interval95_deg=judged.contrast_interval95_deg if any_figures else None,
        time_deg=judged.time_deg if any_figures else None,
        time_interval95_deg=judged.time_interval95_deg if any_figures else None,
        learnt_sem_deg=judged.sem_deg,
        signs=judged.signs,
        told=told(judged, case.planned_readings) if any_figures else (),
        band=_band(judged, series.direction.sign, zone),
    )


def _of_side(side: Side, case: Case, answered: CaseAnswer) -> SideAnswer:
    baseline, training = _days(case, side, trained=False), _days(case, side, trained=True)
    few = too_few(baseline, training)
    judged = answered.sides.get(side)
    if few is not None or judged is None:
        return SideAnswer(
            verdict=Verdict.CANNOT_TELL,
            baseline_count=baseline,
            training_count=training,
            reasons=few.reasons if few else (),
            more_readings=few.more_readings if few else None,
        )
    return _told_of(side, judged, answered)


def _told_of(side: Side, judged: SideJudgement, answered: CaseAnswer) -> SideAnswer:
    return SideAnswer(
        verdict=judged.verdict,
        kind=judged.kind,
        gain_deg=judged.gain_deg,
        interval95_deg=judged.interval95_deg,
        p_improved=_probability(judged.p_improved),
        p_meaningful=_probability(judged.p_meaningful),
        at_end_of_phase=_believed(judged.at_end_of_phase),
        baseline_count=judged.baseline_days,
        training_count=judged.training_days,
        more_readings=judged.more_readings,
        reasons=why_open(judged),
        leans=tuple(
            Leaning(assumption=one.assumption, low=_believed(one.low), high=_believed(one.high))
            for one in answered.leans
            if one.side is side
        ),
    )


def _band(judged: CaseAnswer, sign: int, zone: tzinfo | None) -> tuple[BandDay, ...]:
    return tuple(
        BandDay(
            at=moment_of(point.day, zone),
            side=point.side,
            angle=_believed(point.angle, sign),
            untrained=_believed(point.untrained, sign),
        )
        for point in judged.band
    )


def _believed(figure: Figure, sign: int = 1) -> Believed:
    low, high = sorted(sign * end for end in figure.interval95_deg)
    return Believed(mean_deg=sign * figure.mean_deg, low_deg=low, high_deg=high)


def _probability(value: float) -> float:
    """Rounding may step over either end."""
    return min(max(value, 0.0), 1.0)


def _days(case: Case, side: Side, *, trained: bool) -> int:
    """Different days with an analysed reading, of training or before it."""
    return len(
        {
            int(one.day)
            for one in case.readings
            if one.side is side
            and one.phase is not Phase.FAMILIARISATION
            and (one.phase is Phase.TRAINING) is trained
        }
    )


def _error(series: Series, readings: Sequence[Phased], zone: tzinfo | None) -> ReadingError:
    """The error from the baseline before any training; as stated by all readings without one.

    The days that a hip waits for its turn are left out here: the other's training may spill over.
    """
    cold = [one for one in readings if not one.reading.after_exercise]
    baseline = [one for one in cold if one.phase is Phase.BASELINE]
    stated = [one.reading.error95_deg for one in baseline or readings]
    by_side = [
        _day_means([one.reading for one in baseline if one.reading.side is side], zone)
        for side in Side
    ]
    days = {one.reading.taken_at.astimezone(zone).date() for one in baseline}
    return reading_error(
        method_error(series.device, stated),
        [own for own in by_side if own],
        len(days),
        trained=any(one.phase in (Phase.TRAINING, Phase.WAITING) for one in readings),
    )


def _day_means(readings: Sequence[KeptReading], zone: tzinfo | None) -> list[float]:
    """One value for each day in degrees, oldest first, positive in the series' own direction."""
    by_day = groupby(readings, key=lambda reading: reading.taken_at.astimezone(zone).date())
    return [
        fmean(one.value_deg * one.series.direction.sign for one in readings_of_day)
        for _, readings_of_day in by_day
    ]
