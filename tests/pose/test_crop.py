"""The turned square that a net looks at."""

from __future__ import annotations

from math import cos, pi, sin

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.pose.crop import MARGIN, Crop

crops = st.builds(
    Crop,
    st.tuples(st.floats(-500, 3000), st.floats(-500, 3000)),
    st.floats(10, 4000),
    st.floats(-pi, pi),
)
points = st.tuples(st.floats(-1, 2), st.floats(-1, 2)).map(np.array)


@given(crops, points)
def test_to_pixels_and_back_is_the_same_point(crop: Crop, point: np.ndarray) -> None:
    np.testing.assert_allclose(crop.from_px(crop.to_px(point)), point, atol=1e-6)


@given(crops, points)
def test_pixels_are_as_far_apart_as_the_crops_side_says(crop: Crop, point: np.ndarray) -> None:
    away_px = np.linalg.norm(crop.to_px(point) - crop.to_px(np.array([0.5, 0.5])))
    assert away_px == pytest.approx(crop.side_px * np.linalg.norm(point - 0.5), abs=1e-6)


@given(st.floats(-pi, pi), st.floats(20, 500))
def test_the_edge_of_the_bodys_circle_comes_to_the_top_of_the_crop(
    angle: float, radius_px: float
) -> None:
    centre = np.array([300.0, 200.0])
    edge = centre + radius_px * np.array([cos(angle), sin(angle)])
    crop = Crop.around(centre, edge)
    np.testing.assert_allclose(crop.from_px(centre), [0.5, 0.5], atol=1e-9)
    np.testing.assert_allclose(crop.from_px(edge), [0.5, 0.5 - 0.5 / MARGIN], atol=1e-9)


@pytest.mark.parametrize("rotation_rad", [0.0, 0.4, -2.5])
def test_the_cut_picture_shows_each_spot_where_the_crop_says(rotation_rad: float) -> None:
    picture = np.zeros((480, 640, 3), np.uint8)
    cv2.circle(picture, (350, 260), 6, (255, 255, 255), -1)
    crop = Crop((330.0, 240.0), 200.0, rotation_rad)
    cut = crop.cut(picture, 256)[:, :, 0].astype(float)
    rows, columns = np.indices(cut.shape)
    seen = np.array([(columns * cut).sum(), (rows * cut).sum()]) / cut.sum()
    np.testing.assert_allclose(seen, crop.from_px(np.array([350, 260])) * 256, atol=0.5)


def test_the_whole_picture_lies_in_its_square() -> None:
    crop = Crop.whole(640, 480)
    corners = crop.from_px(np.array([[0, 0], [640, 480]]))
    np.testing.assert_allclose(corners, [[0, 0.125], [1, 0.875]])


def test_how_far_another_crop_is_counts_in_sides() -> None:
    crop = Crop((100.0, 100.0), 200.0, 0.3)
    assert crop.shift_to(Crop((100.0, 150.0), 90.0, 0.0)) == pytest.approx(0.25)
