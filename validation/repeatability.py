"""The same person set up anew: how far readings of one hip scatter about their own mean error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from validation.measures import Z95
from validation.rows import Row


@dataclass(frozen=True)
class Repeatability:
    """Scatter within a person's side and direction, apart from what is always wrong with it.

    Attributes
    ----------
    hips : sets of at least two recordings of one person, side and direction.
    people : that they belong to.
    readings : in those sets.
    within_sd_deg : standard deviation about the set's own mean; the SEM of setting up anew.
    between_sd_deg : standard deviation of the sets' mean errors; what repeats do not show.
    """

    hips: int
    people: int
    readings: int
    within_sd_deg: float
    between_sd_deg: float

    @property
    def mdc95_deg(self) -> float:
        """Smallest difference of two readings beyond their scatter: 1.96 · √2 · SEM."""
        return Z95 * math.sqrt(2) * self.within_sd_deg


def repeatability(rows: Sequence[Row]) -> Repeatability | None:
    """Pooled over all hips read more than once; ``None`` when fewer than two were.

    The truth differs from one recording to the next and is known, so *errors* are compared
    (Bland & Altman, *Stat Methods Med Res* 1999;8:135-160, section 4: a one-way analysis of
    variance). Only people who were set up anew count, and nothing derived.
    """
    sets: dict[tuple[str, str, str], list[float]] = {}
    for row in rows:
        person = row.recording.person
        if person is not None and row.recording.is_base:
            sets.setdefault((person, row.side, row.direction), []).append(row.error_deg)
    sets = {hip: errors for hip, errors in sets.items() if len(errors) > 1}
    if len(sets) < 2:
        return None
    repeated = list(sets.values())
    means = [fmean(errors) for errors in repeated]
    squares = sum(
        (error - mean) ** 2
        for errors, mean in zip(repeated, means, strict=True)
        for error in errors
    )
    freedom = sum(len(errors) - 1 for errors in repeated)
    centre = fmean(means)
    between = sum((mean - centre) ** 2 for mean in means) / (len(means) - 1)
    return Repeatability(
        hips=len(repeated),
        people=len({person for person, _, _ in sets}),
        readings=sum(map(len, repeated)),
        within_sd_deg=math.sqrt(squares / freedom),
        between_sd_deg=math.sqrt(between),
    )
