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


class ErrorOrigin(StrEnum):
    """Where the error of a reading is taken from."""

    METHOD = "method"
    OWN = "own"


class ReadingError(Record):
    """How far single readings of one series are off, with the interval of that figure itself."""

    origin: ErrorOrigin
    sem_deg: float
    """Standard error of measurement of one reading."""
    sem_interval95_deg: tuple[float, float]
    mdc95_deg: float
    """The change between two single readings that is beyond their error: 1.96 √2 SEM."""
    mdc_interval95_deg: tuple[float, float]
    method_sem_deg: float
    """What it started from."""
    method_mdc95_deg: float
    method_source: Message
    readings: int = 0
    """How many of the person's own baseline readings it was learnt from; 0: the method's alone."""
    days: int = 0
    """Different baseline days so far."""
    days_needed: int
    can_become_own: bool
    """Whether baseline days can still come; not once training has begun."""


class SeriesAnswer(Record):
    """The answers of both sides within one series: readings of the same kind."""

    series: Series
    sides: dict[Side, SideAnswer]
    error: ReadingError | None = None
    """How far single readings are off; the engine always says so."""
    worthwhile_deg: float | None = None
    """The change that counts as meaningful: MDC95 of ``error``."""
    contrast_deg: float | None = None
    """Trained side minus waiting side; ``None`` without a waiting side."""


class Answer(Record):
    """The whole answer to "did it improve?"."""

    engine: str
    """Which engine and version gave it."""
    series: tuple[SeriesAnswer, ...]
    notes: tuple[Message, ...] = ()
    """What this answer cannot say."""
