"""The leg model beside what is published: moment arms, cadaver findings, lengths, moments.

Nothing in the model was fitted to these; where it differs, the test says how it differs.
"""

from __future__ import annotations

import itertools

import numpy as np
import pytest

import anatomy  # noqa: F401  (tells where the model lies)

pytest.importorskip("mujoco", reason="the leg model is not installed: make body")

from anatomy.leg import Leg, Vector
from anatomy.loads import Load
from anatomy.published import (
    ARMS_MM,
    BENDS_DEG,
    LENGTHS,
    MCGOVERN,
    QUADRATUS_FEMORIS_MM,
)
from anatomy.tables import changes_percent
from anatomy.work import Work, hold
from coxa.body import Bears

PARTS_OF_DELP = (
    *ARMS_MM,
    "obturator-internus",
    "obturator-externus",
    "quadratus-femoris",
    "gemellus-superior",
    "gemellus-inferior",
)


def places(leg: Leg) -> dict[str, int]:
    return {muscle.id: place for place, muscle in enumerate(leg.muscles)}


def arms_mm(leg: Leg, flexion_deg: float) -> Vector:
    arms: Vector = 1000 * leg.moment_arms_m(np.deg2rad([flexion_deg, 0.0, 0.0, 0.0]))[2]
    return arms


@pytest.mark.parametrize(("muscle", "published"), ARMS_MM.items())
def test_moment_arms_are_those_of_the_model(
    leg: Leg, muscle: str, published: tuple[int, ...]
) -> None:
    computed = [arms_mm(leg, bend)[places(leg)[muscle]] for bend in BENDS_DEG]
    assert np.abs(np.subtract(computed, published)).max() < 1


def test_quadratus_femoris_agrees_within_six_millimetres(leg: Leg) -> None:
    computed = [arms_mm(leg, bend)[places(leg)["quadratus-femoris"]] for bend in BENDS_DEG]
    assert np.abs(np.subtract(computed, QUADRATUS_FEMORIS_MM)).max() < 6


def test_bending_the_hip_shifts_all_but_one_part_towards_turning_in(leg: Leg) -> None:
    """Delp 1999: 15 of 18. Here obturator externus alone goes the other way."""
    shift = arms_mm(leg, 90) - arms_mm(leg, 0)
    against = [part for part in PARTS_OF_DELP if shift[places(leg)[part]] <= 0]
    assert against == ["obturator-externus"]


def test_piriformis_changes_sides_as_far_as_delp_1999_measured(leg: Leg) -> None:
    """29 mm outward stretched, 14 mm inward at a right angle, on four hips (as cited by others)."""
    column = places(leg)["piriformis"]
    assert arms_mm(leg, 0)[column] == pytest.approx(-29, abs=6)
    assert arms_mm(leg, 90)[column] == pytest.approx(14, abs=6)


def longest(leg: Leg, muscle: str, rotations_deg: tuple[int, ...]) -> tuple[int, int, int]:
    """The pose (flexion, adduction, rotation) in which a muscle is longest, knee straight."""
    poses = itertools.product(range(-15, 106, 15), (-30, -15, 0, 10), rotations_deg)
    column = places(leg)[muscle]
    return max(poses, key=lambda pose: float(leg.at(np.deg2rad([*pose, 0.0])).lengths_m[column]))


def test_obturator_internus_is_longest_where_vaarbakken_2014_found_it(leg: Leg) -> None:
    """105° of flexion and 10° of adduction, in three cadavers, without rotation."""
    assert longest(leg, "obturator-internus", (0,)) == (105, 10, 0)


def test_piriformis_is_longest_a_step_before_where_vaarbakken_2014_found_it(leg: Leg) -> None:
    """At 90 instead of 105°, and it lengthens half as much (18 against 35 mm)."""
    assert longest(leg, "piriformis", (0,)) == (90, 10, 0)


def test_quadratus_femoris_is_longest_bent_and_turned_in(leg: Leg) -> None:
    """Vaarbakken 2015: by flexion, ad- or abduction, and internal rotation."""
    flexion_deg, _, rotation_deg = longest(leg, "quadratus-femoris", (-35, 0, 35))
    assert flexion_deg >= 90
    assert rotation_deg == 35


def test_obturator_externus_is_longest_stretched_spread_and_turned_in(leg: Leg) -> None:
    """Vaarbakken 2015: by extension, abduction and internal rotation."""
    flexion_deg, adduction_deg, rotation_deg = longest(leg, "obturator-externus", (-35, 0, 35))
    assert flexion_deg < 0
    assert adduction_deg == -30
    assert rotation_deg == 35


@pytest.mark.parametrize(
    ("muscle", "their_longest", "agrees"),
    [
        ("gemellus-superior", (90, 30, 0), True),
        ("obturator-internus", (0, 0, 45), False),
        ("gemellus-inferior", (0, 0, 45), False),
    ],
)
def test_mcgovern_2017_is_met_in_part(
    leg: Leg, muscle: str, their_longest: tuple[int, int, int], agrees: bool
) -> None:
    column = places(leg)[muscle]
    ours = max(MCGOVERN, key=lambda pose: leg.at(np.deg2rad([*pose, 0.0])).lengths_m[column])
    assert (ours == their_longest) is agrees


@pytest.mark.parametrize(("pose", "muscle", "percent", "allowed"), LENGTHS)
def test_lengths_are_those_computed_elsewhere(
    leg: Leg, pose: tuple[int, int, int, int], muscle: str, percent: float, allowed: float
) -> None:
    change = changes_percent(leg, np.deg2rad(np.array(pose, dtype=float)))[places(leg)[muscle]]
    assert change == pytest.approx(percent, abs=allowed)
    assert np.sign(change) == np.sign(percent)


STANDING, ON_THE_SIDE, ON_THE_BACK = (0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)


def held(
    leg: Leg, pose: tuple[int, int, int, int], up: tuple[float, float, float], out_n: float = 0.0
) -> Work:
    load = Load(
        bears=Bears.ITSELF,
        up=np.array(up),
        upper_body_kg_m=np.zeros(3),
        upper_body_kg=0.0,
        leans_on=(),
        pull_n=np.array([0.0, 0.0, out_n]),
        by="gravity",
    )
    work = hold(leg, np.deg2rad(np.array(pose, dtype=float)), load)
    assert work.unbalanced_nm < 0.1
    return work


def test_standing_turn_in_is_chiefly_flexion(leg: Leg) -> None:
    flexion, _, rotation, _ = held(leg, (90, 0, 25, 90), STANDING).moment_nm
    assert (flexion, rotation) == (pytest.approx(36, abs=1), pytest.approx(4.3, abs=0.3))


def test_an_opened_leg_on_the_side_weighs_36_newton_metres(leg: Leg) -> None:
    assert held(leg, (45, -25, -30, 90), ON_THE_SIDE).moment_nm[1] == pytest.approx(-36, abs=1)


def test_reverse_clam_loads_turning_in(leg: Leg) -> None:
    assert held(leg, (45, 0, 30, 90), ON_THE_SIDE).moment_nm[2] == pytest.approx(10, abs=0.5)


def test_a_band_of_30_n_loads_turning_out(leg: Leg) -> None:
    work = held(leg, (90, 0, -25, 90), STANDING, out_n=30)
    assert work.moment_nm[2] == pytest.approx(-16, abs=0.5)
    assert work.activations[places(leg)["quadratus-femoris"]] > 0.3


def test_on_the_back_nothing_resists_the_turning_until_a_hand_does(leg: Leg) -> None:
    assert held(leg, (90, 0, 30, 90), ON_THE_BACK).moment_nm[2] == pytest.approx(0, abs=0.05)
    pressed = held(leg, (90, 0, 30, 90), ON_THE_BACK, out_n=-30)
    assert pressed.moment_nm[2] == pytest.approx(10.5, abs=0.3)
