"""Poses a figure lying prone, lying supine, or standing with one knee lifted.

The body is posed upright first (x to its left, y to its head, z to its front) and then laid down
as a whole, so that every angle is counted in the pelvis' own frame whatever the position.
"""

from dataclasses import dataclass, replace

import numpy as np

from rig.body_data import Floats
from rig.pose import LegAxes, Posed, leg_bones, outward
from rig.positions.hands import lay_arm
from rig.positions.scene import Hands, LegShape, Position, PositionPosture
from rig.rotations import X, Y, Z, about, unit
from rig.scene import SIDES, Side
from rig.skeleton import Figure

# Head towards +z when lying, face towards +z when standing.
LAID = {
    "prone": about(X, 90.0),
    "supine": about(Y, 180.0) @ about(X, -90.0),
    "standing": np.eye(3),
}


@dataclass(frozen=True)
class PositionAngles:
    """One instant, degrees: the turn of either hip (internal positive), and of the pelvis.

    `pelvis_deg` is how far the pelvis leaves its rest, positive when the left side rises: about
    the body's length when lying, a hike when standing. `flexion_deg` and `abduction_deg` are how
    far the tested thigh has strayed from its posture, `trunk_deg` how far the thorax has turned by
    itself, in the sense of the pelvis.
    """

    rotation_left_deg: float = 0.0
    rotation_right_deg: float = 0.0
    pelvis_deg: float = 0.0
    flexion_deg: float = 0.0
    abduction_deg: float = 0.0
    trunk_deg: float = 0.0

    def rotation_deg(self, side: Side) -> float:
        """Hip rotation of one side, internal positive."""
        return self.rotation_left_deg if side == "left" else self.rotation_right_deg


def take_position(
    figure: Figure, position: Position, posture: PositionPosture, angles: PositionAngles
) -> Posed:
    """The posed figure, middle of the hips at the origin; `pelvis` is the pelvis' world frame."""
    upright = _upright(figure, position, posture, angles)
    laid = about(Y, posture.heading_deg) @ LAID[position]
    middle = (upright.joints["LeftUpLeg"] + upright.joints["RightUpLeg"]) / 2
    return Posed(
        {name: laid @ r for name, r in upright.rotations.items()},
        {name: laid @ (p - middle) for name, p in upright.joints.items()},
        laid @ upright.pelvis,
    )


def raised(posed: Posed, height_m: float) -> Posed:
    """The same pose, moved up."""
    joints = {name: p + height_m * Y for name, p in posed.joints.items()}
    return Posed(posed.rotations, joints, posed.pelvis)


def zero_up(position: Position, pelvis: Floats) -> Floats:
    """The direction (3,) opposite to where the shank points at zero rotation.

    Thigh and shank at a right angle, the pelvis level: the shank points down the body when the
    hip is bent, and to the body's back when it is straight.
    """
    up: Floats = pelvis[:, 2] if position == "prone" else pelvis[:, 1]
    return up


def _upright(
    figure: Figure, position: Position, posture: PositionPosture, angles: PositionAngles
) -> Posed:
    rest = figure.joints
    pelvis = _pelvis(position, angles.pelvis_deg)
    hips_middle = (rest["LeftUpLeg"] + rest["RightUpLeg"]) / 2
    rotations: dict[str, Floats] = {"Hips": pelvis}
    joints: dict[str, Floats] = {"Hips": pelvis @ (rest["Hips"] - hips_middle)}
    for side in SIDES:
        hip = pelvis @ (rest[f"{side.title()}UpLeg"] - hips_middle)
        shape = posture.leg(side)
        if side == posture.tested:
            shape = _strayed(shape, angles)
        turned_deg = angles.rotation_deg(side)
        leg = leg_bones(figure, side, pelvis, _axes(shape, side), turned_deg, hip)
        rotations |= leg[0]
        joints |= leg[1]
    thorax_deg = posture.trunk_follow * angles.pelvis_deg + angles.trunk_deg
    thorax = _pelvis(position, thorax_deg) @ about(Z, posture.trunk_lean_deg)
    base = pelvis @ (rest["Spine"] - hips_middle)
    _trunk(rest, posture, thorax, base, rotations, joints)
    for side in SIDES:
        lay_arm(figure, _hands(posture, side), side, rotations["Spine2"], rotations, joints)
    return Posed(rotations, joints, pelvis)


def _pelvis(position: Position, pelvis_deg: float) -> Floats:
    if position == "standing":
        return about(Z, pelvis_deg)
    # Lying face down, the left side rises by turning the other way about the body's length.
    return about(Y, pelvis_deg if position == "prone" else -pelvis_deg)


def _hands(posture: PositionPosture, side: Side) -> Hands:
    """Only the hand on the standing leg's side holds the chair."""
    if posture.hands == "chair" and side == posture.tested:
        return "sides"
    return posture.hands


def _strayed(shape: LegShape, angles: PositionAngles) -> LegShape:
    return replace(
        shape,
        hip_flexion_deg=shape.hip_flexion_deg + angles.flexion_deg,
        abduction_deg=shape.abduction_deg + angles.abduction_deg,
    )


def _axes(shape: LegShape, side: Side) -> LegAxes:
    """One leg before it turns; in the sense of `rig.pose`, whatever the flexion."""
    flexion, spread = np.radians(shape.hip_flexion_deg), np.radians(shape.abduction_deg)
    thigh = np.array(
        [
            outward(side) * np.sin(spread),
            -np.cos(flexion) * np.cos(spread),
            np.sin(flexion) * np.cos(spread),
        ]
    )
    hinge = unit(X - (X @ thigh) * thigh)
    bend = np.radians(shape.knee_flexion_deg)
    shank = np.cos(bend) * thigh + np.sin(bend) * np.cross(hinge, thigh)
    return LegAxes(thigh, hinge, shank, shape.plantarflexion_deg)


def _trunk(
    rest: dict[str, Floats],
    posture: PositionPosture,
    thorax: Floats,
    base: Floats,
    rotations: dict[str, Floats],
    joints: dict[str, Floats],
) -> None:
    """Spine, neck and head on a thorax (3, 3) that turns as one."""
    joints["Spine"] = base
    chain = ("Spine", "Spine1", "Spine2", "Neck", "Head")
    for k, name in enumerate(chain):
        arch = about(X, -posture.arch_deg * (k + 1) / 3 if k < 3 else -posture.arch_deg)
        turn = about(Y, posture.head_turn_deg * max(0, k - 2) / 2)
        rotations[name] = thorax @ turn @ arch
        if k + 1 < len(chain):
            joints[chain[k + 1]] = joints[name] + rotations[name] @ (
                rest[chain[k + 1]] - rest[name]
            )
    for side in ("Left", "Right"):
        rotations[f"{side}Shoulder"] = rotations["Spine2"]
        for bone in ("Shoulder", "Arm"):
            joints[f"{side}{bone}"] = joints["Spine2"] + rotations["Spine2"] @ (
                rest[f"{side}{bone}"] - rest["Spine2"]
            )
