"""Mixtures of normal distributions: what every figure of the answer is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.evidence.judgement import Figure
from coxa.evidence.model.normal import Array, normal_cdf, normal_quantile

NEGLIGIBLE = 1e-6
"""Parts with less than this share of the heaviest part's weight are left out."""

STEPS = 30
NEAR = 5e-4
"""A quantile is found when its probability is met within this share of it: at the ends of a 95 %
interval that is 0.0002 standard deviations."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """Weighted normal distributions; the weights add up to one."""

    weight: Array
    mean: Array
    sd: Array

    @classmethod
    def of(cls, weight: Array, mean: Array, variance: Array) -> Mixture:
        """Flattened, without negligible parts."""
        kept = weight > NEGLIGIBLE * weight.max()
        weight = weight[kept]
        sd = np.sqrt(np.maximum(variance[kept], 1e-12))
        return cls(weight / weight.sum(), mean[kept], sd)

    def expected(self) -> float:
        return float(self.weight @ self.mean)

    def spread(self) -> float:
        """Standard deviation of the whole."""
        centred = self.mean - self.expected()
        return float(np.sqrt(self.weight @ (self.sd**2 + centred**2)))

    def probability_below(self, value: float) -> float:
        return float(self.weight @ normal_cdf((value - self.mean) / self.sd))

    def probability_above(self, value: float) -> float:
        return float(self.weight @ normal_cdf((self.mean - value) / self.sd))

    def quantile(self, probability: float) -> float:
        """The value that the mixture stays below with ``probability``.

        Newton's method from the normal distribution of the same mean and spread, kept within a
        bracket that every step narrows.
        """
        centre, spread = self.expected(), self.spread()
        low, high = centre - 40 * spread, centre + 40 * spread
        value = centre + normal_quantile(probability) * spread
        for _ in range(STEPS):
            z = (value - self.mean) / self.sd
            miss = float(self.weight @ normal_cdf(z)) - probability
            if abs(miss) < NEAR * min(probability, 1 - probability):
                break
            low, high = (low, value) if miss > 0 else (value, high)
            slope = float(self.weight @ (np.exp(-0.5 * z * z) / self.sd)) / np.sqrt(2 * np.pi)
            step = value - miss / slope if slope > 0 else low
            value = step if low < step < high else (low + high) / 2
        return float(value)

    def figure(self) -> Figure:
        """Mean and 95 % interval."""
        return Figure(self.expected(), (self.quantile(0.025), self.quantile(0.975)))
