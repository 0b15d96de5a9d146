"""What is put together and what never is, what little data say, and the plain sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import dose_words, group_words, pool_headline, pool_shares
from coxa.evidence.pool.average import average_of, people_of
from coxa.evidence.pool.people import Member
from coxa.wording import say
from tests.evidence.pool.shares import gain, only, people, share

TWELVE_DEG = [6.1, 2.3, 8.4, 4.0, -0.8, 5.5, 7.2, 3.1, 9.6, 1.4, 4.8, 6.6]


def said(gains_deg: list[float], **other: object) -> str:
    found = only(pool_shares(people(gains_deg, **other)))
    return " ".join(say(one) for one in (*pool_headline(found), *found.notes))


@pytest.mark.parametrize(
    "apart",
    [
        {"direction": "external"},
        {"test": "prone-rotation"},
        {"mode": "passive"},
        {"kind": "change"},
    ],
)
def test_other_turns_tests_and_ways_are_never_put_together(apart: dict[str, str]) -> None:
    found = pool_shares([share(1, gain()), share(2, gain(**apart))])
    assert [one.people for one in found.pools] == [1, 1]


def test_devices_are_put_together_because_gains_are_differences() -> None:
    found = only(pool_shares([share(1, gain()), share(2, gain(device="camera"))]))
    assert found.people == 2


def test_gains_beside_a_waiting_hip_come_before_mere_changes() -> None:
    found = pool_shares([share(1, gain(kind="change")), share(2, gain())])
    assert [one.pooled_kind.kind for one in found.pools] == ["gain", "change"]
    assert "No hip waited" in " ".join(say(note) for note in found.pools[1].notes)


def test_two_files_of_one_person_count_once_with_the_longer_training() -> None:
    early, late = gain(gain_deg=2.0, weeks=4), gain(gain_deg=5.0, weeks=8)
    found = pool_shares([share(1, early), share(2, gain()), share(1, late), share(1, early)])
    assert found.people == 2
    assert [one.shared.gain_deg for one in only(found).members] == [5.0, 5.0]
    (note,) = found.notes
    assert note.params == {"count": 2}


def test_two_series_of_one_person_count_once_with_the_more_exact() -> None:
    both = share(1, gain(variance_deg2=3.0), gain(device="camera", variance_deg2=1.0))
    (member,) = only(pool_shares([both])).members
    assert member.shared.device == "camera"
    assert member.weight == 1


def test_nobody_is_no_pool() -> None:
    assert pool_shares([]).pools == ()
    assert pool_shares([share(1)]).people == 1


def test_one_person_is_told_as_one_person() -> None:
    found = only(pool_shares(people([5.0])))
    assert found.mean_deg == 5.0
    assert found.interval95_deg == pytest.approx((5 - 2.772, 5 + 2.772), abs=1e-3)
    assert (found.p, found.prediction95_deg, found.heterogeneity) == (None, None, None)
    assert "One person is no average" in said([5.0])


def test_two_people_tell_nothing_of_a_third() -> None:
    found = only(pool_shares(people([5.0, 6.0])))
    assert found.prediction95_deg is None
    low, high = found.interval95_deg
    assert high - low > 20  # Student's t with one degree of freedom
    assert "nearly nothing" in said([5.0, 6.0])


def test_the_headline_says_yes_no_or_not_yet_with_what_a_new_person_may_expect() -> None:
    assert said(TWELVE_DEG).startswith(
        "Yes: in 12 people the hip turned in about 4.8° further on average, give or take"
    )
    assert "A new person would probably gain between" in said(TWELVE_DEG)
    assert said([-one for one in TWELVE_DEG]).startswith("No: in 12 people the hip turned in")
    assert said([5.0, -6.0, 4.0, -3.0]).startswith("Not yet: whether the hip turns in further")
    assert "turned out" in said(TWELVE_DEG, direction="external")


def test_few_people_and_differences_between_people_are_told() -> None:
    assert "4 people are few" in said([5.0, 6.0, 4.0, 5.5])
    assert "that people truly differ is not shown" in said([5.0, 5.1, 4.9, 5.2])
    assert "People truly differ, by about" in said([1.0, 12.0, 3.0, 15.0, 7.0])


def test_longer_training_that_goes_with_more_gain_is_found_and_told_with_care() -> None:
    weeks = [3, 4, 5, 6, 8, 9, 10, 12]
    shares = [
        share(one, gain(gain_deg=0.5 * week + 0.3 * (-1) ** one, variance_deg2=0.2, weeks=week))
        for one, week in enumerate(weeks)
    ]
    found = only(pool_shares(shares))
    (slope,) = found.dose_response
    assert slope.by == "weeks"
    assert slope.slope_deg == pytest.approx(0.5, abs=0.1)
    assert slope.interval95_deg[0] > 0
    assert "trained a week longer gained" in say(dose_words(found)[0])
    assert "would do to you" in " ".join(say(note) for note in found.notes)


def test_a_dose_that_nobody_or_everybody_alike_did_has_no_slope() -> None:
    assert only(pool_shares(people(TWELVE_DEG))).dose_response == ()
    unknown = only(pool_shares(people(TWELVE_DEG, minutes_a_week=None)))
    assert unknown.dose_response == ()


def test_groups_of_three_and_more_are_compared_and_smaller_ones_left_out() -> None:
    shares = [
        *[share(n, gain(gain_deg=2 + 0.1 * n, families=["strength", "stretch"])) for n in range(4)],
        *[share(n, gain(gain_deg=9 + 0.1 * n, families=["stretch"])) for n in range(4, 8)],
        *[share(n, gain(gain_deg=5.0, families=["active-control"])) for n in range(8, 10)],
        share(10, gain(families=[])),
    ]
    found = only(pool_shares(shares))
    by = {one.by: one for one in found.groupings}
    family = by["family"]
    assert [(one.name, one.people) for one in family.groups] == [("stretch", 4), ("strength", 4)]
    assert family.left_out == 3
    assert family.difference_p is not None
    assert family.difference_p < 0.01
    assert "The main kind of exercise makes a difference" in say(group_words(found)[0])
    assert by["device"].difference_p is None  # one group is no comparison
    assert by["device"].groups[0].people == 11


def test_groups_with_a_common_scatter_are_what_hand_calculation_says() -> None:
    """Equal variances, nothing beyond them: plain means, and the F of a one-way analysis."""
    first, second = [3.0, 4.0, 5.0, 4.0], [6.0, 7.0, 8.0, 7.0]
    shares = [
        *[share(n, gain(gain_deg=x, starting_deficit="none")) for n, x in enumerate(first)],
        *[share(9 + n, gain(gain_deg=x, starting_deficit="much")) for n, x in enumerate(second)],
    ]
    (found,) = [one for one in only(pool_shares(shares)).groupings if one.by == "starting_deficit"]
    assert [one.mean_deg for one in found.groups] == pytest.approx([4.0, 7.0])
    # 3² / (2/4 + 2/4) = 9 against F(1, 6): NIST's table has 8.813 at 0.025 and 13.745 at 0.01.
    assert found.difference_p is not None
    assert 0.01 < found.difference_p < 0.025


@given(
    st.lists(
        st.tuples(st.floats(-90, 90), st.floats(0.01, 1e4), st.integers(0, 520)),
        min_size=1,
        max_size=12,
    )
)
def test_any_people_have_finite_figures_that_hold_each_other(
    rows: list[tuple[float, float, int]],
) -> None:
    shares = [
        share(n, gain(gain_deg=value, variance_deg2=variance, weeks=weeks))
        for n, (value, variance, weeks) in enumerate(rows)
    ]
    found = only(pool_shares(shares))
    values = [value for value, _, _ in rows]
    assert min(values) - 1e-6 <= found.mean_deg <= max(values) + 1e-6
    low, high = found.interval95_deg
    assert low <= found.mean_deg <= high
    assert sum(one.weight for one in found.members) == pytest.approx(1)
    if found.prediction95_deg is not None:
        assert found.prediction95_deg[0] <= low
        assert high <= found.prediction95_deg[1]


def test_the_order_of_people_does_not_matter() -> None:
    members = [Member(n, None, gain(gain_deg=x)) for n, x in enumerate(TWELVE_DEG)]
    there, back = (average_of(people_of(some)) for some in (members, members[::-1]))
    assert there.mean_deg == pytest.approx(back.mean_deg, abs=1e-12)
    assert there.interval95_deg == pytest.approx(back.interval95_deg, abs=1e-9)
