"""One kind of simulated people: how they read, what they are not told, what training brings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from validation.measures import Floats

WEEK_DAYS = 7.0
TWO_SIDED_95 = 1.959964


class Course(StrEnum):
    """Whose hips are read, and when they train. The left one trains first."""

    OTHER_WAITS = "other_waits"
    OTHER_FOLLOWS = "other_follows"
    """The right hip starts to train when the left has half of its training readings."""
    ONE_LEG = "one_leg"


class Rhythm(StrEnum):
    """On which days there are readings."""

    STEADY = "steady"
    """Every day of the baseline, every other day of training."""
    IRREGULAR = "irregular"
    """One to four days apart, at any hour from morning to evening."""


@dataclass(frozen=True)
class Scene:
    """What is true of all people of a scene; what differs between them is drawn.

    A reading's error of SD ``sem_deg`` has a part that both hips share on a day (``shared`` of its
    variance) and a part of each hip's own. Autocorrelations are from one reading to the next,
    however many days lie between.

    Attributes
    ----------
    tells : the scene in the report's words.
    gains_deg : what training brings by the last planned reading; a run for each.
    looked_at_deg : the gains with which people look after every reading, not only at the end.
    stated_factor : stated error / true error.
    spill : share of the gain that the other hip gains too.
    practice_deg : how much lower the first two readings are, of both hips.
    tails : freedom of the Student's t that errors are drawn from; their SD stays.
    pause : exercise is done unevenly and stops for two weeks, and the doses are known.
    tau_weeks : within that time 63 % of the gain come in; ``None``: as much every week.
    long_run : ``gains_deg`` is what would be reached in the end, not by the last reading.
    """

    name: str
    tells: str
    gains_deg: tuple[float, ...] = (0.0, 3.0, 5.0, 6.0)
    looked_at_deg: tuple[float, ...] = (0.0,)
    course: Course = Course.OTHER_WAITS
    rhythm: Rhythm = Rhythm.STEADY
    baseline: int = 8
    training: int = 18
    planned: int = 18
    sem_deg: float = 2.5
    stated_factor: float = 1.0
    shared: float = 0.5
    shared_autocorrelation: float = 0.2
    left_autocorrelation: float = 0.0
    drift_deg_per_week: float = 0.0
    left_drift_deg_per_week: float = 0.0
    practice_deg: float = 0.0
    tails: float | None = None
    missing: float = 0.0
    spill: float = 0.0
    outliers: float = 0.0
    outlier_deg: float = 12.0
    pause: bool = False
    long_run: bool = False
    tau_weeks: float | None = 2.0

    def shape(self, weeks: Floats) -> Floats:
        """How a gain grows with the weeks trained, up to a factor."""
        return weeks if self.tau_weeks is None else np.asarray(1 - np.exp(-weeks / self.tau_weeks))

    @property
    def stated_sem_deg(self) -> float:
        return self.sem_deg * self.stated_factor

    @property
    def worthwhile_deg(self) -> float:
        """The series' MDC95, as it would be fixed before training."""
        return float(TWO_SIDED_95 * np.sqrt(2.0) * self.stated_sem_deg)
