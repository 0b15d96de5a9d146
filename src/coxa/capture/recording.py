"""What a camera recording becomes: landmarks of one person over time, no pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class PoseRecording:
    """Landmarks of one person, frame by frame, in the order of :class:`coxa.records.Landmark`.

    ``n`` frames; where no person was found a frame's values are NaN.

    Attributes
    ----------
    time_s : (n,) float64, strictly increasing, the frames' own time stamps from the first frame.
    image_px : (n, 33, 2), x to the right and y down, in pixels of the upright picture.
    world_m : (n, 33, 3), the model's own metres about the hips; x right, y down, z away from the
        camera.
    visibility : (n, 33), 0 to 1.
    score : (n,), presence of a person, 0 to 1; 0 where none was found.
    people : (n,) int8, how many people the detector saw; -1 on frames where it was not asked.
    width_px, height_px : size of the upright picture.
    model : the pose model, such as ``"blazepose-heavy"``.
    source : the file's own name.
    mirrored : the recording was said to be mirrored, and has been turned back already.
    shanks_px : (n, 2, 2, 3), left and right shank, upper and lower end of its midline by the body's
        outline: x, y and the shank's width there, pixels; NaN where it was not made out. ``None``
        where no outline was looked at.
    by_mirror : (n,) bool, the pose model was shown that picture left for right, and what it saw was
        turned back; ``None`` where it saw all as they are.
    takes : frames at which the test was begun anew, each with a stillness of its own: the person
        sat down again, or the camera was moved. Increasing, within 1 .. n - 1; mostly none.
    """

    time_s: NDArray[np.float64]
    image_px: Floats
    world_m: Floats
    visibility: Floats
    score: Floats
    people: NDArray[np.int8]
    width_px: int
    height_px: int
    model: str
    source: str
    mirrored: bool = False
    shanks_px: Floats | None = None
    by_mirror: NDArray[np.bool_] | None = None
    takes: tuple[int, ...] = ()

    @property
    def frame_count(self) -> int:
        return len(self.time_s)

    @property
    def duration_s(self) -> float:
        """From the first frame to the last; 0 where the clock does not tell."""
        span_s = float(self.time_s[-1] - self.time_s[0]) if self.frame_count else 0.0
        return span_s if 0 <= span_s < np.inf else 0.0
