"""From shares to the pooled answer: one analysis for each kind of gain, never across kinds."""

from __future__ import annotations

from collections.abc import Sequence

from coxa.evidence.pool.average import around, average_of, people_of
from coxa.evidence.pool.dose_response import dose_responses
from coxa.evidence.pool.estimators import other_estimates
from coxa.evidence.pool.groups import groupings
from coxa.evidence.pool.notes import notes
from coxa.evidence.pool.people import Member, by_kind, one_each
from coxa.evidence.pool.records import PoolAnswer, Pooled, PoolMember
from coxa.evidence.pool.share import PoolKind, Share


def pool_shares(shares: Sequence[Share]) -> PoolAnswer:
    """The pooled answer. Directions, tests and modes are never put together, nor gain and change.

    Gains that were set against a waiting hip come first.
    """
    people, said = one_each(shares)
    pools = tuple(pool_of(kind, members) for kind, members in by_kind(people).items())
    return PoolAnswer(people=len(people), pools=pools, notes=said)


def pool_of(kind: PoolKind, members: Sequence[Member]) -> Pooled:
    """The answer for people whose gains are all of this kind; at least one."""
    people = people_of(members)
    found = average_of(people)
    pooled = Pooled(
        pooled_kind=kind,
        people=len(members),
        members=tuple(
            PoolMember(
                number=one.number,
                shared=one.shared,
                interval95_deg=around(one.shared.gain_deg, one.shared.margin95_deg),
                weight=float(weight),
            )
            for one, weight in zip(members, found.weight, strict=True)
        ),
        mean_deg=found.mean_deg,
        standard_error_deg=found.standard_error_deg,
        interval95_deg=found.interval95_deg,
        p=found.p,
        prediction95_deg=found.prediction95_deg,
        heterogeneity=found.heterogeneity,
        other_estimates=other_estimates(people) if people.freedom else (),
        dose_response=dose_responses(members),
        groupings=groupings(members),
    )
    return pooled.model_copy(update={"notes": notes(pooled)})
