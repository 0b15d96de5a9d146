"""Clips of real people who do something else: found, and refused with a plain reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from coxa.assessment import assess
from coxa.capture import record_video


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pose_1.mp4", "pose_squats.mp4", "bridging.mp4"])
def test_strangers_are_seen_and_refused(footage: Path, name: str) -> None:
    recording = record_video(footage / name)
    assert (recording.score > 0.5).mean() > 0.9
    measurement = assess(recording)
    assert not measurement.accepted
    assert {reason.id for found in measurement.readings for reason in found.reasons} == {
        "not_seated_test"
    }
