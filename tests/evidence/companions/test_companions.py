"""Companions of any readings: never a NaN, never an exception, and true to their definitions."""

from __future__ import annotations

import json
from itertools import product
from statistics import fmean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import CaseReading
from coxa.evidence.companions import (
    LEAST_IN_PHASE,
    TwoPhases,
    companions_of,
    nap,
    piecewise,
    randomisation_test,
    tau_bc,
    tau_parker,
    two_phases,
)
from coxa.quantities import Side
from coxa.records import Phase

DEGREES = st.floats(-90, 90) | st.integers(-90, 90).map(float)
PHASE = st.lists(DEGREES, min_size=1, max_size=14)


@given(PHASE, PHASE)
def test_any_readings_have_companions_that_json_can_carry(
    baseline: list[float], training: list[float]
) -> None:
    found = companions_of(TwoPhases.of(baseline, training))
    json.dumps(found.to_dict(), allow_nan=False)
    assert found.nap is not None
    assert 0 <= found.nap <= 1
    assert found.randomisation_p is None or 0 < found.randomisation_p <= 1


def test_one_reading_in_each_phase_leaves_open_what_it_does_not_define() -> None:
    found = companions_of(TwoPhases.of([30], [35]))
    assert (found.nap, found.tau, found.tau_u.parker) == (1, 1, 1)
    assert found.tau_bc is None
    assert found.plm is None
    assert found.randomisation_p is None
    assert found.randomisation_assignments is None


def test_equal_readings_show_nothing() -> None:
    found = companions_of(TwoPhases.of([30] * 6, [30] * 6))
    assert (found.nap, found.tau, found.tau_parker, found.tau_bc) == (0.5, 0, 0, 0)
    assert found.tau_u.complete is None
    assert found.plm is not None
    assert found.plm.level == pytest.approx(0, abs=1e-9)
    assert found.randomisation_p == 1


def test_a_line_through_four_readings_has_no_standard_errors() -> None:
    found = piecewise(TwoPhases.of([30, 31], [35, 37]))
    assert found is not None
    assert (found.trend, found.level, found.slope) == pytest.approx((1, 3, 1))
    assert found.standard_errors is None


def test_the_piecewise_model_counts_days_not_readings() -> None:
    days = [0, 1, 4, 9, 10, 14, 15, 21]
    values = [30 + 0.1 * d + (d >= 9) * (2 + 0.5 * (d - 9)) for d in days]
    found = piecewise(TwoPhases.of(values[:3], values[3:], days))
    assert found is not None
    assert (found.intercept, found.trend) == pytest.approx((30, 0.1))
    assert (found.level, found.slope) == pytest.approx((2, 0.5))


@given(PHASE, PHASE)
def test_nap_and_tau_count_pairs(baseline: list[float], training: list[float]) -> None:
    pairs = [
        (round(b, 9) > round(a, 9)) - (round(b, 9) < round(a, 9))
        for a, b in product(baseline, training)
    ]
    phases = TwoPhases.of(baseline, training)
    assert tau_parker(phases) == pytest.approx(fmean(pairs))
    assert nap(phases) == pytest.approx(0.5 + fmean(pairs) / 2)


def test_corrected_tau_does_not_see_a_trend_that_goes_on_and_sees_a_jump() -> None:
    slope, days = 0.1, np.arange(20.0)
    trend = slope * days
    assert tau_bc(TwoPhases.of(trend[:8], trend[8:])) == 0
    assert tau_bc(TwoPhases.of(trend[:8], trend[8:] + 1)) == 1
    assert tau_bc(TwoPhases.of(trend[:8], trend[8:] - 1)) == -1


def test_the_randomisation_test_goes_through_every_start_by_hand() -> None:
    values = [30, 32, 31, 30, 33, 31, 36, 35, 37, 34, 38, 36, 37]
    gains = {s: fmean(values[s:]) - fmean(values[:s]) for s in range(5, 9)}
    found = randomisation_test([TwoPhases.of(values[:6], values[6:])])
    assert found is not None
    assert found.assignments == len(gains)
    assert found.p == sum(gain >= gains[6] for gain in gains.values()) / len(gains)


def test_two_hips_begin_independently_of_each_other() -> None:
    jump = [30.0, 31, 30, 31, 30, 31, 30, 31]
    first = TwoPhases.of(jump, [40.0, 41, 40, 41, 40, 41, 40])
    second = TwoPhases.of(jump[:7], [40.0, 41, 40, 41, 40, 41, 40])
    both = randomisation_test([first, second])
    assert both is not None
    assert both.assignments == 6 * 5
    assert both.p == pytest.approx(1 / 30)


def test_a_start_that_could_not_have_been_drawn_is_not_tested() -> None:
    assert randomisation_test([TwoPhases.of([30.0] * 4, [35.0] * 20)]) is None
    assert randomisation_test([]) is None


def test_a_hip_never_reaches_five_of_a_hundred_with_fewer_than_twenty_starts() -> None:
    sure = randomisation_test([TwoPhases.of([30.0 + n / 99 for n in range(8)], [45.0] * 18)])
    assert sure is not None
    assert sure.assignments == 26 - 2 * LEAST_IN_PHASE + 1
    assert sure.p >= 1 / 17


def test_phases_are_day_means_without_familiarisation_and_waiting_is_baseline() -> None:
    def read(day: float, value_deg: float, phase: Phase, side: Side = Side.LEFT) -> CaseReading:
        return CaseReading(day, side, value_deg, 2.5, phase)

    found = two_phases(
        [
            read(10.5, 36, Phase.TRAINING),
            read(1.3, 5, Phase.FAMILIARISATION),
            read(3.3, 30, Phase.BASELINE),
            read(3.6, 32, Phase.BASELINE),
            read(5.3, 33, Phase.WAITING),
            read(10.2, 34, Phase.WAITING),
            read(12.2, 80, Phase.TRAINING, Side.RIGHT),
        ],
        Side.LEFT,
    )
    assert found is not None
    assert found.baseline.tolist() == [31, 33, 34]
    assert found.training.tolist() == [36]
    assert found.days.tolist() == [0, 2, 7, 7]


def test_a_hip_without_one_of_the_phases_has_no_companions() -> None:
    trained = CaseReading(1, Side.LEFT, 30, 2.5, Phase.TRAINING)
    assert two_phases([trained], Side.LEFT) is None
    assert two_phases([trained], Side.RIGHT) is None
    assert two_phases([], Side.LEFT) is None
