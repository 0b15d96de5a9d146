"""The same landmarks as MediaPipe's own pose, from the same weights, in the same stills.

``golden/mediapipe.json`` was written by ``golden/make_golden.py``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from coxa.pose import MODELS, BlazePose, Model
from coxa.pose.crop import Crop
from coxa.pose.landmarker import Landmarker
from coxa.quantities import Side
from coxa.records import OTHER_SIDE, landmark

GOLDEN = Path(__file__).parent / "golden"
# Stills are 640 x 480. The crops differ by how each library resamples, by a fraction of a pixel.
MEDIAN_PX, WORST_PX = 0.6, 12.0
MEDIAN_M, WORST_VISIBILITY = 0.004, 0.03


@pytest.fixture(scope="module")
def golden() -> Any:
    return json.loads((GOLDEN / "mediapipe.json").read_text())


@pytest.mark.parametrize("way", ["static", "tracked"])
@pytest.mark.parametrize("model", MODELS)
def test_landmarks_agree_with_mediapipe(golden: Any, model: Model, way: str) -> None:
    pose = BlazePose(model)
    for index, expected in enumerate(golden[model][way]):
        still = cv2.imread(str(GOLDEN / expected["still"]))
        found = pose.follow(np.asarray(still, np.uint8), index / 30)
        assert found is not None
        away_px = np.linalg.norm(found.image_px - expected["image_px"], axis=1)
        assert np.median(away_px) < MEDIAN_PX
        assert away_px.max() < WORST_PX
        assert np.median(np.abs(found.world_m - expected["world_m"])) < MEDIAN_M
        np.testing.assert_allclose(found.visibility, expected["visibility"], atol=WORST_VISIBILITY)
        assert found.score > 0.9
        if way == "static":
            pose = BlazePose(model)


@pytest.mark.parametrize("model", MODELS)
def test_a_picture_in_a_mirror_is_turned_back_exactly(golden: Any, model: Model) -> None:
    still = np.asarray(cv2.imread(str(GOLDEN / golden[model]["static"][0]["still"])), np.uint8)
    landmarker = Landmarker(model)
    found = BlazePose(model).follow(still, 0.0)
    assert found is not None
    x, y = found.crop.centre_px
    upright = Crop((x, y), found.crop.side_px, 0.2)
    # The picture's mirror image: x counts from the other edge, turns go the other way round.
    last = still.shape[1] - 1
    opposite = Crop((last - x, y), found.crop.side_px, -0.2)
    in_mirror = landmarker.read(still, upright, by_mirror=True)
    of_mirror = landmarker.read(np.ascontiguousarray(still[:, ::-1]), opposite)
    image_px = of_mirror.image_px[OTHER_SIDE]
    image_px[:, 0] = last - image_px[:, 0]
    assert np.abs(in_mirror.image_px - image_px).max() < 0.5
    world_m = of_mirror.world_m[OTHER_SIDE] * [-1, 1, 1]
    assert np.median(np.abs(in_mirror.world_m - world_m)) < MEDIAN_M
    np.testing.assert_allclose(
        in_mirror.visibility, of_mirror.visibility[OTHER_SIDE], atol=WORST_VISIBILITY
    )
    if model == "heavy":
        shanks_px = of_mirror.shanks_px[::-1]
        shanks_px[..., 0] = last - shanks_px[..., 0]
        np.testing.assert_allclose(in_mirror.shanks_px, shanks_px, atol=0.5)
    knee = landmark(Side.LEFT, "knee")
    plain = landmarker.read(still, upright).image_px
    assert np.linalg.norm(in_mirror.image_px[knee] - plain[knee]) < 12.0
