"""Landmarks of a recording of any length, kept on disk while it is read.

A frame takes 856 bytes: 92 MB for an hour at 30 frames a second, in a temporary file that the
system removes by itself, and seen through a memory map. The process's own memory does not grow.
"""

from __future__ import annotations

import tempfile
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from coxa.pose import Landmarks
from coxa.records import LANDMARK_COUNT

FRAME = np.dtype(
    [
        ("time_s", np.float64),
        ("image_px", np.float32, (LANDMARK_COUNT, 2)),
        ("world_m", np.float32, (LANDMARK_COUNT, 3)),
        ("visibility", np.float32, (LANDMARK_COUNT,)),
        ("shanks_px", np.float32, (2, 2, 3)),
        ("score", np.float32),
        ("people", np.int8),
        ("by_mirror", np.bool_),
    ],
    align=True,
)


class Spool:
    """Takes frames one by one and gives them back as one array of ``FRAME``."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="coxa-")  # noqa: SIM115 - closed by __exit__
        self._row = np.zeros(1, FRAME)

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, time_s: float, found: Landmarks | None, people: int) -> None:
        """Append a frame; without a person its landmarks are NaN and its score 0."""
        row = self._row
        row["time_s"], row["people"] = time_s, people
        row["image_px"] = found.image_px if found else np.nan
        row["world_m"] = found.world_m if found else np.nan
        row["visibility"] = found.visibility if found else np.nan
        row["shanks_px"] = found.shanks_px if found else np.nan
        row["score"] = found.score if found else 0.0
        row["by_mirror"] = found is not None and found.by_mirror
        self._file.write(row.tobytes())

    def rows(self) -> NDArray[np.void]:
        """All frames; the array outlives the spool."""
        self._file.flush()
        return np.memmap(self._file, FRAME, mode="r+")
