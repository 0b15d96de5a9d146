"""Seats a figure and turns its legs: joint centres and bone rotations from the angles asked for.

World: x to the person's left, y up, z forward, metres, origin on the floor below the middle of the
hips.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rig.arms import ArmStyle, Reach, reach
from rig.body_data import Floats
from rig.rotations import X, Y, Z, about, carry
from rig.scene import SIDES, Posture, Side
from rig.skeleton import PROXIMAL_TWIST, Figure

FOOT_CLEARANCE_M = 0.09
SIT_BONE_BELOW_HIP_M = 0.08


@dataclass(frozen=True)
class Angles:
    """What one instant asks of the body, degrees. Hike is positive when the left side of the pelvis
    is higher; `slide_m` moves the whole body on its seat, towards its left; `right_hand_up` (0 to
    1) raises that hand.
    """

    rotation_left_deg: float = 0.0
    rotation_right_deg: float = 0.0
    hike_deg: float = 0.0
    lean_deg: float = 0.0
    sway_deg: float = 0.0
    look_yaw_deg: float = 0.0
    look_pitch_deg: float = 0.0
    slide_m: float = 0.0
    right_hand_up: float = 0.0

    def rotation_deg(self, side: Side) -> float:
        """Hip rotation of one side, internal positive."""
        return self.rotation_left_deg if side == "left" else self.rotation_right_deg


@dataclass(frozen=True, eq=False)
class Posed:
    """A posed figure: world rotation (3, 3) and joint centre (3,) of every bone, and the pelvis
    frame (3, 3).
    """

    rotations: dict[str, Floats]
    joints: dict[str, Floats]
    pelvis: Floats


@dataclass(frozen=True, eq=False)
class LegAxes:
    """A leg before it turns, in the pelvis frame: unit vectors (3,) along thigh and shank and of
    the knee's hinge.
    """

    thigh: Floats
    hinge: Floats
    shank: Floats
    plantarflexion_deg: float


def outward(side: Side) -> int:
    """+1 for left, −1 for right: the sign of x on that side."""
    return 1 if side == "left" else -1


def seat_height(figure: Figure) -> float:
    """Height of the hip joint centres above the floor so that the hanging feet clear it, m."""
    return (
        FOOT_CLEARANCE_M
        + figure.bone_length("LeftLeg", "LeftFoot")
        + float(figure.joints["LeftFoot"][1])
        + 0.03
    )


def sit(figure: Figure, posture: Posture, angles: Angles) -> Posed:
    """Pose the figure on its seat."""
    rest = figure.joints
    pelvis = about(Z, angles.hike_deg)
    low: Side = "right" if angles.hike_deg > 0 else "left"
    hips_middle = (rest["LeftUpLeg"] + rest["RightUpLeg"]) / 2
    # A hike rolls the pelvis over the sit bone that stays down, the more in the middle the softer
    # the seat gives way below it.
    low_hip = rest[f"{low.title()}UpLeg"]
    pivot = low_hip + posture.sinking * (hips_middle - low_hip) - SIT_BONE_BELOW_HIP_M * Y
    shift = np.array([angles.slide_m, seat_height(figure), 0.0]) - hips_middle

    def on_pelvis(point: Floats) -> Floats:
        moved: Floats = pelvis @ (point - pivot) + pivot + shift
        return moved

    rotations, joints = {"Hips": pelvis}, {"Hips": on_pelvis(rest["Hips"])}
    for side in SIDES:
        _leg(figure, posture, side, pelvis, angles.rotation_deg(side), on_pelvis, rotations, joints)
    _trunk(rest, posture, angles, on_pelvis(rest["Spine"]), rotations, joints)
    for side in SIDES:
        up = angles.right_hand_up if side == "right" else 0.0
        _arm(figure, posture.arms, side, rotations, joints, up)
    return Posed(rotations, joints, pelvis)


def stand(figure: Figure, x_m: float, z_m: float, turn_deg: float) -> Posed:
    """Stand the figure on the floor at (x, z), arms hanging, turned to its left."""
    turn, place = about(Y, turn_deg), np.array([x_m, 0.0, z_m])
    rotations = dict.fromkeys(figure.joints, np.eye(3))
    joints = dict(figure.joints)
    for side in SIDES:
        _arm(figure, "hanging", side, rotations, joints)
    return Posed(
        {name: turn @ r for name, r in rotations.items()},
        {name: turn @ p + place for name, p in joints.items()},
        turn,
    )


def _leg(
    figure: Figure,
    posture: Posture,
    side: Side,
    pelvis: Floats,
    rotation_deg: float,
    on_pelvis: Callable[[Floats], Floats],
    rotations: dict[str, Floats],
    joints: dict[str, Floats],
) -> None:
    flexion, spread = np.radians(posture.hip_flexion_deg), np.radians(posture.abduction_deg)
    # In the pelvis frame: the thigh's axis, "down" square to it, and the knee's hinge.
    thigh = np.array(
        [
            outward(side) * np.sin(spread),
            -np.cos(flexion) * np.cos(spread),
            np.sin(flexion) * np.cos(spread),
        ]
    )
    down = -Y + (Y @ thigh) * thigh
    hinge = np.cross(thigh, down)
    bend = np.radians(posture.knee_flexion_deg)
    shank = np.cos(bend) * thigh + np.sin(bend) * down / np.linalg.norm(down)

    shape = LegAxes(thigh, hinge, shank, posture.plantarflexion_deg)
    hip = figure.joints[f"{side.title()}UpLeg"]
    leg_rotations, leg_joints = leg_bones(figure, side, pelvis, shape, rotation_deg, on_pelvis(hip))
    rotations |= leg_rotations
    joints |= leg_joints


def leg_bones(
    figure: Figure,
    side: Side,
    pelvis: Floats,
    shape: LegAxes,
    rotation_deg: float,
    at_hip: Floats,
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Rotations and joints of one leg's bones, turned inward about its hip→knee line."""
    name = side.title()
    hip, knee, ankle, toe = (
        figure.joints[f"{name}{b}"] for b in ("UpLeg", "Leg", "Foot", "ToeBase")
    )

    def turned(share: float) -> Floats:
        result: Floats = pelvis @ about(shape.thigh, outward(side) * rotation_deg * share)
        return result

    femur_rest = carry(knee - hip, X, shape.thigh, shape.hinge)
    shank_rest = carry(ankle - knee, X, shape.shank, shape.hinge)
    foot_rest = about(shape.hinge, shape.plantarflexion_deg) @ shank_rest
    rotations = {
        f"{name}UpLeg": turned(1.0) @ femur_rest,
        f"{name}ThighTwist": turned(PROXIMAL_TWIST) @ femur_rest,
        f"{name}Leg": turned(1.0) @ shank_rest,
        f"{name}Foot": turned(1.0) @ foot_rest,
        f"{name}ToeBase": turned(1.0) @ foot_rest,
    }
    at_knee = at_hip + rotations[f"{name}UpLeg"] @ (knee - hip)
    at_ankle = at_knee + rotations[f"{name}Leg"] @ (ankle - knee)
    joints = {
        f"{name}UpLeg": at_hip,
        f"{name}ThighTwist": at_hip,
        f"{name}Leg": at_knee,
        f"{name}Foot": at_ankle,
        f"{name}ToeBase": at_ankle + rotations[f"{name}Foot"] @ (toe - ankle),
    }
    return rotations, joints


def _trunk(
    rest: dict[str, Floats],
    posture: Posture,
    angles: Angles,
    base: Floats,
    rotations: dict[str, Floats],
    joints: dict[str, Floats],
) -> None:
    """Spine, neck and head: from the pelvis' tilt to the thorax's own, and the face towards the
    camera.
    """
    thorax = posture.trunk_follow * angles.hike_deg + angles.lean_deg
    joints["Spine"] = base
    chain = ("Spine", "Spine1", "Spine2", "Neck", "Head")
    for k, name in enumerate(chain):
        if k < 3:
            tilt = angles.hike_deg + (thorax - angles.hike_deg) * (k + 1) / 3
            rotation = about(Z, tilt) @ about(X, posture.slouch_deg * (k + 1) / 3 + angles.sway_deg)
        else:
            share = (k - 2) / 2
            tilt = thorax * (1 - 0.4 * share)
            nod = posture.slouch_deg * (1 - share) - angles.look_pitch_deg * share
            rotation = about(Z, tilt) @ about(Y, angles.look_yaw_deg * share) @ about(X, nod)
        rotations[name] = rotation
        if k + 1 < len(chain):
            joints[chain[k + 1]] = joints[name] + rotation @ (rest[chain[k + 1]] - rest[name])
    for side in ("Left", "Right"):
        rotations[f"{side}Shoulder"] = rotations["Spine2"]
        for bone in ("Shoulder", "Arm"):
            joints[f"{side}{bone}"] = joints["Spine2"] + rotations["Spine2"] @ (
                rest[f"{side}{bone}"] - rest["Spine2"]
            )


def _arm(
    figure: Figure,
    style: ArmStyle,
    side: Side,
    rotations: dict[str, Floats],
    joints: dict[str, Floats],
    up: float = 0.0,
) -> None:
    name = side.title()
    aim = reach(Reach(figure, joints, rotations["Spine2"], style, outward(side), up), name)
    rotations |= {f"{name}Arm": aim.upper, f"{name}ForeArm": aim.lower, f"{name}Hand": aim.hand}
    joints |= {f"{name}ForeArm": aim.elbow, f"{name}Hand": aim.wrist}
