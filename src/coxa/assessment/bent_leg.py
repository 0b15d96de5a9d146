"""The tests of one bent leg (lying prone, lying supine, standing), from a recording to readings.

One recording holds one leg: the one that turns. Its angles come from a square corner at rest
(:mod:`coxa.angles.bent_leg`), so that neither the camera's height nor its side need be known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from coxa.angles import (
    BentLeg,
    BentLegCalibration,
    Body,
    bent_leg,
    bent_leg_calibration,
    bent_leg_features,
    read_body,
)
from coxa.assessment import bent_leg_checks as checks
from coxa.assessment.bent_leg_rules import RULES, BentLegRules
from coxa.assessment.checks import who_is_there
from coxa.assessment.curves import thin_curve
from coxa.assessment.error_model import held_error95_deg
from coxa.assessment.holds import Excursions, find_excursions
from coxa.assessment.reading import PelvisWatch, read_repeats, refused
from coxa.assessment.stillness import first_stillness
from coxa.capture import PoseRecording
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Measurement, Message, Reading, RotationCurve

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

STILL_DEG_S = 5.0
MAX_EARLIER_SWING_DEG = 10.0
MIN_SWING_DEG = 5.0
"""A leg whose picture swings less than this was not tested."""
MAX_LEAP = 0.3
"""In shank lengths: a knee that is further from its usual place was lost."""


@dataclass(frozen=True)
class _Turning:
    """The turning leg over time; what is not usable is NaN."""

    side: Side
    time_s: Floats
    turned_deg: Floats
    pelvis_deg: Floats


def assess_bent_leg(recording: PoseRecording, test: Test) -> Measurement:
    """Readings of the leg that turns, each accepted or refused with its reasons.

    ``test`` is one of :data:`coxa.assessment.bent_leg_rules.RULES`.
    """
    rules, calibration = RULES[test], bent_leg_calibration(test, recording.model)
    if calibration is None:
        return _all_refused(
            recording, test, Message(id="model_not_for_this_test", params={"test": test})
        )
    body = read_body(recording)
    absent = who_is_there(recording, body) or checks.posture(body, rules)
    if absent:
        return _all_refused(recording, test, absent)
    side = _moving_side(body)
    if side is None:
        return _all_refused(recording, test, Message(id="no_turning"))
    seen = checks.in_picture(body, side, (recording.width_px, recording.height_px))
    unseen = checks.leg_is_seen(body, side, seen)
    if unseen:
        return _all_refused(recording, test, unseen, side=side)
    resting = first_stillness(
        body.time_s,
        [_swing_deg(body, side, seen)],
        still_deg_s=STILL_DEG_S,
        swing_deg=MAX_EARLIER_SWING_DEG,
    )
    if resting is None:
        return _all_refused(recording, test, Message(id="no_still_start"), side=side)
    leg = _leg_at(body, side, resting, test, rules)
    misplaced = checks.camera_is_placed(leg, body, side, resting, rules)
    turning = _turning(body, side, resting, leg, calibration, seen)
    readings = _refuse(side, misplaced) if misplaced else _read(turning, calibration)
    return _measurement(recording, test, readings, calibration, turning)


def _moving_side(body: Body) -> Side | None:
    """The side whose foot swings further; the other leg stays where it is."""

    def swing_deg(side: Side) -> float:
        return float(np.subtract(*np.nanpercentile(_swing_deg(body, side, body.found), [90, 10])))

    side = max((Side.RIGHT, Side.LEFT), key=swing_deg)
    return side if swing_deg(side) >= MIN_SWING_DEG else None


def _swing_deg(body: Body, side: Side, seen: Flags) -> Floats:
    """(n,) how far the ankle swings about the knee, in degrees of a shank seen square-on.

    Taken along the line on which it swings most. Where the knee has leapt away it is NaN.
    """
    joints = body.joints[side]
    shank, knee = joints["ankle"] - joints["knee"], joints["knee"] - body.middle("hip")
    length_px = float(np.percentile(np.linalg.norm(shank[seen], axis=1), 90))
    leapt_px = np.linalg.norm(knee - np.median(knee[seen], axis=0), axis=1)
    steady = seen & (leapt_px <= MAX_LEAP * length_px)
    away = shank - np.median(shank[steady], axis=0)
    along = np.linalg.svd(away[steady], full_matrices=False)[2][0]
    return np.where(steady, np.degrees(away @ along / length_px), np.nan)


def _leg_at(body: Body, side: Side, resting: Flags, test: Test, rules: BentLegRules) -> BentLeg:
    rest = body.rest(resting)[side]
    return bent_leg(
        rest["knee"] - rest["hip"], rest["ankle"] - rest["knee"], test, rules.view, side
    )


def _turning(
    body: Body,
    side: Side,
    resting: Flags,
    leg: BentLeg,
    calibration: BentLegCalibration,
    seen: Flags,
) -> _Turning:
    features = bent_leg_features(leg, side, body.joints, body.rest(resting))
    usable = seen & checks.believable(features)
    return _Turning(
        side=side,
        time_s=body.time_s,
        turned_deg=np.where(usable, calibration.turn_deg(features), np.nan),
        pelvis_deg=np.where(usable, calibration.pelvis_deg(features), np.nan),
    )


def _read(turning: _Turning, calibration: BentLegCalibration) -> tuple[Reading, ...]:
    found = {direction: _excursions(turning, direction) for direction in Direction}
    attempted = {way: excursions for way, excursions in found.items() if excursions.attempts}
    if not attempted:
        return _refuse(turning.side, Message(id="no_turning"))
    pelvis = PelvisWatch(
        turning.pelvis_deg,
        calibration.pelvis_limit_deg,
        lambda tilt_deg: Message(id="pelvis_lifts", params={"tilt_deg": tilt_deg}),
    )
    error95_deg = partial(held_error95_deg, (calibration.error_sd_deg,))
    return tuple(
        read_repeats(turning.side, way, excursions, turning.time_s, pelvis, error95_deg)
        for way, excursions in attempted.items()
    )


def _excursions(turning: _Turning, direction: Direction) -> Excursions:
    alone = np.full(len(turning.time_s), np.nan)
    return find_excursions(turning.time_s, turning.turned_deg, direction, alone)


def _refuse(side: Side, reason: Message) -> tuple[Reading, ...]:
    return tuple(refused(side, direction, reason) for direction in Direction)


def _all_refused(
    recording: PoseRecording, test: Test, reason: Message, side: Side | None = None
) -> Measurement:
    sides = (Side.RIGHT, Side.LEFT) if side is None else (side,)
    readings = tuple(reading for each in sides for reading in _refuse(each, reason))
    return _measurement(recording, test, readings)


def _measurement(
    recording: PoseRecording,
    test: Test,
    readings: tuple[Reading, ...],
    calibration: BentLegCalibration | None = None,
    turning: _Turning | None = None,
) -> Measurement:
    curves: tuple[RotationCurve, ...] = ()
    if turning is not None:
        curves = (thin_curve(turning.side, turning.time_s, turning.turned_deg),)
    version = "none" if calibration is None else calibration.version
    return Measurement(
        test=test,
        device=Device.CAMERA,
        mode=Mode.ACTIVE,
        method=f"{recording.model}/{version}",
        source=recording.source,
        duration_s=recording.duration_s,
        frame_count=recording.frame_count,
        readings=readings,
        curves=curves,
    )
