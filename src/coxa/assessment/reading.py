"""From held repeats to a reading, accepted or refused."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.angles import Rotation
from coxa.assessment.error_model import error95_deg
from coxa.assessment.holds import Excursions
from coxa.quantities import Direction, Side
from coxa.records import Message, Reading, Repeat

MIN_HOLDS = 2
MAX_HIKE_DEG = 3.8
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


def read_repeats(
    side: Side,
    direction: Direction,
    excursions: Excursions,
    time_s: NDArray[np.float64],
    rotation: Rotation,
    model: str,
) -> Reading:
    """The mean of the held repeats with its error, unless something spoilt them."""
    repeats = excursions.holds
    if len(repeats) < MIN_HOLDS:
        return refused(side, direction, Message(id="too_few_holds", params={"held": len(repeats)}))
    repeats_deg = tuple(repeat.value_deg for repeat in repeats)
    reasons: list[Message] = []
    hike_deg = _hike_while_held(time_s, rotation.hike_deg, repeats)
    if abs(hike_deg) > MAX_HIKE_DEG:
        reasons.append(
            Message(id="pelvis_hike", params={"side": side, "hike_deg": round(abs(hike_deg))})
        )
    if np.std(repeats_deg, ddof=1) > MAX_SCATTER_DEG:
        reasons.append(Message(id="repeats_differ"))
    if reasons:
        return refused(side, direction, *reasons).model_copy(update={"repeats": repeats})
    return Reading(
        side=side,
        direction=direction,
        value_deg=float(np.mean(repeats_deg)),
        error95_deg=error95_deg(model, repeats_deg),
        repeats_deg=repeats_deg,
        accepted=True,
        repeats=repeats,
    )


def _hike_while_held(
    time_s: NDArray[np.float64], hike_deg: NDArray[np.float64], repeats: tuple[Repeat, ...]
) -> float:
    held = _within(time_s, repeats)
    seen = hike_deg[held & np.isfinite(hike_deg)]
    return float(np.median(seen)) if len(seen) else 0.0


def _within(time_s: NDArray[np.float64], repeats: tuple[Repeat, ...]) -> NDArray[np.bool_]:
    return np.asarray(
        np.any([(time_s >= hold.start_s) & (time_s <= hold.end_s) for hold in repeats], axis=0)
    )
