"""The files beside the sheets: what cameras and phones recorded, by the measurement it gave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from coxa.capture import parse_orientation_csv
from coxa.errors import UnusableFile
from coxa.exchange.bundle.content import AllRecords, Leg
from coxa.exchange.bundle.faults import Fault, fault
from coxa.exchange.bundle.tables import MEASUREMENTS
from coxa.quantities import Device, Side
from coxa.records import Message, RecordId

LANDMARKS_NAME = re.compile(r"landmarks/([0-9a-f]{32})\.npz")
PHONE_NAME = re.compile(r"phone/([0-9a-f]{32})-(left|right)\.csv")


def is_attached(name: str) -> bool:
    """Whether a member of this name may stand beside the sheets."""
    return bool(LANDMARKS_NAME.fullmatch(name) or PHONE_NAME.fullmatch(name))


def attached(records: AllRecords) -> dict[str, bytes]:
    """The files by their names in the bundle."""
    files = {_landmarks_name(key): data for key, data in sorted(records.landmarks.items())}
    return files | {_phone_name(leg): data for leg, data in sorted(records.phone.items())}


def landmarks_of(members: Mapping[str, bytes]) -> dict[RecordId, bytes]:
    """The landmarks among the members of a bundle."""
    return {
        match[1]: content
        for name, content in members.items()
        if (match := LANDMARKS_NAME.fullmatch(name))
    }


def phone_of(members: Mapping[str, bytes]) -> dict[Leg, bytes]:
    """What phones recorded, among the members of a bundle."""
    return {
        (match[1], Side(match[2])): content
        for name, content in members.items()
        if (match := PHONE_NAME.fullmatch(name))
    }


def attachment_faults(records: AllRecords) -> Iterator[Fault]:
    """Files without their measurement, and phones' recordings that cannot be read."""
    device = {one.id: one.measurement.device for one in records.measurements}
    for key in records.landmarks:
        if key not in device:
            yield fault(_landmarks_name(key), 1, "bundle_fault_belongs", table=MEASUREMENTS.file)
    for leg, content in records.phone.items():
        name = _phone_name(leg)
        if leg[0] not in device:
            yield fault(name, 1, "bundle_fault_belongs", table=MEASUREMENTS.file)
        elif device[leg[0]] is not Device.PHONE:
            yield fault(name, 1, "bundle_fault_not_by_phone", table=MEASUREMENTS.file)
        else:
            yield from _unreadable(name, content)


def phone_recording_readable(content: bytes) -> bool:
    """Whether a bundle with this recording is taken."""
    return not list(_unreadable("", content))


def _unreadable(name: str, content: bytes) -> Iterator[Fault]:
    try:
        parse_orientation_csv(content, name)
    except UnusableFile as problem:
        line = problem.params.get("line", 1)
        yield Fault(name, int(line), Message(id=problem.message_id, params=problem.params))


def _landmarks_name(measurement_id: RecordId) -> str:
    return f"landmarks/{measurement_id}.npz"


def _phone_name(leg: Leg) -> str:
    measurement_id, side = leg
    return f"phone/{measurement_id}-{side.value}.csv"
