"""Companions of the answer: the figures that readers of single-case research look for.

They describe the same readings in the field's own terms, each under its full name. None of them
knows how exact a reading is, and the verdict rests on none of them.
"""

from __future__ import annotations

from coxa.evidence.companions.corrected import tau_bc
from coxa.evidence.companions.overlap import nap, tau, tau_parker, tau_u
from coxa.evidence.companions.phases import TwoPhases, two_phases
from coxa.evidence.companions.piecewise import piecewise
from coxa.evidence.companions.randomisation import LEAST_IN_PHASE, randomisation_test
from coxa.evidence.companions.records import Companions, PiecewiseModel, Randomisation, TauU

__all__ = [
    "LEAST_IN_PHASE",
    "Companions",
    "PiecewiseModel",
    "Randomisation",
    "TauU",
    "TwoPhases",
    "companions_of",
    "nap",
    "piecewise",
    "randomisation_test",
    "tau",
    "tau_bc",
    "tau_parker",
    "tau_u",
    "two_phases",
]


def companions_of(phases: TwoPhases) -> Companions:
    """All companions of one hip; each is ``None`` where the readings do not define it."""
    found = randomisation_test([phases])
    return Companions(
        nap=nap(phases),
        tau=tau(phases),
        tau_parker=tau_parker(phases),
        tau_u=tau_u(phases),
        tau_bc=tau_bc(phases),
        plm=piecewise(phases),
        randomisation_p=found.p if found else None,
        randomisation_assignments=found.assignments if found else None,
    )
