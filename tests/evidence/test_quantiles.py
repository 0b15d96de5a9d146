"""Chi-squared against printed tables and another program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence.quantiles import chi_squared_cdf, chi_squared_quantile

# Upper points as printed in every table (NIST handbook 1.3.6.7.4).
PRINTED_CHI_SQUARED = [
    (0.95, 1, 3.841),
    (0.95, 2, 5.991),
    (0.95, 10, 18.307),
    (0.975, 10, 20.483),
    (0.025, 10, 3.247),
    (0.99, 30, 50.892),
    (0.025, 100, 74.222),
]


@pytest.mark.parametrize(("probability", "freedom", "printed"), PRINTED_CHI_SQUARED)
def test_chi_squared_as_printed(probability: float, freedom: int, printed: float) -> None:
    assert chi_squared_quantile(probability, freedom) == pytest.approx(printed, abs=5.01e-4)


def test_degrees_of_freedom_may_be_many() -> None:
    """scipy 1.17.1, ``stats.chi2.ppf``."""
    assert chi_squared_quantile(0.975, 5000) == pytest.approx(5197.883771923797, rel=1e-10)


@given(st.floats(0.001, 0.999), st.floats(0.5, 300))
def test_the_quantile_turns_the_distribution_around(probability: float, freedom: float) -> None:
    value = chi_squared_quantile(probability, freedom)
    assert chi_squared_cdf(value, freedom) == pytest.approx(probability, abs=1e-8)


def test_impossible_questions_are_refused() -> None:
    with pytest.raises(ValueError, match="between zero and one"):
        chi_squared_quantile(1.0, 2)
    assert chi_squared_cdf(-1.0, 3) == 0
