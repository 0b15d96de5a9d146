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
