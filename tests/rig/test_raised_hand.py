"""Somebody who raises the right hand: where it goes, when, and that nothing else moves."""

import numpy as np
import pytest

from rig.pose import Angles, sit
from rig.protocol import angles_at, script
from rig.scene import Body, Movement, Posture, Protocol
from rig.skeleton import figure
from rig.truth import truth_of

SHAPE = figure(Body())
ARM = {"RightForeArm", "RightHand"}


@pytest.mark.parametrize("arms", ["thighs", "seat", "crossed"])
def test_a_raised_hand_is_above_its_shoulder_and_moves_nothing_but_its_arm(arms):
    posture = Posture(arms=arms)
    down = sit(SHAPE, posture, Angles(rotation_left_deg=20))
    up = sit(SHAPE, posture, Angles(rotation_left_deg=20, right_hand_up=1.0))
    assert up.joints["RightHand"][1] > up.joints["RightArm"][1] + 0.2
    assert down.joints["RightHand"][1] < down.joints["RightArm"][1]
    moved = {name for name in up.joints if not np.allclose(up.joints[name], down.joints[name])}
    assert moved == ARM
    assert truth_of(up) == truth_of(down)


def test_it_goes_up_and_comes_down_when_it_is_told_to():
    plan = script(Protocol(neutral_s=20.0, hand_up_s=(3.0, 10.0)), Posture())
    heights = {t: angles_at(plan, t).right_hand_up for t in (2.9, 4.0, 6.0, 11.0, 14.0)}
    assert heights == pytest.approx({2.9: 0, 4.0: 1, 6.0: 0, 11.0: 1, 14.0: 0}, abs=1e-6)


def test_there_is_a_rest_before_every_movement_but_the_first():
    movements = tuple(Movement("left", way, (30.0,)) for way in ("internal", "external"))
    usual = script(Protocol(movements), Posture())
    rested = script(Protocol(movements, turn_rest_s=4.0), Posture())
    assert rested.end_s == pytest.approx(usual.end_s + 4.0)
