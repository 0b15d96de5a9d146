"""The table of moment arms: interpolation, signs, and where each number comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.body import Confidence, Turns, moment_arms, muscles_at, turning_role
from coxa.catalogue import load_catalogue
from coxa.errors import UnknownThing
from coxa.wording import say_error

MUSCLES, ORIGINS = moment_arms()


def test_piriformis_turns_out_standing_and_in_sitting() -> None:
    assert turning_role("piriformis", 0).turns is Turns.OUT
    assert turning_role("piriformis", 50).turns is Turns.NEITHER
    assert turning_role("piriformis", 90).turns is Turns.IN


def test_between_two_poses_the_arm_is_interpolated() -> None:
    muscle = MUSCLES["tensor-fasciae-latae"]
    below, above = (muscle.arm_mm[muscle.flexion_deg.index(bend)] for bend in (70, 80))
    assert turning_role(muscle.id, 75).arm_mm == pytest.approx((below + above) / 2)


def test_every_number_carries_its_model_pose_and_confidence() -> None:
    for muscle in MUSCLES.values():
        role = turning_role(muscle.id, 30)
        assert role.origin == ORIGINS[muscle.origin]
        assert role.origin.model
        assert role.origin.pose
        assert role.confidence in Confidence
    assert turning_role("obturator-internus", 30).confidence is Confidence.LOW


def test_between_a_sure_and_an_unsure_value_confidence_is_low() -> None:
    muscle = MUSCLES["gluteus-medius-front"]
    sure = dict(zip(muscle.flexion_deg, muscle.confidence, strict=True))
    assert (sure[-10], sure[0]) == (Confidence.LOW, Confidence.MEDIUM)
    assert turning_role(muscle.id, -5).confidence is Confidence.LOW
    assert turning_role(muscle.id, 0).confidence is Confidence.MEDIUM


@given(st.sampled_from(sorted(MUSCLES)), st.floats(-20, 125))
def test_outside_the_table_confidence_is_low_and_the_arm_stays_in_its_range(
    muscle_id: str, flexion_deg: float
) -> None:
    role = turning_role(muscle_id, flexion_deg)
    arms = MUSCLES[muscle_id].arm_mm
    assert min(arms) <= role.arm_mm <= max(arms)
    if not -20 <= flexion_deg <= 120:
        assert role.confidence is Confidence.LOW


def test_a_pose_lists_all_muscles_strongest_inward_first() -> None:
    roles = muscles_at(load_catalogue().exercises["active-internal-rotation"].end_pose)
    assert len(roles) == len(MUSCLES)
    assert roles[0].muscle == "gluteus-medius-front"
    assert roles[-1].turns is Turns.OUT


def test_an_unknown_muscle_is_named() -> None:
    with pytest.raises(UnknownThing) as raised:
        turning_role("biceps", 0)
    assert "biceps" in say_error(raised.value)
