"""Sets a scene up (body, clothes, stool, room, camera) and draws it for given angles."""

from dataclasses import replace
from types import TracebackType
from typing import Self

import numpy as np

from rig.body_data import Floats
from rig.lens import Lens, place
from rig.mesh import Mesh
from rig.mirror import Pane
from rig.pose import Angles, Posed, sit, stand
from rig.room import furnish
from rig.scene import SIDES, Posture, Room, Scene
from rig.skeleton import LANDMARKS, Figure, figure
from rig.skin import bend, skin
from rig.studio import Drawn, Picture, Studio
from rig.surface import Surface
from rig.wardrobe import dress

SEAT_BELOW_HIP_M = 0.085
STOOL_BEHIND_KNEE_M = 0.08
MOST_HEAD_TURN_DEG = 45.0


class Filming:
    """A studio with a person before a camera. Use as a context manager.

    A studio that is handed in is emptied for this scene and stays open for the next one.
    """

    figure: Figure
    surface: Surface
    person: Drawn
    lens: Lens
    studio: Studio
    lent: bool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self.lent:
            self.studio.__exit__()

    def landmarks_px(self, posed: Posed) -> dict[str, list[float]]:
        """Pixel positions of the main joint centres, by landmark name."""
        return landmarks_px(self.lens, posed)

    def _enter_studio(self, width_px: int, height_px: int, studio: Studio | None) -> None:
        self.lent = studio is not None
        self.studio = studio or Studio(width_px, height_px)
        self.studio.clear(width_px, height_px)

    def _furnish(self, room: Room, furniture: Mesh) -> None:
        self.studio.add_room(furniture)
        if room.mirror:
            self.studio.hang_mirror(Pane.of(room.mirror))

    def _move_person(self, posed: Posed) -> None:
        self.studio.move(self.person, *skinned(self.figure, self.surface, posed))

    def _drawn(self, room: Room, focus: Floats) -> Picture:
        return self.studio.picture(self.lens, room, focus)


class Stage(Filming):
    """A scene of the seated test ready to be filmed."""

    def __init__(self, scene: Scene, studio: Studio | None = None) -> None:
        self.scene = scene
        self.figure = figure(scene.body)
        neutral = sit(self.figure, scene.posture, Angles())
        knee_z = float(neutral.joints["LeftLeg"][2])
        seat_m = self.seat_top(neutral)
        self.middle, self.knee_height_m = looked_at(self.figure, scene.posture)
        self.lens: Lens = place(scene.camera, self.middle, self.knee_height_m)
        self.look_yaw_deg, self.look_pitch_deg = self._towards_camera(neutral)
        self._enter_studio(scene.camera.width_px, scene.camera.height_px, studio)
        if scene.person:
            self.surface = dress(self.figure, scene.look)
            self.person = self.studio.add_person(self.surface)
        if scene.bystander:
            self._add_bystander()
        self._furnish(scene.room, furnish(scene.room, seat_m, knee_z - STOOL_BEHIND_KNEE_M))

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
            self._move_person(posed)
        return self._drawn(self.scene.room, self.middle + np.array([0.0, 0.1, 0.0]))

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
        self.studio.move(self.studio.add_person(surface), *skinned(body, surface, posed))


def looked_at(shape: Figure, posture: Posture) -> tuple[Floats, float]:
    """The point (3,) that cameras circle, between knees and hips, and the height of the knees."""
    _, height_m, knee_z = sit(shape, posture, Angles()).joints["LeftLeg"]
    return np.array([0.0, height_m, 0.4 * knee_z]), float(height_m)


def surface_points(stage: Filming, posed: Posed) -> Floats:
    """World positions (n, 3) of the dressed surface, for checks."""
    return skinned(stage.figure, stage.surface, posed)[0]


def skinned(shape: Figure, surface: Surface, posed: Posed) -> tuple[Floats, Floats]:
    """World positions and normals (n, 3) of a dressed body so posed."""
    motion = bend(posed.rotations, shape.joints, posed.joints)
    return skin(surface.points, surface.normals, surface.weights, motion)


def landmarks_px(lens: Lens, posed: Posed) -> dict[str, list[float]]:
    """Pixel positions of the main joint centres, by landmark name."""
    names = [(side, mark) for mark in LANDMARKS for side in SIDES]
    points = [posed.joints[f"{side.title()}{LANDMARKS[mark]}"] for side, mark in names]
    pixels = lens.pixels(np.array(points))
    return {
        f"{side}_{mark}": [round(float(v), 2) for v in pixel]
        for (side, mark), pixel in zip(names, pixels, strict=True)
    }
