"""From a video file, later from a phone or a live camera, to a recording."""

from coxa.capture.keeping import load_recording, save_recording
from coxa.capture.picture import grab_frame, picture_of
from coxa.capture.record import record_video
from coxa.capture.recording import PoseRecording
from coxa.capture.video import inspect

__all__ = [
    "PoseRecording",
    "grab_frame",
    "inspect",
    "load_recording",
    "picture_of",
    "record_video",
    "save_recording",
]
