"""Keep a reading that the person took with an instrument and typed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from coxa.app.ids import new_id
from coxa.app.screening import require_test_allowed
from coxa.app.storage import Storage
from coxa.errors import InvalidRecord
from coxa.quantities import MAX_ROTATION_DEG, Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, Message, Series

METHOD = "typed"
TWO_SIDED_95 = 1.96


@dataclass(frozen=True)
class TypicalError:
    """How far single readings of a device scatter, and where that figure was published."""

    sem_deg: float
    source: Message

    @property
    def error95_deg(self) -> float:
        """Half-width of the 95 % interval of one reading, to a tenth of a degree."""
        return round(TWO_SIDED_95 * self.sem_deg, 1)


# No study of people measuring their own hips was found, so none of these is the 1.9 degrees of a
# clinician (Krause 2015). An inclinometer or a phone laid on the shin: 3.9, the standard error of
# a phone under everyday conditions (Spörk 2021: minimal detectable change 10.9, over 2.77).
# A goniometer: 4.7, the upper end of trained testers (Pua 2008: 13.0 over 2.77).
TYPICAL_ERROR = MappingProxyType(
    {
        Device.INCLINOMETER: TypicalError(3.9, Message(id="error_from_spork")),
        Device.PHONE: TypicalError(3.9, Message(id="error_from_spork")),
        Device.GONIOMETER: TypicalError(4.7, Message(id="error_from_pua")),
    }
)


def type_reading(
    storage: Storage,
    *,
    test: Test,
    device: Device,
    mode: Mode,
    side: Side,
    direction: Direction,
    size_deg: float,
    taken_at: datetime,
    now: datetime,
    after_exercise: bool = False,
    note: str = "",
) -> KeptReading:
    """Keep one typed reading.

    Parameters
    ----------
    size_deg
        How far the hip turned in ``direction``; below zero when it did not reach the middle.

    Raises
    ------
    BlockedForSafety
        When the screening answers rule tests out, or were not given yet.
    InvalidRecord
        For a device that reads by itself, a value no hip reaches, or a time to come.
    """
    require_test_allowed(storage, test, now)
    if device not in TYPICAL_ERROR:
        raise InvalidRecord("device_reads_itself", device=device.value)
    if not abs(size_deg) <= MAX_ROTATION_DEG:
        raise InvalidRecord("rotation_out_of_range", most_deg=MAX_ROTATION_DEG)
    if taken_at > now:
        raise InvalidRecord("reading_in_future")
    reading = KeptReading(
        id=new_id(),
        taken_at=taken_at,
        series=Series(test=test, direction=direction, mode=mode, device=device, method=METHOD),
        side=side,
        value_deg=direction.sign * size_deg,
        error95_deg=TYPICAL_ERROR[device].error95_deg,
        after_exercise=after_exercise,
        note=note,
    )
    storage.add_readings([reading])
    return reading
