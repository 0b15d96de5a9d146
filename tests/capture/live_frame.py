"""One live frame in numbers and in bytes, kept in ``live_frame.json`` for the browser's tests.

Written anew by ``python -m tests.capture.live_frame``; both sides test themselves against it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from coxa.capture.live import FRAME
from coxa.records import LANDMARK_COUNT

FILE = Path(__file__).with_suffix(".json")
WIDTH_PX, HEIGHT_PX = 640, 480


def numbers() -> dict[str, Any]:
    """The frame as the page has it, places as shares of the picture; all exact in four bytes."""
    joints = [
        {
            "x": index / 64,
            "y": 1 - index / 128,
            "visibility": index / 32,
            "world_m": [index / 8, -index / 16, 0.25],
        }
        for index in range(LANDMARK_COUNT)
    ]
    frame = {"number": 300_000, "time_s": 12_345.678, "people": 2}
    return {**frame, "by_mirror": True, "joints": joints}


def packet() -> bytes:
    """The same by numpy, pixels and all."""
    given = numbers()
    frame = np.zeros((), FRAME)
    frame["number"], frame["time_s"] = given["number"], given["time_s"]
    frame["people"], frame["score"] = given["people"], 1
    frame["by_mirror"] = given["by_mirror"]
    frame["image_px"] = [(one["x"] * WIDTH_PX, one["y"] * HEIGHT_PX) for one in given["joints"]]
    frame["visibility"] = [one["visibility"] for one in given["joints"]]
    frame["world_m"] = [one["world_m"] for one in given["joints"]]
    return frame.tobytes()


def fixture() -> dict[str, Any]:
    """What the file holds."""
    size = {"width_px": WIDTH_PX, "height_px": HEIGHT_PX}
    return {**size, "frame": numbers(), "packet": packet().hex()}


if __name__ == "__main__":
    FILE.write_text(json.dumps(fixture(), separators=(",", ":")) + "\n", encoding="ascii")
