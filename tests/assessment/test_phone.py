"""Tests by a phone on the shin: readings against the truth, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.assessment import assess_phone
from coxa.capture import OrientationRecording
from coxa.quantities import Device, Direction, Side, Test
from coxa.records import Measurement
from coxa.wording import say
from tests.synthetic_phone import Curve, Leg, Sensors, Strap, going, wear

INWARD = going([33, 33, 33])
BOTH_WAYS = going([33, 33, 33, -41, -41, -41])


def measured(
    course: Curve = INWARD,
    leg: Leg | None = None,
    strap: Strap | None = None,
    sensors: Sensors | None = None,
    first_asked: Direction | None = None,
) -> Measurement:
    leg = leg or Leg()
    recording = wear(course, leg=leg, strap=strap, sensors=sensors)
    return assess_phone(recording, leg.test, leg.side, first_asked=first_asked)


def reasons(measurement: Measurement) -> set[str]:
    """Ids of all reasons; each has its sentence."""
    found = {reason.id for reading in measurement.readings for reason in reading.reasons}
    for reading in measurement.readings:
        for reason in reading.reasons:
            assert say(reason)
    assert not measurement.accepted
    return found


@pytest.mark.parametrize("test", Test)
@pytest.mark.parametrize("side", Side)
def test_both_directions_are_read_with_their_error(test: Test, side: Side) -> None:
    measurement = measured(BOTH_WAYS, Leg(test, side), Strap(round_deg=15, tilt_deg=4))
    supine = test is Test.SUPINE_90_90
    assert measurement.device is Device.PHONE
    assert measurement.method == ("phone-gyro/2" if supine else "phone-gravity/1")
    inward, outward = measurement.readings
    assert (inward.side, inward.direction) == (side, Direction.INTERNAL)
    assert (outward.side, outward.direction) == (side, Direction.EXTERNAL)
    assert inward.value_deg == pytest.approx(33, abs=0.5)
    assert outward.value_deg == pytest.approx(-41, abs=0.5)
    assert len(inward.repeats) == 3
    # A hike of 0.8 degrees (standard deviation) is in every error, since no phone can see it.
    assert inward.error95_deg is not None
    assert inward.error95_deg > 1.96 * 0.8
    (curve,) = measurement.curves
    assert curve.side is side


def test_the_order_of_directions_does_not_matter() -> None:
    measurement = measured(going([-41, -41, -41, 33, 33]))
    assert {round(reading.value_deg or 0) for reading in measurement.accepted} == {33, -41}


def test_times_count_from_the_recordings_start() -> None:
    early = measured()
    late = measured(sensors=Sensors(start_s=1_700_000_000.0))
    (a,), (b,) = early.readings, late.readings
    assert a.repeats[0].start_s == pytest.approx(b.repeats[0].start_s, abs=0.05)


SPOILT: dict[str, tuple[dict[str, object], str]] = {
    "moving from the start": ({"course": going([33] * 3, start_s=0.0)}, "phone_no_still_start"),
    "nothing moves": ({"course": going([1.0])}, "phone_no_turning"),
    "one repeat": ({"course": going([33])}, "too_few_holds"),
    "not held": ({"course": going([33] * 3, hold_s=0.1)}, "too_few_holds"),
    "repeats differ": ({"course": going([20, 33, 45])}, "repeats_differ"),
    "on the side of the shin": ({"strap": Strap(round_deg=85)}, "phone_not_in_front"),
    "phone askew": ({"strap": Strap(tilt_deg=40)}, "phone_shin_not_upright"),
    "foot far forward": ({"leg": Leg(knee_deg=50)}, "phone_shin_not_upright"),
    "slides round": (
        {"strap": Strap(slips_deg=going([50, 50], start_s=7, hold_s=60))}, "phone_slipped",
    ),
    "pivots": (
        {"strap": Strap(pivots_deg=going([11, 11], start_s=9, hold_s=60))}, "phone_slipped",
    ),
    "thigh lifts": (
        {"course": BOTH_WAYS, "leg": Leg(thigh_moves_deg=going([20] * 6))}, "phone_thigh_moved",
    ),
    "long pause": ({"sensors": Sensors(pause_s=(3.0, 13.0))}, "phone_samples_lost"),
    "supine without turning": (
        {"leg": Leg(Test.SUPINE_90_90), "sensors": Sensors(angles=False, rates=False)},
        "phone_no_gyroscope",
    ),
    "supine, rates pause": (
        {"leg": Leg(Test.SUPINE_90_90), "sensors": Sensors(angles=False, pause_s=(6.0, 6.6))},
        "phone_samples_lost",
    ),
    "supine, screen to the leg": (
        {"leg": Leg(Test.SUPINE_90_90), "strap": Strap(screen_to_leg=True)}, "phone_face_down",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_what_spoils_a_test_is_refused_with_its_reason(name: str) -> None:
    given_, reason = SPOILT[name]
    assert reasons(measured(**given_)) == {reason}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("done", "said", "reason"),
    [
        (Test.SEATED, Test.SUPINE_90_90, "phone_shin_not_level"),
        (Test.SUPINE_90_90, Test.SEATED, "phone_shin_not_upright"),
    ],
)
def test_a_test_that_gravity_tells_from_the_one_said_is_refused(
    done: Test, said: Test, reason: str
) -> None:
    recording = wear(INWARD, leg=Leg(done))
    assert reasons(assess_phone(recording, said, Side.RIGHT)) == {reason}


def with_pull(change: float) -> OrientationRecording:
    recording = wear(INWARD)
    assert recording.acceleration_m_s2 is not None
    return replace(recording, acceleration_m_s2=recording.acceleration_m_s2 * change)


@pytest.mark.parametrize("change", [1 / 9.81, 0.01, 2.0], ids=["in g", "without gravity", "broken"])
def test_an_acceleration_that_is_not_gravitys_is_refused(change: float) -> None:
    found = assess_phone(with_pull(change), Test.SEATED, Side.RIGHT)
    assert reasons(found) == {"phone_not_near_g"}


def test_sensors_that_disagree_are_refused() -> None:
    found = measured(sensors=Sensors(angle_tilt_deg=(15.0, 0.0)))
    assert reasons(found) == {"phone_sensors_disagree"}


def test_a_screen_to_the_leg_is_noticed_where_the_first_movement_was_asked_for() -> None:
    """Gravity alone cannot tell: without the question a turned phone reads in as out."""
    unasked = measured(strap=Strap(screen_to_leg=True))
    assert [reading.direction for reading in unasked.accepted] == [Direction.EXTERNAL]
    asked = measured(strap=Strap(screen_to_leg=True), first_asked=Direction.INTERNAL)
    assert reasons(asked) == {"phone_first_movement_other_way"}
    assert measured(first_asked=Direction.INTERNAL).accepted


@pytest.mark.parametrize("round_deg", [85, 100])
def test_on_the_side_of_the_shin_the_first_movement_asked_for_decides(round_deg: float) -> None:
    """At 100 degrees the axis' other end is on the screen's side: in is first taken for out."""
    found = measured(BOTH_WAYS, strap=Strap(round_deg=round_deg), first_asked=Direction.INTERNAL)
    assert [round(reading.value_deg or 0) for reading in found.readings] == [33, -41]
    notes = [note.id for note in found.notes]
    assert notes == ["phone_way_by_first_movement"]


@pytest.mark.parametrize(
    "time_s",
    [[0.0, 1.0, 0.5], [0.0, np.nan, 2.0], [0.0, 1e9], [0.0, np.inf]],
)
def test_a_clock_that_does_not_run_is_refused(time_s: list[float]) -> None:
    assert reasons(at_rest(time_s)) == {"phone_clock_faulty"}


@pytest.mark.parametrize("time_s", [[], [0.0], [0.0, 0.1], [0.0, 2.9]])
def test_what_was_stopped_at_once_is_refused_as_too_short(time_s: list[float]) -> None:
    assert reasons(at_rest(time_s)) == {"phone_too_short"}


def at_rest(time_s: list[float]) -> Measurement:
    """What is read of a phone that feels gravity alone, at these times."""
    pull = np.tile([0.0, 9.81, 0.0], (len(time_s), 1))
    recording = OrientationRecording(np.array(time_s), None, pull, None, "a.csv")
    return assess_phone(recording, Test.SEATED, Side.LEFT)


@given(data=st.data(), test=st.sampled_from(Test), rows=st.integers(2, 12))
@settings(max_examples=60, deadline=None)
def test_any_numbers_end_in_a_measurement(data: st.DataObject, test: Test, rows: int) -> None:
    values = st.lists(
        st.one_of(st.floats(-400, 400), st.just(np.nan)), min_size=3 * rows, max_size=3 * rows
    )

    def group(maybe: bool) -> np.ndarray | None:
        if maybe and data.draw(st.booleans()):
            return None
        return np.array(data.draw(values)).reshape(rows, 3)

    recording = OrientationRecording(
        np.arange(rows, dtype=np.float64) * data.draw(st.sampled_from([0.02, 0.15, 1.0])),
        group(True), group(False), group(True), "a.csv",
    )  # fmt: skip
    assert not assess_phone(recording, test, Side.LEFT).accepted
