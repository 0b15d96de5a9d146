"""A recording of any length is read as a short one is, in memory that hardly exceeds its own."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from coxa.assessment import assess
from coxa.capture import PoseRecording
from tests.synthetic_body import Script, film, repeats

FPS = 20.0
# A row of landmarks takes some 800; all that is made of it at once would take 2,500 and more.
MOST_BYTES_PER_FRAME = 1300


@pytest.fixture(scope="module")
def seen() -> PoseRecording:
    return film(Script(right_deg=repeats(30.0)), fps=FPS, noise_px=0.3, model="blazepose-heavy")


def test_frames_read_in_stretches_give_what_they_give_at_once(
    seen: PoseRecording, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = assess(seen)
    assert at_once.curves
    monkeypatch.setattr("coxa.angles.legs.STRETCH_FRAMES", 7)
    in_stretches = assess(seen)
    for one, other in zip(at_once.curves, in_stretches.curves, strict=True):
        assert one.time_s == other.time_s
        np.testing.assert_allclose(
            np.array(one.rotation_deg, np.float64),
            np.array(other.rotation_deg, np.float64),
            atol=0.011,
        )
    verdicts = [
        [(r.accepted, r.reasons, len(r.repeats)) for r in each.readings]
        for each in (at_once, in_stretches)
    ]
    assert verdicts[0] == verdicts[1]


def test_a_long_recording_is_judged_in_little_more_memory_than_it_takes(
    seen: PoseRecording,
) -> None:
    there_and_back = np.concatenate(
        [np.arange(seen.frame_count), np.arange(seen.frame_count)[::-1]]
    )
    frames = np.resize(there_and_back, 30_000)
    arrays = ("image_px", "world_m", "visibility", "score", "people")
    long = replace(
        seen,
        time_s=np.arange(len(frames)) / FPS,
        **{name: getattr(seen, name)[frames] for name in arrays},
    )
    assess(seen)  # what is learnt only once is not this recording's
    tracemalloc.start()
    try:
        found = assess(long)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sum(len(reading.repeats) for reading in found.readings) > 100
    assert peak < MOST_BYTES_PER_FRAME * len(frames)
