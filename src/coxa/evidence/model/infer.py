"""From cases to beliefs: people with the same sides are filtered together, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from coxa.evidence.case import Borrowed
from coxa.evidence.model.central import time_constants
from coxa.evidence.model.days import Days, Flags
from coxa.evidence.model.design import columns, rise
from coxa.evidence.model.mixture import Mixture
from coxa.evidence.model.nodes import DayNodes, day_nodes
from coxa.evidence.model.normal import Array
from coxa.evidence.model.posterior import Posterior, posterior
from coxa.evidence.model.priors import PRIORS, QUADRATURE, Priors, Quadrature
from coxa.evidence.model.whiten import whiten

BATCH = 8
"""People filtered at once: enough to keep the processor busy, few enough for its cache."""


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of one person; arrays as in `posterior.py`, without the people."""

    days: Days
    trained: tuple[int, ...]
    time_constants_weeks: Array
    nodes: DayNodes
    priors: Priors
    gain_prior: tuple[float, float]
    gram: Array
    weight: Array
    gain: Array
    gain_cover: Array
    drift_of_none: Array
    drift_per_gain: Array
    drift_cover: Array
    log_error: Array

    def gain_after(self, side: int, trained_weeks: float, *, less_spilled: bool = False) -> Mixture:
        """The gain of a side (0 left, 1 right) after so much training.

        ``less_spilled``: less what it spills over to the other hip, which is how far ahead of an
        untrained hip it is.
        """
        place = self.trained.index(side)
        share = rise(np.array(trained_weeks), self.time_constants_weeks)[:, None]
        if less_spilled:
            share = share * (1 - np.array(self.priors.spill_over.values))
        return Mixture.of(
            self.weight,
            self.gain[..., place] * share,
            self.gain_cover[..., place, place] * share**2,
        )

    def drift(self, of_sides: tuple[float, float], weeks: float) -> Mixture:
        """What time did in so many weeks, for a weighted mean of both sides."""
        of = np.array(of_sides)
        per_gain = (of[:, None] * self.drift_per_gain).sum(-2)
        mean = (of * self.drift_of_none).sum(-1) - (per_gain * self.gain).sum(-1)
        variance = (of[:, None] * of * self.drift_cover).sum((-1, -2)) + np.einsum(
            "...i,...ij,...j->...", per_gain, self.gain_cover, per_gain
        )
        shape = self.weight.shape
        return Mixture.of(
            self.weight,
            np.broadcast_to(mean, shape) * weeks,
            np.broadcast_to(variance, shape) * weeks**2,
        )

    def error_deg(self) -> float:
        """Error of one reading with what its day adds, as the readings show it."""
        whole = 1 + (self.nodes.ratio**2)[:, [0, 1]].sum(1)
        of_reading = np.exp(2 * self.log_error) * whole[:, None, None, None, None]
        return float(np.sqrt((self.weight * of_reading).sum()))


def infer(
    people: Sequence[Days],
    borrowed: Sequence[Borrowed | None] | None = None,
    *,
    priors: Priors = PRIORS,
    quadrature: Quadrature = QUADRATURE,
) -> Iterator[tuple[int, Belief]]:
    """Beliefs about everybody, each with the person's place in ``people``, in any order."""
    expected = [_expected(one, priors) for one in borrowed or [None] * len(people)]
    alike: dict[tuple[tuple[int, ...], int], list[int]] = {}
    for number, days in enumerate(people):
        alike.setdefault((_trained(days), _sides(days)), []).append(number)
    for (trained, sides), numbers in alike.items():
        numbers.sort(key=lambda number: len(people[number].day))
        for start in range(0, len(numbers), BATCH):
            batch = numbers[start : start + BATCH]
            yield from zip(
                batch,
                _together(
                    [people[number] for number in batch],
                    np.array([expected[number] for number in batch]),
                    trained,
                    day_nodes(priors, sides),
                    priors,
                    quadrature,
                ),
                strict=True,
            )


def _trained(days: Days) -> tuple[int, ...]:
    """The sides with a gain; a gain of the left that nothing tells of, where there is none."""
    return tuple(side for side in (0, 1) if days.trained[side]) or (0,)


def _sides(days: Days) -> int:
    return int(days.there.any(0).sum())


def _expected(borrowed: Borrowed | None, priors: Priors) -> tuple[float, float]:
    return (borrowed.mean_deg, borrowed.sd_deg) if borrowed else (0.0, priors.gain_sd_deg)


def _together(
    people: Sequence[Days],
    expected: Array,
    trained: tuple[int, ...],
    nodes: DayNodes,
    priors: Priors,
    quadrature: Quadrature,
) -> Iterator[Belief]:
    points = [time_constants(one, priors, quadrature.week_nodes) for one in people]
    rows = max(len(one.day) for one in people)
    whitened = whiten(
        _padded([one.day for one in people], rows),
        _padded([one.there for one in people], rows).astype(bool),
        _padded([one.variance for one in people], rows, 1.0),
        _padded(
            [
                columns(one, own.time_constants_weeks, trained)
                for one, own in zip(people, points, strict=True)
            ],
            rows,
        ),
        nodes,
    )
    found = posterior(
        whitened,
        np.array([one.count - _sides(one) for one in people], dtype=float),
        np.array([one.sem_deg for one in people]),
        np.array([one.log_weight for one in points]),
        nodes,
        priors,
        quadrature,
        (expected[:, 0], expected[:, 1]),
        len(trained),
    )
    for place, days in enumerate(people):
        yield Belief(
            days=days,
            trained=trained,
            time_constants_weeks=points[place].time_constants_weeks,
            nodes=nodes,
            priors=priors,
            gain_prior=(float(expected[place, 0]), float(expected[place, 1])),
            gram=whitened.gram[place],
            **_of_one(found, place),
        )


def _of_one(found: Posterior, place: int) -> dict[str, Array]:
    return {name: getattr(found, name)[place] for name in found.__slots__}


def _padded(arrays: Sequence[Array | Flags], rows: int, fill: float = 0.0) -> Array:
    """One array of all, filled up to the same number of days."""
    first = arrays[0]
    out = np.full((len(arrays), rows, *first.shape[1:]), fill)
    for number, one in enumerate(arrays):
        out[number, : len(one)] = one
    return out
