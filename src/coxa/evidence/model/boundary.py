"""How sure an answer must be to be given: stricter early, because people look after every reading.

Who looks often is told of a change by chance more often. The bar that the gain over its standard
deviation must clear is ``z · (planned / readings)^¼``, a boundary of the family of Wang & Tsiatis,
*Biometrics* 43 (1987) 193, with Δ = ¼. The number of planned readings is fixed beforehand; past it
the bar rises again as it fell, so that looking on and on tells little by chance.
"""

from __future__ import annotations

from coxa.evidence.model.normal import normal_quantile

SURE_AT_THE_END = 0.965
"""Probability of a gain at which *improved* is said at the planned end."""

POWER = 0.25


def bar(training_days: int, planned_readings: int) -> float:
    """Standard deviations by which a gain must lie off zero for a verdict to say so."""
    share = max(training_days, 1) / max(planned_readings, 1)
    higher: float = max(share, 1 / share) ** POWER
    return normal_quantile(SURE_AT_THE_END) * higher


def clears(probability: float, needed: float) -> bool:
    """Whether a probability is as large as that of lying below ``needed`` standard deviations."""
    return normal_quantile(probability) >= needed
