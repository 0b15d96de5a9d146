"""From what is believed of a gain to one of the five verdicts."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.evidence.judgement import Figure
from coxa.evidence.model.boundary import bar, clears
from coxa.evidence.terms import Verdict

LEAST_BASELINE_DAYS = 3
"""Three readings a phase are the least that single-case standards accept, five the full number
(What Works Clearinghouse, *Procedures and Standards Handbook* 4.1, 2020)."""

FULL_BASELINE_DAYS = 5
LEAST_TRAINING_DAYS = 4
"""The first look that the boundary was tried with."""

FULL_TRAINING_DAYS = 8
NO_CHANGE_WITHIN_DEG = 5.0
"""To say "no change", a change of this size must be ruled out: what training might plausibly do."""

SURE_MEANINGFUL = 0.95


@dataclass(frozen=True, slots=True)
class Standing:
    """How much there is of one side, which no figure tells.

    Attributes
    ----------
    baseline_days : untrained days of this side, those of waiting among them.
    """

    baseline_days: int
    training_days: int
    planned_readings: int
    worthwhile_deg: float

    @property
    def enough(self) -> bool:
        return (
            self.baseline_days >= LEAST_BASELINE_DAYS and self.training_days >= LEAST_TRAINING_DAYS
        )

    @property
    def full(self) -> bool:
        """Enough to say that nothing changed."""
        return self.baseline_days >= FULL_BASELINE_DAYS and self.training_days >= FULL_TRAINING_DAYS

    @property
    def bar(self) -> float:
        return bar(self.training_days, self.planned_readings)

    @property
    def margin_deg(self) -> float:
        """A change within this is none worth telling."""
        return min(self.worthwhile_deg, NO_CHANGE_WITHIN_DEG)


def verdict(gain: Figure, p_improved: float, p_meaningful: float, standing: Standing) -> Verdict:
    """The verdict on a gain that is believed to lie so, given so many readings."""
    if not standing.enough:
        return Verdict.CANNOT_TELL
    if clears(p_improved, standing.bar):
        sure = p_meaningful >= SURE_MEANINGFUL
        return Verdict.IMPROVED_MEANINGFULLY if sure else Verdict.IMPROVED
    if clears(1 - p_improved, standing.bar):
        return Verdict.WORSE
    low, high = gain.interval95_deg
    if standing.full and -standing.margin_deg < low and high < standing.margin_deg:
        return Verdict.NO_MEANINGFUL_CHANGE
    return Verdict.CANNOT_TELL
