"""Random effects against a second derivation, and against statsmodels on the same data."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.evidence.pool.average import average_of
from coxa.evidence.pool.estimators import (
    dersimonian_laird_tau2,
    other_estimates,
    paule_mandel_tau2,
)
from coxa.evidence.pool.random_effects import (
    People,
    hartung_knapp_cover,
    reml_tau2,
    standard_errors,
    weighted,
)
from tests.evidence.pool.published import LATITUDE, trials

GAINS_DEG = np.array([6.1, 2.3, 8.4, 4.0, -0.8, 5.5, 7.2, 3.1, 9.6, 1.4, 4.8, 6.6])
VARIANCES_DEG2 = np.array([2.2, 1.6, 3.9, 2.8, 2.0, 1.2, 4.4, 2.5, 5.1, 1.9, 3.0, 2.1])
TWELVE = People(GAINS_DEG, VARIANCES_DEG2, np.ones((12, 1)))


def restricted_likelihood(people: People, tau2: float) -> float:
    """Its logarithm, from the normal density of what is left free of the coefficients.

    Any full set of contrasts orthogonal to the design will do; here those of a QR factorisation.
    """
    coefficients = people.design.shape[1]
    full, _ = np.linalg.qr(people.design, mode="complete")
    contrasts = full[:, coefficients:].T
    cover = contrasts @ np.diag(people.variance_deg2 + tau2) @ contrasts.T
    left = contrasts @ people.gain_deg
    _, log_det = np.linalg.slogdet(cover)
    return float(-0.5 * (log_det + left @ np.linalg.solve(cover, left)))


@pytest.mark.parametrize(
    "people",
    [TWELVE, trials(), trials(np.column_stack([np.ones(13), LATITUDE]))],
    ids=["people", "trials", "trials on latitude"],
)
def test_the_scatter_between_people_is_the_restricted_likelihoods_highest(people: People) -> None:
    found = reml_tau2(people)
    best = restricted_likelihood(people, found)
    grid = np.linspace(0, 5 * found, 2001)
    assert best >= max(restricted_likelihood(people, tau2) for tau2 in grid)
    step = 1e-3 * found
    for beside in (found - step, found + step):
        assert restricted_likelihood(people, beside) < best


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(2, 12), st.floats(0, 4))
def test_no_pool_has_a_more_likely_scatter(seed: int, count: int, tau: float) -> None:
    rng = np.random.default_rng(seed)
    variances = rng.uniform(0.5, 6, count)
    gains = rng.normal(5, np.sqrt(variances + tau**2))
    people = People(gains, variances, np.ones((count, 1)))
    found = reml_tau2(people)
    assert found >= 0
    best = restricted_likelihood(people, found)
    near = found + np.linspace(-0.3, 0.3, 61)
    assert best >= max(restricted_likelihood(people, tau2) for tau2 in near[near >= 0]) - 1e-9


# statsmodels 0.15.0, ``stats.meta_analysis.combine_effects(gain, variance, method_re=...)``:
# ``tau2``, ``mean_effect_re``, ``sd_eff_w_re_hksj``, and ``conf_int()[3]`` with ``use_t=True``.
STATSMODELS = {
    "dersimonian_laird": (
        5.666372202261722,
        4.616433789918655,
        0.8525713214940653,
        (2.73993696, 6.49293062),
    ),
    "paule_mandel": (
        6.150415188523079,
        4.6277304115083036,
        0.853509972710656,
        (2.74916763, 6.5062932),
    ),
}


@pytest.mark.parametrize("estimator", STATSMODELS)
def test_average_and_interval_as_statsmodels_has_them(estimator: str) -> None:
    tau2, mean, error, interval95 = STATSMODELS[estimator]
    (found,) = [one for one in other_estimates(TWELVE) if one.estimator == estimator]
    assert found.tau_deg**2 == pytest.approx(tau2, rel=1e-8)
    assert found.mean_deg == pytest.approx(mean, rel=1e-8)
    assert found.interval95_deg == pytest.approx(interval95, abs=1e-7)
    fit = weighted(TWELVE, tau2)
    assert standard_errors(hartung_knapp_cover(TWELVE, fit))[0] == pytest.approx(error, rel=1e-8)


def test_q_and_its_probability_as_statsmodels_has_them() -> None:
    found = average_of(TWELVE).heterogeneity
    assert found is not None
    assert found.q == pytest.approx(37.542676377958884, rel=1e-12)
    assert found.q_p == pytest.approx(9.342529971529912e-05, rel=1e-6)


def test_the_trials_too_have_the_scatter_that_statsmodels_finds() -> None:
    assert dersimonian_laird_tau2(trials()) == pytest.approx(0.30876026286237634, rel=1e-10)
    assert paule_mandel_tau2(trials()) == pytest.approx(0.3180684522038206, rel=1e-8)


def test_alike_gains_have_no_scatter_and_their_interval_is_no_narrower_than_their_errors() -> None:
    alike = People(np.full(6, 5.0), np.full(6, 2.0), np.ones((6, 1)))
    found = average_of(alike)
    assert found.heterogeneity is not None
    assert found.heterogeneity.tau_deg == 0
    assert found.standard_error_deg == pytest.approx((2.0 / 6) ** 0.5)
    assert [one.tau_deg for one in other_estimates(alike)] == [0, 0]


def test_a_more_exact_gain_weighs_more_but_less_so_where_people_differ() -> None:
    weights = average_of(TWELVE).weight
    assert weights.sum() == pytest.approx(1)
    assert np.argsort(weights).tolist() == np.argsort(-VARIANCES_DEG2).tolist()
    assert weights.max() / weights.min() < VARIANCES_DEG2.max() / VARIANCES_DEG2.min() / 2
