"""Landmarks moved to the hot spot of their heat map."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.pose.landmarker import refine

CELLS = 64


def heat_at(column: float, row: float, peak: float = 8.0) -> np.ndarray:
    """Logits (64, 64, 1) that fall off round one cell."""
    rows, columns = np.indices((CELLS, CELLS))
    heat = peak - 4 * ((columns - column) ** 2 + (rows - row) ** 2)
    return heat[:, :, None].astype(np.float32)


def points(x: float, y: float) -> np.ndarray:
    return np.array([[x, y]], np.float32) / CELLS


def test_a_landmark_moves_to_the_centre_of_its_heat() -> None:
    refined = refine(points(30.4, 20.7), heat_at(31, 19))
    np.testing.assert_allclose(refined * CELLS, [[31, 19]], atol=1e-3)


def test_a_landmark_between_two_cells_lands_between_them() -> None:
    refined = refine(points(30, 20), heat_at(30.5, 20))
    np.testing.assert_allclose(refined * CELLS, [[30.5, 20]], atol=1e-3)


def test_cold_heat_moves_nothing() -> None:
    start = points(30, 20)
    np.testing.assert_array_equal(refine(start, heat_at(31, 19, peak=-0.1)), start)


def test_heat_outside_the_window_does_not_draw_a_landmark() -> None:
    start = points(30, 20)
    np.testing.assert_array_equal(refine(start, heat_at(40, 20)), start)


@pytest.mark.parametrize("place", [(-0.5, 20.0), (64.5, 20.0), (20.0, -3.0), (20.0, 80.0)])
def test_a_landmark_outside_the_crop_stays(place: tuple[float, float]) -> None:
    start = points(*place)
    np.testing.assert_array_equal(refine(start, heat_at(1, 1)), start)


def by_hand(point: np.ndarray, heat: np.ndarray) -> list[float]:
    """One landmark, cell by cell, as MediaPipe's refine_landmarks_from_heatmap does it."""
    column, row = (int(np.floor(value * CELLS)) for value in point)
    if not (0 <= column < CELLS and 0 <= row < CELLS):
        return [float(value) for value in point]
    weight = across = down = peak = 0.0
    for y in range(max(0, row - 3), min(CELLS, row + 4)):
        for x in range(max(0, column - 3), min(CELLS, column + 4)):
            hot = 1 / (1 + np.exp(-float(heat[y, x])))
            weight, peak = weight + hot, max(peak, hot)
            across, down = across + hot * x, down + hot * y
    if peak < 0.5:
        return [float(value) for value in point]
    return [across / CELLS / weight, down / CELLS / weight]


@given(st.integers(0, 2**32 - 1), st.floats(-8, 2))
def test_all_at_once_is_the_same_as_one_by_one(seed: int, warmth: float) -> None:
    random = np.random.default_rng(seed)
    heat = random.normal(warmth, 2, (CELLS, CELLS, 12)).astype(np.float32)
    start = random.uniform(-0.1, 1.1, (12, 2)).astype(np.float32)
    expected = [by_hand(point, heat[:, :, index]) for index, point in enumerate(start)]
    np.testing.assert_allclose(refine(start, heat), expected, atol=1e-5)


def test_every_landmark_has_its_own_map() -> None:
    heat = np.concatenate([heat_at(10, 10), heat_at(50, 40)], axis=2)
    start = np.concatenate([points(11, 10), points(49, 41)])
    np.testing.assert_allclose(refine(start, heat) * CELLS, [[10, 10], [50, 40]], atol=1e-3)
