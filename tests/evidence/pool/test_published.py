"""The pooled answer's mathematics against published results on published data.

What metafor 4.3 prints for the thirteen trials (its README; Viechtbauer, *J Stat Softw*
2010;36(3)): REML, ``test="knha"``.
"""

from __future__ import annotations

import numpy as np
import pytest

from coxa.evidence.f_distribution import f_above
from coxa.evidence.pool.average import average_of, two_sided_p
from coxa.evidence.pool.random_effects import (
    hartung_knapp_cover,
    reml_tau2,
    standard_errors,
    typical_variance,
    weighted,
)
from coxa.evidence.quantiles import chi_squared_cdf
from coxa.evidence.students_t import t_quantile
from tests.evidence.pool.published import LATITUDE, trials

PRINTED = 5.01e-5
"""Half of the last digit printed."""


def test_average_its_error_and_its_interval_as_printed() -> None:
    found = average_of(trials())
    assert found.mean_deg == pytest.approx(-0.7145, abs=PRINTED)
    assert found.standard_error_deg == pytest.approx(0.1808, abs=PRINTED)
    assert found.interval95_deg == pytest.approx((-1.1084, -0.3206), abs=PRINTED)
    assert found.mean_deg / found.standard_error_deg == pytest.approx(-3.9522, abs=PRINTED)
    assert found.p == pytest.approx(0.0019, abs=PRINTED)


def test_heterogeneity_as_printed() -> None:
    found = average_of(trials()).heterogeneity
    assert found is not None
    assert found.tau_deg**2 == pytest.approx(0.3132, abs=PRINTED)
    assert found.tau_deg == pytest.approx(0.5597, abs=PRINTED)
    assert found.i2 == pytest.approx(0.9222, abs=PRINTED)
    assert found.q == pytest.approx(152.2330, abs=PRINTED)
    assert found.q_freedom == 12
    assert found.q_p < 1e-4


def test_without_hartung_and_knapp_the_error_is_the_other_printed_one() -> None:
    people = trials()
    fit = weighted(people, reml_tau2(people))
    assert standard_errors(fit.cover)[0] == pytest.approx(0.1798, abs=PRINTED)


def test_the_prediction_is_that_of_the_printed_one_with_a_degree_of_freedom_less() -> None:
    """metafor prints risk ratios of 0.14 to 1.76, from Student's t with eleven plus one."""
    prediction = average_of(trials()).prediction95_deg
    assert prediction is not None
    widened = t_quantile(0.975, 12) / t_quantile(0.975, 11)
    half = (prediction[1] - prediction[0]) / 2 * widened
    assert np.exp([-0.7145 - half, -0.7145 + half]) == pytest.approx([0.14, 1.76], abs=0.005)


def test_regression_on_latitude_as_printed() -> None:
    people = trials(np.column_stack([np.ones(13), LATITUDE]))
    tau2 = reml_tau2(people)
    fit = weighted(people, tau2)
    cover = hartung_knapp_cover(people, fit)
    errors = standard_errors(cover)
    # The printed one is where its search stops, at steps of 1e-5; test_random_effects.py has more.
    assert tau2 == pytest.approx(0.0764, abs=PRINTED + 1e-5)
    assert tau2 / (tau2 + typical_variance(people)) == pytest.approx(0.6839, abs=PRINTED)
    assert fit.coefficients == pytest.approx([0.2515, -0.0291], abs=PRINTED)
    assert errors == pytest.approx([0.2839, 0.0082], abs=PRINTED)
    t = float(fit.coefficients[1] / errors[1])
    assert t == pytest.approx(-3.5483, abs=PRINTED + 5e-5)  # of the printed scatter
    assert two_sided_p(t, people.freedom) == pytest.approx(0.0046, abs=PRINTED)
    assert f_above(12.5905, 1, 11) == pytest.approx(0.0046, abs=PRINTED)
    rest = weighted(people, 0.0).squares
    assert rest == pytest.approx(30.7331, abs=PRINTED)
    assert 1 - chi_squared_cdf(rest, 11) == pytest.approx(0.0012, abs=PRINTED)
