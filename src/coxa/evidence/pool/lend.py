"""What a pool tells beforehand about one more person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coxa.evidence.case import Borrowed
from coxa.evidence.normal import Z95
from coxa.evidence.pool.analyse import pool_shares
from coxa.evidence.pool.people import without
from coxa.evidence.pool.records import Pooled
from coxa.evidence.pool.share import Share
from coxa.evidence.terms import Kind
from coxa.records import Series

LEAST_PEOPLE = 5
"""Fewer cannot tell how much people differ, and so not what to expect of another one."""


LEAST_SPREAD_DEG = 2.5
"""People are never expected to differ by less (standard deviation): of a few it is often found that
they do not differ at all, which is chance."""


@dataclass(frozen=True, slots=True)
class Lent:
    """What the gain of one more person is expected to be, and of how many people that was learnt.

    The spread is that of the prediction interval: it is wider the fewer people there are. It is
    never less than ``LEAST_SPREAD_DEG``.
    """

    people: int
    expected: Borrowed


def lend(
    shares: Sequence[Share], series: Iterable[Series], token: str | None
) -> Mapping[Series, Lent]:
    """What is lent for each series; nothing where fewer than five other people tell of its kind.

    Only gains that were set against a waiting hip are lent.

    Parameters
    ----------
    token : the person's own, whose share is left out.
    """
    pools = pool_shares(without(shares, token)).pools
    found = {one: _matching(pools, one) for one in series}
    return {one: _lent(pooled) for one, pooled in found.items() if pooled is not None}


def _matching(pools: Sequence[Pooled], series: Series) -> Pooled | None:
    for pooled in pools:
        kind = pooled.pooled_kind
        same = (kind.test, kind.direction, kind.mode) == (
            series.test,
            series.direction,
            series.mode,
        )
        if same and kind.kind is Kind.GAIN and pooled.people >= LEAST_PEOPLE:
            return pooled
    return None


def _lent(pooled: Pooled) -> Lent:
    if pooled.prediction95_deg is None:
        raise ValueError("too few people foretell nothing")
    low, high = pooled.prediction95_deg
    spread_deg = max((high - low) / (2 * Z95), LEAST_SPREAD_DEG)
    expected = Borrowed(mean_deg=pooled.mean_deg, sd_deg=spread_deg)
    return Lent(people=pooled.people, expected=expected)
