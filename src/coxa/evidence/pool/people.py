"""From files to people: each counts once, and once for each kind of gain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coxa.evidence.pool.share import AgeBand, PoolKind, Share, SharedGain
from coxa.records import Message


@dataclass(frozen=True, slots=True)
class Member:
    """One person's gain of one kind.

    Attributes
    ----------
    number : counts people in the order of their files, from one.
    """

    number: int
    age_band: AgeBand | None
    shared: SharedGain


def one_each(shares: Sequence[Share]) -> tuple[tuple[Share, ...], tuple[Message, ...]]:
    """One share a person: of several the one of the longest training, and what was left out."""
    chosen: dict[str, Share] = {}
    for share in shares:
        known = chosen.get(share.token)
        if known is None or _weeks(share) > _weeks(known):
            chosen[share.token] = share
    extra = len(shares) - len(chosen)
    said = (Message(id="pool_note_same_person", params={"count": extra}),) if extra else ()
    return tuple(chosen.values()), said


def without(shares: Iterable[Share], token: str | None) -> tuple[Share, ...]:
    """All but the person's own."""
    return tuple(share for share in shares if share.token != token)


def by_kind(shares: Sequence[Share]) -> Mapping[PoolKind, tuple[Member, ...]]:
    """People of each kind of gain; who has several series of it counts with the most exact."""
    found: dict[PoolKind, dict[int, Member]] = {}
    for number, share in enumerate(shares, start=1):
        for shared in share.gains:
            own = found.setdefault(shared.pool_kind, {})
            known = own.get(number)
            if known is None or shared.variance_deg2 < known.shared.variance_deg2:
                own[number] = Member(number, share.age_band, shared)
    return {kind: tuple(found[kind].values()) for kind in sorted(found, key=_place)}


def _place(kind: PoolKind) -> tuple[int, ...]:
    """Gains before changes, then as the tests, directions and modes are listed."""
    words = (kind.kind, kind.test, kind.direction, kind.mode)
    return tuple(list(type(word)).index(word) for word in words)


def _weeks(share: Share) -> int:
    return max((shared.weeks for shared in share.gains), default=-1)
