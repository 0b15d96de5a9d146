"""Chi-squared and F against printed tables, another program, and one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence.quantiles import (
    chi_squared_cdf,
    chi_squared_quantile,
    f_cdf,
    f_quantile,
)
from coxa.evidence.students_t import t_quantile

# Upper points as printed in every table (NIST handbook 1.3.6.7.4 and 1.3.6.7.3).
PRINTED_CHI_SQUARED = [
    (0.95, 1, 3.841),
    (0.95, 2, 5.991),
    (0.95, 10, 18.307),
    (0.975, 10, 20.483),
    (0.025, 10, 3.247),
    (0.99, 30, 50.892),
    (0.025, 100, 74.222),
]
PRINTED_F = [
    (0.95, 1, 1, 161.448),
    (0.95, 3, 10, 3.708),
    (0.95, 10, 5, 4.735),
    (0.95, 20, 100, 1.676),
    (0.99, 5, 20, 4.103),
]


@pytest.mark.parametrize(("probability", "freedom", "printed"), PRINTED_CHI_SQUARED)
def test_chi_squared_as_printed(probability: float, freedom: int, printed: float) -> None:
    assert chi_squared_quantile(probability, freedom) == pytest.approx(printed, abs=5.01e-4)


@pytest.mark.parametrize(("probability", "above", "below", "printed"), PRINTED_F)
def test_f_as_printed(probability: float, above: int, below: int, printed: float) -> None:
    assert f_quantile(probability, above, below) == pytest.approx(printed, abs=5.01e-4)


def test_degrees_of_freedom_need_not_be_whole_or_small() -> None:
    """Values of scipy 1.17.1: ``stats.f.ppf``, ``stats.f.cdf``, ``stats.chi2.ppf``."""
    assert f_quantile(0.975, 5, 7.3) == pytest.approx(5.12615787514553, rel=1e-10)
    assert f_cdf(2.0, 3, 1e4) == pytest.approx(0.8883168031531087, rel=1e-10)
    assert chi_squared_quantile(0.975, 5000) == pytest.approx(5197.883771923797, rel=1e-10)


@given(st.integers(1, 80))
def test_f_is_the_square_of_students_t(freedom: int) -> None:
    square = t_quantile(0.975, freedom) ** 2
    assert f_quantile(0.95, 1, freedom) == pytest.approx(square, rel=1e-8)


@given(st.floats(0.001, 0.999), st.floats(0.5, 300), st.floats(0.5, 300))
def test_the_quantiles_turn_the_distributions_around(
    probability: float, above: float, below: float
) -> None:
    value = chi_squared_quantile(probability, above)
    assert chi_squared_cdf(value, above) == pytest.approx(probability, abs=1e-8)
    ratio = f_quantile(probability, above, below)
    assert f_cdf(ratio, above, below) == pytest.approx(probability, abs=1e-8)


def test_impossible_questions_are_refused() -> None:
    with pytest.raises(ValueError, match="between zero and one"):
        f_quantile(1.0, 2, 3)
    assert chi_squared_cdf(-1.0, 3) == 0
    assert f_cdf(-1.0, 3, 3) == 0
