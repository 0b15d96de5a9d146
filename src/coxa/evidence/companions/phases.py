"""One hip's readings in two phases: before its training, and since."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from coxa.evidence.case import CaseReading
from coxa.quantities import Side
from coxa.records import Phase

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TwoPhases:
    """Both phases of a hip, each in the order of time; neither may be empty.

    Attributes
    ----------
    baseline, training : (n,) and (m,), degrees, positive when further in the series' direction.
    baseline_day, training_day : (n,) and (m,), days from the first reading.
    """

    baseline: Values
    training: Values
    baseline_day: Values
    training_day: Values

    @classmethod
    def of(
        cls,
        baseline: Iterable[float],
        training: Iterable[float],
        days: Iterable[float] | None = None,
    ) -> TwoPhases:
        """From plain numbers; without ``days`` (of both phases) a reading a day."""
        before, after = (np.array(list(values), dtype=float) for values in (baseline, training))
        count = len(before) + len(after)
        day = np.arange(count, dtype=float) if days is None else np.array(list(days), dtype=float)
        day = day - day[0]
        return cls(before, after, day[: len(before)], day[len(before) :])

    @property
    def values(self) -> Values:
        """(n + m,)."""
        return np.concatenate([self.baseline, self.training])

    @property
    def days(self) -> Values:
        """(n + m,)."""
        return np.concatenate([self.baseline_day, self.training_day])


def two_phases(readings: Iterable[CaseReading], side: Side) -> TwoPhases | None:
    """The mean of each day of a hip, without its familiarisation; ``None`` without both phases.

    The days on which it waited for its turn belong to the baseline. Of a day on which training
    began between two readings there is a mean for each phase.
    """
    by_day: dict[tuple[int, bool], list[float]] = {}
    for one in readings:
        if one.side is side and one.phase is not Phase.FAMILIARISATION:
            key = math.floor(one.day), one.phase is Phase.TRAINING
            by_day.setdefault(key, []).append(one.value_deg)
    before = sorted(day for day, trained in by_day if not trained)
    after = sorted(day for day, trained in by_day if trained)
    if not (before and after):
        return None
    return TwoPhases.of(
        [fmean(by_day[day, False]) for day in before],
        [fmean(by_day[day, True]) for day in after],
        [*before, *after],
    )
