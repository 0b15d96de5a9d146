"""Whether the error that coxa states holds: the share of differences within it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from coxa.evidence.agreement.people import Groups, flat, independent, standard_error
from coxa.evidence.agreement.records import Coverage, Estimate, Pair
from coxa.evidence.normal import Z95

ROUNDING_DEG = 1e-9
"""A difference of exactly the stated error lies within it."""


def coverage(pairs: Sequence[Pair]) -> Coverage | None:
    """Share of the pairs with a stated error whose difference lies within it.

    Wilson's interval (*J Am Stat Assoc* 1927;22:209–212), with :func:`effective_count` in the
    place of the number of pairs. ``None`` when no error was stated.
    """
    stated = [pair for pair in pairs if pair.error95_deg is not None]
    if not stated:
        return None
    groups = independent(stated, lambda pair: float(_within(pair)))
    within = sum(_within(pair) for pair in stated)
    share = within / len(stated)
    interval = wilson(share, effective_count(groups))
    return Coverage(
        pairs=len(stated), within=within, share=Estimate(value=share, interval95=interval)
    )


def wilson(share: float, count: float) -> tuple[float, float]:
    """Wilson's 95 % interval of a share seen in ``count`` independent cases."""
    z2 = Z95**2
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = Z95 / (1 + z2 / count) * math.sqrt(share * (1 - share) / count + z2 / (4 * count**2))
    return max(middle - half, 0.0), min(middle + half, 1.0)


def effective_count(groups: Groups) -> float:
    """How many independent cases several of a person are worth (Korn & Graubard 1998).

    ``p(1 − p)`` over the variance of the share between people: at most the number of pairs, and
    the number of people when all cases agree and nothing shows how alike a person's cases are.
    """
    values = flat(groups)
    if len(values) == len(groups):
        return len(values)
    share = sum(values) / len(values)
    error = standard_error(groups)
    if not error or share in (0.0, 1.0):
        return len(groups)
    return min(max(share * (1 - share) / error**2, 1.0), len(values))


def _within(pair: Pair) -> bool:
    return abs(pair.difference_deg) <= (pair.error95_deg or 0.0) + ROUNDING_DEG
