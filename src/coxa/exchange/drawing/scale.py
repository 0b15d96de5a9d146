"""From values to places in a picture, and the round numbers to label an axis with."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """A straight map from values ``low..high`` to places ``start..end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def round_step(span: float, most_steps: int) -> float:
    """The smallest of 1, 2, 5, 10, 15, 20, 30, 50, 60, 100 ... that needs no more steps."""
    rough = max(span, 1e-9) / most_steps
    for step in (1, 2, 5, 10, 15, 20, 30):
        if step >= rough:
            return float(step)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)


def ticks(low: float, high: float, most_steps: int) -> list[float]:
    """Round values within ``low..high``, zero among them when it lies inside."""
    step = round_step(high - low, most_steps)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]
