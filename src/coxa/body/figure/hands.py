"""Where a hand goes for each place that it may rest at, and which way palm and elbow face."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from coxa.body.figure.course import Leg
from coxa.body.figure.posing import OUTWARD, SIDE_OF, Posed
from coxa.body.figure.rest import Rest, resting_hand
from coxa.body.figure.surface import heights, sampled
from coxa.body.figure.turns import Floats, Z, carry, moved, square_to, unit
from coxa.catalogue import HandPlace, Orientation

FIXED = {
    HandPlace.FLOOR_BEHIND, HandPlace.FLOOR_BESIDE, HandPlace.FLOOR_FRONT, HandPlace.WALL,
    HandPlace.CHAIR_BACK, HandPlace.SEAT_EDGE,
}  # fmt: skip
"""Places that stay where they are in the room while the body moves."""


@dataclass(frozen=True, eq=False)
class Aim:
    """Wrist (n, 3) m; directions (n, 3) of elbow, palm and fingers (none: as the forearm)."""

    wrist: Floats
    elbow: Floats
    palm: Floats
    fingers: Floats | None = None


@dataclass(frozen=True, eq=False)
class Around:
    """What a hand may be placed by."""

    leg: Leg
    pose: Posed
    orientation: Orientation

    def joint(self, bone: str) -> Floats:
        return self.pose.joints[f"{SIDE_OF[self.leg]}{bone}"]

    def by(self, bone: str, out: float, up: float, front: float) -> Floats:
        """A direction in a bone's frame: outward on this side, along the body, to its front."""
        vector = np.array([OUTWARD[self.leg] * out, up, front])
        return moved(self.pose.turns[bone], vector)

    def level(self, out: float, up: float, front: float) -> Floats:
        """A direction in the room, out on this side, the same at every instant."""
        vector = np.array([OUTWARD[self.leg] * out, up, front])
        return np.tile(vector, (len(self.pose.pelvis), 1))


def aim(place: HandPlace, around: Around) -> Aim:
    """Where a hand goes; what stays in the room is taken from the first instant."""
    found = _AIMS[place](around)
    if place not in FIXED:
        return found
    first = np.zeros(len(found.wrist), dtype=np.int64)
    fingers = None if found.fingers is None else found.fingers[first]
    return Aim(found.wrist[first], found.elbow, found.palm[first], fingers)


def hand_turn(body: Rest, side: str, palm: Floats, fingers: Floats) -> Floats:
    """Turn of a hand whose palm and fingers point there; the palm goes before."""
    hand = resting_hand(body, side)
    return carry(hand.palm, hand.fingers, palm, fingers)


def _laid(a: Around, aim: Aim, height_m: float = 0.0) -> Aim:
    """The same hand, lying on something level."""
    assert aim.fingers is not None
    side = SIDE_OF[a.leg]
    turns = hand_turn(a.pose.body, side, aim.palm, aim.fingers)
    lowest = (turns[:, 1, :] @ resting_hand(a.pose.body, side).points.T).min(axis=1)
    wrist = aim.wrist.copy()
    wrist[:, 1] = height_m - lowest
    return Aim(wrist, aim.elbow, aim.palm, aim.fingers)


def _floor_behind(a: Around) -> Aim:
    wrist = a.joint("Arm") + a.level(0.05, 0, -0.08)
    aim = Aim(wrist, a.level(0.6, 0, -1), a.level(0, -1, 0), a.level(0.35, 0, -1))
    return _laid(a, aim)


def _floor_beside(a: Around) -> Aim:
    if a.orientation is Orientation.FLOOR_SITTING:
        wrist = a.joint("Arm") + a.level(0.16, 0, -0.06)
        aim = Aim(wrist, a.level(0.6, 0, -1), a.level(0, -1, 0), a.level(1, 0, 0.4))
        return _laid(a, aim)
    along = a.by("Spine2", 0.13, -0.43, 0)
    wrist = a.joint("Arm") + along
    return _laid(a, Aim(wrist, a.level(1, 0.1, 0), a.level(0, -1, 0), along * [1, 0, 1]))


def _floor_front(a: Around) -> Aim:
    if a.orientation is Orientation.SIDE_LYING:
        wrist = a.joint("Arm") + a.level(0, 0, 0.27) + a.by("Spine2", 0, -0.12, 0)
        fingers = (a.by("Spine2", 0, 1, 0) + a.level(0, 0, 0.6)) * [1, 0, 1]
        aim = Aim(wrist, a.by("Spine2", 0.4, -1, 0.2), a.level(0, -1, 0), fingers)
        return _laid(a, aim)
    if a.orientation is Orientation.FLOOR_SITTING:
        # Arms do not reach the floor before a sitting body flat: it props itself on its fingers.
        wrist = a.joint("Arm") + a.level(0.05, 0, 0.13)
        aim = Aim(wrist, a.level(0.8, 0, -1), a.level(0, -0.55, -0.8), a.level(0, -0.8, 0.55))
        return _laid(a, aim)
    wrist = a.joint("Arm") + a.level(0.02, 0, 0.04)
    aim = Aim(wrist, a.level(0.1, 0, -1), a.level(0, -1, 0), a.level(-0.1, 0, 1))
    return _laid(a, aim)


def _on_thigh(a: Around) -> Aim:
    along = a.joint("Leg") - a.joint("UpLeg")
    # On top of the thigh and a little outside, whichever way its front is turned.
    upper = unit(_knee_front(a)) + a.level(0.7, 1.2, 0)
    front = unit(square_to(upper, unit(along)))
    wrist = a.joint("UpLeg") + 0.55 * along + 0.12 * front
    fingers = along - a.by("Hips", 0.12, 0, 0)
    return Aim(wrist, a.level(1, 0.1, -0.4), -front, fingers)


def _knee_front(a: Around) -> Floats:
    """The way the kneecap faces."""
    shank = a.joint("Foot") - a.joint("Leg")
    thigh = a.joint("Leg") - a.joint("UpLeg")
    return unit(thigh) - unit(shank) + 1e-3 * Z


def _on_chest(a: Around) -> Aim:
    wrist = a.joint("Arm") + a.by("Spine2", -0.10, -0.20, 0.14)
    return Aim(wrist, a.by("Spine2", 1, -0.9, -0.2), a.by("Spine2", 0, 0, -1), None)


def _on_pelvis(a: Around) -> Aim:
    wrist = a.joint("UpLeg") + a.by("Hips", 0.085, 0.13, 0.02)
    return Aim(
        wrist, a.by("Hips", 1, 0, -0.5), a.by("Hips", -1, 0, 0), a.by("Hips", -0.15, -0.35, 1)
    )


def _under_head(a: Around) -> Aim:
    head = a.pose.joints["Head"]
    if a.orientation is Orientation.SIDE_LYING:
        wrist = head + a.by("Head", 0.105, 0.05, 0.05)
        return Aim(wrist, a.by("Spine2", -0.25, 0.5, 1), a.level(0, 1, 0), a.by("Head", 0, 1, -0.4))
    fingers = a.by("Head", -1, 0.25, 0) * [1, 0, 1]
    if a.orientation is Orientation.PRONE:
        wrist = head + a.by("Head", 0.09, 0.10, 0.12)
        aim = Aim(wrist, a.by("Spine2", 1, 0.3, 0), a.level(0, -1, 0), fingers)
        return _laid(a, aim, 0.02 if a.leg == "effect" else 0.0)
    wrist = head + a.by("Head", 0.07, 0.07, -0.12)
    return Aim(wrist, a.by("Spine2", 1, 0.3, 0), a.by("Head", 0, 0, 1), fingers)


def _wall(a: Around) -> Aim:
    wrist = a.joint("Arm") + a.level(0.34, -0.12, 0.16)
    return Aim(wrist, a.level(0.2, -1, -0.5), a.level(1, 0, 0), a.level(0, 1, 0.5))


def _chair_back(a: Around) -> Aim:
    middle = (a.pose.joints["LeftArm"] + a.pose.joints["RightArm"]) / 2
    wrist = middle + a.level(CHAIR_GRIP_M, 0, 0.16)
    aim = Aim(wrist, a.level(1, 0, -0.6), a.level(0, -1, 0), a.level(-0.1, 0, 1))
    return _laid(a, aim, CHAIR_BACK_M)


def _seat_edge(a: Around) -> Aim:
    top_m = float(heights(a.pose, sampled(a.pose.body).on("Hips", "ThighTwist"))[0].min())
    wrist = a.joint("UpLeg") + a.level(0.1, 0, -0.02)
    aim = Aim(wrist, a.level(0.3, 0, -1), a.level(0, -1, 0), a.level(0.15, 0, 1))
    return _laid(a, aim, top_m)


def _hanging(a: Around) -> Aim:
    wrist = a.joint("Arm") + a.level(0.11, -0.45, 0.03)
    return Aim(wrist, a.level(0.2, 0, -1), a.level(-1, 0, 0), None)


CHAIR_BACK_M, CHAIR_GRIP_M = 0.90, 0.16
"""Height of the back of a chair, and how far from its middle each hand holds it."""

_AIMS: dict[HandPlace, Callable[[Around], Aim]] = {
    HandPlace.FLOOR_BEHIND: _floor_behind,
    HandPlace.FLOOR_BESIDE: _floor_beside,
    HandPlace.FLOOR_FRONT: _floor_front,
    HandPlace.ON_THIGH: _on_thigh,
    HandPlace.ON_CHEST: _on_chest,
    HandPlace.ON_PELVIS: _on_pelvis,
    HandPlace.UNDER_HEAD: _under_head,
    HandPlace.WALL: _wall,
    HandPlace.CHAIR_BACK: _chair_back,
    HandPlace.SEAT_EDGE: _seat_edge,
    HandPlace.HANGING: _hanging,
}
