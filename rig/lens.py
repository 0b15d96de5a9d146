"""The pinhole camera: where it stands, and where a point of the world lands in the picture."""

from dataclasses import dataclass

import numpy as np

from rig.body_data import Floats
from rig.rotations import X, Y, Z, about
from rig.scene import Camera

NEAR_M, FAR_M = 0.1, 20.0


@dataclass(frozen=True, eq=False)
class Lens:
    """World-to-camera rotation (3, 3) with rows right, up, backward; position (3,); focal length in
    px.
    """

    rotation: Floats
    position: Floats
    focal_px: float
    camera: Camera

    def pixels(self, points: Floats) -> Floats:
        """Pixel positions (n, 2) of world points (n, 3), as in the finished (perhaps mirrored)
        picture.
        """
        seen = (points - self.position) @ self.rotation.T
        x = self.camera.width_px / 2 + self.focal_px * seen[:, 0] / -seen[:, 2]
        y = self.camera.height_px / 2 - self.focal_px * seen[:, 1] / -seen[:, 2]
        return np.column_stack([self.camera.width_px - x if self.camera.mirrored else x, y])

    def clip_matrix(self) -> Floats:
        """OpenGL clip matrix (4, 4) for column vectors; the picture is mirrored afterwards, not
        here.
        """
        view = np.eye(4)
        view[:3, :3] = self.rotation
        view[:3, 3] = -self.rotation @ self.position
        f = 2 * self.focal_px
        project = np.zeros((4, 4))
        project[0, 0], project[1, 1] = f / self.camera.width_px, f / self.camera.height_px
        project[2, 2] = (FAR_M + NEAR_M) / (NEAR_M - FAR_M)
        project[2, 3] = 2 * FAR_M * NEAR_M / (NEAR_M - FAR_M)
        project[3, 2] = -1
        result: Floats = project @ view
        return result


def place(camera: Camera, middle: Floats, knee_height_m: float) -> Lens:
    """The camera on its circle round `middle` (the point between the knees and the hips), facing
    it.
    """
    turn = about(Y, camera.yaw_deg)
    height = knee_height_m if camera.height_m is None else camera.height_m
    position = np.array([middle[0], 0.0, middle[2]]) + turn @ (camera.distance_m * Z)
    position[1] = height
    # A camera rolled clockwise sees the world turned anticlockwise.
    aim = about(Y, camera.pan_deg) @ about(X, camera.pitch_deg)
    facing = turn @ aim @ about(Z, -camera.roll_deg)
    focal = camera.height_px / 2 / np.tan(np.radians(camera.fov_deg) / 2)
    return Lens(facing.T, position, float(focal), camera)
