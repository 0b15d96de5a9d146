"""The true angles of a posed body, from joint centres alone, and the readings a perfect measurement
would give.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from rig.body_data import Floats
from rig.pose import Posed, outward
from rig.protocol import HOLD, Script
from rig.scene import SIDES, Side


@dataclass(frozen=True)
class Truth:
    """One instant, degrees. Internal rotation positive; hike positive with the left hip higher."""

    hip_rotation_left_deg: float
    hip_rotation_right_deg: float
    shank_tilt_left_deg: float
    shank_tilt_right_deg: float
    pelvis_hike_deg: float


def truth_of(posed: Posed) -> Truth:
    """Measure a posed body as an ideal laboratory would: from its joint centres."""
    j = posed.joints
    lateral = j["LeftUpLeg"] - j["RightUpLeg"]
    values: dict[str, float] = {}
    for side in SIDES:
        name = side.title()
        hip, knee, ankle = j[f"{name}UpLeg"], j[f"{name}Leg"], j[f"{name}Foot"]
        values[f"hip_rotation_{side}_deg"] = hip_rotation_deg(
            side, hip, knee, ankle, posed.pelvis[:, 1]
        )
        values[f"shank_tilt_{side}_deg"] = shank_tilt_deg(side, knee, ankle)
    return Truth(**values, pelvis_hike_deg=_degrees(np.arctan2(lateral[1], lateral[0])))


def hip_rotation_deg(
    side: Side, hip: Floats, knee: Floats, ankle: Floats, pelvis_up: Floats
) -> float:
    """Turn of the shank about the hip→knee line, from the pelvis' own down direction; internal
    positive.
    """
    axis = (knee - hip) / np.linalg.norm(knee - hip)
    zero = -pelvis_up + (pelvis_up @ axis) * axis
    shank = ankle - knee
    shank = shank - (shank @ axis) * axis
    return outward(side) * _degrees(np.arctan2(axis @ np.cross(zero, shank), zero @ shank))


def shank_tilt_deg(side: Side, knee: Floats, ankle: Floats) -> float:
    """Knee→ankle from vertical in the frontal plane; positive outwards, as internal rotation moves
    it.
    """
    shank = ankle - knee
    return outward(side) * _degrees(np.arctan2(shank[0], -shank[1]))


def expected_readings(
    script: Script, times_s: list[float], truths: list[Truth]
) -> list[dict[str, Any]]:
    """Per side and direction, the mean true rotation and tilt over each repeat's hold, and their
    means.
    """
    held: dict[tuple[str, str], dict[int, list[Truth]]] = {}
    for time_s, truth in zip(times_s, truths, strict=True):
        stretch = script.at(time_s)
        if stretch.phase == HOLD and stretch.side and stretch.direction:
            held.setdefault((stretch.side, stretch.direction), {}).setdefault(
                stretch.repeat, []
            ).append(truth)
    readings = []
    for (side, direction), repeats in held.items():
        rotation = [_mean(r, f"hip_rotation_{side}_deg") for r in repeats.values()]
        tilt = [_mean(r, f"shank_tilt_{side}_deg") for r in repeats.values()]
        readings.append(
            {
                "side": side,
                "direction": direction,
                "value_deg": round(float(np.mean(rotation)), 3),
                "repeats_deg": [round(x, 3) for x in rotation],
                "shank_tilt_deg": round(float(np.mean(tilt)), 3),
            }
        )
    return readings


def _mean(truths: list[Truth], name: str) -> float:
    return float(np.mean([getattr(t, name) for t in truths]))


def _degrees(radians: Any) -> float:
    return float(np.degrees(radians))
