"""Keep what a recording gave: the measurement, and each accepted reading in the history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from coxa.app.ids import new_id
from coxa.app.plausible import require_moment
from coxa.app.storage import Storage
from coxa.errors import InvalidRecord
from coxa.records import KeptReading, Measurement, RecordId

SAMPLE_SUFFIX = "/sample"
"""Ends the method of readings of the sample recording, so that they are a series of their own."""


def keep_measurement(
    storage: Storage,
    measurement: Measurement,
    *,
    measurement_id: RecordId,
    taken_at: datetime,
    now: datetime,
    after_exercise: bool | None = None,
    of_sample: bool = False,
) -> Sequence[KeptReading]:
    """Keep a measurement and its accepted readings.

    Raises
    ------
    InvalidRecord
        ``nothing_to_keep`` when every reading was refused; a moment that cannot be;
        ``measurement_exists`` when it was kept before.
    """
    if not measurement.accepted:
        raise InvalidRecord("nothing_to_keep")
    require_moment(taken_at, now)
    suffix = SAMPLE_SUFFIX if of_sample else ""
    labelled = measurement.model_copy(update={"method": measurement.method + suffix})
    kept = [
        KeptReading(
            id=new_id(),
            taken_at=taken_at,
            series=labelled.series_of(reading),
            side=reading.side,
            value_deg=reading.value_deg,
            error95_deg=reading.error95_deg,
            repeats_deg=reading.repeats_deg,
            after_exercise=after_exercise,
            measurement_id=measurement_id,
        )
        for reading in measurement.accepted
        if reading.value_deg is not None and reading.error95_deg is not None
    ]
    storage.add_measurement(measurement_id, taken_at, measurement)
    storage.add_readings(kept)
    return kept


def is_of_sample(reading: KeptReading) -> bool:
    """Whether the reading is of the sample recording, not of the person."""
    return reading.series.method.endswith(SAMPLE_SUFFIX)
