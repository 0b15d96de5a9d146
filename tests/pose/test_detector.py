"""The detector's anchors, decoding and merging."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.pose.detector import SIDE_PX, Detector, anchors, decode, merge_overlapping, overlap

boxes = st.tuples(
    st.floats(-0.5, 1), st.floats(-0.5, 1), st.floats(0.01, 1), st.floats(0.01, 1)
).map(lambda box: np.array([box[0], box[1], box[0] + box[2], box[1] + box[3]]))


def test_there_are_as_many_anchors_as_the_net_has_answers() -> None:
    centres = anchors()
    assert centres.shape == (2254, 2)
    np.testing.assert_allclose(centres[0], [4 / 224, 4 / 224])
    np.testing.assert_allclose(centres[2], [12 / 224, 4 / 224])
    np.testing.assert_allclose(centres[28 * 28 * 2], [8 / 224, 8 / 224])
    np.testing.assert_allclose(centres[-1], [208 / 224, 208 / 224])
    assert len(np.unique(centres, axis=0)) == 28**2 + 14**2 + 7**2


def test_boxes_and_points_are_counted_from_the_anchor() -> None:
    raw = np.zeros((1, 12), np.float32)
    raw[0, :4] = [22.4, -11.2, 44.8, 22.4]
    raw[0, 4:6] = [0, SIDE_PX]
    found_boxes, points = decode(raw, np.array([[0.5, 0.25]]))
    np.testing.assert_allclose(found_boxes, [[0.5, 0.15, 0.7, 0.25]], atol=1e-6)
    np.testing.assert_allclose(points[0, :2], [[0.5, 1.25], [0.5, 0.25]], atol=1e-6)


@given(boxes, boxes)
def test_overlap_is_a_share_and_the_same_both_ways(one: np.ndarray, other: np.ndarray) -> None:
    share = overlap(one, other[None])[0]
    assert 0 <= share <= 1
    assert share == pytest.approx(overlap(other, one[None])[0])
    assert overlap(one, one[None])[0] == pytest.approx(1)


def test_overlap_of_half_shifted_squares() -> None:
    square = np.array([0.0, 0.0, 1.0, 1.0])
    assert overlap(square, square[None] + [[0.5, 0, 0.5, 0]])[0] == pytest.approx(1 / 3)
    assert overlap(square, square[None] + 2)[0] == 0


def test_overlapping_boxes_become_one_weighted_by_score_and_far_ones_stay() -> None:
    found = np.array([[0, 0, 1, 1], [0.2, 0, 1.2, 1], [5, 5, 6, 6]], float)
    points = np.arange(24, dtype=float).reshape(3, 4, 2)
    merged = merge_overlapping(np.array([0.9, 0.6, 0.95]), found, points)
    assert [score for score, _, _ in merged] == pytest.approx([0.95, 0.9])
    np.testing.assert_allclose(merged[1][1], [0.08, 0, 1.08, 1])
    np.testing.assert_allclose(merged[1][2], points[0] * 0.6 + points[1] * 0.4)


@given(st.lists(boxes, max_size=12), st.data())
def test_merging_keeps_no_two_leaders_that_overlap(
    found: list[np.ndarray], data: st.DataObject
) -> None:
    scores = np.array([data.draw(st.floats(0.5, 1)) for _ in found])
    stack = np.array(found).reshape(-1, 4)
    merged = merge_overlapping(scores, stack, np.zeros((len(found), 4, 2)))
    assert len(merged) <= len(found)
    assert [one[0] for one in merged] == sorted((one[0] for one in merged), reverse=True)
    assert bool(merged) == bool(found)


def test_nobody_is_found_in_an_empty_picture() -> None:
    assert Detector().find(np.full((480, 640, 3), 128, np.uint8)) == []
