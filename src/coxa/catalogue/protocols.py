"""What a test file holds: how a rotation test is done and what spoils it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coxa.catalogue.exercises import Equipment
from coxa.catalogue.poses import KeyPose
from coxa.catalogue.terms import Condition, Slug, StopSign, Words
from coxa.quantities import Test, View
from coxa.records import Record


class Camera(Record):
    """Where the camera stands."""

    view: View
    place: Words
    reads_degrees: bool
    """Whether recordings of this test are read; otherwise its readings are typed in."""
    exactness: Words | None = None
    """What is to be told of a reading that is less exact than a seated one."""


class Spoiler(Record):
    """Something that would make the reading untrue."""

    id: Slug
    what: Words
    instead: Words


class TestProtocol(Record):
    """One rotation test."""

    __test__ = False  # not a pytest class

    id: Test
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    summary: Words
    hip_flexion_deg: Annotated[float, Field(ge=0, le=100)]
    start: Words
    steps: Annotated[tuple[Words, ...], Field(min_length=3)]
    repeats: Annotated[int, Field(ge=1, le=5)]
    hold_s: Annotated[float, Field(gt=0, le=10)]
    neutral_s: Annotated[float, Field(gt=0, le=10)]
    """How long to stay still at zero before the first movement."""
    camera: Camera
    spoilers: Annotated[tuple[Spoiler, ...], Field(min_length=1)]
    typing: Words
    """How to take the reading with an instrument and type it in."""
    equipment: tuple[Equipment, ...] = ()
    stop_signs: Annotated[tuple[StopSign, ...], Field(min_length=1)]
    contraindications: tuple[Condition, ...]
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    key_poses: Annotated[tuple[KeyPose, ...], Field(min_length=2)]

    @property
    def name(self) -> str:
        return self.names[0]
