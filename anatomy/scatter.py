"""How far a result hangs on where exactly the muscles are attached.

Every attachment and turning point is moved by ten millimetres in a random direction, many times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np

from anatomy.leg import Leg, Matrix, Vector
from coxa.body import Confidence

SCATTER_M = 0.010
DRAWS = 100
AGREE = 0.95
"""The part of the draws that must come out as the shipped number did."""
SEED = 20161

NEVER_SURE = frozenset({"obturator-internus", "gemellus-superior", "gemellus-inferior"})
"""The first and the last disagree with a study on cadavers; the gemelli change twice as much with
another source's points (docs/muscles.md)."""


def scattered(leg: Leg, measured: Callable[[], Vector]) -> Matrix:
    """What ``measured`` gives with scattered attachments: a row for a draw."""
    random = np.random.default_rng(SEED)
    rows = []
    for _ in range(DRAWS):
        with _moved(leg, random):
            rows.append(measured())
    return np.array(rows)


def confidences(leg: Leg, shipped: Vector, draws: Matrix, notable: float) -> list[Confidence]:
    """Medium where the draws agree with the shipped number, by its sign or by its smallness."""
    same_sign = np.mean(np.sign(draws) == np.sign(shipped), axis=0)
    small_too = np.mean(np.abs(draws) < 2 * notable, axis=0)
    agree = np.where(np.abs(shipped) < notable, small_too, same_sign)
    return [
        Confidence.MEDIUM if part >= AGREE and muscle.id not in NEVER_SURE else Confidence.LOW
        for part, muscle in zip(agree, leg.muscles, strict=True)
    ]


@contextmanager
def _moved(leg: Leg, random: np.random.Generator) -> Iterator[None]:
    places = leg.model.site_pos
    kept = places.copy()
    directions = random.normal(size=places.shape)
    places += SCATTER_M * directions / np.linalg.norm(directions, axis=1, keepdims=True)
    try:
        yield
    finally:
        places[:] = kept
