"""From a video file or a live camera to a recording.

Live: a page sends packets of ``FRAME``; ``LiveCapture.take(packet)`` keeps each and gives it back
in plain numbers (``None`` for one that came twice or late), ``LiveCapture.recording()`` is then
the same :class:`PoseRecording` that a video file would have become.
"""

from coxa.capture.keeping import load_recording, save_recording
from coxa.capture.live import FRAME, Frame, FrameReader, LiveCapture
from coxa.capture.orientation import OrientationRecording
from coxa.capture.orientation_csv import (
    parse_orientation_csv,
    read_orientation_csv,
    write_orientation_csv,
)
from coxa.capture.orientation_take import OrientationTake
from coxa.capture.picture import grab_frame, picture_of
from coxa.capture.record import record_video
from coxa.capture.recording import PoseRecording
from coxa.capture.video import inspect

__all__ = [
    "FRAME",
    "Frame",
    "FrameReader",
    "LiveCapture",
    "OrientationRecording",
    "OrientationTake",
    "PoseRecording",
    "grab_frame",
    "inspect",
    "load_recording",
    "parse_orientation_csv",
    "picture_of",
    "read_orientation_csv",
    "record_video",
    "save_recording",
    "write_orientation_csv",
]
