"""From a recording to readings: value, error, repeats, accepted or refused with reasons."""

from __future__ import annotations

from coxa.angles import read_by_camera
from coxa.assessment.bent_leg import assess_bent_leg
from coxa.assessment.moments import Moment, moment_of
from coxa.assessment.phone import assess_phone
from coxa.assessment.seated import assess_seated
from coxa.assessment.takes import joined, split
from coxa.capture import PoseRecording
from coxa.errors import UsageFault
from coxa.quantities import Test
from coxa.records import Measurement

__all__ = ["Moment", "assess", "assess_phone", "moment_of", "require_camera_test"]


def assess(recording: PoseRecording, test: Test = Test.SEATED) -> Measurement:
    """Read one test from a recording.

    Raises
    ------
    UsageFault
        ``test_not_by_camera``: a test whose error on rendered people is too large to be told.
    """
    require_camera_test(test)
    return joined(recording, [_assess_take(take, test) for take in split(recording)])


def _assess_take(take: PoseRecording, test: Test) -> Measurement:
    return assess_seated(take) if test is Test.SEATED else assess_bent_leg(take, test)


def require_camera_test(test: Test) -> None:
    """Raise ``UsageFault("test_not_by_camera")`` for a test that no camera can read."""
    if test is not Test.SEATED and not read_by_camera(test):
        raise UsageFault("test_not_by_camera", test=test.value)
