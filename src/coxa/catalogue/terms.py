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


class Aim(StrEnum):
    """What an exercise is done for."""

    INTERNAL_RANGE = "internal-range"
    ACTIVE_INTERNAL = "active-internal"
    INTERNAL_STRENGTH = "internal-strength"
    BALANCE_EXTERNAL = "balance-external"
    """Trains the muscles that turn the hip out; not counted as turning-in work."""


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


class OtherLeg(StrEnum):
    """What happens to the leg that is not meant."""

    RESTS = "rests"
    TURNS_OUT = "turns-out"
    BEARS_WEIGHT = "bears-weight"


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
