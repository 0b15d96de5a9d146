"""Keep a reading that the person took with an instrument and typed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from coxa.app.ids import new_id
from coxa.app.screening import require_test_allowed
from coxa.app.storage import Storage
from coxa.errors import InvalidRecord
from coxa.evidence import METHOD_ERRORS, MethodError
from coxa.quantities import MAX_ROTATION_DEG, Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, Series

METHOD = "typed"
TYPICAL_ERROR: Mapping[Device, MethodError] = MappingProxyType(
    {device: error for device, error in METHOD_ERRORS.items() if device is not Device.CAMERA}
)
"""What can be typed: every device but the one that reads by itself."""


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
    after_exercise: bool | None = None,
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
