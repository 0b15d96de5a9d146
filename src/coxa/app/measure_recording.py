"""Read a recording: landmarks, readings, and pictures of the moments measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coxa.assessment import assess, require_camera_test
from coxa.capture import PoseRecording, record_video
from coxa.errors import UsageFault
from coxa.pose import Model, PoseModel
from coxa.quantities import Test
from coxa.records import Measurement


@dataclass(frozen=True)
class MeasuredRecording:
    """What one recording gave. The pictures show the person's body: keep them only when asked."""

    recording: PoseRecording
    measurement: Measurement


def camera_tests() -> tuple[Test, ...]:
    """The tests that a camera reads well enough to give a number."""
    return tuple(test for test in Test if _by_camera(test))


def _by_camera(test: Test) -> bool:
    try:
        require_camera_test(test)
    except UsageFault:
        return False
    return True


def measure_recording(
    path: Path,
    *,
    test: Test = Test.SEATED,
    model: Model = "heavy",
    mirrored: bool = False,
    progress: Callable[[float], None] | None = None,
    pose: PoseModel | None = None,
) -> MeasuredRecording:
    """Read the recording at ``path``; the file itself is left alone.

    Parameters
    ----------
    progress
        Told the share done, 0 to 1; an exception that it raises ends the reading.

    Raises
    ------
    UnusableFile
        When the file cannot be read whole.
    UsageFault
        When a camera cannot read this test.
    """
    recording = record_video(path, model=model, mirrored=mirrored, progress=progress, pose=pose)
    return MeasuredRecording(recording, assess(recording, test))
