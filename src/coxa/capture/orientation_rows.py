"""Rows of a phone's sensors, as a file holds them or a phone sends them, made into a recording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from coxa.capture.orientation import OrientationRecording

Floats = NDArray[np.float64]
Row = tuple[float, ...]
"""A time and nine numbers in the order of :data:`COLUMNS`, NaN where nothing was told."""

TIME = "time_s"
GROUPS = {
    "angles_deg": ("alpha_deg", "beta_deg", "gamma_deg"),
    "acceleration_m_s2": ("ax", "ay", "az"),
    "rate_deg_s": ("rate_alpha_deg_s", "rate_beta_deg_s", "rate_gamma_deg_s"),
}
COLUMNS = (TIME, *(name for group in GROUPS.values() for name in group))
MOST = {"angles_deg": 360.0, "acceleration_m_s2": 400.0, "rate_deg_s": 10_000.0}
"""A larger number comes from no phone. 400 m/s² and 10,000 °/s are beyond any phone's sensors."""

MAX_ROWS = 400_000
"""Half an hour at two hundred samples a second."""


def whole_groups(row: Sequence[float]) -> Row:
    """The row without groups that lack a number: an event with a null in it tells nothing."""
    whole = list(row)
    for group in _places():
        if any(np.isnan(whole[group])):
            whole[group] = [np.nan] * 3
    return tuple(whole)


def group_out_of_range(row: Sequence[float]) -> str | None:
    """The first group with a number that no phone can measure."""
    for name, group in zip(GROUPS, _places(), strict=True):
        if any(abs(value) > MOST[name] for value in row[group]):
            return name
    return None


def tells_nothing(row: Sequence[float]) -> bool:
    """Whether there is nothing in it but the time."""
    return bool(np.isnan(row[1:]).all())


def one_a_moment(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of the same time put together, as two events of one moment."""
    last: Row | None = None
    for row in rows:
        if last is not None and row[0] != last[0]:
            yield last
            last = row
        else:
            last = row if last is None else _together(last, row)
    if last is not None:
        yield last


def recording_of(rows: Sequence[Row], source: str) -> OrientationRecording:
    """The recording that these rows are; a group that no row has is ``None``."""
    table = np.array(rows, dtype=np.float64).reshape(-1, len(COLUMNS))
    groups = [table[:, group] for group in _places()]
    angles_deg, acceleration_m_s2, rate_deg_s = (
        None if np.isnan(values).all() else values for values in groups
    )
    return OrientationRecording(
        time_s=table[:, 0],
        angles_deg=angles_deg,
        acceleration_m_s2=acceleration_m_s2,
        rate_deg_s=rate_deg_s,
        source=source,
    )


def _places() -> list[slice]:
    return [slice(1 + 3 * index, 4 + 3 * index) for index in range(len(GROUPS))]


def _together(first: Row, second: Row) -> Row:
    return tuple(b if np.isnan(a) else a for a, b in zip(first, second, strict=True))
