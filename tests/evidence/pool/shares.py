"""Made-up shares for the tests of the pool."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coxa.evidence import PoolAnswer, Pooled, Share, SharedGain

PLAIN: dict[str, Any] = {
    "test": "seated-rotation",
    "direction": "internal",
    "mode": "active",
    "kind": "gain",
    "device": "inclinometer",
    "gain_deg": 5.0,
    "variance_deg2": 2.0,
    "weeks": 6,
    "minutes_a_week": 60,
    "families": ["stretch"],
    "starting_deficit": "some",
}


def gain(**other: Any) -> SharedGain:
    """A gain like ``PLAIN`` but for what is named."""
    return SharedGain.from_dict(PLAIN | other)


def share(person: int, *gains: SharedGain, age_band: str | None = None) -> Share:
    """The share of the person of this number."""
    content = [one.to_dict() for one in gains]
    return Share.from_dict({"token": f"{person:032x}", "age_band": age_band, "gains": content})


def people(gains_deg: Sequence[float], **other: Any) -> list[Share]:
    """A share a person, alike but for the gains."""
    return [
        share(person, gain(**(other | {"gain_deg": value})))
        for person, value in enumerate(gains_deg)
    ]


def only(answer: PoolAnswer) -> Pooled:
    """The one pool that there is."""
    (found,) = answer.pools
    return found
