"""The power that is foretold, against people simulated by other code, and by its own logic."""

from __future__ import annotations

import pytest

from coxa.evidence import ReadingPlan, least_gain_deg, power

EVERY_OTHER_DAY = 3.5
BASE = ReadingPlan(2.5, 8, 18, training_a_week=EVERY_OTHER_DAY)

SIMULATED = [
    # Error, readings of training, gain, share that was told *improved*: `validation/ANSWER.md`
    # (2,000 people) for the first two, `python -m validation.answer.power` for the others.
    (2.5, 18, 3.0, 0.589),
    (2.5, 18, 5.0, 0.973),
    (1.9, 12, 3.0, 0.731),
    (1.9, 12, 5.0, 0.995),
    (1.9, 18, 3.0, 0.823),
    (1.9, 18, 5.0, 1.000),
    (1.9, 24, 3.0, 0.851),
    (1.9, 24, 5.0, 0.999),
    (2.5, 12, 3.0, 0.476),
    (2.5, 12, 5.0, 0.930),
    (2.5, 24, 3.0, 0.662),
    (2.5, 24, 5.0, 0.988),
    (4, 12, 3.0, 0.187),
    (4, 12, 5.0, 0.517),
    (4, 18, 3.0, 0.268),
    (4, 18, 5.0, 0.679),
    (4, 24, 3.0, 0.341),
    (4, 24, 5.0, 0.767),
]


@pytest.mark.parametrize(("sem_deg", "readings", "gain_deg", "share"), SIMULATED)
def test_it_is_what_simulated_people_have(
    sem_deg: float, readings: int, gain_deg: float, share: float
) -> None:
    plan = ReadingPlan(sem_deg, 8, readings, training_a_week=EVERY_OTHER_DAY)
    assert power(plan, gain_deg) == pytest.approx(share, abs=0.07)


@pytest.mark.parametrize(("gain_deg", "share"), [(3.0, 0.361), (5.0, 0.875)])
def test_a_hip_that_soon_follows_costs_power(gain_deg: float, share: float) -> None:
    """The other hip starts on the day of the ninth reading of eighteen."""
    follows = ReadingPlan(2.5, 8, 18, training_a_week=EVERY_OTHER_DAY, waits_weeks=18 / 7)
    assert power(follows, gain_deg) == pytest.approx(share, abs=0.07)
    assert power(follows, gain_deg) < power(BASE, gain_deg)


def test_nothing_gained_is_seldom_told() -> None:
    assert power(BASE, 0.0) < 0.03


def test_more_of_anything_good_lets_more_show() -> None:
    for better, worse in (
        (BASE, ReadingPlan(3.5, 8, 18, training_a_week=EVERY_OTHER_DAY)),
        (BASE, ReadingPlan(2.5, 4, 18, training_a_week=EVERY_OTHER_DAY)),
        (ReadingPlan(2.5, 8, 24, training_a_week=EVERY_OTHER_DAY), BASE),
        (BASE, ReadingPlan(2.5, 8, 18, training_a_week=EVERY_OTHER_DAY, waits_weeks=0)),
    ):
        assert power(better, 4.0) > power(worse, 4.0)
    chances = [power(BASE, gain_deg) for gain_deg in (0.0, 1.0, 2.0, 4.0, 8.0)]
    assert chances == sorted(chances)


def test_the_least_gain_is_the_one_with_that_chance() -> None:
    least = least_gain_deg(BASE)
    assert least is not None
    assert power(BASE, least) == pytest.approx(0.8, abs=0.005)


def test_where_no_gain_would_show_there_is_none() -> None:
    assert least_gain_deg(ReadingPlan(25.0, 6, 4)) is None
