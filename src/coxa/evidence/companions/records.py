"""The form in which companions cross a boundary."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.records import Record


class TauU(Record):
    """Tau-U, *A against B minus trend in A*, in its three published conventions."""

    complete: float | None
    """Kendall's tau-b of the values with the phase, the baseline in reversed order (scan)."""
    parker: float | None
    """Over the pairs between the phases (Parker 2011); it may step over 1."""
    tarlow: float | None
    """Over all pairs that were compared (Tarlow's calculator)."""


class PiecewiseCoefficients(Record):
    """Degrees, and degrees a day; ``None`` where they cannot be told."""

    intercept: float | None
    trend: float | None
    level: float | None
    slope: float | None


class PiecewiseModel(Record):
    """A straight line through the baseline that may jump and bend where training begins."""

    intercept: float
    """Degrees on the day of the first reading."""
    trend: float
    """Degrees a day through all readings."""
    level: float
    """By how many degrees the line jumps at the first training reading."""
    slope: float
    """Degrees a day that training adds to the trend, counted from its first reading."""
    standard_errors: PiecewiseCoefficients | None
    """Of each of the four, as if days were independent; ``None``: no reading is left for it."""


class Companions(Record):
    """The companions of one hip in one series; positive: further in the series' direction."""

    nap: float | None
    """Nonoverlap of all pairs, 0 to 1; 0.5 is none."""
    tau: float | None
    """Of the same pairs, −1 to 1; a tied pair counts half below the line."""
    tau_parker: float | None
    """The same where every pair counts whole: 2 NAP − 1."""
    tau_u: TauU
    tau_bc: float | None
    """Baseline-corrected tau: the same after the baseline's trend was taken from all readings."""
    plm: PiecewiseModel | None
    randomisation_p: float | None
    """Share of the starts that were possible with at least as large a difference of means."""
    randomisation_assignments: int | None
    """How many starts were possible; no p is smaller than one over their number."""


@dataclass(frozen=True, slots=True)
class Randomisation:
    """A randomisation test: its p, and from how many assignments."""

    p: float
    assignments: int
