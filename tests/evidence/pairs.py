"""Pairs for the tests of agreement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from coxa.evidence import Pair, PairKind
from coxa.quantities import Device, Direction, Mode, Side, Test

DAY = date(2026, 3, 2)


def kind(direction: Direction = Direction.INTERNAL, **changes: Any) -> PairKind:
    plain = PairKind(test=Test.SEATED, direction=direction, device=Device.CAMERA, mode=Mode.ACTIVE)
    return plain.model_copy(update=changes)


def pair(
    participant: object,
    value_deg: float | None,
    reference_deg: float,
    *,
    side: Side = Side.LEFT,
    day: int = 0,
    **more: Any,
) -> Pair:
    """A pair as it stands in a table; the row is 2 unless said otherwise."""
    fields = {"row": 2, "kind": kind(), "day": DAY + timedelta(days=day), **more}
    return Pair(
        participant=str(participant),
        side=side,
        value_deg=value_deg,
        reference_deg=reference_deg,
        **fields,
    )


def one_each(values: Sequence[float], references: Sequence[float]) -> list[Pair]:
    """A pair of each of as many people."""
    both = zip(values, references, strict=True)
    return [pair(number, value, other) for number, (value, other) in enumerate(both)]


# Made up with numpy's default_rng(7): person, side, day, value, reference.
TWELVE_PEOPLE = [
    (1, "left", 0, 42.8, 41.7), (1, "right", 0, 26.8, 27.6), (2, "left", 0, 41.4, 40.3),
    (2, "left", 1, 29.5, 26.2), (2, "right", 0, 36.1, 31.5), (2, "right", 1, 39.4, 38.8),
    (3, "left", 0, 20.7, 24.2), (3, "right", 0, 19.2, 18.9), (4, "left", 0, 36.1, 34.5),
    (4, "left", 1, 26.6, 25.4), (4, "right", 0, 39.0, 36.7), (4, "right", 1, 21.6, 19.6),
    (5, "left", 0, 42.8, 41.0), (5, "right", 0, 38.7, 34.8), (6, "left", 0, 33.6, 34.3),
    (6, "left", 1, 35.0, 35.0), (6, "right", 0, 29.6, 28.6), (6, "right", 1, 32.3, 30.6),
    (7, "left", 0, 35.2, 36.1), (7, "right", 0, 30.1, 30.9), (8, "left", 0, 44.1, 43.6),
    (8, "left", 1, 26.4, 27.1), (8, "right", 0, 27.1, 23.8), (8, "right", 1, 43.9, 42.4),
    (9, "left", 0, 45.4, 43.5), (9, "right", 0, 44.4, 41.2), (10, "left", 0, 32.8, 30.8),
    (10, "left", 1, 43.7, 41.6), (10, "right", 0, 28.8, 28.5), (10, "right", 1, 30.6, 28.0),
    (11, "left", 0, 33.5, 36.6), (11, "right", 0, 38.9, 41.3), (12, "left", 0, 29.7, 28.7),
    (12, "left", 1, 44.6, 41.9), (12, "right", 0, 21.2, 19.3), (12, "right", 1, 23.2, 24.2),
]  # fmt: skip


def twelve_people(**more: Any) -> list[Pair]:
    """36 pairs of twelve people, two or four each."""
    return [
        pair(person, value, reference, side=Side(side), day=day, row=row, **more)
        for row, (person, side, day, value, reference) in enumerate(TWELVE_PEOPLE, start=2)
    ]
