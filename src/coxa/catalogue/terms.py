"""The words that catalogue files may use: aims, kinds, legs, conditions, stop signs, marks.

``Condition`` and ``StopSign`` are shared with ``coxa.safety``, which asks about the first and acts
on the second.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from coxa.records import SHOWN

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""An id of lower-case words joined by dashes; it never changes once released."""

Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=2, max_length=700), SHOWN
]
"""Plain words for a person."""

Citation = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=700)]
"""Where something was published, in its own language in whatever language it is read."""


class Aim(StrEnum):
    """What an exercise is done for."""

    INTERNAL_RANGE = "internal-range"
    ACTIVE_INTERNAL = "active-internal"
    INTERNAL_STRENGTH = "internal-strength"
    BALANCE_EXTERNAL = "balance-external"
    """Trains the muscles that turn the hip out; not counted as turning-in work."""
    EXTERNAL_RANGE = "external-range"
    ACTIVE_EXTERNAL = "active-external"
    EXTERNAL_STRENGTH = "external-strength"

    @property
    def turns_in(self) -> bool:
        """Whether it is done for the hip's turning in."""
        return self in (Aim.INTERNAL_RANGE, Aim.ACTIVE_INTERNAL, Aim.INTERNAL_STRENGTH)


class Kind(StrEnum):
    """How an exercise loads the hip; doses and pain limits go by it."""

    STRETCH = "stretch"
    ACTIVE_CONTROL = "active-control"
    STRENGTH = "strength"


class EffectLeg(StrEnum):
    """How to tell which leg gets the effect."""

    KNEE_DROPS_IN = "knee-drops-in"
    PULLED_IN = "pulled-in"
    """The leg that the other leg's weight draws inward."""
    LIFTED = "lifted"
    TOP = "top"
    BANDED = "banded"
    KNEE_OPENS = "knee-opens"
    CROSSED = "crossed"
    """The leg whose ankle lies on the other thigh."""
    FRONT = "front"
    BACK = "back"
    """Sitting on the floor, both knees bent, the leg that lies beside and behind the body."""
    SWINGING = "swinging"
    """The leg whose foot swings while its knee stays."""
    STANDING = "standing"


class OtherLeg(StrEnum):
    """What happens to the leg that is not meant."""

    RESTS = "rests"
    TURNS_OUT = "turns-out"
    TURNS_IN = "turns-in"
    BEARS_WEIGHT = "bears-weight"
    HELD_UP = "held-up"
    """Held in the air, and works to stay there."""


class Orientation(StrEnum):
    """How the body as a whole lies or stands; joint angles are relative to it."""

    STANDING = "standing"
    SITTING = "sitting"
    """On a seat, shanks hanging or feet on the floor."""
    FLOOR_SITTING = "floor-sitting"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"
    """On the other side: the leg that gets the effect is on top."""
    KNEELING = "kneeling"
    """Upright on the knees; angles as standing."""
    QUADRUPED = "quadruped"
    """On hands and knees; angles as prone."""


class Place(StrEnum):
    """Where an exercise is done."""

    FLOOR = "floor"
    MAT_OR_BED = "mat-or-bed"
    CHAIR = "chair"
    STANDING = "standing"
    WALL = "wall"


class HandPlace(StrEnum):
    """Where a hand rests."""

    FLOOR_BEHIND = "floor-behind"
    FLOOR_BESIDE = "floor-beside"
    FLOOR_FRONT = "floor-front"
    ON_THIGH = "on-thigh"
    ON_CHEST = "on-chest"
    ON_PELVIS = "on-pelvis"
    UNDER_HEAD = "under-head"
    WALL = "wall"
    CHAIR_BACK = "chair-back"
    SEAT_EDGE = "seat-edge"
    HANGING = "hanging"


class SeenFrom(StrEnum):
    """Which side of the person the camera stands on."""

    FRONT = "front"
    SIDE = "side"
    """The side of the leg that gets the effect."""
    BACK = "back"
    FEET = "feet"
    HEAD = "head"
    ABOVE = "above"


class Condition(StrEnum):
    """Something about a person that closes an exercise or a test to them."""

    HIP_REPLACEMENT = "hip_replacement"
    GROIN_PINCH = "groin_pinch"
    KNEE_INJURY = "knee_injury"
    HYPERMOBILITY = "hypermobility"
    PREGNANCY = "pregnancy"
    LATE_PREGNANCY = "late_pregnancy"
    BALANCE_PROBLEM = "balance_problem"


class StopSign(StrEnum):
    """A sign at which an exercise or a test ends at once."""

    GROIN_PINCH = "groin_pinch"
    TINGLING_NUMBNESS = "tingling_numbness"
    INNER_KNEE_PAIN = "inner_knee_pain"
    CATCH_OR_LOCK = "catch_or_lock"
    PAIN_OVER_LIMIT = "pain_over_limit"
    UNSTEADY = "unsteady"
    PELVIS_PAIN = "pelvis_pain"


class Severity(StrEnum):
    """How much it matters that the article says something else."""

    DANGEROUS = "dangerous"
    UNSAFE = "unsafe"
    WRONG = "wrong"
    CLAIM = "claim"
    UNCLEAR = "unclear"
    MISSING = "missing"


class Mark(StrEnum):
    """How a published figure or statement is known to this project."""

    SEEN = "S"
    """Read in the source, mostly its abstract."""
    COMPUTED = "C"
    DERIVED = "D"
    """Derived from a number that was read in the source."""
    MEMORY = "M"
    """Not checked against the source: never shown with a citation."""

    @property
    def may_be_cited(self) -> bool:
        return self is not Mark.MEMORY
