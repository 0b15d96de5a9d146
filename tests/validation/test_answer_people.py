"""The simulated people are what their scene says: errors, drift, gains, days, what is missing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coxa.quantities import Side
from coxa.records import Phase
from validation.answer.people import Simulated, simulate
from validation.answer.scene import Course, Rhythm, Scene
from validation.answer.scenes import ALL

PEOPLE = 400
PLAIN = Scene("plain", "", shared_autocorrelation=0.0)


def people(scene: Scene, gain_deg: float = 0.0, count: int = PEOPLE) -> list[Simulated]:
    return [simulate(scene, gain_deg, person) for person in range(count)]


def values(some: list[Simulated], side: Side) -> np.ndarray:
    """Person by day, each less the person's own mean: only where nothing is missing."""
    rows = [[r.value_deg for r in one.case.readings if r.side is side] for one in some]
    array = np.array(rows)
    return np.asarray(array - array.mean(axis=1, keepdims=True))


def within_person_sd(array: np.ndarray) -> float:
    return float(np.sqrt((array**2).sum() / (array.shape[0] * (array.shape[1] - 1))))


def lag_one(array: np.ndarray) -> float:
    return float((array[:, 1:] * array[:, :-1]).mean() / (array**2).mean())


def test_readings_scatter_by_the_stated_error_and_half_of_it_is_shared():
    some = people(PLAIN)
    left, right = values(some, Side.LEFT), values(some, Side.RIGHT)
    assert within_person_sd(left) == pytest.approx(2.5, rel=0.03)
    assert within_person_sd(right) == pytest.approx(2.5, rel=0.03)
    assert np.corrcoef(left.ravel(), right.ravel())[0, 1] == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("rho", [0.3, 0.6])
def test_likeness_of_days_is_in_the_left_hip_alone_where_it_should_be(rho: float):
    scene = replace(PLAIN, left_autocorrelation=rho, shared=0.0)
    some = people(replace(scene, baseline=60, training=60, planned=60))
    assert lag_one(values(some, Side.LEFT)) == pytest.approx(rho, abs=0.03)
    assert lag_one(values(some, Side.RIGHT)) == pytest.approx(0, abs=0.03)


def test_heavy_tails_keep_the_standard_deviation():
    tails = replace(PLAIN, tails=3.0)
    array = values(people(tails, count=2000), Side.LEFT)
    assert within_person_sd(array) == pytest.approx(2.5, rel=0.06)
    kurtosis = (array**4).mean() / (array**2).mean() ** 2
    assert kurtosis > 4


@pytest.mark.parametrize("tau_weeks", [0.7, 2.0, None])
def test_the_gain_is_whole_by_the_last_planned_reading_and_not_there_at_first(tau_weeks):
    person = simulate(replace(PLAIN, tau_weeks=tau_weeks), 5.0, 0)
    first, last = person.looks()[0], person.looks()[-1]
    assert person.true_gain_deg(first) == 0
    assert person.true_gain_deg(last) == pytest.approx(5)
    assert person.true_contrast_deg(last) == pytest.approx(5)


def test_the_gain_is_in_the_readings_of_the_trained_hip_and_spills_over():
    scene = replace(PLAIN, spill=0.3)
    before, after = people(scene, 0.0, 3), people(scene, 6.0, 3)
    for one, other in zip(before, after, strict=True):
        added = {Side.LEFT: 0.0, Side.RIGHT: 0.0}
        for old, new in zip(one.case.readings, other.case.readings, strict=True):
            assert new.phase is old.phase
            added[new.side] = new.value_deg - old.value_deg
        assert added[Side.LEFT] == pytest.approx(6)
        assert added[Side.RIGHT] == pytest.approx(1.8)


def test_drift_and_practice_are_degrees_a_week_and_two_readings():
    quiet = replace(PLAIN, sem_deg=1e-9, left_drift_deg_per_week=0.3, practice_deg=2.0)
    readings = simulate(quiet, 0.0, 0).case.readings
    left = [reading for reading in readings if reading.side is Side.LEFT]
    right = [reading for reading in readings if reading.side is Side.RIGHT]
    assert left[-1].value_deg - left[2].value_deg == pytest.approx(
        0.3 * (left[-1].day - left[2].day) / 7
    )
    assert right[-1].value_deg - right[1].value_deg == pytest.approx(2)
    assert right[-1].value_deg - right[2].value_deg == pytest.approx(0, abs=1e-6)


def test_single_readings_are_far_off_as_often_as_the_scene_says():
    quiet = replace(PLAIN, sem_deg=1e-9, outliers=0.03)
    far = [
        abs(value - np.median(row)) > 11
        for one in people(quiet)
        for side in Side
        for row in [[r.value_deg for r in one.case.readings if r.side is side]]
        for value in row
    ]
    assert np.mean(far) == pytest.approx(0.03, abs=0.006)


def test_missing_readings_leave_the_other_hip_and_the_start_alone():
    some = people(replace(PLAIN, missing=0.3))
    counts = [len(one.case.readings) / 52 for one in some]
    assert np.mean(counts) == pytest.approx(0.7, abs=0.02)
    assert all(one.case.starts == {Side.LEFT: 8.0} for one in some)


def test_phases_of_two_hips_of_one_and_of_one_after_the_other():
    def phases(course: Course, side: Side) -> list[Phase]:
        case = simulate(replace(PLAIN, course=course), 0.0, 0).case
        return [reading.phase for reading in case.readings if reading.side is side]

    base, wait, train = Phase.BASELINE, Phase.WAITING, Phase.TRAINING
    assert phases(Course.OTHER_WAITS, Side.LEFT) == [base] * 8 + [train] * 18
    assert phases(Course.OTHER_WAITS, Side.RIGHT) == [base] * 8 + [wait] * 18
    assert phases(Course.OTHER_FOLLOWS, Side.RIGHT) == [base] * 8 + [wait] * 9 + [train] * 9
    assert phases(Course.ONE_LEG, Side.RIGHT) == []


def test_a_look_knows_nothing_of_later_days():
    person = simulate(replace(PLAIN, pause=True), 5.0, 0)
    day = person.looks()[6]
    case = person.until(day)
    assert max(reading.day for reading in case.readings) == day
    assert max(dose.day for dose in case.doses) <= day
    assert len(case.readings) == 2 * 15


def test_uneven_exercise_stops_for_two_weeks_and_so_does_the_gain():
    person = simulate(replace(PLAIN, pause=True), 5.0, 0)
    days = np.sort([dose.day for dose in person.case.doses])
    assert np.diff(days).max() >= 14
    gains = [person.true_gain_deg(day) for day in person.looks()]
    assert gains[-1] == pytest.approx(5)
    assert np.any(np.diff(gains) == 0)


def test_irregular_days_are_one_to_four_days_apart():
    days = np.array(
        [simulate(replace(PLAIN, rhythm=Rhythm.IRREGULAR), 0, k).days for k in range(9)]
    )
    assert np.diff(days).min() > 0
    assert 2 < np.diff(days).mean() < 3


def test_every_scene_can_be_drawn_again_and_has_its_own_name():
    names = [scene.name for scene in ALL]
    assert len(set(names)) == len(names)
    for scene in ALL:
        assert simulate(scene, 3.0, 1).case == simulate(scene, 3.0, 1).case
        assert simulate(scene, 3.0, 1).case != simulate(scene, 3.0, 2).case


def test_the_contrast_is_that_of_the_last_day_on_which_the_right_hip_waits():
    person = simulate(replace(PLAIN, course=Course.OTHER_FOLLOWS), 5.0, 0)
    waited = [r.day for r in person.case.readings if r.phase is Phase.WAITING]
    contrast = person.true_contrast_deg(person.looks()[-1])
    assert contrast == person.true_gain_deg(waited[-1]) > 2
    assert person.true_contrast_deg(waited[2]) == person.true_gain_deg(waited[2])
