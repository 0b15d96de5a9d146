"""The figures of the report against values worked out by hand or by the standard library."""

from __future__ import annotations

import math
from statistics import NormalDist, stdev

import numpy as np
import pytest

from tests.validation.made_up import row
from validation.measures import ErrorSize, Share, bootstrap95, coverage, errors_by_body, rmse_deg


def test_sizes_of_four_errors_by_hand():
    size = ErrorSize.of([3.0, -1.0, 1.0, -5.0])
    assert size.count == 4
    assert size.mae_deg == 2.5
    assert size.rmse_deg == 3.0
    assert size.worst_deg == 5.0
    assert size.bias_deg == -0.5


def test_p95_waits_for_twenty_errors():
    errors = [(-1) ** k * k for k in range(1, 22)]
    assert ErrorSize.of(errors[:19]).p95_deg is None
    # Sizes 1 to 21: 95 % of the way from the first to the last is 20.
    assert ErrorSize.of(errors).p95_deg == pytest.approx(20.0)


def test_an_interval_holds_its_end_and_nothing_beyond():
    rows = [row(3.0, error95_deg=3.0), row(-3.1, error95_deg=3.0), row(0.0)]
    assert coverage(rows) == Share(2, 3)


def test_wilsons_interval_solves_its_defining_equation():
    """Its ends are the shares from which the one found is just 1.96 standard errors away."""
    share = Share(27, 30)
    z = NormalDist().inv_cdf(0.975)
    for end in share.interval95:
        away = abs(share.value - end) / math.sqrt(end * (1 - end) / share.of)
        assert away == pytest.approx(z, abs=1e-5)


@pytest.mark.parametrize("hits", [0, 20])
def test_wilsons_interval_stays_between_none_and_all(hits):
    low, high = Share(hits, 20).interval95
    assert 0 <= low < high <= 1


def test_drawing_single_values_gives_the_common_standard_error():
    values = np.random.default_rng(3).normal(1.0, 2.0, 200)
    found = bootstrap95([np.array([v]) for v in values], lambda x: float(x.mean()))
    assert found is not None
    half = 1.96 * stdev(values) / math.sqrt(len(values))
    assert (found[1] - found[0]) / 2 == pytest.approx(half, rel=0.08)


def test_alike_readings_of_a_body_do_not_narrow_the_interval():
    per_body = np.random.default_rng(4).normal(0, 2, 12)
    once = bootstrap95([np.array([v]) for v in per_body], rmse_deg)
    tenfold = bootstrap95([np.full(10, v) for v in per_body], rmse_deg)
    assert once is not None
    assert once == pytest.approx(tenfold)


def test_one_body_has_no_interval():
    assert bootstrap95([np.array([1.0, 2.0])], rmse_deg) is None


def test_readings_are_gathered_by_body():
    rows = [row(1.0, name="a", body=1), row(2.0, name="b", body=2), row(3.0, name="c", body=1)]
    assert [list(errors) for errors in errors_by_body(rows)] == [[1.0, 3.0], [2.0]]
