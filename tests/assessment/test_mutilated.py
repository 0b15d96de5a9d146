"""A spoilt recording is refused or read rightly; it never raises, warns or gives a wrong number."""

from __future__ import annotations

import functools
import math
import warnings

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coxa.assessment import assess
from coxa.assessment.moments import moment_of
from coxa.capture import PoseRecording
from coxa.records import Measurement
from coxa.wording import say
from tests.assessment.mutilation import (
    FAULTS,
    Fault,
    clock_jumps,
    clock_stands,
    clock_strange,
    frozen,
    in_one_point,
    only,
    scaled,
    strange_trust,
)
from tests.synthetic_body import Script, Sitter, film, repeats

GOOD = film(
    Script(right_deg=repeats(34), left_deg=repeats(-25, start_s=18), duration_s=34),
    sitter=Sitter(abduction_deg=0),
    fps=15,
    noise_px=0.7,
)


def assessed(recording: PoseRecording) -> Measurement:
    """The measurement, made without a single warning of numpy."""
    with warnings.catch_warnings(), np.errstate(over="warn", divide="warn", invalid="warn"):
        warnings.simplefilter("error")
        return assess(recording)


TRUE_DEG = {(one.side, one.direction): one.value_deg for one in assessed(GOOD).accepted}


def all_is_told_plainly(measurement: Measurement) -> None:
    for reading in measurement.readings:
        assert reading.accepted != bool(reading.reasons)
        assert all(say(reason) for reason in reading.reasons)
        for repeat in reading.repeats:
            assert all(math.isfinite(value) for value in repeat.model_dump().values())
    for curve in measurement.curves:
        told = [value for value in curve.rotation_deg if value is not None]
        assert all(map(math.isfinite, [*curve.time_s, *told]))
    assert math.isfinite(measurement.duration_s)
    assert Measurement.from_dict(measurement.to_dict()) == measurement


def nothing_wrong_is_accepted(measurement: Measurement) -> None:
    for reading in measurement.accepted:
        assert reading.value_deg is not None
        assert reading.error95_deg is not None
        assert math.isfinite(reading.value_deg)
        assert 0 < reading.error95_deg < 20
        true_deg = TRUE_DEG[reading.side, reading.direction]
        assert true_deg is not None
        assert abs(reading.value_deg - true_deg) <= 2 * reading.error95_deg


def test_the_unspoilt_recording_is_read() -> None:
    assert len(TRUE_DEG) == 2
    all_is_told_plainly(assessed(GOOD))


@given(faults=st.lists(FAULTS, min_size=1, max_size=3))
@example(faults=[only(0, 0)])
@example(faults=[only(0, 1)])
@example(faults=[only(0, 2)])
@example(faults=[in_one_point(0, 1)])
@example(faults=[scaled(0)])
@example(faults=[scaled(1e30)])
@example(faults=[clock_jumps(0.3, -5)])
@example(faults=[clock_stands(0.2, 0.3)])
@example(faults=[clock_strange(0.4, math.nan)])
@example(faults=[frozen(0.48, 0.55), strange_trust("score", 0.47, 4357831, 0.0), frozen(0, 0.77)])
@settings(max_examples=250)
def test_a_spoilt_recording_is_refused_or_read_rightly(faults: list[Fault]) -> None:
    spoilt = functools.reduce(lambda recording, spoil: spoil(recording), faults, GOOD)
    measurement = assessed(spoilt)
    all_is_told_plainly(measurement)
    nothing_wrong_is_accepted(measurement)
    for reading in measurement.readings:
        moment_of(measurement, spoilt, reading)
