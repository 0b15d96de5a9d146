"""The body in one frame, in plain floats: a guided test looks at every frame, so it must be cheap.

Angles as in :mod:`coxa.angles.image_angles`: of a line against the picture's vertical, positive
when its lower end lies to the right.
"""

from __future__ import annotations

from math import atan2, degrees, hypot

from coxa.assessment.guided.events import Place
from coxa.capture import Frame
from coxa.quantities import Side
from coxa.records import Landmark, landmark

MIN_SCORE = 0.5
MIN_VISIBILITY = 0.5
HAND_ABOVE = 0.15
"""A raised wrist is at least this share of the trunk's length above its shoulder."""

Point = tuple[float, float]
PARTS = ("shoulder", "hip", "knee", "ankle", "wrist")
_X = {(side, part): 2 * landmark(side, part) for side in Side for part in PARTS}
_NOSE_X = 2 * Landmark.NOSE
_LEFT, _RIGHT = Side.LEFT, Side.RIGHT


class Figure:
    """Where the joints are in one frame.

    Attributes
    ----------
    shank_px : length of the longer shank: a lost ankle makes a shank short.
    upright_deg : lean of mid-shoulders -> mid-hips.
    """

    __slots__ = ("_frame", "hips", "knees", "shank_px", "shoulders", "trunk_px", "upright_deg")

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.shoulders = self._middle("shoulder")
        self.hips = self._middle("hip")
        self.knees = self._middle("knee")
        across, down = self.hips[0] - self.shoulders[0], self.hips[1] - self.shoulders[1]
        self.trunk_px = hypot(across, down)
        self.upright_deg = degrees(atan2(across, down))
        self.shank_px = max(self.shank_of_px(_LEFT), self.shank_of_px(_RIGHT))

    @property
    def there(self) -> bool:
        """Somebody was found, and no joint that matters is missing (NaN)."""
        used = self.trunk_px + self.shank_px + self.upright_deg + self.knees[0] + self.knees[1]
        both_px = self.shank_of_px(_LEFT) + self.shank_of_px(_RIGHT)
        return self._frame.score >= MIN_SCORE and used + both_px < float("inf") and both_px > 0

    def at(self, side: Side, part: str) -> Point:
        """Where a joint is."""
        x = _X[side, part]
        return self._frame.image_px[x], self._frame.image_px[x + 1]

    @property
    def nose(self) -> Point:
        """Where the nose is."""
        return self._frame.image_px[_NOSE_X], self._frame.image_px[_NOSE_X + 1]

    def sure(self, side: Side, part: str) -> bool:
        """The pose model takes the joint for visible."""
        return self._frame.visibility[_X[side, part] // 2] >= MIN_VISIBILITY

    def shank_of_px(self, side: Side) -> float:
        """How long one shank looks."""
        (knee_x, knee_y), (ankle_x, ankle_y) = self.at(side, "knee"), self.at(side, "ankle")
        return hypot(ankle_x - knee_x, ankle_y - knee_y)

    def lean_deg(self, side: Side) -> float:
        """Lean of one shank, knee -> ankle."""
        (knee_x, knee_y), (ankle_x, ankle_y) = self.at(side, "knee"), self.at(side, "ankle")
        return degrees(atan2(ankle_x - knee_x, ankle_y - knee_y))

    def raised(self, side: Side) -> bool:
        """The hand is clearly above its shoulder."""
        above_px = self.at(side, "shoulder")[1] - self.at(side, "wrist")[1]
        return above_px > HAND_ABOVE * self.trunk_px and self.sure(side, "wrist")

    @property
    def place(self) -> Place:
        """Where the body is."""
        return Place(*self.hips, *self.knees, self.shank_px)

    def _middle(self, part: str) -> Point:
        (left_x, left_y), (right_x, right_y) = self.at(_LEFT, part), self.at(_RIGHT, part)
        return (left_x + right_x) / 2, (left_y + right_y) / 2
