"""What lens and sensor make of a picture: blur, exposure, tone, white balance, haze, noise."""

import cv2
import numpy as np

from rig.scene import Camera
from rig.studio import Picture

SPARE_PX = 64


class Sensor:
    """The camera's own doing, the same for all pictures of a scene but for the grain's place."""

    def __init__(self, camera: Camera, random: np.random.Generator) -> None:
        self.camera, self.random = camera, random
        self.curves = tone_curves(camera)
        self.flat = np.array_equal(self.curves, tone_curves(Camera()))
        size = camera.height_px + SPARE_PX, camera.width_px + SPARE_PX, 3
        self.grain = None
        if camera.noise > 0:
            self.grain = random.normal(0, camera.noise, size).round().astype(np.int16)

    def developed(self, picture: Picture) -> Picture:
        """The picture (height, width, 3) RGB as this camera delivers it."""
        picture = np.ascontiguousarray(picture)
        if self.camera.blur_px > 0:
            picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), self.camera.blur_px), np.uint8)
        if not self.flat:
            picture = np.asarray(cv2.LUT(picture, self.curves), np.uint8)
        if self.grain is None:
            return picture
        # One field of grain, laid down elsewhere for every picture: drawing it anew costs more
        # than drawing the person.
        top, left = (int(v) for v in self.random.integers(0, SPARE_PX, 2))
        height, width = picture.shape[:2]
        grain = self.grain[top : top + height, left : left + width]
        return np.asarray(cv2.add(picture, grain, dtype=cv2.CV_8U), np.uint8)


def tone_curves(camera: Camera) -> Picture:
    """Output level of every input level, (1, 256, 3) RGB."""
    level = np.linspace(0, 1, 256)[:, None]
    balance = np.array([1 + 0.15 * camera.warmth, 1.0, 1 - 0.2 * camera.warmth])
    # Exposure acts on light, which the picture holds to the power of 1 / 2.2.
    shown = np.clip(level * (camera.gain * balance) ** (1 / 2.2), 0, 1) ** camera.gamma
    shown = shown + camera.haze * (1 - shown)
    curves: Picture = np.round(255 * shown).astype(np.uint8)[None]
    return curves
