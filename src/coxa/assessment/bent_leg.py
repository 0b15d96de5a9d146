"""The tests of one bent leg (lying prone, lying supine, standing), from a recording to readings.

One recording holds one leg: the one that turns. Its angles come from a square corner at rest
(:mod:`coxa.angles.bent_leg`), so that neither the camera's height nor its side need be known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.angles import Body, read_body
from coxa.angles.bent_leg import BentLeg, bent_leg
from coxa.angles.bent_leg_calibration import BentLegCalibration, bent_leg_calibration
from coxa.angles.bent_leg_features import bent_leg_features
from coxa.assessment import bent_leg_checks as checks
from coxa.assessment.bent_leg_reading import read_held
from coxa.assessment.bent_leg_rules import RULES, BentLegRules
from coxa.assessment.checks import who_is_there
from coxa.assessment.curves import thin_curve
from coxa.assessment.holds import Excursions, find_excursions
from coxa.assessment.reading import refused
from coxa.assessment.stillness import first_stillness
from coxa.capture import PoseRecording
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Measurement, Message, Reading, RotationCurve

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


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
        return _all_refused(recording, test, Message(id="model_not_for_this_test"))
    body = read_body(recording)
    absent = who_is_there(recording, body) or checks.posture(body, rules)
    if absent:
        return _all_refused(recording, test, absent)
    size_px = (recording.width_px, recording.height_px)
    seen = {side: checks.in_picture(body, side, size_px) for side in Side}
    side = _moving_side(body, seen)
    unseen = checks.leg_is_seen(body, side, seen[side])
    if unseen:
        return _all_refused(recording, test, unseen, side=side)
    resting = first_stillness(body.time_s, _image_angle_deg(body, side, seen[side]))
    if resting is None:
        return _all_refused(recording, test, Message(id="no_still_start"), side=side)
    leg = _leg_at(body, side, resting, test, rules)
    misplaced = checks.camera_is_placed(leg, body, side, resting, rules)
    turning = _turning(body, side, resting, leg, calibration, seen[side])
    readings = _refuse(side, misplaced) if misplaced else _read(turning, calibration)
    return _measurement(recording, test, readings, calibration, turning)


def _moving_side(body: Body, seen: dict[Side, Flags]) -> Side:
    """The side whose shank swings further; the other leg stays where it is."""

    def swing(side: Side) -> float:
        angle_deg = _image_angle_deg(body, side, seen[side])
        known = angle_deg[np.isfinite(angle_deg)]
        return float(np.subtract(*np.percentile(known, [90, 10]))) if len(known) else 0.0

    return max((Side.RIGHT, Side.LEFT), key=swing)


def _image_angle_deg(body: Body, side: Side, seen: Flags) -> Floats:
    """(n,) which way the shank points in the picture, counted from its usual way."""
    shank = body.joints[side]["ankle"] - body.joints[side]["knee"]
    shank = np.where(seen[:, None], shank, np.nan)
    usual = np.nanmedian(shank, axis=0) if seen.any() else np.zeros(2)
    turn = shank[:, 0] * usual[1] - shank[:, 1] * usual[0]
    return np.asarray(np.degrees(np.arctan2(turn, shank @ usual)))


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
    usable = seen & checks.keeps_length(features["stretch"])
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
    return tuple(
        read_held(
            turning.side, way, excursions, turning.time_s, turning.pelvis_deg,
            calibration.error_sd_deg,
        )
        for way, excursions in attempted.items()
    )  # fmt: skip


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
