"""Sets a scene up (body, clothes, stool, room, camera) and draws it for given angles."""

from dataclasses import replace
from types import TracebackType

import numpy as np

from rig.body_data import Floats
from rig.lens import Lens, place
from rig.pose import Angles, Posed, sit, stand
from rig.room import furnish
from rig.scene import Posture, Scene
from rig.skeleton import LANDMARKS, Figure, figure
from rig.skin import bend, skin
from rig.studio import Picture, Studio
from rig.wardrobe import dress

SEAT_BELOW_HIP_M = 0.085
STOOL_BEHIND_KNEE_M = 0.08
MOST_HEAD_TURN_DEG = 45.0


class Stage:
    """A scene ready to be filmed. Use as a context manager.

    A studio that is handed in is emptied for this scene and stays open for the next one.
    """

    def __init__(self, scene: Scene, studio: Studio | None = None) -> None:
        self.scene = scene
        self.figure = figure(scene.body)
        neutral = sit(self.figure, scene.posture, Angles())
        knee_z = float(neutral.joints["LeftLeg"][2])
        seat_m = self.seat_top(neutral)
        self.middle, self.knee_height_m = looked_at(self.figure, scene.posture)
        self.lens: Lens = place(scene.camera, self.middle, self.knee_height_m)
        self.look_yaw_deg, self.look_pitch_deg = self._towards_camera(neutral)
        self.lent = studio is not None
        size = scene.camera.width_px, scene.camera.height_px
        self.studio = studio or Studio(*size)
        self.studio.clear(*size)
        if scene.person:
            self.surface = dress(self.figure, scene.look)
            self.person = self.studio.add_person(self.surface)
        if scene.bystander:
            self._add_bystander()
        self.studio.add_room(furnish(scene.room, seat_m, knee_z - STOOL_BEHIND_KNEE_M))

    def __enter__(self) -> "Stage":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self.lent:
            self.studio.__exit__()

    def seat_top(self, neutral: Posed) -> float:
        """Height of the stool's top: just under the thighs."""
        return float(neutral.joints["LeftUpLeg"][1]) - SEAT_BELOW_HIP_M

    def pose(self, angles: Angles) -> Posed:
        """The person at these angles, face towards the camera."""
        return sit(
            self.figure,
            self.scene.posture,
            replace(angles, look_yaw_deg=self.look_yaw_deg, look_pitch_deg=self.look_pitch_deg),
        )

    def picture(self, posed: Posed) -> Picture:
        """The picture (height, width, 3) RGB of the person so posed."""
        if self.scene.person:
            motion = bend(posed.rotations, self.figure.joints, posed.joints)
            points, normals = skin(
                self.surface.points, self.surface.normals, self.surface.weights, motion
            )
            self.studio.move(self.person, points, normals)
        room = self.scene.room
        focus = self.middle + np.array([0.0, 0.1, 0.0])
        return self.studio.picture(self.lens, room, focus)

    def landmarks_px(self, posed: Posed) -> dict[str, list[float]]:
        """Pixel positions of the main joint centres, by landmark name."""
        names = [f"{side}_{mark}" for mark in LANDMARKS for side in ("left", "right")]
        points = [
            posed.joints[f"{side.title()}{bone}"]
            for bone in LANDMARKS.values()
            for side in ("left", "right")
        ]
        pixels = self.lens.pixels(np.array(points))
        return {
            name: [round(float(v), 2) for v in pixel]
            for name, pixel in zip(names, pixels, strict=True)
        }

    def _towards_camera(self, neutral: Posed) -> tuple[float, float]:
        """How far the head turns and nods to face the camera, as far as the person cares to."""
        away = self.lens.position - neutral.joints["Head"]
        yaw = np.degrees(np.arctan2(away[0], away[2]))
        pitch = np.degrees(np.arctan2(away[1], np.hypot(away[0], away[2])))
        gaze = self.scene.posture.gaze
        return float(np.clip(gaze * yaw, -MOST_HEAD_TURN_DEG, MOST_HEAD_TURN_DEG)), float(
            0.5 * gaze * pitch
        )

    def _add_bystander(self) -> None:
        other = self.scene.bystander
        assert other is not None
        body = figure(other.body)
        posed = stand(body, other.x_m, other.z_m, other.turn_deg)
        surface = dress(body, other.look)
        motion = bend(posed.rotations, body.joints, posed.joints)
        points, normals = skin(surface.points, surface.normals, surface.weights, motion)
        self.studio.move(self.studio.add_person(surface), points, normals)


def looked_at(shape: Figure, posture: Posture) -> tuple[Floats, float]:
    """The point (3,) that cameras circle, between knees and hips, and the height of the knees."""
    _, height_m, knee_z = sit(shape, posture, Angles()).joints["LeftLeg"]
    return np.array([0.0, height_m, 0.4 * knee_z]), float(height_m)


def surface_points(stage: Stage, posed: Posed) -> Floats:
    """World positions (n, 3) of the dressed surface, for checks."""
    motion = bend(posed.rotations, stage.figure.joints, posed.joints)
    return skin(stage.surface.points, stage.surface.normals, stage.surface.weights, motion)[0]
