"""A phone's recording as a CSV file: read with every fault named by its line, and written."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coxa.capture.orientation import OrientationRecording
from coxa.capture.orientation_rows import (
    COLUMNS,
    GROUPS,
    MAX_ROWS,
    TIME,
    Row,
    group_out_of_range,
    one_a_moment,
    recording_of,
    tells_nothing,
    whole_groups,
)
from coxa.errors import UnusableFile

Floats = NDArray[np.float64]

MAX_BYTES = 64_000_000
NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,3})?")
SHOWN_CHARACTERS = 20


def read_orientation_csv(path: Path | str) -> OrientationRecording:
    """Read what a phone recorded.

    Columns are :data:`COLUMNS`, in any order; a whole group may be left out, or be empty in single
    rows, as browsers tell acceleration and orientation one by one. Rows without any number but the
    time are left out. Rows of the same time are put together.

    Raises
    ------
    UnusableFile
        For a file that is missing, empty, too large, no such table, or has a row that cannot be
        read or whose time lies before the row above; the first such line is named.
    """
    path = Path(path)
    return parse_orientation_csv(_bytes(path), path.name)


def parse_orientation_csv(content: bytes, file: str) -> OrientationRecording:
    """The same of what stands in a file of this name."""
    if len(content) > MAX_BYTES:
        raise UnusableFile("phone_file_too_large", file=file)
    if not content.strip():
        raise UnusableFile("recording_empty", file=file)
    try:
        rows = list(one_a_moment(_rows(content.decode("utf-8-sig"), file)))
    except (UnicodeDecodeError, csv.Error):
        raise UnusableFile("phone_file_no_table", file=file) from None
    if not rows:
        raise UnusableFile("phone_file_no_rows", file=file)
    recording = recording_of(rows, file)
    if recording.angles_deg is None and recording.acceleration_m_s2 is None:
        raise UnusableFile("phone_file_no_rows", file=file)
    return recording


def write_orientation_csv(recording: OrientationRecording, path: Path | str) -> None:
    """Write a recording so that :func:`read_orientation_csv` gives the same one."""
    count = recording.frame_count
    columns: list[Floats] = [recording.time_s.reshape(count, 1)]
    for name in GROUPS:
        values = getattr(recording, name)
        columns.append(np.full((count, 3), np.nan) if values is None else values)
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for row in np.hstack(columns):
            writer.writerow(["" if np.isnan(value) else repr(float(value)) for value in row])


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnusableFile("phone_file_too_large", file=path.name)
        return path.read_bytes()
    except (OSError, ValueError):  # ValueError: a name that no file can have
        raise UnusableFile("recording_missing", file=path.name) from None


def _rows(text: str, file: str) -> Iterator[Row]:
    """Numbers of each row in the order of :data:`COLUMNS`, NaN where a cell is empty."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [name.strip() for name in next(reader, [])]
    _check_header(header, file)
    place = [header.index(name) if name in header else None for name in COLUMNS]
    last_s = -math.inf
    count = 0
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        line = reader.line_num
        if len(cells) != len(header):
            raise UnusableFile(
                "phone_file_cells", file=file, line=line, count=len(cells), expected=len(header)
            )
        row = _numbers(cells, place, file, line)
        if tells_nothing(row):
            continue
        count += 1
        if count > MAX_ROWS:
            raise UnusableFile("phone_file_too_large", file=file)
        if row[0] < last_s:
            raise UnusableFile("phone_file_clock_backwards", file=file, line=line)
        last_s = row[0]
        yield row


def _check_header(header: Sequence[str], file: str) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    if TIME not in header or not any(
        name in header for kind in ("angles_deg", "acceleration_m_s2") for name in GROUPS[kind]
    ):
        raise UnusableFile("phone_file_no_table", file=file)
    if unknown or len(set(header)) < len(header):
        name = unknown[0] if unknown else next(n for n in header if header.count(n) > 1)
        raise UnusableFile("phone_file_column", file=file, column=name[:SHOWN_CHARACTERS])
    for group in GROUPS.values():
        missing = [name for name in group if name not in header]
        if 0 < len(missing) < len(group):
            raise UnusableFile("phone_file_column_missing", file=file, column=missing[0])


def _numbers(cells: Sequence[str], place: Sequence[int | None], file: str, line: int) -> Row:
    def number(column: str, at: int | None) -> float:
        cell = "" if at is None else cells[at].strip()
        if not cell and column != TIME:
            return np.nan
        if not NUMBER.fullmatch(cell) or not math.isfinite(float(cell)):
            raise UnusableFile(
                "phone_file_number", file=file, line=line, column=column,
                cell=cell[:SHOWN_CHARACTERS],
            )  # fmt: skip
        return float(cell)

    row = [number(column, at) for column, at in zip(COLUMNS, place, strict=True)]
    too_large = group_out_of_range(row)
    if too_large:
        raise UnusableFile("phone_file_range", file=file, line=line, column=GROUPS[too_large][0])
    return whole_groups(row)
