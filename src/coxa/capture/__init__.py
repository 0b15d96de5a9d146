"""From a video file, later from a phone or a live camera, to a recording."""

from coxa.capture.record import record_video
from coxa.capture.recording import PoseRecording

__all__ = ["PoseRecording", "record_video"]
