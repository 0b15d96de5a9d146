"""Agreement: against other programs, and in the corners where little can be said."""

from __future__ import annotations

import math
import random
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import (
    Agreement,
    Estimate,
    Pair,
    ReferenceDevice,
    agreement_headline,
    agreements,
)
from coxa.evidence.agreement.coverage import effective_count, wilson
from coxa.evidence.agreement.limits import differences
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.wording import say
from tests.evidence.pairs import kind, one_each, pair, twelve_people

DEGREES = st.floats(0, 60).map(lambda value: round(value, 1))


def only(pairs: list[Pair]) -> Agreement:
    (found,) = agreements(pairs)
    return found


def ids(found: Agreement) -> set[str]:
    return {note.id for note in found.notes}


def interval(estimate: Estimate | None) -> tuple[float, float]:
    assert estimate is not None
    assert estimate.interval95 is not None
    return estimate.interval95


def test_several_pairs_a_person_against_other_programs() -> None:
    """statsmodels 0.15.0 (``OLS`` with clustered errors), numpy 2.4, pingouin 0.7.0 (ICC)."""
    found = only(twelve_people())
    own = found.differences
    assert own
    assert (own.pairs, own.people) == (36, 12)
    assert own.bias_deg.value == pytest.approx(0.988888888888889)
    assert own.bias_deg.interval95 == pytest.approx((0.13611267, 1.8416651), abs=1e-6)
    assert found.slope
    assert found.slope.value == pytest.approx(0.04394194971503858)
    assert found.slope.interval95 == pytest.approx((-0.0372295471354053, 0.12511344656548246))
    assert found.rmse_deg
    assert found.rmse_deg.value == pytest.approx(2.0859317129549355)
    assert found.mae_deg
    assert found.mae_deg.value == pytest.approx(1.7611111111111108)
    assert found.p95_deg == pytest.approx(3.6)
    assert found.icc_agreement
    assert found.icc_agreement.value == pytest.approx(0.962848, abs=1e-6)
    assert found.icc_consistency
    assert found.icc_consistency.value == pytest.approx(0.970151, abs=1e-6)


def test_one_pair_a_person_against_other_programs() -> None:
    """statsmodels 0.15.0, ``OLS`` of difference on mean."""
    first = [one for one in twelve_people() if one.side is Side.LEFT]
    single = list({one.participant: one for one in reversed(first)}.values())
    found = only(single)
    assert found.slope
    assert found.slope.value == pytest.approx(0.16088975758257137)
    assert found.slope.interval95 == pytest.approx((-0.006268399563083088, 0.3280479147282258))


def test_the_standard_error_of_measurement_is_that_of_the_analysis_of_variance() -> None:
    """√(σ²_device + σ²_residual) from the mean squares, and 1.96·√2 times it."""
    pairs = twelve_people()
    found = only(pairs)
    n = len(pairs)
    mean = sum(one.difference_deg for one in pairs) / n
    error = sum((one.difference_deg - mean) ** 2 for one in pairs) / (n - 1) / 2
    device = (n * mean**2 / 2 - error) / n
    assert found.sem_deg
    assert found.sem_deg.value == pytest.approx(math.sqrt(device + error))
    assert found.mdc95_deg
    assert found.mdc95_deg.value == pytest.approx(1.96 * math.sqrt(2) * found.sem_deg.value, 1e-4)


def test_shares_against_another_program() -> None:
    """statsmodels 0.15.0, ``proportion_confint(…, method="wilson")``."""
    assert wilson(33 / 36, 36) == pytest.approx((0.7817330875072737, 0.9712513886640066))
    assert wilson(1.0, 36) == pytest.approx((0.9035813714055363, 1.0))


def test_alike_pairs_of_a_person_count_as_one() -> None:
    assert effective_count([[1.0], [0.0], [1.0]]) == 3
    assert effective_count([[1.0, 1.0], [0.0, 0.0], [1.0, 1.0], [0.0, 0.0]]) == pytest.approx(3.0)
    assert effective_count([[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]]) == 3
    mixed = effective_count([[1.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]])
    assert 4 <= mixed <= 8


def test_the_stated_error_is_held_against_the_differences() -> None:
    pairs = [pair(number, 30 + number % 5, 30, error95_deg=3.0) for number in range(50)]
    found = only(pairs)
    assert found.coverage
    assert (found.coverage.within, found.coverage.pairs) == (40, 50)
    assert found.coverage.share.value == pytest.approx(0.8)
    assert "agreement_note_error_too_small" in ids(found)
    wide = only([pair(number, 30 + number % 5, 30, error95_deg=9.0) for number in range(100)])
    assert wide.coverage
    assert wide.coverage.share.value == 1.0
    assert "agreement_note_error_too_large" in ids(wide)


def test_without_stated_errors_there_is_no_coverage() -> None:
    assert only(twelve_people()).coverage is None


@pytest.mark.parametrize(
    "changes",
    [
        {"direction": Direction.EXTERNAL},
        {"test": Test.PRONE},
        {"device": Device.PHONE},
        {"mode": Mode.PASSIVE},
        {"method": "blazepose-full/1"},
        {"reference_device": ReferenceDevice.GONIOMETER},
    ],
)
def test_kinds_are_never_pooled(changes: dict[str, Any]) -> None:
    sign = -1 if "direction" in changes else 1
    others = [
        pair(number, sign * (30.0 + number), sign * 33.0, kind=kind(**changes))
        for number in range(3)
    ]
    alone = only(twelve_people())
    first, second = agreements([*twelve_people(), *others])
    assert first == alone
    assert second.differences
    assert second.differences.pairs == 3


def test_further_is_positive_in_both_directions() -> None:
    inward = only(one_each([35.0, 42.0], [33.0, 41.0]))
    outward = only(
        [
            pair(n, -v, -r, kind=kind(Direction.EXTERNAL))
            for n, (v, r) in enumerate([(35, 33), (42, 41)])
        ]
    )
    assert inward.differences
    assert inward.differences.bias_deg.value == pytest.approx(1.5)
    assert inward.differences == outward.differences


def test_both_sides_together_and_each_apart() -> None:
    found = only(twelve_people())
    assert set(found.sides) == set(Side)
    left, right = found.sides[Side.LEFT], found.sides[Side.RIGHT]
    assert (left.pairs, right.pairs) == (18, 18)
    alone = only([one for one in twelve_people() if one.side is Side.RIGHT])
    assert alone.differences == right


def test_repeats_give_each_devices_own_scatter() -> None:
    """Sets (30, 32), (40, 41, 42): squares 2 and 2 over 1 + 2 degrees of freedom."""
    values = [("a", 30.0, 30.0), ("a", 32.0, 30.0), ("b", 40.0, 39.0), ("b", 41.0, 39.0)]
    values.append(("b", 42.0, 42.0))
    pairs = [pair(who, v, r, repeat=n) for n, (who, v, r) in enumerate(values, start=1)]
    pairs.append(pair("c", 20.0, 20.0))
    found = only(pairs)
    assert found.repeatability
    assert found.repeatability.sets == 2
    assert found.repeatability.sd_deg.value == pytest.approx(math.sqrt(4 / 3))
    low, high = interval(found.repeatability.sd_deg)
    # chi-squared with three degrees of freedom, printed: .2158 and 9.348
    assert low == pytest.approx(math.sqrt(4 / 9.348), abs=1e-3)
    assert high == pytest.approx(math.sqrt(4 / 0.2158), abs=1e-3)
    assert found.reference_repeatability
    assert found.reference_repeatability.sd_deg.value == pytest.approx(math.sqrt(6 / 3))
    later = pairs[1].model_copy(update={"day": pairs[1].day + timedelta(days=1)})
    assert only([pairs[0], later]).repeatability is None


def test_no_pairs_make_no_analysis() -> None:
    assert agreements([]) == ()


def test_one_pair_is_one_difference_and_nothing_more() -> None:
    found = only([pair("a", 34.0, 32.0)])
    assert found.differences
    assert found.differences.bias_deg == Estimate(value=2.0)
    assert found.differences.sd_deg is None
    given = {name for name, figure in found.to_dict().items() if figure is not None}
    assert given == {"kind", "refused", "differences", "sides", "notes"}
    assert ids(found) == {"agreement_note_one_pair"}
    assert [say(one) for one in agreement_headline(found)] == ["coxa minus reference: +2.0°."]


def test_one_person_is_told_about_alone() -> None:
    """Each pair then stands for itself: the figures are those of as many people, but for a note."""
    read, reference = [34.0, 35.5, 33.0, 36.0, 30.5, 32.0], [32.0, 33.0, 33.5, 35.0, 28.0, 31.0]
    alone = only(
        [pair("a", v, r, day=n) for n, (v, r) in enumerate(zip(read, reference, strict=True))]
    )
    several = only(one_each(read, reference))
    assert alone.differences
    assert several.differences
    assert alone.differences.people == 1
    assert alone.differences.model_copy(update={"people": 6}) == several.differences
    assert (alone.slope, alone.icc_agreement) == (several.slope, several.icc_agreement)
    assert "agreement_note_one_person" in ids(alone)


def test_one_person_of_several_does_not_speak_for_a_side() -> None:
    pairs = [pair("a", 34.0, 32.0), pair("a", 35.0, 34.0, day=1), pair("b", 30.0, 31.0)]
    pairs += [pair("a", 30.0, 29.0, side=Side.RIGHT), pair("a", 33.0, 30.0, side=Side.RIGHT, day=1)]
    sides = only(pairs).sides
    assert sides[Side.LEFT].sd_deg
    assert sides[Side.RIGHT].bias_deg == Estimate(value=2.0)
    assert sides[Side.RIGHT].sd_deg is None


def test_differences_all_equal_look_copied() -> None:
    found = only(one_each([31.0, 36.0, 41.0], [30.0, 35.0, 40.0]))
    assert found.differences
    assert found.differences.sd_deg
    assert found.differences.sd_deg.value == pytest.approx(0, abs=1e-9)
    assert "agreement_note_all_equal" in ids(found)


def test_the_same_angle_throughout_says_nothing_about_order() -> None:
    found = only(one_each([30.0] * 5, [30.0] * 5))
    assert found.icc_agreement is None
    assert found.icc_consistency is None
    assert found.slope is None
    assert "agreement_note_all_equal" in ids(found)


def test_readings_that_go_opposite_ways_have_a_correlation_below_zero() -> None:
    read, reference = [23, 20, 30, 26, 25, 28, 21, 31], [29, 24, 22, 23, 31, 27, 25, 26]
    found = only(one_each(read, reference))
    assert found.icc_agreement
    assert -1 < found.icc_agreement.value < 0
    low, high = interval(found.icc_agreement)
    assert -1 < low < found.icc_agreement.value < high < 1
    # Three pairs can even give a figure below −1, to which no interval belongs.
    wild = only(one_each([23.2, 0.0, 30.0], [20.7, 45.9, 12.0])).icc_agreement
    assert wild
    assert wild.value < -1
    assert wild.interval95 is None


def test_refused_readings_are_counted_and_left_out() -> None:
    refused = [pair("x", None, 30.0), pair("y", None, 35.0)]
    found = only([*twelve_people(), *refused])
    assert found.refused == 2
    assert found.differences == only(twelve_people()).differences
    assert "agreement_note_refused" in ids(found)
    alone = only(refused)
    assert alone.differences is None
    assert "all 2" in say(agreement_headline(alone)[0])


def test_a_shrinking_reading_is_noticed() -> None:
    generator = random.Random(1)
    angles = [20 + number for number in range(25)]
    read = [0.8 * angle + 4 + generator.gauss(0, 0.5) for angle in angles]
    found = only(one_each(read, angles))
    assert found.slope
    assert found.slope.value == pytest.approx(-0.22, abs=0.03)  # -0.2 on the truth
    assert "agreement_note_slope" in ids(found)


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """300 made-up studies of 24 people with two alike pairs each: SD 1.5 between and within."""
    generator = random.Random(5)
    limit = 1.96 * math.hypot(1.5, 1.5)
    held = {"bias": 0, "upper": 0}
    for _ in range(300):
        shifts = [generator.gauss(0, 1.5) for _ in range(24)]
        found = differences([[shift + generator.gauss(0, 1.5) for _ in "12"] for shift in shifts])
        low, high = interval(found.bias_deg)
        held["bias"] += low <= 0 <= high
        low, high = interval(found.upper_limit_deg)
        held["upper"] += low <= limit <= high
    # Three standard errors of a share of .95 in 300.
    for name, count in held.items():
        assert 0.912 <= count / 300 <= 0.988, name


def test_more_pairs_of_the_same_people_do_not_feign_certainty() -> None:
    """The same pair given five times over leaves the interval of the bias as it was."""
    once = one_each([31.0, 36.5, 40.0, 29.0], [30.0, 35.0, 41.0, 28.5])
    often = [one.model_copy(update={"repeat": n}) for one in once for n in range(1, 6)]
    single, repeated = only(once).differences, only(often).differences
    assert single
    assert repeated
    assert interval(repeated.bias_deg) == pytest.approx(interval(single.bias_deg))
    assert repeated.sd_deg
    assert single.sd_deg
    assert repeated.sd_deg.value == pytest.approx(single.sd_deg.value)


@given(st.lists(st.tuples(st.integers(1, 6), DEGREES, DEGREES), min_size=1, max_size=30))
def test_any_pairs_have_figures_in_order(rows: list[tuple[int, float, float]]) -> None:
    pairs = [
        pair(person, value, reference, repeat=number, error95_deg=4.0)
        for number, (person, value, reference) in enumerate(rows, start=1)
    ]
    found = only(pairs)
    assert Agreement.from_dict(found.to_dict()) == found
    estimates = [
        found.slope, found.rmse_deg, found.mae_deg, found.icc_agreement, found.icc_consistency,
        found.sem_deg, found.mdc95_deg,
    ]  # fmt: skip
    assert found.differences
    estimates += [found.differences.bias_deg, found.differences.sd_deg]
    estimates += [found.differences.lower_limit_deg, found.differences.upper_limit_deg]
    for estimate in estimates:
        if estimate is not None and estimate.interval95 is not None:
            low, high = estimate.interval95
            assert low - 1e-6 <= estimate.value <= high + 1e-6
    assert all(say(note) for note in found.notes)
