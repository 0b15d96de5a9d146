"""The seated rotation test, from a recording to readings."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from coxa.angles import (
    Body,
    Calibration,
    Joints,
    Rotation,
    SeatedAngles,
    Setup,
    calibration_for,
    leg_features,
    read_body,
    seated_angles,
    seated_rotation,
    seated_setup,
)
from coxa.assessment import checks
from coxa.assessment.curves import thin_curve
from coxa.assessment.error_model import error95_deg
from coxa.assessment.holds import Excursions, find_excursions
from coxa.assessment.reading import PelvisWatch, holding, read_repeats, refused
from coxa.assessment.stillness import first_stillness
from coxa.capture import PoseRecording
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Measurement, Message, Reading, RotationCurve

ALL = [(side, direction) for side in (Side.RIGHT, Side.LEFT) for direction in Direction]

STILL_DEG_S = 6.0
"""Landmarks of a leg at rest may flicker by two degrees from frame to frame; a slow swing is three
times faster."""
MAX_EARLIER_SWING_DEG = 8.0
MAX_HIKE_DEG = 3.8

Flags = NDArray[np.bool_]
Rotations = dict[Side, Rotation]
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
    neutral = _hanging(angles)
    frames = body.found if neutral is None else neutral
    setup, upright_deg = _setup(body, angles, frames)
    rest = body.rest(frames)
    calibration = calibration_for(recording.model)
    rotations = {side: seated_rotation(body, rest, side, calibration) for side in Side}
    attempts = _attempts(angles, rotations)
    reasons = _setup_reasons(setup, upright_deg, neutral, rest, calibration)
    if not reasons and not attempts:
        reasons = [Message(id="no_movement")]
    if reasons or neutral is None:
        return _measurement(
            recording, _refuse_all(*reasons, only=attempts), angles.time_s, rotations
        )
    readings = tuple(
        _read(side, direction, found, angles.time_s, rotations[side], recording.model)
        for (side, direction), found in attempts.items()
    )
    return _measurement(recording, readings, angles.time_s, rotations)


def _hanging(angles: SeatedAngles) -> Flags | None:
    """(n,) frames in which both shanks hang still; ``None`` when the movement came first."""
    shanks_deg = [angles.shank_lean_deg[side] for side in Side]
    return first_stillness(
        angles.time_s, shanks_deg, still_deg_s=STILL_DEG_S, swing_deg=MAX_EARLIER_SWING_DEG
    )


def _setup(body: Body, angles: SeatedAngles, frames: Flags) -> tuple[Setup, float]:
    """Posture and camera over some frames, and the lean of the body's own upright."""
    upright_deg = float(np.nanmedian(angles.trunk_lean_deg[frames]))
    return seated_setup(body, frames, upright_deg), upright_deg


def _setup_reasons(
    setup: Setup,
    upright_deg: float,
    neutral: Flags | None,
    rest: Joints,
    calibration: Calibration,
) -> list[Message]:
    off_deg = {
        side: float(calibration.rest_off_deg(leg_features(rest, rest, side))) for side in Side
    }
    found = [
        checks.is_seated(setup, upright_deg),
        checks.camera_in_front(calibration.yaw_gain * setup.yaw_deg),
        Message(id="no_neutral")
        if neutral is None
        else checks.shanks_hang(off_deg, calibration.rest_tolerance_deg),
    ]
    return [reason for reason in found if reason]


def _attempts(angles: SeatedAngles, rotations: Rotations) -> Attempts:
    found = {
        (side, direction): find_excursions(
            angles.time_s,
            rotations[side].rotation_deg,
            direction,
            rotations[side.other].rotation_deg,
        )
        for side, direction in ALL
    }
    return {key: excursions for key, excursions in found.items() if excursions.attempts}


def _read(
    side: Side,
    direction: Direction,
    found: Excursions,
    time_s: NDArray[np.float64],
    rotation: Rotation,
    model: str,
) -> Reading:
    pelvis = PelvisWatch(
        rotation.hike_deg,
        MAX_HIKE_DEG,
        lambda tilt_deg: Message(id="pelvis_hike", params={"side": side, "hike_deg": tilt_deg}),
    )
    held = holding(time_s, found.holds)
    doubt_deg = _median_deg(rotation.doubt_deg[held])
    return read_repeats(
        side, direction, found, time_s, pelvis, partial(error95_deg, model, doubt_deg)
    )


def _median_deg(values_deg: NDArray[np.float64]) -> float:
    """Of those that are known; 0 where none is."""
    known = values_deg[np.isfinite(values_deg)]
    return float(np.median(known)) if len(known) else 0.0


def _refuse_all(*reasons: Message, only: Attempts | None = None) -> tuple[Reading, ...]:
    return tuple(refused(side, direction, *reasons) for side, direction in only or ALL)


def _measurement(
    recording: PoseRecording,
    readings: tuple[Reading, ...],
    time_s: NDArray[np.float64] | None = None,
    rotations: Rotations | None = None,
) -> Measurement:
    curves: tuple[RotationCurve, ...] = ()
    if time_s is not None and rotations is not None:
        curves = tuple(thin_curve(side, time_s, rotations[side].rotation_deg) for side in Side)
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
