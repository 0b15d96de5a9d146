"""What the model answers to a case: gains, contrast, time, verdicts, and what they lean on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coxa.evidence.terms import Kind, Sign, Verdict
from coxa.quantities import Side

Interval = tuple[float, float]
"""From and to, in degrees; 95 % of what is believed lies between."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean with its 95 % interval, in degrees."""

    mean_deg: float
    interval95_deg: Interval


@dataclass(frozen=True, slots=True)
class SideJudgement:
    """The answer for a side that trained.

    Attributes
    ----------
    gain_deg : what training brought by the last reading of the case.
    p_improved : probability that it is above zero.
    p_meaningful : probability that it is above the worthwhile gain.
    at_end_of_phase : the same gain at this side's last training reading.
    more_readings : about how many more would probably settle it; ``None``: settled, or too many.
    training_days : different days with a training reading.
    """

    gain_deg: float
    interval95_deg: Interval
    p_improved: float
    p_meaningful: float
    verdict: Verdict
    kind: Kind
    at_end_of_phase: Figure
    more_readings: int | None = None
    baseline_days: int = 0
    training_days: int = 0
    past_horizon: bool = False


@dataclass(frozen=True, slots=True)
class BandPoint:
    """Where the hip truly stands on a day, as the model sees it, and where it would untrained."""

    day: float
    side: Side
    angle: Figure
    untrained: Figure


@dataclass(frozen=True, slots=True)
class Lean:
    """The gain of a side had an assumption been at the low or the high end of what is plausible."""

    assumption: str
    side: Side
    low: Figure
    high: Figure


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """The whole answer to a case.

    Attributes
    ----------
    sides : every side with a reading; ``None``: it never trained, or too little is known of it.
    contrast_deg : trained side minus waiting side; ``None`` without a side that waits.
    time_deg : what time and practice alone did from the first analysed reading to the last.
    more_readings : the fewest that would probably settle a side that is open.
    sem_deg : what one reading is off by, as learnt from these readings.
    band : in the order of days; only when asked for, as ``leans``.
    """

    sides: Mapping[Side, SideJudgement | None]
    contrast_deg: float | None = None
    contrast_interval95_deg: Interval | None = None
    time_deg: float | None = None
    time_interval95_deg: Interval | None = None
    more_readings: int | None = None
    sem_deg: float | None = None
    signs: tuple[Sign, ...] = ()
    band: tuple[BandPoint, ...] = ()
    leans: tuple[Lean, ...] = ()
