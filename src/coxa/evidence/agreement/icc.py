"""Intraclass correlation of single readings: ICC(2,1) for agreement, ICC(3,1) for consistency.

Shrout & Fleiss, *Psychol Bull* 1979;86:420–428; intervals as in McGraw & Wong, *Psychol Methods*
1996;1:30–46, table 7 (ICC(A,1) and ICC(C,1)).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from coxa.evidence.agreement.records import Estimate
from coxa.evidence.quantiles import f_quantile

NOTHING = 1e-9
"""A variance below this, in squared degrees, is rounding."""


@dataclass(frozen=True)
class MeanSquares:
    """Two-way analysis of variance without replication: ``targets`` rows by ``judges`` columns."""

    targets: int
    judges: int
    rows: float
    columns: float
    error: float

    def as_if_from(self, targets: int) -> MeanSquares:
        """The same variances, known from fewer independent targets."""
        of_judges = (self.columns - self.error) / self.targets
        return replace(self, targets=targets, columns=self.error + of_judges * targets)


def mean_squares(table: Sequence[Sequence[float]]) -> MeanSquares:
    """Mean squares of a full table, at least two by two: a row a target, a column a judge."""
    n, k = len(table), len(table[0])
    centre = fmean(value for row in table for value in row)
    row_means = [fmean(row) for row in table]
    column_means = [fmean(row[judge] for row in table) for judge in range(k)]
    residuals = sum(
        (value - row_mean - column_mean + centre) ** 2
        for row, row_mean in zip(table, row_means, strict=True)
        for value, column_mean in zip(row, column_means, strict=True)
    )
    return MeanSquares(
        targets=n,
        judges=k,
        rows=k * sum((row_mean - centre) ** 2 for row_mean in row_means) / (n - 1),
        columns=n * sum((mean - centre) ** 2 for mean in column_means) / (k - 1),
        error=residuals / ((n - 1) * (k - 1)),
    )


def icc_agreement(found: MeanSquares, targets: int | None = None) -> Estimate | None:
    """ICC(2,1); a judge who always reads further lowers it. ``None`` when nothing varies.

    Parameters
    ----------
    targets
        How many independent targets the interval is to count, when there are fewer than rows.
    """
    value = _agreement(found)
    if value is None:
        return None
    counted = found.as_if_from(targets or found.targets)
    if counted.targets < 2 or counted.error <= NOTHING:
        return Estimate(value=value)
    return Estimate(value=value, interval95=_agreement_interval(counted, value))


def icc_consistency(found: MeanSquares, targets: int | None = None) -> Estimate | None:
    """ICC(3,1); a constant difference between the judges does not count."""
    k = found.judges
    total = found.rows + (k - 1) * found.error
    if total <= NOTHING:
        return None
    value = (found.rows - found.error) / total
    n = targets or found.targets
    if n < 2 or found.error <= NOTHING:
        return Estimate(value=value)
    ratio, above, below = found.rows / found.error, n - 1, (n - 1) * (k - 1)
    low = ratio / f_quantile(0.975, above, below)
    high = ratio * f_quantile(0.975, below, above)
    return Estimate(
        value=value, interval95=((low - 1) / (low + k - 1), (high - 1) / (high + k - 1))
    )


def _agreement(found: MeanSquares) -> float | None:
    n, k = found.targets, found.judges
    total = found.rows + (k - 1) * found.error + k / n * (found.columns - found.error)
    return (found.rows - found.error) / total if total > NOTHING else None


def _agreement_interval(found: MeanSquares, value: float) -> tuple[float, float]:
    """McGraw & Wong's interval; a negative correlation, where its degrees of freedom have no
    meaning, has those of none.
    """
    n, k = found.targets, found.judges
    value = max(value, 0.0)
    rest = n * (1 + (k - 1) * value) - k * value
    ratio = k * value * found.columns / found.error
    freedom = (k - 1) * (n - 1) * (ratio + rest) ** 2 / ((n - 1) * ratio**2 + rest**2)
    below = f_quantile(0.975, n - 1, freedom)
    above = f_quantile(0.975, freedom, n - 1)
    others = k * found.columns + (k * n - k - n) * found.error
    return (
        n * (found.rows - below * found.error) / (below * others + n * found.rows),
        n * (above * found.rows - found.error) / (others + n * above * found.rows),
    )
