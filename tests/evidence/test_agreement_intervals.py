"""Intervals of agreement: against closed forms and second derivations, and with outliers."""

from __future__ import annotations

import math
import random
from statistics import fmean, stdev

import pytest

from benchmarks import agreement_intervals
from coxa.evidence.agreement.error_size import root_mean_square
from coxa.evidence.agreement.icc import Table, agreement, consistency, estimated
from coxa.evidence.agreement.jackknife import Sums, jackknife_error
from coxa.evidence.agreement.spread import components, normal_interval, variance
from coxa.evidence.students_t import t_quantile
from tests.evidence.test_agreement_published import MINI, WRIGHT

ROWS: list[Table] = [[(w, m)] for w, m in zip(WRIGHT, MINI, strict=True)]


def mean_of(sums: Sums) -> float:
    return sums[1] / sums[0]


def test_the_jackknife_of_a_mean_is_its_common_standard_error() -> None:
    """An identity: ``s/√n``."""
    error = jackknife_error([(1.0, float(value)) for value in WRIGHT], mean_of)
    assert error == pytest.approx(stdev(WRIGHT) / math.sqrt(len(WRIGHT)))


def test_two_people_are_too_few_to_leave_one_out() -> None:
    assert jackknife_error([(1.0, 3.0), (1.0, 4.0)], mean_of) is None
    assert jackknife_error([(1.0, 3.0)] * 3, lambda _: None) is None


def lins(rows: list[tuple[float, float]]) -> float:
    """ICC(2,1) of two devices by covariances, as Lin's coefficient but for ``s²_d/n``."""
    n = len(rows)
    first, second = fmean(x for x, _ in rows), fmean(y for _, y in rows)
    shared = sum((x - first) * (y - second) for x, y in rows) / (n - 1)
    spread = sum((x - first) ** 2 + (y - second) ** 2 for x, y in rows) / (n - 1)
    apart = stdev(x - y for x, y in rows) ** 2
    return 2 * shared / (spread + (first - second) ** 2 - apart / n)


def test_the_interval_of_a_correlation_by_another_derivation() -> None:
    """Covariances instead of mean squares, and each meter pair really left out."""
    rows = list(zip(map(float, WRIGHT), map(float, MINI), strict=True))
    scale = [math.atanh(lins(rows[:k] + rows[k + 1 :])) for k in range(len(rows))]
    error = math.sqrt(sum((z - fmean(scale)) ** 2 for z in scale) * 16 / 17)
    half = t_quantile(0.975, 16) * error
    found = estimated(ROWS, agreement)
    assert found
    assert found.value == pytest.approx(lins(rows))
    middle = math.atanh(found.value)
    assert found.interval95 == pytest.approx((math.tanh(middle - half), math.tanh(middle + half)))


def test_of_many_normal_pairs_the_interval_is_fishers() -> None:
    """Fisher 1925, section 39: z of an intraclass correlation of pairs has variance 1/(n − 3/2)."""
    generator = random.Random(8)
    people: list[Table] = []
    for _ in range(3000):
        angle = generator.gauss(35, 6)
        people.append([(angle + generator.gauss(0, 2), angle + generator.gauss(0, 2))])
    found = estimated(people, consistency)
    assert found
    assert found.interval95
    low, high = map(math.atanh, found.interval95)
    assert (high - low) / 2 == pytest.approx(1.96 / math.sqrt(3000 - 1.5), rel=0.05)


def test_pairs_given_twice_leave_a_correlation_as_sure_as_it_was() -> None:
    once, twice = (
        estimated(ROWS, consistency),
        estimated([[*own, *own] for own in ROWS], consistency),
    )
    assert once
    assert twice
    assert twice.value == pytest.approx(once.value)
    assert twice.interval95 == pytest.approx(once.interval95)


def test_a_perfect_correlation_has_no_interval() -> None:
    found = estimated([[(30.0, 30.0)], [(35.0, 35.0)], [(41.0, 41.0)]], agreement)
    assert found
    assert found.value == pytest.approx(1.0)
    assert found.interval95 is None


def test_one_difference_far_out_makes_the_scatter_less_sure() -> None:
    """Wider than chi-squared's; differences that lie evenly are no narrower than it either."""
    even = [[float(k % 5 - 2)] for k in range(20)]
    for groups, wider in ((even, False), ([*even, [14.0]], True)):
        found = variance(groups)
        centre = fmean(one for (one,) in groups)
        sums = (
            len(groups), len(groups), len(groups), 0.0,
            sum((one - centre) ** 2 for (one,) in groups), 0.0,
        )  # fmt: skip
        low, high = normal_interval(components(sums))
        assert found.interval95
        assert found.interval95[0] <= low
        assert found.interval95[1] >= high
        assert (found.interval95[1] > 1.2 * high) is wider


def test_the_root_mean_square_of_a_pure_bias_is_as_sure_as_the_bias() -> None:
    """Differences 3 ± .1: the interval is that of the mean, but for second order."""
    found = root_mean_square([[3.0 + 0.1 * (-1) ** k] for k in range(20)])
    half = t_quantile(0.975, 19) * 0.1 * math.sqrt(20 / 19) / math.sqrt(20)
    assert found.value == pytest.approx(math.sqrt(9.01))
    assert found.interval95 == pytest.approx((found.value - half, found.value + half), abs=2e-3)


@pytest.mark.parametrize("world", ["normal", "steady difference of 3°"])
def test_stated_intervals_hold_the_truth_in_simulated_studies(world: str) -> None:
    """A small part of the benchmark; three standard errors of a share of .95 in 150 are .053."""
    layout = agreement_intervals.LAYOUTS["both hips once"]
    held = agreement_intervals.coverage(agreement_intervals.WORLDS[world], layout, 20, 150)
    assert set(held) == set(agreement_intervals.HEADS)
    for name, percent in held.items():
        assert percent >= 89.7, name
