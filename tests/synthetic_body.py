"""A seated stick figure before a pinhole camera: landmarks whose hip rotation is known.

Shares no code with ``coxa``: it builds the pose from rotation matrices and projects it.
Axes: x towards the person's left, y up, z from the person towards the camera (yaw 0).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from coxa.capture import PoseRecording
from coxa.records import Landmark

Floats = NDArray[np.float64]


def about(axis: str, angle_deg: float) -> Floats:
    """Right-handed rotation matrix about x, y or z."""
    c, s = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    turn = np.eye(3)
    turn[i, i] = turn[j, j] = c
    turn[i, j], turn[j, i] = -s, s
    return turn


@dataclass(frozen=True)
class Camera:
    """Yaw moves the camera towards the person's left; roll turns it about its own axis."""

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0
    distance_m: float = 2.5
    height_m: float = 0.5
    focal_px: float = 600.0
    size_px: tuple[int, int] = (640, 640)

    def project(self, points_m: Floats) -> Floats:
        """(..., 3) metres -> (..., 2) pixels."""
        place = about("y", self.yaw_deg) @ np.array([0, 0, self.distance_m])
        place[1] = self.height_m
        turn = about("z", self.roll_deg) @ about("x", self.pitch_deg) @ about("y", -self.yaw_deg)
        seen = (points_m - place) @ turn.T
        across = self.focal_px * seen[..., 0] / -seen[..., 2] + self.size_px[0] / 2
        down = -self.focal_px * seen[..., 1] / -seen[..., 2] + self.size_px[1] / 2
        return np.stack([across, down], axis=-1)


@dataclass(frozen=True)
class Sitter:
    """Where the joints of a seated person are, for given hip rotations and pelvis hike."""

    half_pelvis_m: float = 0.09
    half_shoulders_m: float = 0.19
    thigh_m: float = 0.43
    shank_m: float = 0.42
    trunk_m: float = 0.5
    abduction_deg: float = 8.0
    hip_height_m: float = 0.95
    trunk_follows: float = 0.5

    def joints(
        self, right_deg: float, left_deg: float, right_hike_deg: float = 0.0
    ) -> dict[Landmark, Floats]:
        """Joint positions, metres. Rotations internal positive, relative to the pelvis."""
        pelvis = about("z", -right_hike_deg)
        middle = np.array([0.0, self.hip_height_m, 0.0])
        found: dict[Landmark, Floats] = {}
        trunk = about("z", -right_hike_deg * self.trunk_follows)
        for name, sign, turn_deg in (("RIGHT", -1, right_deg), ("LEFT", 1, left_deg)):
            hip = middle + pelvis @ np.array([sign * self.half_pelvis_m, 0, 0])
            thigh = pelvis @ about("y", sign * self.abduction_deg)
            # Turning about the thigh's own length (z): a right foot moves to -x, a left one to +x.
            shank = thigh @ about("z", sign * turn_deg)
            knee = hip + thigh @ np.array([0, 0, self.thigh_m])
            ankle = knee + shank @ np.array([0, -self.shank_m, 0])
            shoulder = middle + trunk @ np.array([sign * self.half_shoulders_m, self.trunk_m, 0])
            found |= {
                Landmark[f"{name}_HIP"]: hip,
                Landmark[f"{name}_KNEE"]: knee,
                Landmark[f"{name}_ANKLE"]: ankle,
                Landmark[f"{name}_HEEL"]: ankle + shank @ np.array([0, -0.05, -0.04]),
                Landmark[f"{name}_FOOT_INDEX"]: ankle + shank @ np.array([0, -0.06, 0.15]),
                Landmark[f"{name}_SHOULDER"]: shoulder,
            }
        found[Landmark.NOSE] = middle + trunk @ np.array([0, self.trunk_m + 0.2, 0.1])
        return found


@dataclass(frozen=True)
class Script:
    """Rotation of each leg and hike of the right pelvis over time; all zero unless given."""

    right_deg: Callable[[float], float] = field(default=lambda _: 0.0)
    left_deg: Callable[[float], float] = field(default=lambda _: 0.0)
    right_hike_deg: Callable[[float], float] = field(default=lambda _: 0.0)
    duration_s: float = 20.0


def repeats(
    end_deg: float,
    *,
    start_s: float = 2.5,
    count: int = 3,
    hold_s: float = 2.0,
    move_s: float = 1.2,
    rest_s: float = 0.7,
    overshoot_deg: float = 0.0,
) -> Callable[[float], float]:
    """A curve that goes to ``end_deg`` and back, ``count`` times, held at the end."""
    knots_s, knots_deg = [0.0, start_s], [0.0, 0.0]
    for _ in range(count):
        t = knots_s[-1]
        if overshoot_deg:
            knots_s += [t + move_s, t + move_s + 0.3]
            knots_deg += [end_deg + overshoot_deg, end_deg]
        else:
            knots_s.append(t + move_s)
            knots_deg.append(end_deg)
        knots_s += [knots_s[-1] + hold_s, knots_s[-1] + hold_s + move_s]
        knots_deg += [end_deg, 0.0]
        knots_s.append(knots_s[-1] + rest_s)
        knots_deg.append(0.0)
    return lambda t: float(np.interp(t, knots_s, knots_deg))


def film(
    script: Script,
    *,
    sitter: Sitter | None = None,
    camera: Camera | None = None,
    fps: float = 20.0,
    noise_px: float = 0.0,
    seed: int = 0,
    model: str = "perfect",
) -> PoseRecording:
    """The recording that a perfect pose model (plus pixel noise) would make of the script."""
    sitter, camera = sitter or Sitter(), camera or Camera()
    rng = np.random.default_rng(seed)
    time_s = np.arange(0, script.duration_s, 1 / fps)
    image_px = np.zeros((len(time_s), 33, 2))
    for frame, t in enumerate(time_s):
        joints = sitter.joints(script.right_deg(t), script.left_deg(t), script.right_hike_deg(t))
        for mark, place in joints.items():
            image_px[frame, mark] = camera.project(place)
    image_px += rng.normal(0, noise_px, image_px.shape) if noise_px else 0.0
    n = len(time_s)
    return PoseRecording(
        time_s=time_s,
        image_px=image_px.astype(np.float32),
        world_m=np.zeros((n, 33, 3), np.float32),
        visibility=np.ones((n, 33), np.float32),
        score=np.ones(n, np.float32),
        people=np.where(np.arange(n) % 20 == 0, 1, -1).astype(np.int8),
        width_px=camera.size_px[0],
        height_px=camera.size_px[1],
        model=model,
        source="synthetic.mp4",
    )
