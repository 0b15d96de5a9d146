"""Reasons to refuse what a phone on the shin recorded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coxa.angles import ShinMotion, ShinTurn
from coxa.assessment.reading import holding
from coxa.assessment.smoothing import local_line, runs
from coxa.capture import OrientationRecording
from coxa.quantities import Direction, Test
from coxa.records import Message, Repeat

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

LONGEST_S, SHORTEST_S = 1800.0, 3.0
MAX_LOST_SHARE = 0.2
G_M_S2 = 9.81
MAX_OFF_G_M_S2 = 0.8
"""A cheap sensor is off by a few hundredths of g; a file in other units by far more."""
MAX_SENSORS_APART_DEG = 10.0
MAX_FLAT_DEG = 35.0
"""Of a phone on an upright shin: the shin's own taper, the strap, a knee not quite square."""
MIN_FLAT_DEG = 20.0
"""On a level shin: its inner side faces 40 degrees inward, a strap adds 15, a slope the rest."""
MAX_EDGE_OFF_DEG = 25.0
"""No strap holds a phone more askew along the shin."""
MIN_AXIS_UPRIGHT = 0.75
MAX_ASIDE_DEG = 10.0
MAX_SLIP_DEG = 28.0
MAX_REST_SHIFT_DEG = 8.0
REST_DEG_S = 6.0
MIN_REST_S = 0.3
REST_SHARE = 0.5
REST_HALF_WIDTH_S = 0.2


def clock(recording: OrientationRecording) -> Message | None:
    """The clock runs, and for as long as a test may last."""
    time_s = recording.time_s
    if not (np.isfinite(time_s).all() and (np.diff(time_s) > 0).all()):
        return Message(id="phone_clock_faulty")
    if len(time_s) < 2 or recording.duration_s < SHORTEST_S:
        return Message(id="phone_too_short")
    if recording.duration_s > LONGEST_S:
        return Message(id="phone_clock_faulty")
    return None


def samples(motion: ShinMotion, test: Test) -> Message | None:
    """Enough was recorded, of the sensors that this test needs."""
    unseen = ~np.isfinite(motion.vertical).all(axis=1)
    if test is Test.SUPINE_90_90:
        if motion.rotation is None and motion.rate_deg_s is None:
            return Message(id="phone_no_gyroscope")
        if motion.rotation is None:
            assert motion.rate_deg_s is not None
            # What turned while no rate came is lost for good.
            if not np.isfinite(motion.rate_deg_s).all():
                return Message(id="phone_samples_lost")
    if unseen.mean() > MAX_LOST_SHARE:
        return Message(id="phone_samples_lost")
    return None


def sensors(motion: ShinMotion, resting: Flags) -> Message | None:
    """At rest the acceleration is gravity's, and the angles agree with it."""
    if motion.pull_m_s2 is not None:
        pull_m_s2 = float(np.nanmedian(motion.pull_m_s2[resting]))
        if not abs(pull_m_s2 - G_M_S2) <= MAX_OFF_G_M_S2:
            return Message(id="phone_not_near_g")
    if motion.sensors_apart_deg is not None:
        apart_deg = float(np.nanmedian(motion.sensors_apart_deg[resting]))
        if apart_deg > MAX_SENSORS_APART_DEG:
            return Message(id="phone_sensors_disagree")
    return None


def position(motion: ShinMotion, resting: Flags, test: Test) -> Message | None:
    """The shin stands upright, or lies level when supine, and the phone lies flat along it.

    How a shin hangs within what a strap explains cannot be known, and no more whether an upright
    one belongs to somebody who sits, stands or lies prone.
    """
    x, y, z = np.nanmean(motion.vertical[resting], axis=0)
    flat_deg = np.degrees(np.arctan2(abs(z), np.hypot(x, y)))
    if test is Test.SUPINE_90_90:
        if flat_deg < MIN_FLAT_DEG:
            return Message(id="phone_shin_not_level")
        if motion.points_up and z < 0:
            return Message(id="phone_face_down")
        return None
    edge_off_deg = np.degrees(np.arctan2(min(abs(x), abs(y)), max(abs(x), abs(y))))
    if flat_deg > MAX_FLAT_DEG or edge_off_deg > MAX_EDGE_OFF_DEG:
        return Message(id="phone_shin_not_upright")
    return None


def axis_upright(turn: ShinTurn, motion: ShinMotion, resting: Flags) -> bool:
    """Whether the shin turned about the vertical, as it does supine and in no other test."""
    rest = np.nanmean(motion.vertical[resting], axis=0)
    return bool(abs(turn.axis @ rest) >= MIN_AXIS_UPRIGHT * np.linalg.norm(rest))


def stays_put(time_s: Floats, turn: ShinTurn, repeats: Sequence[Repeat]) -> Message | None:
    """The phone turns with the shin: about the same axis every time, and back to where it was."""
    if len(repeats) < 2:
        return None
    slipped = any(_slip_deg(time_s, turn, repeats, way) > MAX_SLIP_DEG for way in Direction)
    if slipped or abs(_rest_shift_deg(time_s, turn.rotation_deg, repeats)) > MAX_REST_SHIFT_DEG:
        return Message(id="phone_slipped")
    return None


def _slip_deg(time_s: Floats, turn: ShinTurn, repeats: Sequence[Repeat], way: Direction) -> float:
    """How far apart the axes of the repeats in one direction lie.

    Between the directions they differ for another reason too: a knee that bends in both.
    """
    leans_deg = [
        _lean_deg(time_s, turn, repeat) for repeat in repeats if repeat.value_deg * way.sign > 0
    ]
    return max(leans_deg) - min(leans_deg) if leans_deg else 0.0


def _lean_deg(time_s: Floats, turn: ShinTurn, repeat: Repeat) -> float:
    """How far the axis of one repeat leans from that of all."""
    held = holding(time_s, [repeat])
    return float(np.degrees(np.arctan(np.nanmedian(turn.aside_deg[held]) / repeat.value_deg)))


def _rest_shift_deg(time_s: Floats, rotation_deg: Floats, repeats: Sequence[Repeat]) -> float:
    """The middle one of the rests after the first hold; 0 where there is none."""
    smooth_deg, speed_deg_s = local_line(time_s, rotation_deg, REST_HALF_WIDTH_S)
    near_deg = REST_SHARE * min(abs(repeat.value_deg) for repeat in repeats)
    still = (np.abs(np.nan_to_num(speed_deg_s, nan=np.inf)) < REST_DEG_S) & (
        np.abs(np.nan_to_num(smooth_deg, nan=np.inf)) < near_deg
    )
    still &= time_s > min(repeat.end_s for repeat in repeats)
    rests_deg = [
        float(np.median(smooth_deg[first:last]))
        for first, last in runs(still)
        if time_s[last - 1] - time_s[first] >= MIN_REST_S
    ]
    return float(np.median(rests_deg)) if rests_deg else 0.0
