"""Readings: what one test found for one side and direction, and how they are kept."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from coxa.quantities import MAX_ROTATION_DEG, Device, Direction, Mode, Side, Test
from coxa.records.base import Message, Moment, Record, RecordId

RotationDeg = Annotated[float, Field(ge=-MAX_ROTATION_DEG, le=MAX_ROTATION_DEG)]
ErrorDeg = Annotated[float, Field(gt=0, le=MAX_ROTATION_DEG)]


class Technique(Record):
    """How readings are taken: a series without its direction.

    Both directions of one technique may share a picture, one above zero and one below.
    """

    test: Test
    mode: Mode
    device: Device
    method: str


class Series(Record):
    """What must agree before two readings may be compared, or stand in one line.

    ``method`` names how the number came about: for a camera the pose model and the calibration
    version (``"blazepose-heavy/uncalibrated-1"``), for a typed reading ``"typed"``. The side is no
    part of it: the two sides of a series are two lines.
    """

    test: Test
    direction: Direction
    mode: Mode
    device: Device
    method: str

    @property
    def technique(self) -> Technique:
        return Technique(test=self.test, mode=self.mode, device=self.device, method=self.method)


class Repeat(Record):
    """One held repeat. Angles are signed rotations; times count from the recording's start."""

    start_s: float
    end_s: float
    value_deg: RotationDeg
    """Mean over the hold: the end of the range, not the overshoot."""
    start_deg: float
    peak_deg: float
    return_deg: float


class Reading(Record):
    """The outcome of a test for one side and one direction, accepted or refused."""

    side: Side
    direction: Direction
    value_deg: RotationDeg | None
    """Mean of the repeats, internal positive; ``None`` when refused."""
    error95_deg: ErrorDeg | None
    """Half-width of the 95 % interval; ``None`` when refused."""
    repeats_deg: tuple[float, ...] = ()
    accepted: bool
    reasons: tuple[Message, ...] = ()
    """Why it was refused."""
    repeats: tuple[Repeat, ...] = ()

    @model_validator(mode="after")
    def _a_number_has_its_error(self) -> Self:
        complete = self.value_deg is not None and self.error95_deg is not None
        if self.accepted and not complete:
            raise ValueError("an accepted reading has a value and its error")
        if not self.accepted and (self.value_deg is not None or not self.reasons):
            raise ValueError("a refused reading has reasons and no value")
        return self


class RotationCurve(Record):
    """Rotation over time of one side, thinned for drawing."""

    side: Side
    time_s: tuple[float, ...]
    rotation_deg: tuple[float | None, ...]


class Measurement(Record):
    """All that one recording gave."""

    test: Test
    device: Device
    mode: Mode
    method: str
    source: str
    """The file's own name, without its folder."""
    duration_s: float
    frame_count: int
    readings: tuple[Reading, ...]
    curves: tuple[RotationCurve, ...] = ()
    notes: tuple[Message, ...] = ()
    """What was noticed without being a reason to refuse."""

    @property
    def accepted(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.accepted)

    def series_of(self, reading: Reading) -> Series:
        """The series that one of these readings belongs to."""
        return Series(
            test=self.test,
            direction=reading.direction,
            mode=self.mode,
            device=self.device,
            method=self.method,
        )


class KeptReading(Record):
    """A reading in a person's history."""

    id: RecordId
    taken_at: Moment
    series: Series
    side: Side
    value_deg: RotationDeg
    error95_deg: ErrorDeg
    repeats_deg: tuple[float, ...] = ()
    after_exercise: bool | None = None
    """Whether the person had warmed up, exercised or stretched in the hour before.

    ``True``: kept and shown, but not compared with readings taken cold. ``None``: never asked.
    """
    measurement_id: RecordId | None = None
    note: Annotated[str, Field(max_length=2000)] = ""
