"""Random effects over people: a weighted regression whose scatter between people is learnt."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

HALVINGS = 100
PRECISE = 1e-12


@dataclass(frozen=True)
class People:
    """One figure a person with its variance, and what the figure may depend on.

    Attributes
    ----------
    gain_deg : (people,).
    variance_deg2 : (people,), above zero: how exactly each gain is known.
    design : (people, coefficients); a column of ones for a mean. Its columns must be independent.
    """

    gain_deg: Array
    variance_deg2: Array
    design: Array

    @property
    def freedom(self) -> int:
        people, coefficients = self.design.shape
        return int(people - coefficients)


@dataclass(frozen=True)
class Weighted:
    """The weighted least squares fit for a given scatter between people.

    Attributes
    ----------
    weight : (people,), 1 / (variance + scatter).
    residual_deg : (people,).
    cover : (coefficients, coefficients), covariance were the scatter known.
    """

    coefficients: Array
    weight: Array
    residual_deg: Array
    cover: Array

    @property
    def squares(self) -> float:
        """Weighted sum of squared residuals: Cochran's Q where the scatter is taken for zero."""
        return float(self.weight @ self.residual_deg**2)


def weighted(people: People, tau2_deg2: float) -> Weighted:
    """Fit with a scatter between people of variance ``tau2_deg2``."""
    weight = 1 / (people.variance_deg2 + tau2_deg2)
    information = people.design.T @ (weight[:, None] * people.design)
    cover = np.asarray(np.linalg.inv(information), dtype=np.float64)
    coefficients = cover @ (people.design.T @ (weight * people.gain_deg))
    residual_deg = people.gain_deg - people.design @ coefficients
    return Weighted(coefficients, weight, residual_deg, cover)


def reml_tau2(people: People) -> float:
    """Variance between people by restricted maximum likelihood, in squared degrees, never below 0.

    Where the derivative of the restricted log-likelihood (Viechtbauer, *J Educ Behav Stat*
    2005;30:261-293) falls through zero, found by halving; zero where it falls from the start.
    """
    if people.freedom < 1 or _slope(people, 0.0) <= 0:
        return 0.0
    return zero_of_falling(lambda tau2: _slope(people, tau2), float(people.variance_deg2.max()))


def zero_of_falling(function: Callable[[float], float], guess: float) -> float:
    """Where a function that is positive at zero falls through zero, by halving."""
    low, high = 0.0, guess
    while function(high) > 0:
        low, high = high, 2 * high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if high - low <= PRECISE * high:
            break
        low, high = (middle, high) if function(middle) > 0 else (low, middle)
    return (low + high) / 2


def _slope(people: People, tau2_deg2: float) -> float:
    """Twice the derivative of the restricted log-likelihood: y'PPy - tr P."""
    fit = weighted(people, tau2_deg2)
    scaled = fit.weight[:, None] * people.design
    trace = fit.weight.sum() - np.trace(fit.cover @ (scaled.T @ scaled))
    return float(((fit.weight * fit.residual_deg) ** 2).sum() - trace)


def hartung_knapp_cover(people: People, fit: Weighted) -> Array:
    """Covariance of the coefficients that goes with Student's t of ``people.freedom``.

    Hartung & Knapp, *Stat Med* 2001;20:3875-3889, and Sidik & Jonkman, *Stat Med*
    2002;21:3153-3159; for regressions, and never smaller than without it, Knapp & Hartung, *Stat
    Med* 2003;22:2693-2710.
    """
    return max(1.0, fit.squares / people.freedom) * fit.cover


def typical_variance(people: People) -> float:
    """The variance that a gain of these people typically has, in squared degrees.

    Higgins & Thompson, *Stat Med* 2002;21:1539-1558, equation 9; in its form for a regression.
    """
    fit = weighted(people, 0.0)
    scaled = fit.weight[:, None] * people.design
    trace = fit.weight.sum() - np.trace(fit.cover @ (scaled.T @ scaled))
    return people.freedom / float(trace)


def standard_errors(cover: Array) -> Array:
    """Square roots of the diagonal."""
    return np.array([math.sqrt(value) for value in np.diag(cover)])
