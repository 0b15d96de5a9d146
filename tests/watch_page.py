"""A synthetic person's frames as the player's page sends them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from coxa.capture import FRAME
from tests.synthetic_exercise import SyntheticFrame

PAGE_CLOCK_S = 1000.0


def packets(frames: Iterable[SyntheticFrame], first: int = 0) -> Iterator[bytes]:
    """One packet for each frame, numbered from ``first``."""
    for number, frame in enumerate(frames, first):
        row = np.zeros((), FRAME)
        row["number"], row["people"] = number, -1
        row["time_s"], row["score"] = PAGE_CLOCK_S + frame.time_s, frame.score
        row["image_px"] = np.reshape(frame.image_px, (-1, 2))
        row["visibility"] = frame.visibility
        yield row.tobytes()
