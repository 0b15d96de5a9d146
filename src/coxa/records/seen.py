"""What a camera saw of an exercise: the few moments that a coach acts on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.records.base import Record


class SeenWhat(StrEnum):
    """What became visible."""

    IN_POSITION = "in-position"
    """The person is in the start pose and still."""
    OUT_OF_POSITION = "out-of-position"
    """The body is neither in the start pose nor on its way from it to the end pose."""
    MOVING = "moving"
    """The start pose was left: a repetition begins."""
    AT_END = "at-end"
    """Within the band about the end of the range."""
    LEFT_END = "left-end"
    """Out of that band."""
    BACK = "back"
    """The repetition is over: the start pose is reached again."""
    FAULT = "fault"
    MENDED = "mended"
    LOST = "lost"
    """Nobody to be read: out of the picture, covered, or the picture too poor."""
    FOUND = "found"


class Seen(Record):
    """One moment seen."""

    what: SeenWhat
    at_s: float
    """Time of the camera's frame that shows it, seconds since the first frame."""
    share: Annotated[float, Field(ge=-1, le=3)] | None = None
    """How much of the way from the start pose to the end pose: the furthest of the repetition with
    ``BACK``, the present one otherwise."""
    fault_id: str | None = None
    """Which of the exercise's faults, with ``FAULT`` and ``MENDED``."""


class SetUp(StrEnum):
    """What is still missing before the start pose is recognised, the first thing first."""

    NOBODY = "nobody"
    CUT_OFF = "cut-off"
    """A part of the body that matters is outside the picture."""
    TOO_SMALL = "too-small"
    """So far away that the pose model errs."""
    POSE = "pose"
    """The body is not in the start pose, or not seen from where the camera should be."""
    STILL = "still"
    """It is, and should stay so for a moment."""


class Glimpse(Record):
    """What a frame shows, for a calm display; nothing is counted by it."""

    share: float | None
    """How much of the way from the start pose to the end pose; ``None``: cannot be told."""
    rotation_deg: float | None = None
    """About how far the hip that is meant is turned by this, internal positive."""
    in_position: bool = False
    at_end: bool = False
    set_up: SetUp | None = None
    """Until the start pose is recognised: what is missing."""
    seen: bool = True
    """Somebody is in the picture whole enough to be read."""
