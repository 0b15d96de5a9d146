"""What an answer is made of: a verdict per series and side, the figures under it, and the why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.evidence.companions.records import Companions
from coxa.evidence.terms import Kind, Sign, Verdict
from coxa.quantities import Side
from coxa.records import Message, Moment, Record, Series

Probability = Annotated[float, Field(ge=0, le=1)]


class Believed(Record):
    """A figure in degrees: its mean, and the 95 % interval."""

    mean_deg: float
    low_deg: float
    high_deg: float


class Leaning(Record):
    """The gain, had an assumption been at the low or the high end of what is plausible."""

    assumption: str
    low: Believed
    high: Believed


class Borrowing(Record):
    """The gain as it would be believed to be with what other people gained in mind."""

    people: int
    expected_deg: float
    """What the others gained on average: what was expected of this person."""
    expected_sd_deg: float
    """How surely: the spread of their prediction for a new person."""
    gain: Believed
    share: Probability
    """How much of ``gain`` is the others': the rest is the person's own readings'."""


class SideAnswer(Record):
    """The answer for one side within one series. Figures are ``None`` when there are too few."""

    verdict: Verdict
    kind: Kind | None = None
    """Whether the figures are a gain, set against a hip that waited, or only a change."""
    gain_deg: float | None = None
    """What training brought by now; positive: further in the series' direction."""
    interval95_deg: tuple[float, float] | None = None
    p_improved: Probability | None = None
    """Probability that the gain is above zero."""
    p_meaningful: Probability | None = None
    """Probability that the gain is above ``worthwhile_deg``."""
    at_end_of_phase: Believed | None = None
    """The same gain at the last reading of this side's training."""
    baseline_count: int = 0
    """Days with a reading before this side trained, those of waiting among them."""
    training_count: int = 0
    more_readings: int | None = None
    """How many more would probably settle it; ``None`` when settled, or when nobody can say."""
    reasons: tuple[Message, ...] = ()
    """Why the verdict is what it is."""
    leans: tuple[Leaning, ...] = ()
    """How far the gain leans on each assumption; only in an answer with detail."""
    borrowed: Borrowing | None = None
    """A second figure that borrows from a pool; ``None`` where nobody lends."""
    companions: Companions | None = None
    """What single-case research would say; ``None`` without readings of both phases."""


class BandDay(Record):
    """Where a hip truly stood on a day, as the model sees it; signed as readings are."""

    at: Moment
    side: Side
    angle: Believed
    untrained: Believed
    """Where it would have stood without training."""


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
    planned_readings: int | None = None
    """Training readings of a side at the planned end, which the bar for a verdict leans on."""
    contrast_deg: float | None = None
    """Trained side minus waiting side; ``None`` without a waiting side."""
    contrast_interval95_deg: tuple[float, float] | None = None
    time_deg: float | None = None
    """What time and practice alone did from the first analysed reading to the last."""
    time_interval95_deg: tuple[float, float] | None = None
    learnt_sem_deg: float | None = None
    """How far one reading is off, learnt from all readings of the series."""
    signs: tuple[Sign, ...] = ()
    """What was found that makes the answer wider."""
    told: tuple[Message, ...] = ()
    """What else is to be said of these readings, in sentences."""
    band: tuple[BandDay, ...] = ()
    """Only in an answer with detail."""


class Answer(Record):
    """The whole answer to "did it improve?"."""

    engine: str
    """Which engine and version gave it."""
    series: tuple[SeriesAnswer, ...]
    notes: tuple[Message, ...] = ()
    """What this answer cannot say."""
