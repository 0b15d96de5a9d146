"""The marks that readings must meet, set before anything was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from validation.measures import bootstrap95, by_body, coverage, errors_by_body, p95_deg, rmse_deg
from validation.rows import Row

LEAST_RMSE_DEG, LEAST_P95_DEG = 1.9, 4.0
"""A clinician with a digital inclinometer has an MDC95 of 5.4°, which is a SEM of 1.9°."""
AIM_RMSE_DEG, AIM_P95_DEG = 1.2, 2.5
COVERAGE = (0.93, 0.97)
MIN_BODIES = 20
"""Below this, drawing bodies anew gives intervals that are too narrow."""


@dataclass(frozen=True)
class Mark:
    """One mark, what was found, and whether it is met by the figure itself."""

    name: str
    asked: str
    found: str
    interval: str
    met: bool


def marks(rows: Sequence[Row]) -> list[Mark]:
    """Every mark judged on accepted readings of movements that should be read."""
    clusters = errors_by_body(rows)
    errors = [row.error_deg for row in rows]
    found: list[Mark] = []
    for name, statistic, least, aim in (
        ("RMSE", rmse_deg, LEAST_RMSE_DEG, AIM_RMSE_DEG),
        ("P95", p95_deg, LEAST_P95_DEG, AIM_P95_DEG),
    ):
        value = statistic(np.array(errors))
        interval = bootstrap95(clusters, statistic)
        shown = "–" if interval is None else f"{interval[0]:.2f} to {interval[1]:.2f}°"
        for kind, limit in (("at least", least), ("aim", aim)):
            asked = f"{kind}: ≤ {limit}°"
            found.append(Mark(name, asked, f"{value:.2f}°", shown, value <= limit))
    share = coverage(rows)
    held = bootstrap95(by_body(rows, lambda row: float(row.holds)), lambda x: float(x.mean()))
    shown = "–" if held is None else f"{100 * held[0]:.1f} to {100 * held[1]:.1f} %"
    low, high = COVERAGE
    found.append(
        Mark(
            "coverage of the 95 % interval",
            f"{100 * low:.0f} to {100 * high:.0f} %",
            f"{100 * share.value:.1f} %",
            shown,
            low <= share.value <= high,
        )
    )
    return found
