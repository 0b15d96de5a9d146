"""Arms of a lying or standing body: at the sides, under the forehead, on the chest, on a chair."""

from dataclasses import dataclass

import numpy as np

from rig.body_data import Floats
from rig.pose import outward
from rig.positions.scene import Hands
from rig.rotations import X, Y, Z, carry, unit
from rig.scene import Side
from rig.skeleton import Figure

MOST_STRETCH = 0.985


@dataclass(frozen=True, eq=False)
class Aim:
    """Where the wrist goes (3,), which way the elbow points, and which way the palm faces."""

    wrist: Floats
    elbow: Floats
    palm: Floats


def lay_arm(
    figure: Figure,
    hands: Hands,
    side: Side,
    thorax: Floats,
    rotations: dict[str, Floats],
    joints: dict[str, Floats],
) -> None:
    """Two-bone inverse kinematics in the body's upright frame; adds bones and joints of one arm."""
    name, rest = side.title(), figure.joints
    aim = _aim(hands, side, thorax, joints)
    shoulder = joints[f"{name}Arm"]
    upper0 = rest[f"{name}ForeArm"] - rest[f"{name}Arm"]
    lower0 = rest[f"{name}Hand"] - rest[f"{name}ForeArm"]
    a, b = float(np.linalg.norm(upper0)), float(np.linalg.norm(lower0))
    reach = float(np.linalg.norm(aim.wrist - shoulder))
    distance = float(np.clip(reach, abs(a - b) + 0.02, MOST_STRETCH * (a + b)))
    line = unit(aim.wrist - shoulder)
    cosine = (a * a + distance**2 - b * b) / (2 * a * distance)
    upper = cosine * line + np.sqrt(1 - cosine**2) * unit(aim.elbow - (aim.elbow @ line) * line)
    elbow, wrist = shoulder + a * upper, shoulder + distance * line
    lower = unit(wrist - elbow)
    hinge = np.cross(upper, lower)
    lower_turn = carry(lower0, -Y, lower, aim.palm)
    # The upper arm's own turn lies between the hinge's and the palm's.
    rotations |= {
        f"{name}Arm": carry(upper0, np.cross(upper0, Z), upper, hinge),
        f"{name}ForeArm": lower_turn,
        f"{name}Hand": lower_turn,
    }
    joints |= {f"{name}ForeArm": elbow, f"{name}Hand": wrist}


def _aim(hands: Hands, side: Side, thorax: Floats, joints: dict[str, Floats]) -> Aim:
    out = outward(side) * X
    shoulder = joints[f"{side.title()}Arm"]
    if hands == "forehead":
        brow = joints["Head"] + thorax @ (0.10 * Y + 0.10 * Z + 0.03 * out)
        return Aim(brow, out + 0.2 * Y + 0.3 * Z, Z)
    if hands == "chest":
        return Aim(shoulder + thorax @ (-0.13 * out - 0.22 * Y + 0.15 * Z), out - 0.9 * Y, -Z)
    if hands == "chair":
        return Aim(shoulder + 0.22 * out - 0.42 * Y + 0.18 * Z, out - Z, -Y)
    return Aim(shoulder + 0.13 * out - 0.53 * Y + 0.02 * Z, 0.3 * out - Z, -out)
