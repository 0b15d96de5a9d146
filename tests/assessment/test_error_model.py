"""The stated error grows with what is not known, and by how much depends on the pose model."""

from __future__ import annotations

import pytest

from coxa.assessment.error_model import NORMAL_95, UNCALIBRATED, error95_deg

REPEATS_DEG = (24.0, 25.0, 26.0)
HEAVY, FULL = "blazepose-heavy", "blazepose-full"


@pytest.mark.parametrize("model", [HEAVY, FULL])
def test_nets_that_differ_widen_the_stated_error(model: str) -> None:
    stated_deg = [error95_deg(model, doubt_deg, REPEATS_DEG) for doubt_deg in (0.0, 0.3, 1.0, 2.0)]
    assert stated_deg == sorted(set(stated_deg))


def test_the_same_doubt_means_more_of_the_quicker_model() -> None:
    assert error95_deg(FULL, 0.0, REPEATS_DEG) > error95_deg(HEAVY, 0.0, REPEATS_DEG)
    widening = [
        error95_deg(model, 1.0, REPEATS_DEG) - error95_deg(model, 0.0, REPEATS_DEG)
        for model in (FULL, HEAVY)
    ]
    assert widening[0] > widening[1]


def test_of_an_unknown_model_the_error_is_that_of_a_plain_angle() -> None:
    assert error95_deg("another", 0.0, REPEATS_DEG) >= NORMAL_95 * UNCALIBRATED.sd_deg


def test_repeats_that_scatter_widen_it_and_more_of_them_narrow_it() -> None:
    steady_deg = error95_deg(HEAVY, 0.2, REPEATS_DEG)
    assert error95_deg(HEAVY, 0.2, (20.0, 25.0, 30.0)) > steady_deg
    assert error95_deg(HEAVY, 0.2, (24.0, 25.0, 26.0) * 2) < steady_deg
