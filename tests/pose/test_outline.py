"""The midline of a shank by the outline of a body that is drawn with a known one."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.pose.outline import ROWS, shank_midlines

CELLS = 256
KNEES = np.array([[90.0, 80.0], [170.0, 80.0]])
ANKLES = np.array([[90.0, 160.0], [170.0, 160.0]])


def drawn(*shanks: tuple[float, float, float, float]) -> np.ndarray:
    """Logits of tapering shanks: place at the knee, at the ankle, half a width at either."""
    y, x = np.mgrid[:CELLS, :CELLS].astype(np.float64)
    share = (y - 80) / 80
    logits = np.full((CELLS, CELLS), -20.0)
    for at_knee, at_ankle, wide, narrow in shanks:
        middle = at_knee + (at_ankle - at_knee) * share
        logits = np.maximum(logits, wide + (narrow - wide) * share - np.abs(x - middle))
    return logits.astype(np.float32)


def test_the_midline_is_where_the_shank_was_drawn() -> None:
    """Landmarks that lie beside it do not move it."""
    outline = drawn((93, 87, 10, 6), (168, 176, 9, 5))
    found = shank_midlines(outline, KNEES, ANKLES)
    for leg, (at_knee, at_ankle) in enumerate(((93, 87), (168, 176))):
        expected = at_knee + (at_ankle - at_knee) * ROWS[[0, -1]]
        np.testing.assert_allclose(found[leg, :, 0], expected, atol=0.1)
        np.testing.assert_allclose(found[leg, :, 1], 80 + 80 * ROWS[[0, -1]], atol=0.1)


def test_widths_are_those_drawn() -> None:
    found = shank_midlines(drawn((90, 90, 10, 6), (170, 170, 9, 5)), KNEES, ANKLES)
    np.testing.assert_allclose(found[0, :, 2], 2 * (10 - 4 * ROWS[[0, -1]]), atol=0.2)


def test_a_turned_picture_gives_the_turned_midline() -> None:
    upright = drawn((93, 87, 10, 6), (168, 176, 9, 5))
    lying = np.ascontiguousarray(upright.T)
    found = shank_midlines(upright, KNEES, ANKLES)
    turned = shank_midlines(lying, KNEES[:, ::-1], ANKLES[:, ::-1])
    np.testing.assert_allclose(turned[..., :2], found[..., 1::-1], atol=0.02)
    np.testing.assert_allclose(turned[..., 2], found[..., 2], atol=0.02)


@pytest.mark.parametrize("level", [-5.0, 5.0])
def test_a_shank_without_edges_is_not_made_out(level: float) -> None:
    """Nothing of a body there, or nothing but body."""
    outline = np.full((CELLS, CELLS), level, np.float32)
    assert np.isnan(shank_midlines(outline, KNEES, ANKLES)).all()


def test_one_shank_may_be_seen_and_the_other_not() -> None:
    found = shank_midlines(drawn((90, 90, 10, 6)), KNEES, ANKLES)
    assert np.isfinite(found[0]).all()
    assert np.isnan(found[1]).all()


def test_what_is_no_straight_shank_is_not_made_out() -> None:
    ragged = drawn((90, 90, 9, 9), (170, 170, 9, 9))
    for row in range(80, 161, 10):
        ragged[row : row + 5] = np.roll(ragged[row : row + 5], 7, axis=1)
        ragged[row + 5 : row + 10] = np.roll(ragged[row + 5 : row + 10], -7, axis=1)
    assert np.isnan(shank_midlines(ragged, KNEES, ANKLES)).all()
