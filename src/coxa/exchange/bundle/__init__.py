"""The bundle: all records of a person as a zip of documented CSV files, out and in."""

from coxa.exchange.bundle.archive import (
    FORMAT_VERSION,
    MAX_BUNDLE_BYTES,
    read_bundle,
    write_bundle,
)
from coxa.exchange.bundle.consistency import before_changes, reading_of
from coxa.exchange.bundle.content import AllRecords, KeptMeasurement
from coxa.exchange.bundle.faults import Fault, RejectedBundle

__all__ = [
    "FORMAT_VERSION",
    "MAX_BUNDLE_BYTES",
    "AllRecords",
    "Fault",
    "KeptMeasurement",
    "RejectedBundle",
    "before_changes",
    "read_bundle",
    "reading_of",
    "write_bundle",
]
