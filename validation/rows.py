"""One row per recording, side and direction: what was true, what was read, what was refused."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coxa.assessment import assess
from coxa.capture import PoseRecording
from coxa.quantities import Direction, Side
from coxa.records import Measurement
from validation.ground import Movement, Recording

NAIVE = "no-such-model"
"""Nothing was taught about this pose model, so its readings are image tilt minus neutral."""
NOT_NOTICED = "not_noticed"
"""The movement was made, and the measurement does not even list it."""
COLUMNS = (
    "recording",
    "base",
    "body",
    "fault",
    "side",
    "direction",
    "truth_deg",
    "value_deg",
    "error95_deg",
    "naive_deg",
    "reasons",
)


@dataclass(frozen=True)
class Row:
    """One movement.

    Attributes
    ----------
    truth_deg : ``None`` when this movement was not made.
    value_deg, error95_deg : ``None`` when it was refused.
    naive_deg : what the same recording gives without calibration, ``None`` when refused.
    reasons : why it was refused.
    """

    recording: Recording
    side: Side
    direction: Direction
    truth_deg: float | None
    value_deg: float | None
    error95_deg: float | None
    naive_deg: float | None
    reasons: tuple[str, ...]

    @property
    def accepted(self) -> bool:
        return self.value_deg is not None

    @property
    def readable(self) -> bool:
        """It should be read: it was made, in a recording without fault."""
        return self.truth_deg is not None and self.recording.refusal is None

    @property
    def hike_deg(self) -> float:
        return self.recording.hike_deg[self.side, self.direction]

    @property
    def error_deg(self) -> float:
        """Value minus truth, of an accepted reading of a movement that was made."""
        return difference(self.value_deg, self.truth_deg)

    @property
    def naive_error_deg(self) -> float:
        return difference(self.naive_deg, self.truth_deg)

    @property
    def holds(self) -> bool:
        """The stated 95 % interval holds the truth."""
        assert self.error95_deg is not None
        return abs(self.error_deg) <= self.error95_deg


def difference(value_deg: float | None, truth_deg: float | None) -> float:
    """Value minus truth of a row that has both."""
    if value_deg is None or truth_deg is None:
        raise ValueError("only an accepted reading of a real movement has an error")
    return value_deg - truth_deg


def rows_of(recording: Recording, poses: PoseRecording) -> list[Row]:
    """What the movements of one recording were read as.

    Movements that were neither made nor read leave no row, except in a recording that must be
    refused and in which nothing was made.
    """
    measured = _by_movement(assess(poses))
    naive = _by_movement(assess(replace(poses, model=NAIVE)))
    accepted = [movement for movement, (value, *_) in measured.items() if value is not None]
    shown = dict.fromkeys([*recording.truth_deg, *accepted]) or measured
    nothing = (None, None, (NOT_NOTICED,))
    rows = []
    for side, direction in shown:
        value_deg, error95_deg, reasons = measured.get((side, direction), nothing)
        rows.append(
            Row(
                recording=recording,
                side=side,
                direction=direction,
                truth_deg=recording.truth_deg.get((side, direction)),
                value_deg=value_deg,
                error95_deg=error95_deg,
                naive_deg=naive.get((side, direction), nothing)[0],
                reasons=reasons,
            )
        )
    return rows


def read_well(rows: Iterable[Row]) -> list[Row]:
    """The readings that accuracy is judged on: accepted, of movements that should be read."""
    return [row for row in rows if row.readable and row.accepted]


def write_csv(rows: Sequence[Row], file: Path) -> None:
    """All rows as a table, so that every figure can be computed again without rendering."""
    bodies = body_numbers(rows)
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for row in rows:
            numbers = (row.truth_deg, row.value_deg, row.error95_deg, row.naive_deg)
            table.writerow(
                [
                    row.recording.name,
                    row.recording.base,
                    bodies[row.recording.body],
                    row.recording.refusal or "",
                    row.side,
                    row.direction,
                    *("" if number is None else f"{number:.2f}" for number in numbers),
                    " ".join(row.reasons),
                ]
            )


def body_numbers(rows: Iterable[Row]) -> dict[str, int]:
    """A short number for every body."""
    bodies = sorted({row.recording.body for row in rows})
    return {body: number for number, body in enumerate(bodies, start=1)}


Outcome = tuple[float | None, float | None, tuple[str, ...]]


def _by_movement(measurement: Measurement) -> dict[Movement, Outcome]:
    return {
        (reading.side, reading.direction): (
            reading.value_deg,
            reading.error95_deg,
            tuple(reason.id for reason in reading.reasons),
        )
        for reading in measurement.readings
    }
