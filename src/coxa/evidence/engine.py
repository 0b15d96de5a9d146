"""The first engine behind the seam: a mean of the last readings against a baseline mean.

A fuller engine replaces this one file; what goes in and what comes out stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from itertools import groupby
from statistics import fmean

from coxa.evidence.blocks import DayValue, compare, mdc95_deg
from coxa.evidence.notes import notes
from coxa.evidence.records import Answer, SeriesAnswer, SideAnswer, Verdict
from coxa.evidence.verdicts import RECENT_DAYS, Ruling, rule, too_few
from coxa.experiment import Phase, Phased
from coxa.quantities import Side
from coxa.records import KeptReading, Series

ENGINE = "block-mean-1"

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
    worthwhile_deg = _worthwhile_deg(cold, zone)
    present = {one.reading.side for one in readings}
    return SeriesAnswer(
        series=series,
        worthwhile_deg=worthwhile_deg,
        sides={
            side: _of_side([one for one in cold if one.reading.side is side], worthwhile_deg, zone)
            for side in Side
            if side in present
        },
    )


def _worthwhile_deg(cold: Sequence[Phased], zone: tzinfo | None) -> float | None:
    """MDC95 from the error stated for the baseline; from all readings while there is none."""
    days = _days(_in_phases(cold, UNTRAINED) or [one.reading for one in cold], zone)
    return mdc95_deg(days) if days else None


def _of_side(
    cold: Sequence[Phased], worthwhile_deg: float | None, zone: tzinfo | None
) -> SideAnswer:
    baseline = _days(_in_phases(cold, UNTRAINED), zone)
    recent = _days(_in_phases(cold, (Phase.TRAINING,)), zone)[-RECENT_DAYS:]
    counts = SideAnswer(
        verdict=Verdict.CANNOT_TELL, baseline_count=len(baseline), recent_count=len(recent)
    )
    ruling = too_few(len(baseline), len(recent))
    if ruling is not None or worthwhile_deg is None:
        return _ruled(counts, ruling or Ruling(Verdict.CANNOT_TELL))
    comparison = compare(baseline, recent)
    ruling = rule(comparison, worthwhile_deg, len(baseline), len(recent))
    sign = cold[0].reading.series.direction.sign
    return _ruled(
        counts.model_copy(
            update={
                "gain_deg": comparison.gain_deg,
                "interval95_deg": comparison.interval95_deg,
                "p_improved": comparison.probability_above(0.0),
                "p_meaningful": comparison.probability_above(worthwhile_deg),
                "baseline_mean_deg": sign * comparison.baseline_mean_deg,
                "recent_mean_deg": sign * comparison.recent_mean_deg,
                "reading_sd_deg": comparison.reading_sd_deg,
            }
        ),
        ruling,
    )


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


def _days(readings: Sequence[KeptReading], zone: tzinfo | None) -> list[DayValue]:
    """One value for each day, oldest first, positive in the series' own direction."""
    by_day = groupby(readings, key=lambda reading: reading.taken_at.astimezone(zone).date())
    return [_one_day([*readings_of_day]) for _, readings_of_day in by_day]


def _one_day(readings: Sequence[KeptReading]) -> DayValue:
    return DayValue(
        value_deg=fmean(reading.value_deg * reading.series.direction.sign for reading in readings),
        error95_deg=fmean(reading.error95_deg for reading in readings),
    )
