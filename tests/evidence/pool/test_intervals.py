"""Of simulated pools the intervals hold the truth about as often as they promise."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from benchmarks.pool_intervals import count_held, drawn

POOLS = 150
LEAST = 0.89
"""Three standard deviations below 95 % of so many."""


@pytest.mark.parametrize("count", [5, 20])
def test_the_average_and_a_new_person_are_held(count: int) -> None:
    rng = np.random.default_rng(5)
    held = count_held(partial(drawn, rng, count, 5.0), POOLS)
    assert held.mean / POOLS >= LEAST
    assert held.new_person / POOLS >= LEAST - 0.04  # docs/pool.md: 92 to 96 %


def test_few_people_who_differ_need_more_than_a_normal_interval() -> None:
    """Without Student's t and the scatter of the gains about it, it would be about half as wide."""
    rng = np.random.default_rng(6)
    held = count_held(partial(drawn, rng, 3, 5.0), POOLS)
    normal_deg = 2 * 1.96 * (5.0**2 / 3) ** 0.5
    assert held.width_deg / POOLS > 1.5 * normal_deg
    assert held.mean / POOLS >= LEAST


def test_the_doc_names_the_program_that_made_its_tables(root: Path) -> None:
    page = (root / "docs/pool.md").read_text(encoding="utf-8")
    assert "python -m benchmarks.pool_intervals --people-too" in page
    assert page.count("| 20 | 2.5° |") == 2
