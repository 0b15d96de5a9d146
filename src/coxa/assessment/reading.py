"""From held repeats to a reading, accepted or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.assessment.holds import Excursions
from coxa.quantities import Direction, Side
from coxa.records import Message, Reading, Repeat

Floats = NDArray[np.float64]

MIN_HOLDS = 2
MAX_SCATTER_DEG = 6.0
"""Repeats that differ more than this (standard deviation) are not repeats of one movement."""


def refused(side: Side, direction: Direction, *reasons: Message) -> Reading:
    """A reading that is listed with its reasons and without a number."""
    return Reading(
        side=side,
        direction=direction,
        value_deg=None,
        error95_deg=None,
        accepted=False,
        reasons=reasons,
    )


@dataclass(frozen=True)
class PelvisWatch:
    """How far the pelvis tilted since rest, and from where on that spoils a reading.

    Attributes
    ----------
    tilt_deg : (n,) NaN where not seen.
    most_deg : more than this, while a repeat is held, is refused.
    reason : whole degrees of tilt -> why.
    """

    tilt_deg: Floats
    most_deg: float
    reason: Callable[[int], Message]

    def spoilt(self, time_s: Floats, repeats: tuple[Repeat, ...]) -> list[Message]:
        """The reason to refuse these repeats, if there is one."""
        seen = self.tilt_deg[holding(time_s, repeats) & np.isfinite(self.tilt_deg)]
        tilt_deg = abs(float(np.median(seen))) if len(seen) else 0.0
        return [self.reason(round(tilt_deg))] if tilt_deg > self.most_deg else []


def holding(time_s: Floats, repeats: Sequence[Repeat]) -> NDArray[np.bool_]:
    """(n,) frames in which one of the repeats is held."""
    held = np.zeros(len(time_s), dtype=np.bool_)
    for repeat in repeats:
        held |= (time_s >= repeat.start_s) & (time_s <= repeat.end_s)
    return held


def read_repeats(
    side: Side,
    direction: Direction,
    excursions: Excursions,
    time_s: Floats,
    pelvis: PelvisWatch,
    error95_deg: Callable[[Sequence[float]], float],
) -> Reading:
    """The mean of the held repeats with its error, unless something spoilt them."""
    repeats = excursions.holds
    if len(repeats) < MIN_HOLDS:
        return refused(side, direction, Message(id="too_few_holds", params={"held": len(repeats)}))
    repeats_deg = tuple(repeat.value_deg for repeat in repeats)
    reasons = pelvis.spoilt(time_s, repeats)
    if np.std(repeats_deg, ddof=1) > MAX_SCATTER_DEG:
        reasons.append(Message(id="repeats_differ"))
    if reasons:
        return refused(side, direction, *reasons).model_copy(update={"repeats": repeats})
    return Reading(
        side=side,
        direction=direction,
        value_deg=float(np.mean(repeats_deg)),
        error95_deg=error95_deg(repeats_deg),
        repeats_deg=repeats_deg,
        accepted=True,
        repeats=repeats,
    )
