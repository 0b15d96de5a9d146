"""Teaches a committee of small nets: stochastic gradient descent in numpy, repeatable by its seeds.

What a net answers is its value now less its value at rest, so both are shown to it and both teach
it. Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019) and a rate
that falls along a cosine; errors beyond two degrees pull no harder than that (Huber 1964).
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coxa.angles import Committee
from coxa.angles.committee import Layer
from rig.body_data import Floats

HIDDEN = (48, 24)
MEMBERS = 6
EPOCHS, BATCH = 150, 256
RATE, DECAY = 3e-3, 3e-3
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8
ANSWER_DEG = 2.0
"""The nets answer in units of this, so that their weights have a size that descent likes."""
MOST_PULL = 1.0

Net = list[Layer]
Examples = Mapping[str, Floats]


@dataclass(frozen=True)
class Hidden:
    """Features that are put to zero in a share of the examples, as where they are not seen."""

    names: tuple[str, ...]
    share: float


def teach_committee(
    features: Examples,
    moved: Sequence[str],
    standing: Sequence[str],
    wanted: Mapping[str, Floats],
    hidden: Hidden,
) -> Committee:
    """Nets that answer `wanted` (name -> (n,), degrees) from named features, (n,) each."""
    blank = _blank(features, moved, standing, tuple(wanted))
    target = np.stack(list(wanted.values()), axis=-1) / ANSWER_DEG
    raw = np.stack([features[name] for name in blank.moved + blank.standing], axis=-1)
    columns = [(blank.moved + blank.standing).index(name) for name in hidden.names]
    members = tuple(
        _taught(blank, raw, target, columns, hidden.share, np.random.default_rng(seed))
        for seed in range(MEMBERS)
    )
    return Committee(
        blank.moved, blank.standing, blank.centre, blank.spread, members, blank.outputs
    )


def _blank(
    features: Examples, moved: Sequence[str], standing: Sequence[str], outputs: tuple[str, ...]
) -> Committee:
    """A committee without members: the scale of its inputs."""
    spread = [float(np.sqrt((features[name] ** 2).mean())) for name in moved]
    spread += [float(features[name].std()) for name in standing]
    centre = [0.0] * len(moved) + [float(features[name].mean()) for name in standing]
    sized = np.where(np.array(spread) > 0, spread, 1.0)
    return Committee(tuple(moved), tuple(standing), np.array(centre), sized, (), outputs)


def _taught(
    blank: Committee,
    raw: Floats,
    target: Floats,
    columns: list[int],
    share: float,
    random: np.random.Generator,
) -> tuple[Layer, ...]:
    sizes = (raw.shape[1], *HIDDEN, target.shape[1])
    net: Net = [
        (random.normal(0, 1 / np.sqrt(a), (a, b)), np.zeros(b))
        for a, b in itertools.pairwise(sizes)
    ]
    adam = _Adam(net)
    for epoch in range(EPOCHS):
        rate = RATE * 0.5 * (1 + np.cos(np.pi * epoch / EPOCHS))
        order = random.permutation(len(raw))
        for first in range(0, len(raw), BATCH):
            rows = order[first : first + BATCH]
            shown = raw[rows]
            unseen = random.random(len(rows)) < share
            shown[np.ix_(unseen, columns)] = 0.0  # type: ignore[arg-type]
            now, rest = _inputs(blank, shown)
            adam.step(net, _gradient(net, now, rest, target[rows]), rate)
    weights, offsets = net[-1]
    net[-1] = (weights * ANSWER_DEG, offsets * ANSWER_DEG)
    return tuple(net)


def _inputs(blank: Committee, raw: Floats) -> tuple[Floats, Floats]:
    names = blank.moved + blank.standing
    now = blank.inputs({name: raw[:, k] for k, name in enumerate(names)})
    rest = now.copy()
    rest[:, : len(blank.moved)] = 0.0
    return now, rest


def _gradient(net: Net, now: Floats, rest: Floats, target: Floats) -> Net:
    """Of half the squared error, by backpropagation through both."""
    seen, before = _values(net, now), _values(net, rest)
    pull = np.clip(seen[-1] - before[-1] - target, -MOST_PULL, MOST_PULL) / len(target)
    up, down = _backwards(net, seen, pull), _backwards(net, before, -pull)
    return [(a + c, b + d) for (a, b), (c, d) in zip(up, down, strict=True)]


def _values(net: Net, inputs: Floats) -> list[Floats]:
    """What goes into each layer, and the answer last."""
    values = [inputs]
    for k, (weights, offsets) in enumerate(net):
        sums = values[-1] @ weights + offsets
        values.append(np.tanh(sums) if k < len(net) - 1 else sums)
    return values


def _backwards(net: Net, values: list[Floats], pull: Floats) -> Net:
    gradient: Net = []
    for k in range(len(net) - 1, -1, -1):
        gradient.append((values[k].T @ pull, pull.sum(axis=0)))
        if k:
            pull = (pull @ net[k][0].T) * (1 - values[k] ** 2)
    return gradient[::-1]


class _Adam:
    """Steps that every weight takes at a pace of its own."""

    def __init__(self, net: Net) -> None:
        self._first = [np.zeros_like(part) for layer in net for part in layer]
        self._second = [np.zeros_like(part) for layer in net for part in layer]
        self._steps = 0

    def step(self, net: Net, gradient: Net, rate: float) -> None:
        """Change the net in place."""
        self._steps += 1
        parts = [part for layer in net for part in layer]
        slopes = [part for layer in gradient for part in layer]
        for k, (part, slope) in enumerate(zip(parts, slopes, strict=True)):
            self._first[k] += (1 - FIRST) * (slope - self._first[k])
            self._second[k] += (1 - SECOND) * (slope**2 - self._second[k])
            first = self._first[k] / (1 - FIRST**self._steps)
            second = self._second[k] / (1 - SECOND**self._steps)
            shrink = DECAY * part if part.ndim == 2 else 0.0
            part -= rate * (first / (np.sqrt(second) + TINY) + shrink)
