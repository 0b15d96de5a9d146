"""The error of a reading: the method's at first, the person's own from six baseline days on."""

from __future__ import annotations

import math
import random
from datetime import UTC
from statistics import fmean, stdev

import pytest

from coxa.evidence import ErrorOrigin, ReadingError, answer, error_words
from coxa.evidence.method_error import LEAST_SEM, METHOD_ERRORS, method_error
from coxa.evidence.own_error import mdc95_deg, own_scatter
from coxa.experiment import Phase, Phased
from coxa.quantities import Device, Side
from coxa.wording import say
from tests.evidence.people import course, reading, series

SIX = (30.0, 33.0, 31.0, 28.0, 32.0, 29.0)
"""Σ(y − mean)² = 17.5 over five degrees of freedom."""


def error(phased: list[Phased]) -> ReadingError:
    found = answer(phased, zone=UTC).series[0].error
    assert found is not None
    return found


def both_sides(left_deg: tuple[float, ...], right_deg: tuple[float, ...]) -> list[Phased]:
    return course(left_deg, []) + course(right_deg, [], side=Side.RIGHT)


def test_mdc95_agrees_with_the_published_pairs_of_sem_and_mdc() -> None:
    """Krause 2015: MDC95 5.4 with SEM 1.9; Spörk 2021: 10.9 with 3.9; Pua 2008: 13.0 with 4.7."""
    for sem_deg, published_deg in ((1.9, 5.4), (3.9, 10.9), (4.7, 13.0)):
        assert mdc95_deg(sem_deg) == pytest.approx(published_deg, rel=0.03)


def test_five_baseline_days_leave_the_method_its_say() -> None:
    told = error(both_sides(SIX[:5], SIX[:5]))
    assert told.origin is ErrorOrigin.METHOD
    assert told.sem_deg == pytest.approx(told.method_sem_deg)
    assert (told.readings, told.days) == (0, 5)


def test_six_days_of_one_side_are_shrunk_towards_the_method_as_worked_out_by_hand() -> None:
    """(6 · 2.551² + 17.5) / (6 + 5) with SEM 5 / 1.96 = 2.551: √5.1404 = 2.2672."""
    told = error(course(SIX, []))
    assert told.origin is ErrorOrigin.OWN
    assert told.sem_deg == pytest.approx(2.2672, abs=1e-3)
    assert told.mdc95_deg == pytest.approx(1.96 * math.sqrt(2) * 2.2672, abs=2e-3)
    assert (told.readings, told.days) == (6, 6)


def test_two_sides_count_for_less_than_twice_one() -> None:
    """Ten deviations, ρ = 0.5, six days with both: 100 / (10 + 0.5 · 5) = 8 count."""
    assert own_scatter([SIX], 2.0).freedom == 6 + 5
    assert own_scatter([SIX, SIX], 2.0).freedom == 6 + 8
    told = error(both_sides(SIX, SIX))
    assert told.readings == 12
    assert told.sem_deg == pytest.approx(
        math.sqrt((6 * told.method_sem_deg**2 + 8 * 17.5 / 5) / 14)
    )


def test_a_difference_between_the_hips_is_no_error() -> None:
    stiffer = tuple(value - 15 for value in SIX)
    assert error(both_sides(SIX, stiffer)).sem_deg == pytest.approx(
        error(both_sides(SIX, SIX)).sem_deg
    )


def test_only_cold_readings_after_practice_and_before_training_teach_it() -> None:
    plain = both_sides(SIX, SIX)
    disturbing = [
        Phased(reading=reading(-2, 60.0), phase=Phase.FAMILIARISATION),
        Phased(reading=reading(2.2, 55.0, after_exercise=True), phase=Phase.BASELINE),
        Phased(reading=reading(9, 50.0), phase=Phase.TRAINING),
        Phased(reading=reading(9, 5.0, side=Side.RIGHT), phase=Phase.WAITING),
    ]
    assert error(plain + disturbing) == error(plain)


def test_six_readings_alone_do_not_swing_it() -> None:
    """However steady or wild six readings look, the method keeps about half of the say."""
    steady = own_scatter([[30.0] * 6], 4.0)
    assert steady.sd_deg > 0.7 * 4.0
    rng = random.Random(4)
    alone, shrunk = [], []
    for _ in range(2000):
        values = [rng.gauss(30, 4.0) for _ in range(6)]
        alone.append(math.log(stdev(values) / 4.0))
        shrunk.append(math.log(own_scatter([values], 4.0).sd_deg / 4.0))
    assert max(shrunk) - min(shrunk) < 0.5 * (max(alone) - min(alone))


def test_the_interval_holds_the_truth_where_errors_differ_as_assumed() -> None:
    """True errors drawn from the belief itself, nothing shared: 95 % within, ± 1.5 %."""
    rng = random.Random(8)
    held = 0
    for _ in range(3000):
        chi_squared = sum(rng.gauss(0, 1) ** 2 for _ in range(6))
        true_deg = 4.0 * math.sqrt(6 / chi_squared)
        found = own_scatter([[rng.gauss(30, true_deg) for _ in range(6)]], 4.0)
        low, high = found.interval95_deg
        held += low <= true_deg <= high
    assert held / 3000 == pytest.approx(0.95, abs=0.015)


def test_many_baseline_days_outweigh_the_method() -> None:
    rng = random.Random(6)
    values = [rng.gauss(30, 2.0) for _ in range(200)]
    spread = math.sqrt(fmean((value - fmean(values)) ** 2 for value in values))
    assert own_scatter([values], 6.0).sd_deg == pytest.approx(spread, rel=0.15)


def test_the_camera_starts_from_a_cautious_six_whatever_its_readings_state() -> None:
    assert method_error(Device.CAMERA, [2.0, 2.4]) == METHOD_ERRORS[Device.CAMERA]
    assert METHOD_ERRORS[Device.CAMERA].sem_deg == 6.0
    assert method_error(Device.CAMERA, [1.96 * 8.0]).sem_deg == pytest.approx(8.0, abs=1e-3)
    filmed = series().model_copy(update={"device": Device.CAMERA})
    assert error(course(SIX[:3], [], of=filmed, error95_deg=2.4)).sem_deg == 6.0


@pytest.mark.parametrize("device", [one for one in Device if one is not Device.CAMERA])
def test_a_typed_reading_states_the_published_error_of_its_device(device: Device) -> None:
    published = METHOD_ERRORS[device]
    found = method_error(device, [published.error95_deg])
    assert found.sem_deg == pytest.approx(published.sem_deg, abs=0.03)
    assert found.source == published.source


def test_what_a_person_stated_is_taken_and_said_to_be_theirs_but_never_less_than_the_least() -> (
    None
):
    stated = method_error(Device.GONIOMETER, [6.0, 6.0])
    assert stated.sem_deg == pytest.approx(6.0 / 1.96, abs=1e-3)
    assert stated.source.id == "error_as_stated"
    assert method_error(Device.GONIOMETER, [1.0]) == LEAST_SEM


def test_the_own_error_sets_the_worthwhile_change_and_training_cannot_move_it() -> None:
    """Fixed before training: however the readings go on, the change asked for stays."""
    steady = answer(course(SIX, [35.0] * 5), zone=UTC).series[0]
    wild = answer(course(SIX, [35.0, 20.0, 50.0, 31.0, 44.0]), zone=UTC).series[0]
    assert steady.error is not None
    assert steady.worthwhile_deg == steady.error.mdc95_deg == wild.worthwhile_deg


def test_the_model_starts_from_the_method_and_learns_by_itself() -> None:
    """No reading teaches twice: the own error is not what the model is given."""
    found = answer(course(SIX, [35.0, 20.0, 50.0, 31.0, 44.0]), zone=UTC).series[0]
    assert found.error is not None
    assert found.learnt_sem_deg is not None
    assert found.learnt_sem_deg > 1.5 * found.error.sem_deg


def test_both_figures_are_said_with_their_origin_and_their_interval() -> None:
    by_method = answer(course(SIX[:3], []), zone=UTC).series[0]
    own = answer(both_sides(SIX, SIX), zone=UTC).series[0]
    late = answer(course(SIX[:3], SIX), zone=UTC).series[0]
    said = [error_words(one.error) for one in (by_method, own, late) if one.error]
    assert [one.own.id for one in said] == ["error_own_later", "error_own", "error_own_never"]
    assert "from 12 readings on 6 days" in say(said[1].own)
    assert "there were 3" in say(said[2].own)
    assert say(said[1].own).count("°") == 6
    for one in said:
        assert one.source.id == "error_as_stated", "the course states 5°, as no device does"
        assert all("{" not in say(message) for message in one)
