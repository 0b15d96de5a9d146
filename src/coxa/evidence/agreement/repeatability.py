"""Repeats of the same leg on the same day: how far a device scatters about itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from statistics import fmean

from coxa.evidence.agreement.limits import sd_estimate
from coxa.evidence.agreement.records import Pair, Repeatability
from coxa.quantities import Side


def repeatability(
    pairs: Sequence[Pair], value: Callable[[Pair], float] = lambda pair: pair.turned_deg
) -> Repeatability | None:
    """Within-person standard deviation, pooled over all sets of repeats.

    Bland & Altman 1999, section 4: ``√(Σ(y − set mean)² / Σ(m − 1))`` with the chi-squared
    interval of that many degrees of freedom. It holds what the leg itself did differently, too.
    ``None`` without repeats.
    """
    sets: dict[tuple[str, date, Side], list[float]] = {}
    for pair in pairs:
        sets.setdefault((pair.participant, pair.day, pair.side), []).append(value(pair))
    repeated = [values for values in sets.values() if len(values) > 1]
    if not repeated:
        return None
    squares = sum(sum((one - fmean(values)) ** 2 for one in values) for values in repeated)
    freedom = sum(len(values) - 1 for values in repeated)
    return Repeatability(sets=len(repeated), sd_deg=sd_estimate(squares, freedom))
