"""The F distribution against printed tables, Student's t, and the one case in closed form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence.f_distribution import f_above
from coxa.evidence.students_t import t_cdf

# Upper 5 % and 1 % points as printed in every table (NIST handbook 1.3.6.7.3).
PRINTED = [
    (0.05, 1, 10, 4.965),
    (0.05, 2, 10, 4.103),
    (0.05, 3, 15, 3.287),
    (0.05, 4, 20, 2.866),
    (0.05, 5, 60, 2.368),
    (0.05, 10, 100, 1.927),
    (0.01, 2, 10, 7.559),
    (0.01, 3, 15, 5.417),
    (0.01, 10, 10, 4.849),
]


@pytest.mark.parametrize(("probability", "numerator", "denominator", "printed"), PRINTED)
def test_f_as_printed(probability: float, numerator: int, denominator: int, printed: float) -> None:
    assert f_above(printed - 5.01e-4, numerator, denominator) > probability
    assert f_above(printed + 5.01e-4, numerator, denominator) < probability


@given(st.floats(0.001, 50), st.integers(1, 500))
def test_with_one_degree_it_is_students_t_squared(value: float, denominator: int) -> None:
    tails = 2 * t_cdf(-(value**0.5), denominator)
    assert f_above(value, 1, denominator) == pytest.approx(tails, abs=1e-10)


@given(st.floats(0.001, 50), st.integers(1, 500))
def test_with_two_degrees_it_has_a_closed_form(value: float, denominator: int) -> None:
    closed = (1 + 2 * value / denominator) ** (-denominator / 2)
    assert f_above(value, 2, denominator) == pytest.approx(closed, rel=1e-9)


def test_nothing_is_above_none_but_everything_and_impossible_freedoms_are_refused() -> None:
    assert f_above(0.0, 3, 7) == 1.0
    with pytest.raises(ValueError, match="start at one"):
        f_above(1.0, 0, 7)
