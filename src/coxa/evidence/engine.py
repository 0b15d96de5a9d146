"""The first engine behind the seam: a mean of the last readings against a baseline mean.

A fuller engine replaces this one file; what goes in and what comes out stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from itertools import groupby
from statistics import fmean

from coxa.evidence.blocks import compare
from coxa.evidence.method_error import method_error
from coxa.evidence.notes import notes
from coxa.evidence.own_error import reading_error
from coxa.evidence.records import (
    Answer,
    ErrorOrigin,
    ReadingError,
    SeriesAnswer,
    SideAnswer,
    Verdict,
)
from coxa.evidence.scatter import Scatter, squares_within
from coxa.evidence.verdicts import RECENT_DAYS, Ruling, rule, too_few
from coxa.experiment import Phase, Phased
from coxa.quantities import Side
from coxa.records import KeptReading, Series

ENGINE = "block-mean-2"

UNTRAINED = (Phase.BASELINE, Phase.WAITING)
"""A hip that waits while the other trains is untrained still: its baseline goes on."""


def answer(phased: Sequence[Phased], *, zone: tzinfo | None = None) -> Answer:
    """Did it improve? One answer per series and side, from readings with their phases.

    Only readings taken before exercise count, and none of the familiarisation days. Several
    readings of one day count as one, their mean. Nothing is compared across series.

    Parameters
    ----------
    phased
        In any order.
    zone
        Where the days begin and end; ``None``: as this machine's clock.
    """
    by_series: dict[Series, list[Phased]] = {}
    for one in sorted(phased, key=lambda one: one.reading.taken_at):
        by_series.setdefault(one.reading.series, []).append(one)
    return Answer(
        engine=ENGINE,
        series=tuple(_of_series(series, own, zone) for series, own in by_series.items()),
        notes=notes(phased),
    )


def _of_series(series: Series, readings: Sequence[Phased], zone: tzinfo | None) -> SeriesAnswer:
    cold = [one for one in readings if not one.reading.after_exercise]
    present = [side for side in Side if any(one.reading.side is side for one in readings)]
    error, scatter = _error(series, readings, zone)
    return SeriesAnswer(
        series=series,
        error=error,
        worthwhile_deg=error.mdc95_deg,
        sides={
            side: _of_side(_of_one_side(cold, side), error, scatter, series, zone)
            for side in present
        },
    )


def _error(
    series: Series, readings: Sequence[Phased], zone: tzinfo | None
) -> tuple[ReadingError, Scatter]:
    """The error from the baseline before any training; as stated by all readings without one.

    The days that a hip waits for its turn are left out here: the other's training may spill over.
    """
    cold = [one for one in readings if not one.reading.after_exercise]
    baseline = [one for one in cold if one.phase is Phase.BASELINE]
    stated = [one.reading.error95_deg for one in baseline or readings]
    by_side = [_days([p.reading for p in _of_one_side(baseline, side)], zone) for side in Side]
    days = {one.reading.taken_at.astimezone(zone).date() for one in baseline}
    return reading_error(
        method_error(series.device, stated),
        [own for own in by_side if own],
        len(days),
        trained=any(one.phase in (Phase.TRAINING, Phase.WAITING) for one in readings),
    )


def _of_side(
    cold: Sequence[Phased],
    error: ReadingError,
    scatter: Scatter,
    series: Series,
    zone: tzinfo | None,
) -> SideAnswer:
    baseline = _days(_in_phases(cold, UNTRAINED), zone)
    recent = _days(_in_phases(cold, (Phase.TRAINING,)), zone)[-RECENT_DAYS:]
    counts = _counts(baseline, recent)
    ruling = too_few(len(baseline), len(recent))
    if ruling is not None:
        return _ruled(counts, ruling)
    # An own error has learnt from the baseline already: no reading may teach it twice.
    untaught = [recent] if error.origin is ErrorOrigin.OWN else [baseline, recent]
    comparison = compare(baseline, recent, scatter.after(*squares_within(*untaught)))
    ruling = rule(comparison, error.mdc95_deg, len(baseline), len(recent))
    sign = series.direction.sign
    return _ruled(
        counts.model_copy(
            update={
                "gain_deg": comparison.gain_deg,
                "interval95_deg": comparison.interval95_deg,
                "p_improved": comparison.probability_above(0.0),
                "p_meaningful": comparison.probability_above(error.mdc95_deg),
                "baseline_mean_deg": sign * comparison.baseline_mean_deg,
                "recent_mean_deg": sign * comparison.recent_mean_deg,
                "reading_sd_deg": comparison.reading_sd_deg,
            }
        ),
        ruling,
    )


def _counts(baseline: Sequence[float], recent: Sequence[float]) -> SideAnswer:
    return SideAnswer(
        verdict=Verdict.CANNOT_TELL, baseline_count=len(baseline), recent_count=len(recent)
    )


def _of_one_side(readings: Sequence[Phased], side: Side) -> list[Phased]:
    return [one for one in readings if one.reading.side is side]


def _ruled(figures: SideAnswer, ruling: Ruling) -> SideAnswer:
    return figures.model_copy(
        update={
            "verdict": ruling.verdict,
            "reasons": ruling.reasons,
            "more_readings": ruling.more_readings,
        }
    )


def _in_phases(readings: Sequence[Phased], wanted: Sequence[Phase]) -> list[KeptReading]:
    return [one.reading for one in readings if one.phase in wanted]


def _days(readings: Sequence[KeptReading], zone: tzinfo | None) -> list[float]:
    """One value for each day in degrees, oldest first, positive in the series' own direction."""
    by_day = groupby(readings, key=lambda reading: reading.taken_at.astimezone(zone).date())
    return [
        fmean(one.value_deg * one.series.direction.sign for one in readings_of_day)
        for _, readings_of_day in by_day
    ]
