"""How far a turned shank is seen to have turned, by coxa's own way from a film to angles."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import run

import numpy as np
from numpy.typing import NDArray

from coxa.angles import (
    calibration_for,
    leg_features,
    read_body,
    rotation_features,
    seated_rotation,
)
from coxa.capture import PoseRecording, record_video
from coxa.pose import BlazePose, Landmarks, Model
from coxa.quantities import Side
from validation.turned.cutting import Picture, cut_out
from validation.turned.subjects import Subject

TURNS_DEG = (-30.0, -20.0, -10.0, 10.0, 20.0, 30.0)
TO_THE_RIGHT = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
"""Outward as a lean in the picture of somebody who faces the camera."""
FPS, SHOWN_FRAMES, READ_FRAME = 8, 4, 2
"""Each picture is shown for some frames, since the model follows a person; one late among them is
read, whose neighbours, looked at the other way, show the same picture. Seven pictures make a film
of more than the two seconds that coxa asks for."""
CRF = 14

AT_REST = ("thigh_out", "thigh_down", "rest_lean", "trunk", "hip_width", "knee_width")
Pictures = Sequence[tuple[float, Picture]]


@dataclass(frozen=True)
class Turn:
    """One shank, turned by a known angle; degrees, outward (as internal rotation) positive.

    Attributes
    ----------
    plain_deg : what the landmarks show: lean of knee to ankle, minus that of the unturned leg. NaN
        where coxa would leave the frames out.
    corrected_deg : the same and the detector's part of the shipped calibration.
    rest : how the unturned person sits or stands, as the calibration is told.
    familiarity : how like those who taught the calibration the unturned person is, 0 to 1.
    """

    subject: str
    side: Side
    known_deg: float
    plain_deg: float
    corrected_deg: float
    rest: dict[str, float]
    familiarity: float

    @property
    def seen(self) -> bool:
        """Whether there is an angle at all."""
        return bool(np.isfinite(self.plain_deg + self.corrected_deg))


def cut_and_turned(
    subject: Subject, side: Side, turns_deg: Sequence[float] = TURNS_DEG
) -> Iterator[tuple[float, Picture]]:
    """The leg pasted back unturned (0°), then turned by each angle, outward positive."""
    leg = cut_out(subject.picture, subject.points, side)
    for turn_deg in (0.0, *turns_deg):
        yield turn_deg, leg.turned(TO_THE_RIGHT[side] * turn_deg)


def seen_turns(
    name: str, side: Side, pictures: Pictures, model: Model, threads: int
) -> Iterator[Turn]:
    """What a model sees of each picture after the first, which is the leg at rest.

    The detector's part is what the calibration makes of all features, less its projection: the
    pictures are turned in their own plane, so there is no perspective to take out.
    """
    recording = _filmed([picture for _, picture in pictures], model, threads)
    body, calibration = read_body(recording), calibration_for(recording.model)
    rest = body.rest(_shown(recording, 0))
    features = rotation_features(rest, body.joints, side)
    found = seated_rotation(body, rest, side, calibration)
    turn_deg = found.rotation_deg + calibration.hike_share * found.hike_deg
    plain_deg = np.where(np.isfinite(turn_deg), np.degrees(features["swing"]), np.nan)
    corrected_deg = plain_deg + turn_deg - calibration.projection(features)
    at_rest = {feature: float(features[feature]) for feature in AT_REST}
    known = calibration.familiarity
    familiarity = float(known(leg_features(rest, rest, side))) if known else 0.0
    for number, (known_deg, _) in enumerate(pictures[1:], start=1):
        frames = _shown(recording, number)
        plain, corrected = (float(angle[frames].mean()) for angle in (plain_deg, corrected_deg))
        yield Turn(name, side, known_deg, plain, corrected, at_rest, familiarity)


def _shown(recording: PoseRecording, number: int) -> NDArray[np.bool_]:
    """(n,) the frame that is read of one picture."""
    return np.asarray(np.round(recording.time_s * FPS) == number * SHOWN_FRAMES + READ_FRAME)


def _filmed(pictures: Sequence[Picture], model: Model, threads: int) -> PoseRecording:
    """A film that shows one picture after the other, through the pose model."""
    rows, columns = (side // 2 * 2 for side in pictures[0].shape[:2])
    raw = b"".join(
        np.ascontiguousarray(picture[:rows, :columns]).tobytes() * SHOWN_FRAMES
        for picture in pictures
    )
    shape = ["-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{columns}x{rows}", "-r", str(FPS)]
    coded = ["-c:v", "libx264", "-preset", "veryfast", "-crf", str(CRF), "-pix_fmt", "yuv420p"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "turned.mp4"
        command = ["ffmpeg", "-y", "-loglevel", "error", *shape, "-i", "-", *coded, str(file)]
        run(command, input=raw, check=True)
        return record_video(file, pose=_OnePerson(model, threads, both_ways=True))


class _OnePerson(BlazePose):
    """Spares the count of people, of whom there is one."""

    def count_people(self, picture_bgr: Picture, followed: Landmarks | None) -> int:
        return 1
