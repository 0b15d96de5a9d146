"""Size of the errors, coverage of the stated error, shares with their intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from validation.rows import Row

Floats = NDArray[np.float64]

Z95 = 1.959964
BOOTSTRAP_DRAWS = 2000
BOOTSTRAP_SEED = 1
MIN_FOR_P95 = 20
"""With fewer errors the 95th percentile is no more than the largest one."""


@dataclass(frozen=True)
class ErrorSize:
    """How large errors are, degrees; ``bias`` with its sign. ``p95`` of at least 20 errors."""

    count: int
    mae_deg: float
    rmse_deg: float
    p95_deg: float | None
    worst_deg: float
    bias_deg: float

    @classmethod
    def of(cls, errors_deg: Sequence[float] | Floats) -> Self:
        """From at least one signed error."""
        error = np.asarray(errors_deg, dtype=np.float64)
        return cls(
            count=len(error),
            mae_deg=float(np.abs(error).mean()),
            rmse_deg=rmse_deg(error),
            p95_deg=p95_deg(error) if len(error) >= MIN_FOR_P95 else None,
            worst_deg=float(np.abs(error).max()),
            bias_deg=float(error.mean()),
        )


def rmse_deg(error_deg: Floats) -> float:
    """Root of the mean square."""
    return float(np.sqrt(np.mean(error_deg**2)))


def p95_deg(error_deg: Floats) -> float:
    """95 % of the errors are no larger, sign aside."""
    return float(np.percentile(np.abs(error_deg), 95))


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / self.of

    @property
    def interval95(self) -> tuple[float, float]:
        """Wilson's 95 % interval (J Am Stat Assoc 1927;22:209-212).

        It takes the cases for independent; those of one recording or body are not quite.
        """
        share, n, z2 = self.value, self.of, Z95**2
        middle = share + z2 / (2 * n)
        half = Z95 * math.sqrt(share * (1 - share) / n + z2 / (4 * n**2))
        scale = 1 + z2 / n
        return max((middle - half) / scale, 0.0), min((middle + half) / scale, 1.0)


def coverage(rows: Sequence[Row]) -> Share:
    """How many of the readings' intervals hold the truth."""
    return Share(sum(row.holds for row in rows), len(rows))


def bootstrap95(
    clusters: Sequence[Floats],
    statistic: Callable[[Floats], float],
    draws: int = BOOTSTRAP_DRAWS,
    seed: int = BOOTSTRAP_SEED,
) -> tuple[float, float] | None:
    """95 % percentile interval of a statistic when whole clusters are drawn anew.

    The readings of one body resemble each other, so bodies are drawn, not readings (Davison &
    Hinkley, *Bootstrap Methods*, 1997, section 3.8). ``None`` with fewer than two clusters; with
    few, the interval is too narrow.
    """
    if len(clusters) < 2:
        return None
    random = np.random.default_rng(seed)
    chosen = random.integers(len(clusters), size=(draws, len(clusters)))
    found = [statistic(np.concatenate([clusters[k] for k in draw])) for draw in chosen]
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)


def errors_by_body(rows: Sequence[Row]) -> list[Floats]:
    """Signed errors, those of a body together."""
    return by_body(rows, lambda row: row.error_deg)


def by_body(rows: Sequence[Row], value: Callable[[Row], float]) -> list[Floats]:
    """A value of every row, those of a body together."""
    groups: dict[str, list[float]] = {}
    for row in rows:
        groups.setdefault(row.recording.body, []).append(value(row))
    return [np.array(group) for group in groups.values()]
