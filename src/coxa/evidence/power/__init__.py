"""Before anything is read: how large a gain would show at the planned end of a comparison.

Not a t-test but the model itself, on a calendar without readings. What readings cannot teach (time
constant, spill-over) is weighed as the model weighs it; how they scatter, and whether a hip drifts
by itself, as they would teach it on average. `docs/experiment.md` sets the result against
simulated people.
"""

from __future__ import annotations

from coxa.evidence.model.normal import normal_quantile
from coxa.evidence.power.plan import ReadingPlan
from coxa.evidence.power.prospect import least, prospect

__all__ = ["PROBABLY", "ReadingPlan", "least_gain_deg", "power"]

PROBABLY = 0.8
"""A gain is said to show when it would be told so often."""
MOST_DEG = 25.0
"""No training is known to bring a hip further."""


def power(plan: ReadingPlan, gain_deg: float) -> float:
    """Probability of the verdict *improved* at the planned end.

    ``gain_deg``: what training brings the first hip by then. It comes as the model expects, most
    of it in the first weeks.
    """
    return prospect(plan).chance(gain_deg)


def least_gain_deg(plan: ReadingPlan, probability: float = PROBABLY) -> float | None:
    """The least gain that shows with ``probability``; ``None`` beyond what hips gain."""
    foreseen = prospect(plan)
    push = -normal_quantile(probability)
    if not foreseen.clears(MOST_DEG, push):
        return None
    return least(lambda gain_deg: foreseen.clears(gain_deg, push), 0.0, MOST_DEG)
