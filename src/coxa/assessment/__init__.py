"""From a recording to readings: value, error, repeats, accepted or refused with reasons."""

from __future__ import annotations

from coxa.assessment.moments import Moment, moment_of
from coxa.assessment.seated import assess_seated
from coxa.capture import PoseRecording
from coxa.errors import UsageFault
from coxa.quantities import Test
from coxa.records import Measurement

__all__ = ["Moment", "assess", "moment_of", "require_camera_test"]


def assess(recording: PoseRecording, test: Test = Test.SEATED) -> Measurement:
    """Read one test from a recording.

    Raises
    ------
    UsageFault
        ``test_not_by_camera``: only the seated test can be read from a camera.
    """
    require_camera_test(test)
    return assess_seated(recording)


def require_camera_test(test: Test) -> None:
    """Raise ``UsageFault("test_not_by_camera")`` for a test that no camera can read yet."""
    if test is not Test.SEATED:
        raise UsageFault("test_not_by_camera", test=test.value)
