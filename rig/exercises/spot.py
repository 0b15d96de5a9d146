"""Where a camera stands about a person who exercises."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from coxa.body.figure import CameraView
from coxa.quantities import Side
from rig.body_data import Floats
from rig.lens import Lens, place
from rig.scene import Camera


@dataclass(frozen=True)
class Spot:
    """A camera by its place about the middle of the body in its start pose.

    `azimuth_deg`: 0 before the figure's front (lying on the back: at the feet; on the front: at
    the head; on the side: before the chest), positive towards the side that gets the effect,
    180 behind. `elevation_deg` is counted from the body's middle. Aim errors turn the camera away
    from the middle: up, and towards its right.
    """

    azimuth_deg: float = 0.0
    elevation_deg: float = 10.0
    distance_m: float = 2.6
    fov_deg: float = 48.0
    roll_deg: float = 0.0
    aim_up_deg: float = 0.0
    aim_right_deg: float = 0.0

    def world_azimuth_deg(self, side: Side) -> float:
        """From +z towards +x."""
        return self.azimuth_deg if side is Side.LEFT else -self.azimuth_deg

    def lens(self, side: Side, middle: Floats, sensor: Camera) -> Lens:
        """The camera there; ``sensor`` gives picture size and all that is not its place."""
        up = np.radians(self.elevation_deg)
        camera = replace(
            sensor,
            yaw_deg=self.world_azimuth_deg(side),
            pitch_deg=-self.elevation_deg + self.aim_up_deg,
            pan_deg=-self.aim_right_deg,
            roll_deg=self.roll_deg,
            distance_m=float(self.distance_m * np.cos(up)),
            height_m=float(max(middle[1] + self.distance_m * np.sin(up), 0.05)),
            fov_deg=self.fov_deg,
        )
        return place(camera, middle, 0.0)


def spot_of(view: CameraView, side: Side, fov_deg: float = 48.0) -> Spot:
    """The spot of a camera that the figure's views describe."""
    away = np.array(view.position) - np.array(view.target)
    distance_m = float(np.linalg.norm(away))
    world_deg = float(np.degrees(np.arctan2(away[0], away[2])))
    return Spot(
        azimuth_deg=world_deg if side is Side.LEFT else -world_deg,
        elevation_deg=float(np.degrees(np.arcsin(away[1] / distance_m))),
        distance_m=distance_m,
        fov_deg=fov_deg,
    )
