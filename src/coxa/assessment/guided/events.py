"""What can happen to a guided test: it was looked at, time has passed, the person told something.

All times are seconds of one clock, that of the frames (:attr:`coxa.capture.Frame.time_s`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from coxa.quantities import Side


class Remark(StrEnum):
    """The one thing about the set-up that is to be put right first."""

    NOBODY = "nobody"
    SEVERAL = "several"
    KNEES_HIDDEN = "knees_hidden"
    ANKLES_HIDDEN = "ankles_hidden"
    TOO_NEAR = "too_near"
    TOO_FAR = "too_far"
    NOT_IN_THE_MIDDLE = "not_in_the_middle"
    NOT_SEATED = "not_seated"
    CAMERA_LEFT = "camera_left"
    """The camera stands too far to the person's left."""
    CAMERA_RIGHT = "camera_right"
    CAMERA_HIGH = "camera_high"
    CAMERA_LOW = "camera_low"
    CAMERA_ROLLED = "camera_rolled"
    LEANING = "leaning"
    TOO_SLOW = "too_slow"
    """Too few frames a second to see a hold."""


EXCHANGED = {
    Remark.CAMERA_LEFT: Remark.CAMERA_RIGHT,
    Remark.CAMERA_RIGHT: Remark.CAMERA_LEFT,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the body is in the picture, in pixels; ``shank_px`` is its unit of length."""

    hips_x: float
    hips_y: float
    knees_x: float
    knees_y: float
    shank_px: float


@dataclass(frozen=True, slots=True)
class Look:
    """One frame of the camera, or one sample of a phone, in a few numbers.

    Attributes
    ----------
    time_s : of the frame, increasing.
    remark : what is wrong with the set-up just now.
    left_deg, right_deg : lean of each shank outward, internal rotation positive, from any fixed
        direction; ``None`` where it is not seen or not watched.
    left_hand, right_hand : the hand is raised above its shoulder.
    left_off_deg, right_off_deg : how far outward of a hanging leg the shank is by the body's own
        upright; ``None`` where that is not known.
    place : ``None`` where nobody is seen, and for a phone.
    """

    time_s: float
    remark: Remark | None = None
    left_deg: float | None = None
    right_deg: float | None = None
    left_hand: bool = False
    right_hand: bool = False
    left_off_deg: float | None = None
    right_off_deg: float | None = None
    place: Place | None = None

    def exchanged(self) -> Look:
        """The same frame of a mirrored picture: left and right exchanged."""
        return replace(
            self,
            remark=self.remark and EXCHANGED.get(self.remark, self.remark),
            left_deg=self.right_deg,
            right_deg=self.left_deg,
            left_hand=self.right_hand,
            right_hand=self.left_hand,
            left_off_deg=self.right_off_deg,
            right_off_deg=self.left_off_deg,
        )

    def swing_deg(self, side: Side) -> float | None:
        """Outward lean of one shank."""
        return self.left_deg if side is Side.LEFT else self.right_deg


@dataclass(frozen=True, slots=True)
class Clock:
    """Time has passed without a frame: the last frame's time and the seconds since it came."""

    time_s: float


class Press(StrEnum):
    """What the person can tell."""

    SKIP = "skip"
    """Leave what is now: a remark that does not matter, the hand, this movement of this leg."""
    AGAIN = "again"
    """This movement of this leg once more, from its first repeat."""
    PAUSE = "pause"
    GO_ON = "go_on"
    STOP = "stop"
    PINCH = "pinch"
    """A pinch in the front of the hip or the groin: the test ends."""


@dataclass(frozen=True, slots=True)
class Told:
    """The person pressed something."""

    time_s: float
    press: Press


Event = Look | Clock | Told
