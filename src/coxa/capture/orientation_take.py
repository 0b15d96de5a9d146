"""What a phone sends of one take, batch by batch, kept until it can be read."""

from __future__ import annotations

import math
from collections.abc import Sequence

from coxa.capture.orientation import OrientationRecording
from coxa.capture.orientation_rows import (
    COLUMNS,
    MAX_ROWS,
    Row,
    group_out_of_range,
    one_a_moment,
    recording_of,
    tells_nothing,
    whole_groups,
)
from coxa.errors import InvalidRecord

Sent = Sequence[Sequence[float | None]]
"""Rows as they are sent: the columns of a phone's file, ``None`` where nothing was told."""


class OrientationTake:
    """Collects numbered batches; one that came before is passed over, none is ever left out."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._rows: list[Row] = []
        self.next_number = 0

    def take(self, number: int, sent: Sent) -> None:
        """Take a batch in, if it is the next one; the sender learns so from ``next_number``.

        Raises
        ------
        InvalidRecord
            ``phone_batch_unusable``: a row that is none, or a number that no phone can measure;
            ``phone_batch_too_many``: longer than any test. Nothing of the batch is taken.
        """
        if number != self.next_number:
            return
        rows = [_row(row) for row in sent]
        if len(self._rows) + len(rows) > MAX_ROWS:
            raise InvalidRecord("phone_batch_too_many")
        self._rows += [row for row in rows if not tells_nothing(row)]
        self.next_number += 1

    def recording(self) -> OrientationRecording:
        """All that came. A clock that went backwards is left so: it is noticed when read."""
        return recording_of(list(one_a_moment(self._rows)), self._source)


def _row(sent: Sequence[float | None]) -> Row:
    row = [math.nan if value is None else float(value) for value in sent]
    if len(row) != len(COLUMNS) or not math.isfinite(row[0]):
        raise InvalidRecord("phone_batch_unusable")
    if any(math.isinf(value) for value in row) or group_out_of_range(row):
        raise InvalidRecord("phone_batch_unusable")
    return whole_groups(row)
