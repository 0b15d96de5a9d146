"""Student's t against the printed tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence.students_t import t_cdf, t_quantile

# Two-sided 5 %, 10 % and 1 % points as printed in every table (Fisher & Yates; NIST handbook
# 1.3.6.7.2).
PRINTED = [
    (0.975, 1, 12.706),
    (0.975, 2, 4.303),
    (0.975, 3, 3.182),
    (0.975, 5, 2.571),
    (0.975, 10, 2.228),
    (0.975, 20, 2.086),
    (0.975, 30, 2.042),
    (0.975, 60, 2.000),
    (0.975, 120, 1.980),
    (0.95, 1, 6.314),
    (0.95, 7, 1.895),
    (0.95, 24, 1.711),
    (0.995, 1, 63.657),
    (0.995, 4, 4.604),
    (0.995, 15, 2.947),
]


@pytest.mark.parametrize(("probability", "freedom", "printed"), PRINTED)
def test_quantiles_are_those_of_the_tables(
    probability: float, freedom: int, printed: float
) -> None:
    assert t_quantile(probability, freedom) == pytest.approx(printed, abs=5.01e-4)


@given(st.floats(-200, 200), st.integers(1, 80))
def test_the_distribution_is_symmetric_and_within_bounds(value: float, freedom: int) -> None:
    below, above = t_cdf(value, freedom), t_cdf(-value, freedom)
    assert 0 <= below <= 1
    assert below + above == pytest.approx(1)


@given(st.floats(0.001, 0.999), st.integers(1, 80))
def test_the_quantile_turns_the_distribution_around(probability: float, freedom: int) -> None:
    assert t_cdf(t_quantile(probability, freedom), freedom) == pytest.approx(probability, abs=1e-9)


def test_impossible_questions_are_refused() -> None:
    with pytest.raises(ValueError, match="degrees of freedom"):
        t_cdf(1.0, 0)
    with pytest.raises(ValueError, match="between zero and one"):
        t_quantile(1.0, 5)
