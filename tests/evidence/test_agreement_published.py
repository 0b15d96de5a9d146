"""Agreement against what the papers print."""

from __future__ import annotations

import pytest

from coxa.evidence.agreement import spread
from coxa.evidence.agreement.icc import agreement, consistency, mean_squares
from coxa.evidence.agreement.limits import differences, limit_margin

# Bland & Altman, Lancet 1986;i:307-310, table 1: peak expiratory flow (l/min), first reading by
# each meter.
WRIGHT = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
MINI = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]

# Bland & Altman, J Biopharm Stat 2007;17:571-582, table 1: cardiac output by radionuclide
# ventriculography and impedance cardiography, by subject.
CARDIAC_OUTPUT = [
    [(7.83, 6.57), (7.42, 5.62), (7.89, 6.90), (7.12, 6.57), (7.88, 6.35)],
    [(6.16, 4.06), (7.26, 4.29), (6.71, 4.26), (6.54, 4.09)],
    [(4.75, 4.71), (5.24, 5.50), (4.86, 5.08), (4.78, 5.02), (6.05, 6.01), (5.42, 5.67)],
    [(4.21, 4.14), (3.61, 4.20), (3.72, 4.61), (3.87, 4.68), (3.92, 5.04)],
    [(3.13, 3.03), (2.98, 2.86), (2.85, 2.77), (3.17, 2.46), (3.09, 2.32), (3.12, 2.43)],
    [(5.92, 5.90), (6.42, 5.81), (5.92, 5.70), (6.27, 5.76)],
    [(7.13, 5.09), (6.62, 4.63), (6.58, 4.61), (6.93, 5.09)],
    [(4.54, 4.72), (4.81, 4.61), (5.11, 4.36), (5.29, 4.20), (5.39, 4.36), (5.57, 4.20)],
    [(4.48, 3.17), (4.92, 3.12), (3.97, 2.96)],
    [(4.22, 4.35), (4.65, 4.62), (4.74, 3.16), (4.44, 3.53), (4.50, 3.53)],
    [(6.78, 7.20), (6.07, 6.09), (6.52, 7.00), (6.42, 7.10), (6.41, 7.40), (5.76, 6.80)],
    [(5.06, 4.50), (4.72, 4.20), (4.90, 3.80), (4.80, 3.80), (4.90, 4.20), (5.10, 4.50)],
]

# Shrout & Fleiss, Psychol Bull 1979;86:420-428, table 2: six targets, four judges.
JUDGED = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]


def test_one_pair_a_person_as_in_the_lancet() -> None:
    """Printed: mean −2.1, SD 38.8, limits of two SDs −79.7 and 75.5."""
    found = differences([[one - other] for one, other in zip(WRIGHT, MINI, strict=True)])
    assert (found.pairs, found.people) == (17, 17)
    assert found.sd_deg
    assert found.lower_limit_deg
    assert found.upper_limit_deg
    bias, sd = found.bias_deg.value, found.sd_deg.value
    assert (round(bias, 1), round(sd, 1)) == (-2.1, 38.8)
    assert round(bias, 1) - 2 * round(sd, 1) == pytest.approx(-79.7)
    assert round(bias, 1) + 2 * round(sd, 1) == pytest.approx(75.5)
    # The paper took 2 for 1.96, as it says.
    assert found.lower_limit_deg.value == pytest.approx(bias - 1.96 * sd, abs=0.01)
    assert found.upper_limit_deg.value == pytest.approx(bias + 1.96 * sd, abs=0.01)


def test_the_interval_of_a_limit_as_in_the_lancet() -> None:
    """Printed for the lower limit: −114.3 to −45.1, by the rounded ``√(3 s²/n)``."""
    assert limit_margin(17, 38.8) == pytest.approx((114.3 - 45.1) / 2, abs=0.3)


def test_several_pairs_a_person_as_in_2007() -> None:
    """Total variance .9813, bias .6022, limits −1.339 and 2.544.

    With the digits of the paper's analysis of variance, as another program's tests restate them.
    """
    found = differences([[rv - ic for rv, ic in own] for own in CARDIAC_OUTPUT])
    assert (found.pairs, found.people) == (60, 12)
    assert found.sd_deg
    assert found.lower_limit_deg
    assert found.upper_limit_deg
    assert found.bias_deg.value == pytest.approx(0.6021667, abs=1e-7)
    assert found.sd_deg.value**2 == pytest.approx(0.98133606, abs=1e-7)
    assert found.lower_limit_deg.value == pytest.approx(-1.3394565, abs=5e-5)
    assert found.upper_limit_deg.value == pytest.approx(2.5437899, abs=5e-5)


def test_intervals_of_limits_of_several_pairs_by_zous_formula(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first four pairs of four subjects, worked out apart with scipy 1.17.1's chi-squared.

    With equal numbers Zou's terms (variance of the means, harmonic mean) are the same as ours. The
    jackknife, which would make some wider, is left out.
    """
    monkeypatch.setattr(spread, "jackknife_error", lambda *_: None)
    groups = [[rv - ic for rv, ic in own[:4]] for own in CARDIAC_OUTPUT[:4]]
    found = differences(groups)
    assert found.lower_limit_deg
    assert found.upper_limit_deg
    assert found.lower_limit_deg.interval95 == pytest.approx((-9.727546448, 0.407545396), abs=1e-8)
    assert found.upper_limit_deg.interval95 == pytest.approx((1.051204604, 11.186296448), abs=1e-8)


def test_intraclass_correlations_as_in_1979() -> None:
    """Printed: mean squares 11.24, 32.49 (judges), 1.02; ICC(2,1) .29, ICC(3,1) .71."""
    found = mean_squares(JUDGED)
    assert round(found.rows, 2) == 11.24
    assert round(found.columns, 2) == 32.49
    assert round(found.error, 2) == 1.02
    agreed, consistent = agreement(found), consistency(found)
    assert agreed is not None
    assert consistent is not None
    assert (round(agreed, 2), round(consistent, 2)) == (0.29, 0.71)
