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
from coxa.errors import UnusableFile

Floats = NDArray[np.float64]

TIME = "time_s"
GROUPS = {
    "angles_deg": ("alpha_deg", "beta_deg", "gamma_deg"),
    "acceleration_m_s2": ("ax", "ay", "az"),
    "rate_deg_s": ("rate_alpha_deg_s", "rate_beta_deg_s", "rate_gamma_deg_s"),
}
COLUMNS = (TIME, *(name for group in GROUPS.values() for name in group))
MOST = {"angles_deg": 360.0, "acceleration_m_s2": 400.0, "rate_deg_s": 10_000.0}
"""A larger number comes from no phone. 400 m/s² and 10,000 °/s are beyond any phone's sensors."""

MAX_BYTES = 64_000_000
MAX_ROWS = 400_000
"""Half an hour at two hundred samples a second."""
NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,3})?")
SHOWN_CHARACTERS = 20

Row = tuple[float, ...]


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
    try:
        content = _bytes(path)
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableFile("phone_file_no_table", file=path.name) from None
    try:
        rows = list(_rows(text, path.name))
    except csv.Error:
        raise UnusableFile("phone_file_no_table", file=path.name) from None
    if not rows:
        raise UnusableFile("phone_file_no_rows", file=path.name)
    return _recording(np.array(rows, dtype=np.float64), path.name)


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
        content = path.read_bytes()
    except (OSError, ValueError):  # ValueError: a name that no file can have
        raise UnusableFile("recording_missing", file=path.name) from None
    if not content.strip():
        raise UnusableFile("recording_empty", file=path.name)
    return content


def _rows(text: str, file: str) -> Iterator[Row]:
    """Numbers of each row in the order of :data:`COLUMNS`, NaN where a cell is empty."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [name.strip() for name in next(reader, [])]
    _check_header(header, file)
    place = [header.index(name) if name in header else None for name in COLUMNS]
    last: Row | None = None
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
        if np.isnan(row[1:]).all():
            continue
        count += 1
        if count > MAX_ROWS:
            raise UnusableFile("phone_file_too_large", file=file)
        if last is not None and row[0] < last[0]:
            raise UnusableFile("phone_file_clock_backwards", file=file, line=line)
        if last is not None and row[0] > last[0]:
            yield last
            last = row
        else:
            last = row if last is None else _together(last, row)
    if last is not None:
        yield last


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
    for index, (kind, most) in enumerate(MOST.items()):
        group = slice(1 + 3 * index, 4 + 3 * index)
        if any(abs(value) > most for value in row[group]):
            raise UnusableFile("phone_file_range", file=file, line=line, column=GROUPS[kind][0])
        if any(np.isnan(row[group])):  # an event with a null in it tells nothing
            row[group] = [np.nan] * 3
    return tuple(row)


def _together(first: Row, second: Row) -> Row:
    """Two events of one moment."""
    return tuple(b if np.isnan(a) else a for a, b in zip(first, second, strict=True))


def _recording(rows: Floats, file: str) -> OrientationRecording:
    def group(index: int) -> Floats | None:
        values = rows[:, 1 + 3 * index : 4 + 3 * index]
        return None if np.isnan(values).all() else values

    angles_deg, acceleration_m_s2, rate_deg_s = (group(index) for index in range(len(GROUPS)))
    if angles_deg is None and acceleration_m_s2 is None:
        raise UnusableFile("phone_file_no_rows", file=file)
    return OrientationRecording(
        time_s=rows[:, 0],
        angles_deg=angles_deg,
        acceleration_m_s2=acceleration_m_s2,
        rate_deg_s=rate_deg_s,
        source=file,
    )
