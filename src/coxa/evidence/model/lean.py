"""How much an answer leans on what was assumed: the gain at both ends of what is plausible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coxa.evidence.case import Borrowed
from coxa.evidence.judgement import Figure, Lean
from coxa.evidence.model.days import SIDES, Days
from coxa.evidence.model.infer import Belief, infer
from coxa.evidence.model.priors import Priors, Weighted

ENDS: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "drift": ({"drift_sd": 0.1}, {"drift_sd": 1.0}),
    "own_drift": (
        {"own_drift_sd": Weighted((0.01,), (1.0,))},
        {"own_drift_sd": Weighted((0.3,), (1.0,))},
    ),
    "spill_over": (
        {"spill_over": Weighted((0.0,), (1.0,))},
        {"spill_over": Weighted((0.4,), (1.0,))},
    ),
    "time_constant": ({"weeks_median": 1.0}, {"weeks_median": 4.0}),
    "gain": ({"gain_sd_deg": 5.0}, {"gain_sd_deg": 20.0}),
}
"""Each assumption with the low and the high end of its plausible range."""


def leans_of(days: Days, borrowed: Borrowed | None, priors: Priors) -> tuple[Lean, ...]:
    """The gain of every trained side under each assumption."""
    found = []
    for assumption, (low, high) in ENDS.items():
        if assumption == "gain" and borrowed is not None:
            continue
        ends = [_belief(days, borrowed, priors, end) for end in (low, high)]
        for side in ends[0].trained:
            lower, higher = (_gain(belief, side) for belief in ends)
            found.append(Lean(assumption, SIDES[side], lower, higher))
    return tuple(found)


def _belief(
    days: Days, borrowed: Borrowed | None, priors: Priors, end: dict[str, object]
) -> Belief:
    changed: Priors = replace(priors, **end)  # type: ignore[arg-type]
    beliefs: Sequence[tuple[int, Belief]] = list(infer([days], [borrowed], priors=changed))
    return beliefs[0][1]


def _gain(belief: Belief, side: int) -> Figure:
    return belief.gain_after(side, float(belief.days.trained_weeks[:, side].max())).figure()
