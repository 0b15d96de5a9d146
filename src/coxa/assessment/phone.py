"""Any rotation test by a phone strapped to the shin, from its recording to readings.

One recording holds one leg; whoever asks says which. Supine, with the thigh upright, gravity cannot
see the rotation, and the gyroscope is asked; in the other tests gravity tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from coxa.angles import (
    ShinMotion,
    ShinTurn,
    shin_motion,
    turn_by_gravity,
    turn_by_gyroscope,
    turning_deg,
)
from coxa.assessment import phone_checks as checks
from coxa.assessment.curves import thin_curve
from coxa.assessment.holds import Excursions, find_excursions
from coxa.assessment.phone_error import phone_error95_deg
from coxa.assessment.phone_way import way_of
from coxa.assessment.reading import PelvisWatch, read_repeats, refused
from coxa.assessment.stillness import first_stillness
from coxa.capture import OrientationRecording
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Measurement, Message, Reading, RotationCurve

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Found = Mapping[Direction, Excursions]

GRAVITY, GYROSCOPE = "phone-gravity/1", "phone-gyro/2"
STILL_DEG_S = 5.0
MAX_EARLIER_SWING_DEG = 10.0


def phone_method(test: Test) -> str:
    """How a phone reads this test, as a series names it."""
    return GYROSCOPE if test is Test.SUPINE_90_90 else GRAVITY


def assess_phone(
    recording: OrientationRecording,
    test: Test,
    side: Side,
    *,
    first_asked: Direction | None = None,
) -> Measurement:
    """Readings of the leg that wore the phone, each accepted or refused with its reasons.

    Parameters
    ----------
    side : the leg that wore the phone.
    first_asked : the movement that was asked for first, where somebody asked. A first movement the
        other way, or a phone with its screen to the leg, is then noticed and refused.
    """
    tell = partial(_measurement, recording, test)
    fault = checks.clock(recording)
    if fault:
        return tell(_refuse(side, fault))
    motion = shin_motion(recording)
    fault = checks.samples(motion, test)
    if fault:
        return tell(_refuse(side, fault))
    resting = _resting(motion, test)
    if resting is None:
        return tell(_refuse(side, Message(id="phone_no_still_start")))
    fault = checks.sensors(motion, resting) or checks.position(motion, resting, test)
    if fault:
        return tell(_refuse(side, fault))
    by_gravity = phone_method(test) == GRAVITY
    turn = (turn_by_gravity if by_gravity else turn_by_gyroscope)(motion, resting, side)
    if turn is None:
        return tell(_refuse(side, Message(id="phone_no_turning")))
    if not by_gravity and not checks.axis_upright(turn, motion, resting):
        return tell(_refuse(side, Message(id="phone_shin_not_level")))
    return _read(recording, test, side, motion.time_s, turn, first_asked)


def _resting(motion: ShinMotion, test: Test) -> Flags | None:
    """(n,) the first samples in which the leg is still."""
    leaning_deg = list(np.degrees(motion.vertical).T)
    if phone_method(test) == GYROSCOPE:
        leaning_deg += list(turning_deg(motion).T)
    return first_stillness(
        motion.time_s, leaning_deg, still_deg_s=STILL_DEG_S, swing_deg=MAX_EARLIER_SWING_DEG
    )


def _read(
    recording: OrientationRecording,
    test: Test,
    side: Side,
    time_s: Floats,
    turn: ShinTurn,
    first_asked: Direction | None,
) -> Measurement:
    found = _attempts(time_s, turn.rotation_deg)
    way = way_of(turn, _first_held(found), first_asked)
    if way.sign < 0:
        turn = replace(turn, rotation_deg=-turn.rotation_deg)
        found = _attempts(time_s, turn.rotation_deg)
    holds = [hold for excursions in found.values() for hold in excursions.holds]
    fault = way.refusal or checks.stays_put(time_s, turn, holds)
    if not found:
        readings = _refuse(side, Message(id="phone_no_turning"))
    elif fault:
        readings = _refuse(side, fault, only=found)
    else:
        readings = _readings(side, test, time_s, turn, found)
    curve = thin_curve(side, time_s, turn.rotation_deg)
    return _measurement(recording, test, readings, (curve,), way.notes)


def _attempts(time_s: Floats, rotation_deg: Floats) -> Found:
    alone = np.full(len(time_s), np.nan)
    found = {way: find_excursions(time_s, rotation_deg, way, alone) for way in Direction}
    return {way: excursions for way, excursions in found.items() if excursions.attempts}


def _first_held(found: Found) -> Direction | None:
    starts_s = {
        way: excursions.holds[0].start_s for way, excursions in found.items() if excursions.holds
    }
    return min(starts_s, key=starts_s.__getitem__) if starts_s else None


def _readings(
    side: Side, test: Test, time_s: Floats, turn: ShinTurn, found: Found
) -> tuple[Reading, ...]:
    # A phone on the shin cannot see the pelvis; that the thigh lifts or the knee bends it can.
    thigh = PelvisWatch(
        turn.aside_deg, checks.MAX_ASIDE_DEG, lambda _: Message(id="phone_thigh_moved")
    )
    return tuple(
        read_repeats(side, way, excursions, time_s, thigh, partial(phone_error95_deg, test))
        for way, excursions in found.items()
    )


def _refuse(
    side: Side, reason: Message, only: Iterable[Direction] = tuple(Direction)
) -> tuple[Reading, ...]:
    return tuple(refused(side, direction, reason) for direction in only)


def _measurement(
    recording: OrientationRecording,
    test: Test,
    readings: tuple[Reading, ...],
    curves: tuple[RotationCurve, ...] = (),
    notes: tuple[Message, ...] = (),
) -> Measurement:
    return Measurement(
        test=test,
        device=Device.PHONE,
        mode=Mode.ACTIVE,
        method=phone_method(test),
        source=recording.source,
        duration_s=recording.duration_s,
        frame_count=recording.frame_count,
        readings=readings,
        curves=curves,
        notes=notes,
    )
