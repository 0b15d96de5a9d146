"""Every companion meets the values that others published for the same readings."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.evidence.companions import (
    TwoPhases,
    nap,
    piecewise,
    randomisation_test,
    tau,
    tau_bc,
    tau_parker,
    tau_u,
)

PARKER_2011 = TwoPhases.of([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
"""Parker, Vannest & Davis, Behavior Modification 35 (2011) 303, the worked example."""

TARLOW_2017 = TwoPhases.of([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])
"""Tarlow, Behavior Modification 41 (2017) 427: a trend that merely goes on."""

BOB = TwoPhases.of([2, 3, 5, 3], [4, 5, 5, 7, 6])
"""The worked example of Parker, Vannest, Davis & Sauber, Behavior Therapy 42 (2011) 284."""

ANJA = TwoPhases.of(
    [55, 58, 53, 50, 52],
    [55, 68, 68, 81, 67, 78, 73, 72, 78, 81, 78, 71, 85, 80, 76],
)
"""exampleAB, case Anja, of Wilbert & Lüke's *scan* (R), as its handbook prints it."""

JOHANNA_BEGINS = TwoPhases.of(
    [54, 53, 56, 58, 52], [61, 62, 71, 66, 64, 78, 70, 74, 82, 77, 79, 80, 83, 84, 85]
)
"""exampleAB, case Johanna: her last five values are not printed; that they lie above the baseline
and are not tied, as these here, is all that her published overlaps rest on."""

GROSCHE_2011 = (
    TwoPhases.of(
        [3.39, 2.09, 1.46, 3.23, 3.06, 2.83],
        [2.44, 1.86, 2.17, 2.59, 3.92, 4.14, 3.31, 2.69, 4.27, 4.66, 3.20, 4.98, 4.42],
    ),
    TwoPhases.of(
        [13.00, 17.40, 13.00, 7.74, 8.82, 7.50, 5.82],
        [
            *(6.26, 5.60, 12.79, 9.17, 10.59, 9.23, 10.71, 7.61, 9.78),
            *(8.33, 12.00, 12.19, 10.70, 11.36, 7.89, 10.82, 11.56),
        ],
    ),
    TwoPhases.of(
        [7.69, 7.27, 7.02, 5.37, 4.57, 3.02, 4.68, 4.97, 5.73, 7.63, 6.98, 7.50],
        [6.91, 4.86, 6.71, 5.67, 5.00, 6.14, 8.14, 4.53],
    ),
)
"""Grosche, Empirische Sonderpädagogik 3 (2011) 147: reading, three children, staggered starts."""


def test_nap_and_both_tau_of_parker_vannest_and_davis() -> None:
    assert nap(PARKER_2011) == pytest.approx(0.9167, abs=5e-5)
    assert tau_parker(PARKER_2011) == pytest.approx(0.8333, abs=5e-5)
    assert tau_u(PARKER_2011).parker == pytest.approx(0.7381, abs=5e-5)


def test_a_tied_pair_counts_half_in_tau() -> None:
    """One of 42 pairs is tied (25, 25): 35 / 41.5."""
    assert tau(PARKER_2011) == pytest.approx(35 / 41.5)


def test_a_trend_that_merely_goes_on_is_no_gain_once_corrected() -> None:
    assert tau(TARLOW_2017) == 1
    assert tau_u(TARLOW_2017).parker == pytest.approx(0.6)
    assert tau_bc(TARLOW_2017) == 0


def test_tau_and_tau_u_of_bob() -> None:
    assert tau_parker(BOB) == pytest.approx(0.80)
    assert tau_u(BOB).parker == pytest.approx(0.65)


def test_ties_of_corrected_readings_are_not_broken_by_the_noise_of_floats() -> None:
    """By hand the slope is 2/3, and two of 20 pairs are tied then: −10 / 20, not −8 / 20."""
    assert tau_bc(BOB) == pytest.approx(-0.5)


def test_tau_u_of_johanna_differs_from_convention_to_convention() -> None:
    found = tau_u(JOHANNA_BEGINS)
    assert found.parker == pytest.approx(1.00, abs=5e-3)
    assert found.tarlow == pytest.approx(0.88, abs=5e-3)
    assert found.complete == pytest.approx(0.59, abs=5e-3)


def test_nap_of_three_children() -> None:
    """As *scan* prints them, rescaled to −100 to 100."""
    rescaled = [100 * (2 * nap(child) - 1) for child in GROSCHE_2011]
    assert rescaled == pytest.approx([38.5, -4.2, -10.4], abs=0.05)


def test_tau_and_tau_u_of_three_children() -> None:
    """As *scan* prints them with its method *complete*."""
    assert [tau(child) for child in GROSCHE_2011] == pytest.approx([0.38, -0.04, -0.10], abs=6e-3)
    found = [tau_u(child).complete for child in GROSCHE_2011]
    assert found == pytest.approx([0.26, 0.06, -0.06], abs=6e-3)


def test_a_steep_baseline_turns_a_fall_into_a_rise() -> None:
    """*scan* prints a tau-b of −0.57 before and 0.70 after correction: S = −74 and 91 of 91."""
    falling = TwoPhases.of(
        [33, 25, 17, 25, 14, 13, 15], [15, 16, 16, 5, 7, 9, 6, 5, 3, 3, 8, 11, 7]
    )
    assert tau_parker(falling) == pytest.approx(-74 / 91)
    assert tau_bc(falling) == 1


def test_the_piecewise_model_of_anja() -> None:
    """The handbook counts time and slope from one: 57.8, −1.4, 14.467, 2.5 there."""
    found = piecewise(ANJA)
    assert found is not None
    assert found.trend == pytest.approx(-1.4, abs=5e-4)
    assert found.slope == pytest.approx(2.5, abs=5e-4)
    assert found.intercept == pytest.approx(57.8 - 1.4, abs=5e-4)
    assert found.level == pytest.approx(14.467 + 2.5, abs=5e-4)
    errors = found.standard_errors
    assert errors is not None
    assert errors.trend == pytest.approx(1.735, abs=5e-4)
    assert errors.slope == pytest.approx(1.766, abs=5e-4)


def test_all_assignments_of_three_staggered_cases() -> None:
    """Published for the median, of phases and of cases, with at least four readings a phase."""
    found = randomisation_test(GROSCHE_2011, least=4, middle=np.median)
    assert found is not None
    assert found.assignments == 2652
    assert found.p == pytest.approx(0.8435143, abs=5e-8)
