"""A film's script: what somebody does, take after take, and what that is at any time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from rig.body_data import Floats

Kind = Literal["right", "half", "fast", "fault"]
IN_BAND = 0.75
"""From this share of the way on, the body is at the end of the range."""
PLAIN = 0.5
"""From this amount on, a fault shows."""


@dataclass(frozen=True)
class Rep:
    """One repetition: out to ``peak`` of the way, held, back, and a pause in the start pose.

    `faults` are amounts of faults; 1 is a plain case at the end of the way.
    """

    kind: Kind
    peak: float
    out_s: float
    hold_s: float
    back_s: float
    rest_s: float
    faults: dict[str, float] = field(default_factory=dict)

    @property
    def moving_s(self) -> float:
        return self.out_s + self.hold_s + self.back_s


@dataclass(frozen=True)
class Stay:
    """The start pose, kept."""

    length_s: float


@dataclass(frozen=True)
class Away:
    """Out of the start pose or into it: how far, 0 in it to 1 standing up, from and to."""

    length_s: float
    from_away: float
    to_away: float


@dataclass(frozen=True)
class Aside:
    """Standing, and walking from one place to another, metres beside the mat or the chair."""

    length_s: float
    from_m: float
    to_m: float


Take = Rep | Stay | Away | Aside


@dataclass(frozen=True)
class Placed:
    """A take with its time."""

    take: Take
    start_s: float

    @property
    def end_s(self) -> float:
        take = self.take
        if isinstance(take, Rep):
            return self.start_s + take.moving_s + take.rest_s
        return self.start_s + take.length_s


@dataclass(frozen=True, eq=False)
class Doing:
    """What is done at every frame.

    Attributes
    ----------
    share : of the way to the end pose.
    faults : by fault, the amount asked for in the repetition under way; it shows as amount x share.
    away : 0 in the exercise, 1 standing up.
    aside_m : beside the place.
    take : number of the take.
    phase : what part of it.
    """

    times_s: Floats
    share: Floats
    faults: dict[str, Floats]
    away: Floats
    aside_m: Floats
    take: tuple[int, ...]
    phase: tuple[str, ...]


@dataclass(frozen=True)
class Script:
    """Takes in their order."""

    takes: tuple[Take, ...]

    def placed(self) -> Iterator[Placed]:
        now_s = 0.0
        for take in self.takes:
            placed = Placed(take, now_s)
            yield placed
            now_s = placed.end_s

    @property
    def length_s(self) -> float:
        return list(self.placed())[-1].end_s

    def at(self, times_s: Floats) -> Doing:
        """What is done at these times."""
        n = len(times_s)
        names = sorted({name for take in self.takes if isinstance(take, Rep)
                        for name in take.faults})  # fmt: skip
        made = Doing(
            times_s,
            share=np.zeros(n),
            faults={name: np.zeros(n) for name in names},
            away=np.zeros(n),
            aside_m=np.zeros(n),
            take=tuple(int(k) for k in self._take_at(times_s)),
            phase=("",) * n,
        )
        phases = list(made.phase)
        for number, placed in enumerate(self.placed()):
            here = np.flatnonzero(np.array(made.take) == number)
            since_s = times_s[here] - placed.start_s
            take = placed.take
            if isinstance(take, Rep):
                made.share[here], found = _rep(take, since_s)
                for name, amount in take.faults.items():
                    made.faults[name][here] = amount
            elif isinstance(take, Stay):
                found = ["start"] * len(here)
            else:
                part = smooth(since_s / take.length_s)
                found = ["away"] * len(here)
                if isinstance(take, Away):
                    made.away[here] = take.from_away + (take.to_away - take.from_away) * part
                else:
                    part = np.clip(since_s / take.length_s, 0, 1)
                    made.away[here] = 1.0
                    made.aside_m[here] = take.from_m + (take.to_m - take.from_m) * part
            for k, phase in zip(here, found, strict=True):
                phases[k] = phase
        return Doing(made.times_s, made.share, made.faults, made.away, made.aside_m, made.take,
                     tuple(phases))  # fmt: skip

    def _take_at(self, times_s: Floats) -> Floats:
        ends_s = np.array([placed.end_s for placed in self.placed()])
        found: Floats = np.minimum(np.searchsorted(ends_s, times_s, "right"), len(ends_s) - 1)
        return found


def smooth(part: Floats) -> Floats:
    """0 to 1 as a calm movement goes (minimum jerk, Flash & Hogan 1985)."""
    t = np.clip(part, 0.0, 1.0)
    eased: Floats = t**3 * (10 - 15 * t + 6 * t * t)
    return eased


def _rep(rep: Rep, since_s: Floats) -> tuple[Floats, list[str]]:
    out = smooth(since_s / rep.out_s)
    back = smooth((since_s - rep.out_s - rep.hold_s) / rep.back_s)
    share = rep.peak * (out - back)
    edges = np.cumsum([rep.out_s, rep.hold_s, rep.back_s])
    names = ("out", "hold", "back", "start")
    return share, [names[k] for k in np.searchsorted(edges, since_s, "right")]
