"""The kept frame, against which the browser tests its packing, is what Python reads and writes."""

from __future__ import annotations

import json

from coxa.capture.live import LiveCapture
from tests.capture.live_frame import FILE, HEIGHT_PX, WIDTH_PX, fixture, numbers


def test_the_kept_frame_is_the_one_that_python_writes() -> None:
    assert json.loads(FILE.read_text(encoding="ascii")) == fixture()


def test_the_kept_frame_is_taken_with_every_number_in_its_place() -> None:
    kept = json.loads(FILE.read_text(encoding="ascii"))
    capture = LiveCapture(WIDTH_PX, HEIGHT_PX)
    frame = capture.take(bytes.fromhex(kept["packet"]))
    assert frame is not None
    given = numbers()
    assert (frame.number, frame.people, frame.score) == (300_000, 2, 1)
    places = [(one["x"] * WIDTH_PX, one["y"] * HEIGHT_PX) for one in given["joints"]]
    assert frame.image_px == tuple(value for place in places for value in place)
    assert frame.visibility == tuple(one["visibility"] for one in given["joints"])
