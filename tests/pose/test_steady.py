"""The filter that keeps the crop from trembling."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.pose.steady import CUTOFF_PER_SPEED, MIN_CUTOFF_HZ, SPEED_CUTOFF_HZ, OneEuro

values = st.lists(st.floats(-100, 100), min_size=1, max_size=30)


@given(values, st.floats(1, 500), st.floats(0.001, 0.5))
def test_the_filtered_value_stays_between_the_values_seen(
    seen: list[float], size: float, step_s: float
) -> None:
    steady = OneEuro()
    for index, value in enumerate(seen):
        filtered = steady(np.array([value]), size, index * step_s)[0]
        so_far = seen[: index + 1]
        assert min(so_far) - 1e-9 <= filtered <= max(so_far) + 1e-9


def test_the_second_value_follows_the_published_formula() -> None:
    steady = OneEuro()
    steady(np.array([0.0]), 10.0, 0.0)
    filtered = steady(np.array([1.0]), 10.0, 0.1)[0]

    def smoothing(cutoff_hz: float) -> float:
        return 1 / (1 + 1 / (2 * pi * cutoff_hz) / 0.1)

    speed = smoothing(SPEED_CUTOFF_HZ) * (1.0 / 10.0 / 0.1)
    assert filtered == pytest.approx(smoothing(MIN_CUTOFF_HZ + CUTOFF_PER_SPEED * speed))


def test_a_fast_move_is_followed_and_a_tremble_is_not() -> None:
    fast, slow = OneEuro(), OneEuro()
    for index in range(30):
        far = fast(np.array([10.0 * index]), 100.0, index / 30)
        near = slow(np.array([0.1 * (-1) ** index]), 100.0, index / 30)
    assert abs(far[0] - 290) < 20
    assert abs(near[0]) < 0.1
