"""Sets up a lying or standing scene and draws it for given angles."""

from dataclasses import dataclass

import numpy as np

from rig.lens import Lens, place
from rig.pose import Posed, outward
from rig.positions.floor import MAT_M, furnish_floor
from rig.positions.posing import PositionAngles, raised, take_position, zero_up
from rig.positions.scene import Position, PositionScene
from rig.scene import SIDES
from rig.skeleton import figure
from rig.stage import Filming, surface_points
from rig.studio import Picture, Studio
from rig.truth import hip_rotation_deg
from rig.wardrobe import dress

SINK_M = 0.02
CHAIR_ASIDE_M = 0.42


@dataclass(frozen=True)
class PositionTruth:
    """One instant, degrees. Internal rotation positive; pelvis as in `PositionAngles`."""

    hip_rotation_left_deg: float
    hip_rotation_right_deg: float
    pelvis_deg: float


class PositionStage(Filming):
    """A lying or standing scene ready to be filmed."""

    def __init__(self, scene: PositionScene, studio: Studio | None = None) -> None:
        self.scene = scene
        self.figure = figure(scene.body)
        self.surface = dress(self.figure, scene.look)
        self.height_m = self._resting_height()
        self.lens = camera_of(scene)
        self._enter_studio(scene.camera.width_px, scene.camera.height_px, studio)
        self.person = self.studio.add_person(self.surface)
        chair_x = -outward(scene.posture.tested) * CHAIR_ASIDE_M
        self._furnish(
            scene.room,
            furnish_floor(scene.room, scene.position, scene.posture.heading_deg, chair_x),
        )

    def recast(self, scene: PositionScene) -> None:
        """Put the same person into another posture before another camera."""
        self.scene = scene
        self.height_m = self._resting_height()
        self.lens = camera_of(scene)

    def pose(self, angles: PositionAngles) -> Posed:
        """The person at these angles, on the mat or on the floor."""
        scene = self.scene
        return raised(
            take_position(self.figure, scene.position, scene.posture, angles), self.height_m
        )

    def picture(self, posed: Posed) -> Picture:
        """The picture (height, width, 3) RGB of the person so posed."""
        self._move_person(posed)
        return self._drawn(self.scene.room, np.array([0.0, 0.4, 0.0]))

    def truth(self, posed: Posed, angles: PositionAngles) -> PositionTruth:
        """The true angles, from joint centres alone (the pelvis' turn is as asked)."""
        return position_truth(self.scene.position, posed, angles)

    def _resting_height(self) -> float:
        """Height of the hips above the floor at rest: the lowest of trunk or standing foot."""
        scene = self.scene
        posed = take_position(self.figure, scene.position, scene.posture, PositionAngles())
        if scene.position == "standing":
            other = "Left" if scene.posture.tested == "right" else "Right"
            ankle_m = float(self.figure.joints[f"{other}Foot"][1])
            return ankle_m - float(posed.joints[f"{other}Foot"][1])
        points = surface_points(self, posed)
        near_hips = np.hypot(points[:, 0], points[:, 2]) < 0.35
        return MAT_M - SINK_M - float(np.percentile(points[near_hips, 1], 2))


def camera_of(scene: PositionScene) -> Lens:
    """The camera on its circle round the middle of the hips."""
    return place(scene.camera, np.zeros(3), 0.0)


def position_truth(position: Position, posed: Posed, angles: PositionAngles) -> PositionTruth:
    """Turn of the shank about the hip→knee line, from the pelvis' own zero; internal positive."""
    zero = zero_up(position, posed.pelvis)
    turned = {}
    for side in SIDES:
        hip, knee, ankle = (posed.joints[f"{side.title()}{b}"] for b in ("UpLeg", "Leg", "Foot"))
        turned[side] = hip_rotation_deg(side, hip, knee, ankle, zero)
    return PositionTruth(turned["left"], turned["right"], angles.pelvis_deg)
