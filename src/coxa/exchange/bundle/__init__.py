"""The bundle: all records of a person as a zip of documented CSV files, out and in."""

from coxa.exchange.bundle.archive import (
    FORMAT_VERSION,
    MAX_BUNDLE_BYTES,
    read_bundle,
    write_bundle,
)
from coxa.exchange.bundle.attached import phone_recording_readable
from coxa.exchange.bundle.consistency import before_changes, reading_of
from coxa.exchange.bundle.content import AllRecords, KeptMeasurement, Leg
from coxa.exchange.bundle.faults import Fault, RejectedBundle

__all__ = [
    "FORMAT_VERSION",
    "MAX_BUNDLE_BYTES",
    "AllRecords",
    "Fault",
    "KeptMeasurement",
    "Leg",
    "RejectedBundle",
    "before_changes",
    "phone_recording_readable",
    "read_bundle",
    "reading_of",
    "write_bundle",
]
