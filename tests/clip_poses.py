"""The clips of the rig through the pose model, each once for all tests of a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coxa.capture import PoseRecording, record_video
from validation.ground import TRUTH, Recording, read_recording

CLIPS = Path(__file__).parent / "clips"
SAMPLES = Path(__file__).parents[1] / "src/coxa/samples"
TRUTHS = {path.name.removesuffix(TRUTH): path for path in sorted(CLIPS.glob(f"*{TRUTH}"))}


def clip(name: str) -> Recording:
    """A clip and what is true in it."""
    found = [*CLIPS.glob(f"{name}.mp4"), *SAMPLES.glob(f"{name}.mp4")]
    return read_recording(TRUTHS[name], found[0])


@cache
def poses_of(name: str) -> PoseRecording:
    """Its landmarks by the heavy model."""
    recording = clip(name)
    return record_video(recording.video, mirrored=recording.scene.camera.mirrored)
