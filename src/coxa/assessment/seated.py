"""The seated rotation test, from a recording to readings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.angles import Body, SeatedAngles, read_body, seated_angles, seated_setup
from coxa.assessment import checks
from coxa.assessment.curves import thin_curve
from coxa.assessment.holds import Excursions, find_excursions
from coxa.assessment.neutral import Neutral, find_neutral
from coxa.assessment.reading import read_repeats, refused
from coxa.capture import PoseRecording
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Measurement, Message, Reading, RotationCurve

CALIBRATION = "uncalibrated-1"
ALL = [(side, direction) for side in (Side.RIGHT, Side.LEFT) for direction in Direction]

Flags = NDArray[np.bool_]
Attempts = dict[tuple[Side, Direction], Excursions]


def assess_seated(recording: PoseRecording) -> Measurement:
    """Readings of all movements found, each accepted or refused with its reasons."""
    body = read_body(recording)
    absent = checks.who_is_there(recording, body)
    if absent:
        return _measurement(recording, _refuse_all(absent))
    angles = seated_angles(body)
    unfit = _posture(body, angles, body.found) or checks.legs_are_seen(body)
    if unfit:
        return _measurement(recording, _refuse_all(unfit))
    neutral = find_neutral(angles)
    turned = _turned(angles, neutral)
    attempts = _attempts(angles, turned)
    reasons = _setup_reasons(body, angles, neutral)
    if not reasons and not attempts:
        reasons = [Message(id="no_movement")]
    if reasons or neutral is None:
        return _measurement(recording, _refuse_all(*reasons, only=attempts), angles, turned)
    readings = tuple(
        read_repeats(side, direction, found, angles, neutral, recording.model)
        for (side, direction), found in attempts.items()
    )
    return _measurement(recording, readings, angles, turned)


def _posture(body: Body, angles: SeatedAngles, frames: Flags) -> Message | None:
    upright_deg = float(np.nanmedian(angles.trunk_lean_deg[frames]))
    return checks.is_seated(seated_setup(body, frames, upright_deg), upright_deg)


def _setup_reasons(body: Body, angles: SeatedAngles, neutral: Neutral | None) -> list[Message]:
    frames = body.found if neutral is None else neutral.frames
    upright_deg = float(np.nanmedian(angles.trunk_lean_deg[frames]))
    setup = seated_setup(body, frames, upright_deg)
    found = [
        checks.is_seated(setup, upright_deg),
        checks.camera_in_front(setup.yaw_deg),
        Message(id="no_neutral") if neutral is None else checks.shanks_hang(neutral),
    ]
    return [reason for reason in found if reason]


def _turned(angles: SeatedAngles, neutral: Neutral | None) -> dict[Side, NDArray[np.float64]]:
    """Rotation of each side over time; without a neutral, from the leg's median place."""
    return {
        side: angles.turned_deg(
            side,
            neutral.shank_lean_deg[side]
            if neutral
            else float(np.nanmedian(angles.shank_lean_deg[side])),
        )
        for side in Side
    }


def _attempts(angles: SeatedAngles, turned: dict[Side, NDArray[np.float64]]) -> Attempts:
    found = {
        (side, direction): find_excursions(
            angles.time_s, turned[side], direction, turned[side.other]
        )
        for side, direction in ALL
    }
    return {key: excursions for key, excursions in found.items() if excursions.attempts}


def _refuse_all(*reasons: Message, only: Attempts | None = None) -> tuple[Reading, ...]:
    return tuple(refused(side, direction, *reasons) for side, direction in only or ALL)


def _measurement(
    recording: PoseRecording,
    readings: tuple[Reading, ...],
    angles: SeatedAngles | None = None,
    turned: dict[Side, NDArray[np.float64]] | None = None,
) -> Measurement:
    curves: tuple[RotationCurve, ...] = ()
    if angles is not None and turned is not None:
        curves = tuple(thin_curve(side, angles.time_s, turned[side]) for side in Side)
    return Measurement(
        test=Test.SEATED,
        device=Device.CAMERA,
        mode=Mode.ACTIVE,
        method=f"{recording.model}/{CALIBRATION}",
        source=recording.source,
        duration_s=recording.duration_s,
        frame_count=recording.frame_count,
        readings=readings,
        curves=curves,
    )
