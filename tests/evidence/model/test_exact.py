"""The filter and the elimination against the same model written out as one big normal vector."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.evidence.model.days import Days, days_of
from coxa.evidence.model.design import DRIFTS, LEVELS, columns, rise
from coxa.evidence.model.infer import Belief, infer
from coxa.evidence.model.mixture import Mixture
from coxa.evidence.model.normal import Array, normal_cdf, normal_quantile
from coxa.evidence.model.priors import PRIORS, Quadrature
from coxa.quantities import Side
from tests.evidence.model.cases import drawn_case

FLAT_SD_DEG = 1e4
"""Stands for a flat prior of the levels."""


def belief_of(days: Days, quadrature: Quadrature) -> Belief:
    return next(belief for _, belief in infer([days], quadrature=quadrature))


def written_out(
    days: Days, belief: Belief, node: tuple[int, int, int, int, int]
) -> tuple[float, Array, Array]:
    """Log-probability of the readings at a node, and the gains' mean and covariance.

    Every reading is a normal variable; their covariance is the sum of all parts of the model.
    """
    way, own, _, week, spill = node
    rows, sides = np.nonzero(days.there)
    sigma = np.exp(belief.log_error[node])
    day = days.day[rows]
    apart = np.abs(day[:, None] - day)
    ratio, a_day = belief.nodes.ratio[way], belief.nodes.a_day[way]
    cover = sigma**2 * (np.diag(days.variance[rows, sides]) + ratio[0] ** 2 * a_day[0] ** apart)
    for side in (0, 1):
        both = np.outer(sides == side, sides == side)
        cover += sigma**2 * both * ratio[1 + side] ** 2 * a_day[1 + side] ** apart
    constant = belief.time_constants_weeks[week : week + 1]
    whole = columns(days, constant, belief.trained)[rows, sides]
    share = belief.priors.spill_over.values[spill]
    gains = np.stack(
        [whole[:, 5 + 2 * n] + share * whole[:, 6 + 2 * n] for n in range(len(belief.trained))], 1
    )
    levels, drifts = whole[:, LEVELS], whole[:, DRIFTS]
    own_sd = belief.priors.own_drift_sd.values[own]
    drift_cover = belief.priors.drift_sd**2 + own_sd**2 * np.eye(2)
    without = cover + FLAT_SD_DEG**2 * levels @ levels.T + drifts @ drift_cover @ drifts.T
    whole_cover = without + belief.priors.gain_sd_deg**2 * gains @ gains.T
    value = whole[:, 0]
    solved = np.linalg.solve(whole_cover, np.column_stack([value, gains]))
    to_gain = belief.priors.gain_sd_deg**2 * gains.T
    mean = to_gain @ solved[:, 0]
    gain_cover = belief.priors.gain_sd_deg**2 * (np.eye(gains.shape[1]) - to_gain @ solved[:, 1:])
    log_probability = -0.5 * (np.linalg.slogdet(whole_cover)[1] + value @ solved[:, 0])
    return float(log_probability), mean, gain_cover


@pytest.mark.parametrize("trained", [(Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT)])
@pytest.mark.parametrize("keep", [1.0, 0.7])
def test_every_node_agrees_with_the_model_written_out(
    trained: tuple[Side, ...], keep: float
) -> None:
    """Gains, covariances and relative weights; readings are missing one-sidedly where keep < 1."""
    case = drawn_case(5, 4.0, trained=trained, keep=keep, training=9)
    days = days_of(case, PRIORS.of_the_day)
    assert days is not None
    belief = belief_of(days, Quadrature(3, 3))
    rng = np.random.default_rng(1)
    found, weights = [], []
    for _ in range(12):
        node = tuple(int(rng.integers(size)) for size in belief.weight.shape)
        log_probability, mean, cover = written_out(days, belief, node)  # type: ignore[arg-type]
        assert belief.gain[node] == pytest.approx(mean, abs=2e-4)
        assert belief.gain_cover[node] == pytest.approx(cover, abs=2e-4)
        prior = _log_prior(belief, node)
        found.append(np.log(belief.weight[node]) - prior)
        weights.append(log_probability)
    assert np.diff(found) == pytest.approx(np.diff(weights), abs=1e-3)


def _log_prior(belief: Belief, node: tuple[int, ...]) -> float:
    """What the weight of a node holds beside the probability of the readings."""
    way, own, error, week, spill = node
    priors, log_error = belief.priors, belief.log_error[node]
    points, hermite = np.polynomial.hermite_e.hermegauss(3)
    along = belief.log_error[way, own, :, week, spill]
    spread = (along[2] - along[0]) / (points[2] - points[0])
    off = log_error - np.log(priors.error_median * belief.days.sem_deg)
    return float(
        belief.nodes.log_weight[way]
        + np.log(priors.own_drift_sd.weights[own])
        + np.log(priors.spill_over.weights[spill])
        + _log_prior_of_week(belief, week)
        + np.log(hermite[error] * spread)
        + 0.5 * points[error] ** 2
        - 0.5 * (off / priors.error_spread) ** 2
    )


def _log_prior_of_week(belief: Belief, week: int) -> float:
    points, hermite = np.polynomial.hermite_e.hermegauss(3)
    along = np.log(belief.time_constants_weeks / belief.priors.weeks_median)
    spread = (along[2] - along[0]) / (points[2] - points[0])
    off = along[week] / belief.priors.weeks_spread
    return float(np.log(hermite[week] * spread) + 0.5 * points[week] ** 2 - 0.5 * off**2)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("gain_deg", [0.0, 6.0, 12.0])
def test_doubling_the_quadrature_moves_no_end_of_an_interval(seed: int, gain_deg: float) -> None:
    """By more than 0.02 of the standard deviation."""
    days = days_of(drawn_case(seed, gain_deg), PRIORS.of_the_day)
    assert days is not None
    weeks = float(days.trained_weeks.max())
    usual = Quadrature()
    once = belief_of(days, usual).gain_after(0, weeks)
    twice = belief_of(days, usual.doubled()).gain_after(0, weeks)
    for mine, finer in zip(
        once.figure().interval95_deg, twice.figure().interval95_deg, strict=True
    ):
        assert abs(mine - finer) <= 0.02 * twice.spread()


def test_people_in_a_batch_are_answered_as_alone() -> None:
    """With different numbers of days, which are filled up."""
    people = [
        days_of(drawn_case(seed, 3.0, training=training), PRIORS.of_the_day)
        for seed, training in enumerate([4, 9, 18])
    ]
    known = [one for one in people if one is not None]
    together = dict(infer(known))
    for number, days in enumerate(known):
        alone = belief_of(days, Quadrature())
        assert together[number].gain == pytest.approx(alone.gain, abs=1e-9)
        assert together[number].weight == pytest.approx(alone.weight, abs=1e-12)


def test_the_normal_distribution_agrees_with_the_tables() -> None:
    z = np.array([-3.0, -1.959964, 0.0, 1.0, 1.959964])
    assert normal_cdf(z) == pytest.approx([0.0013499, 0.025, 0.5, 0.8413447, 0.975], abs=2e-7)
    assert normal_quantile(0.975) == pytest.approx(1.959964, abs=1e-6)


def test_quantiles_of_a_mixture_are_where_its_probability_says() -> None:
    """Two far humps: Newton alone would lose itself between them."""
    mixture = Mixture.of(np.array([0.5, 0.5]), np.array([-10.0, 10.0]), np.array([1.0, 0.01]))
    for probability in (0.025, 0.3, 0.5001, 0.7, 0.975):
        found = mixture.quantile(probability)
        assert mixture.probability_below(found) == pytest.approx(probability, abs=1e-4)


def test_a_gain_rises_to_63_per_cent_in_its_time_constant() -> None:
    share = rise(np.array([0.0, 2.0, 40.0]), np.array([2.0]))[:, 0]
    assert share == pytest.approx([0.0, 0.632, 1.0], abs=1e-3)
