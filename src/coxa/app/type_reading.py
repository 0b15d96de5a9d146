"""Keep a reading that the person took with an instrument and typed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from coxa.app.ids import new_id
from coxa.app.plausible import require_error95, require_moment, require_size
from coxa.app.screening import require_test_allowed
from coxa.app.storage import Storage
from coxa.errors import InvalidRecord
from coxa.evidence import METHOD_ERRORS, MethodError
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, Series

METHOD = "typed"
MOST_NAME = 40
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
    instrument: str = "",
    error95_deg: float | None = None,
    after_exercise: bool | None = None,
    note: str = "",
) -> KeptReading:
    """Keep one typed reading.

    Parameters
    ----------
    size_deg
        How far the hip turned in ``direction``; below zero when it did not reach the middle.
    now
        Aware; its time zone says where the day begins.
    instrument
        What ``Device.OTHER`` is called. Each name makes a series of its own.
    error95_deg
        Half-width of the 95 % interval where the person knows it; else that of the device.

    Raises
    ------
    BlockedForSafety
        When the screening answers rule the test out, or were not given yet.
    InvalidRecord
        For a device that reads by itself or has no name, a value or a give-or-take that cannot
        be, and a time to come.
    """
    require_test_allowed(storage, test, now)
    if device not in TYPICAL_ERROR:
        raise InvalidRecord("device_reads_itself", device=device.value)
    require_size(size_deg)
    require_moment(taken_at, now)
    if error95_deg is not None:
        require_error95(error95_deg)
    reading = KeptReading(
        id=new_id(),
        taken_at=taken_at,
        series=Series(
            test=test,
            direction=direction,
            mode=mode,
            device=device,
            method=method_of(device, instrument),
        ),
        side=side,
        value_deg=direction.sign * size_deg,
        error95_deg=TYPICAL_ERROR[device].error95_deg if error95_deg is None else error95_deg,
        after_exercise=after_exercise,
        note=note,
    )
    storage.add_readings([reading])
    return reading


def instrument_name(series: Series) -> str:
    """What the person called their instrument; empty where the device says it."""
    return series.method.removeprefix(f"{METHOD}: ") if series.device is Device.OTHER else ""


def method_of(device: Device, instrument: str) -> str:
    """``typed``, with the name of another instrument, so that two of them never share a line.

    Raises
    ------
    InvalidRecord
        For another instrument without a name.
    """
    if device is not Device.OTHER:
        return METHOD
    # A slash would make "/sample" possible, the mark of readings that are nobody's.
    name = " ".join(instrument.replace("/", " ").lower().split())
    if not 0 < len(name) <= MOST_NAME:
        raise InvalidRecord("instrument_unnamed", most=MOST_NAME)
    return f"{METHOD}: {name}"
