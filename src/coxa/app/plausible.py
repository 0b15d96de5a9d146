"""What can be true of a reading at all; anything else is refused with a sentence, nothing kept."""

from __future__ import annotations

from datetime import datetime

from coxa.errors import InvalidRecord
from coxa.quantities import MAX_ROTATION_DEG

LEAST_ERROR95_DEG = 1.0
MOST_ERROR95_DEG = 30.0
"""A give-or-take beyond these is a slip of the pen: finer than any test, or wide as the range."""
EARLIEST_YEAR = 1950
"""A year before this one is a slip of the pen, and would stretch every picture over centuries."""


def require_size(size_deg: float) -> None:
    """Let a rotation pass that a hip can reach. Raises InvalidRecord; also for no number at all."""
    if not abs(size_deg) <= MAX_ROTATION_DEG:
        raise InvalidRecord("rotation_out_of_range", most_deg=round(MAX_ROTATION_DEG))


def require_error95(error95_deg: float) -> None:
    """Let a give-or-take pass that an instrument can have. Raises InvalidRecord."""
    if not LEAST_ERROR95_DEG <= error95_deg <= MOST_ERROR95_DEG:
        least, most = round(LEAST_ERROR95_DEG), round(MOST_ERROR95_DEG)
        raise InvalidRecord("stated_error_unlikely", least_deg=least, most_deg=most)


def require_moment(taken_at: datetime, now: datetime) -> None:
    """Let a moment pass at which somebody can have measured. Raises InvalidRecord."""
    if taken_at > now:
        raise InvalidRecord("reading_in_future")
    if taken_at.year < EARLIEST_YEAR:
        raise InvalidRecord("reading_long_ago", year=taken_at.year)
