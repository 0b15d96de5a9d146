"""The seated rotation test, from a recording to readings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.angles import (
    Body,
    Calibration,
    SeatedAngles,
    Setup,
    calibration_for,
    read_body,
    seated_angles,
    seated_setup,
)
from coxa.assessment import checks
from coxa.assessment.curves import thin_curve
from coxa.assessment.holds import Excursions, find_excursions
from coxa.assessment.neutral import Neutral, find_neutral
from coxa.assessment.reading import read_repeats, refused
from coxa.capture import PoseRecording
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Measurement, Message, Reading, RotationCurve

ALL = [(side, direction) for side in (Side.RIGHT, Side.LEFT) for direction in Direction]

Flags = NDArray[np.bool_]
Turned = dict[Side, NDArray[np.float64]]
Attempts = dict[tuple[Side, Direction], Excursions]


def assess_seated(recording: PoseRecording) -> Measurement:
    """Readings of all movements found, each accepted or refused with its reasons."""
    body = read_body(recording)
    absent = checks.who_is_there(recording, body)
    if absent:
        return _measurement(recording, _refuse_all(absent))
    angles = seated_angles(body)
    # Posture can be judged by one leg in view, the test only by both.
    unfit = (
        checks.legs_are_seen(body, needed=1)
        or checks.is_seated(*_setup(body, angles, body.found))
        or checks.legs_are_seen(body)
    )
    if unfit:
        return _measurement(recording, _refuse_all(unfit))
    neutral = find_neutral(angles)
    setup, upright_deg = _setup(body, angles, body.found if neutral is None else neutral.frames)
    calibration = calibration_for(recording.model)
    turned = _turned(angles, neutral, setup, calibration)
    attempts = _attempts(angles, turned)
    reasons = _setup_reasons(setup, upright_deg, neutral, calibration)
    if not reasons and not attempts:
        reasons = [Message(id="no_movement")]
    if reasons or neutral is None:
        return _measurement(recording, _refuse_all(*reasons, only=attempts), angles, turned)
    readings = tuple(
        read_repeats(side, direction, found, angles, neutral, recording.model)
        for (side, direction), found in attempts.items()
    )
    return _measurement(recording, readings, angles, turned)


def _setup(body: Body, angles: SeatedAngles, frames: Flags) -> tuple[Setup, float]:
    """Posture and camera over some frames, and the lean of the body's own upright."""
    upright_deg = float(np.nanmedian(angles.trunk_lean_deg[frames]))
    return seated_setup(body, frames, upright_deg), upright_deg


def _setup_reasons(
    setup: Setup, upright_deg: float, neutral: Neutral | None, calibration: Calibration
) -> list[Message]:
    found = [
        checks.is_seated(setup, upright_deg),
        checks.camera_in_front(calibration.yaw_gain * setup.yaw_deg),
        Message(id="no_neutral")
        if neutral is None
        else checks.shanks_hang(neutral, calibration.rest_spread_deg),
    ]
    return [reason for reason in found if reason]


def _turned(
    angles: SeatedAngles, neutral: Neutral | None, setup: Setup, calibration: Calibration
) -> Turned:
    """Rotation of each side over time; without a neutral, from the leg's median place."""
    zero_deg = (
        neutral.shank_lean_deg
        if neutral
        else {side: float(np.nanmedian(angles.shank_lean_deg[side])) for side in Side}
    )
    return {
        side: calibration.corrected_deg(
            angles.turned_deg(side, zero_deg[side]), setup.knee_offset[side]
        )
        for side in Side
    }


def _attempts(angles: SeatedAngles, turned: Turned) -> Attempts:
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
    turned: Turned | None = None,
) -> Measurement:
    curves: tuple[RotationCurve, ...] = ()
    if angles is not None and turned is not None:
        curves = tuple(thin_curve(side, angles.time_s, turned[side]) for side in Side)
    return Measurement(
        test=Test.SEATED,
        device=Device.CAMERA,
        mode=Mode.ACTIVE,
        method=f"{recording.model}/{calibration_for(recording.model).version}",
        source=recording.source,
        duration_s=recording.duration_s,
        frame_count=recording.frame_count,
        readings=readings,
        curves=curves,
    )
