"""What an answer is made of: a verdict per series and side, the figures under it, and the why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.quantities import Side
from coxa.records import Message, Record, Series

Probability = Annotated[float, Field(ge=0, le=1)]


class Verdict(StrEnum):
    """The five things that an answer can say."""

    IMPROVED = "improved"
    IMPROVED_MEANINGFULLY = "improved_meaningfully"
    NO_MEANINGFUL_CHANGE = "no_meaningful_change"
    WORSE = "worse"
    CANNOT_TELL = "cannot_tell"


class SideAnswer(Record):
    """The answer for one side within one series. Figures are ``None`` when there are too few."""

    verdict: Verdict
    gain_deg: float | None = None
    """Change of the mean, positive when the hip turns further in the series' direction."""
    interval95_deg: tuple[float, float] | None = None
    p_improved: Probability | None = None
    """Probability that the change is above zero."""
    p_meaningful: Probability | None = None
    """Probability that the change is above ``worthwhile_deg``."""
    baseline_mean_deg: float | None = None
    """Signed as readings are: internal positive."""
    recent_mean_deg: float | None = None
    reading_sd_deg: float | None = None
    """How far single readings scatter: learnt from these, leaning on the method's stated error."""
    baseline_count: int = 0
    recent_count: int = 0
    more_readings: int | None = None
    """How many more would probably settle it; ``None`` when settled, or when nobody can say."""
    reasons: tuple[Message, ...] = ()
    """Why the verdict is what it is."""


class SeriesAnswer(Record):
    """The answers of both sides within one series: readings of the same kind."""

    series: Series
    sides: dict[Side, SideAnswer]
    worthwhile_deg: float | None = None
    """The change that counts as meaningful: MDC95 of two single readings, from the stated error."""
    contrast_deg: float | None = None
    """Trained side minus waiting side; ``None`` without a waiting side."""


class Answer(Record):
    """The whole answer to "did it improve?"."""

    engine: str
    """Which engine and version gave it."""
    series: tuple[SeriesAnswer, ...]
    notes: tuple[Message, ...] = ()
    """What this answer cannot say."""
