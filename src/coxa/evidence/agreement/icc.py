"""Intraclass correlation of single readings: ICC(2,1) for agreement, ICC(3,1) for consistency.

Shrout & Fleiss, *Psychol Bull* 1979;86:420–428. The judges are the two devices and no others, and a
person's pairs resemble one another; McGraw & Wong's intervals (*Psychol Methods* 1996;1:30–46) take
the devices for two of many and the pairs for independent, and held the truth in up to 100 % of
simulated studies. So the interval is the jackknife's over people on Fisher's scale, as Feng et al.
(*J Biopharm Stat* 2014;24:272–293) weigh for few judges.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from coxa.evidence.agreement.jackknife import Sums, added, jackknife_error
from coxa.evidence.agreement.records import Estimate
from coxa.evidence.students_t import t_quantile

NOTHING = 1e-9
"""A variance below this, in squared degrees, is rounding."""

Table = Sequence[Sequence[float]]
"""A row a target (a pair), a column a judge (a device)."""


@dataclass(frozen=True)
class MeanSquares:
    """Two-way analysis of variance without replication: ``targets`` rows by ``judges`` columns."""

    targets: int
    judges: int
    rows: float
    columns: float
    error: float


def mean_squares(table: Table) -> MeanSquares:
    """Mean squares of a full table, at least two by two."""
    return _mean_squares(_sums(table, _centre([table])))


def agreement(found: MeanSquares) -> float | None:
    """ICC(2,1); a judge who always reads further lowers it. ``None`` when nothing varies."""
    n, k = found.targets, found.judges
    total = found.rows + (k - 1) * found.error + k / n * (found.columns - found.error)
    return (found.rows - found.error) / total if total > NOTHING else None


def consistency(found: MeanSquares) -> float | None:
    """ICC(3,1); a constant difference between the judges does not count."""
    total = found.rows + (found.judges - 1) * found.error
    return (found.rows - found.error) / total if total > NOTHING else None


def estimated(
    people: Sequence[Table], correlation: Callable[[MeanSquares], float | None]
) -> Estimate | None:
    """A correlation over all rows, with an interval that counts people.

    Parameters
    ----------
    people
        The rows of each person; at least two rows together, two judges.
    correlation
        :func:`agreement` or :func:`consistency`.
    """
    centre = _centre(people)
    sums = [_sums(own, centre) for own in people]
    value = correlation(_mean_squares(added(sums)))
    if value is None:
        return None
    error = jackknife_error(sums, lambda some: _fishers(correlation(_mean_squares(some))))
    middle = _fishers(value)
    if error is None or middle is None:
        return Estimate(value=value)
    half = t_quantile(0.975, len(people) - 1) * error
    return Estimate(value=value, interval95=(math.tanh(middle - half), math.tanh(middle + half)))


def _fishers(correlation: float | None) -> float | None:
    """Fisher's z of a correlation of two judges; ``None`` for a perfect one and none at all."""
    if correlation is None or abs(correlation) >= 1 - NOTHING:
        return None
    return math.atanh(correlation)


def _centre(people: Sequence[Table]) -> float:
    return fmean(value for table in people for row in table for value in row)


def _sums(table: Table, centre: float) -> Sums:
    """Rows, squared row totals, squares and judges' totals, counted from the centre."""
    rows = [[value - centre for value in row] for row in table]
    return (
        len(rows),
        math.fsum(sum(row) ** 2 for row in rows),
        math.fsum(value**2 for row in rows for value in row),
        *map(math.fsum, zip(*rows, strict=True)),
    )


def _mean_squares(sums: Sums) -> MeanSquares:
    count, row_totals, squares, *judges = sums
    n, k = round(count), len(judges)
    middle = sum(judges) ** 2 / (n * k)
    rows, columns = row_totals / k - middle, sum(total**2 for total in judges) / n - middle
    error = max(squares - middle - rows - columns, 0.0)
    return MeanSquares(n, k, rows / (n - 1), columns / (k - 1), error / ((n - 1) * (k - 1)))
