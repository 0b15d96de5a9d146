"""Whether people who trained longer, or more, gained more."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from coxa.evidence.pool.average import around, people_of, two_sided_p
from coxa.evidence.pool.people import Member
from coxa.evidence.pool.random_effects import hartung_knapp_cover, reml_tau2, weighted
from coxa.evidence.pool.records import DoseResponse
from coxa.evidence.students_t import t_quantile

LEAST_PEOPLE = 4
"""With fewer, a line through them says nothing."""

Dose = Callable[[Member], int | None]

DOSES: dict[str, tuple[float, Dose]] = {
    "weeks": (1.0, lambda member: member.shared.weeks),
    "minutes_a_week": (30.0, lambda member: member.shared.minutes_a_week),
}
"""Each dose with the step that its slope is told for."""


def dose_responses(members: Sequence[Member]) -> tuple[DoseResponse, ...]:
    """A slope for every dose that differs between at least four people."""
    found = (_slope(by, per, members, dose) for by, (per, dose) in DOSES.items())
    return tuple(one for one in found if one is not None)


def _slope(by: str, per: float, members: Sequence[Member], dose: Dose) -> DoseResponse | None:
    """Random-effects regression of the gain on the dose (Knapp & Hartung 2003)."""
    known = [(one, value) for one in members if (value := dose(one)) is not None]
    steps = np.array([value / per for _, value in known])
    if len(known) < LEAST_PEOPLE or np.ptp(steps) == 0:
        return None
    design = np.column_stack([np.ones(len(known)), steps - steps.mean()])
    people = people_of([one for one, _ in known], design)
    fit = weighted(people, reml_tau2(people))
    error = math.sqrt(float(hartung_knapp_cover(people, fit)[1, 1]))
    slope = float(fit.coefficients[1])
    return DoseResponse(
        by=by,
        people=len(known),
        per=per,
        slope_deg=slope,
        interval95_deg=around(slope, t_quantile(0.975, people.freedom) * error),
        p=two_sided_p(slope / error, people.freedom),
    )
