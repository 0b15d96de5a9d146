"""Whether people who have something in common gained more than others."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import StrEnum

import numpy as np

from coxa.evidence.f_distribution import f_above
from coxa.evidence.pool.average import around, people_of
from coxa.evidence.pool.people import Member
from coxa.evidence.pool.random_effects import (
    Array,
    People,
    Weighted,
    hartung_knapp_cover,
    reml_tau2,
    weighted,
)
from coxa.evidence.pool.records import Group, Grouping
from coxa.evidence.students_t import t_quantile

LEAST_PEOPLE = 3
"""A smaller group is not told of: its average would be of nobody in particular."""

Belonging = Callable[[Member], StrEnum | None]

GROUPINGS: dict[str, Belonging] = {
    "family": lambda member: next(iter(member.shared.families), None),
    "starting_deficit": lambda member: member.shared.starting_deficit,
    "device": lambda member: member.shared.device,
    "age_band": lambda member: member.age_band,
}
"""What people are divided by. Whoever did several families of exercise belongs to the main one."""


def groupings(members: Sequence[Member]) -> tuple[Grouping, ...]:
    """People divided by each thing that is known of at least three who have it in common."""
    found = (_grouping(by, members, belonging) for by, belonging in GROUPINGS.items())
    return tuple(one for one in found if one is not None)


def _grouping(by: str, members: Sequence[Member], belonging: Belonging) -> Grouping | None:
    """A mean for each group, and one scatter between people for all of them."""
    together: dict[StrEnum, list[Member]] = {}
    for member in members:
        if (name := belonging(member)) is not None:
            together.setdefault(name, []).append(member)
    large = [name for name, own in together.items() if len(own) >= LEAST_PEOPLE]
    kept = {name: together[name] for name in sorted(large, key=_place)}
    if not kept:
        return None
    groups = list(kept.values())
    design = np.zeros((sum(map(len, groups)), len(groups)))
    row = 0
    for column, own in enumerate(groups):
        design[row : row + len(own), column] = 1.0
        row += len(own)
    people = people_of([member for own in groups for member in own], design)
    fit = weighted(people, reml_tau2(people))
    cover = hartung_knapp_cover(people, fit)
    reach = t_quantile(0.975, people.freedom)
    return Grouping(
        by=by,
        groups=tuple(
            Group(
                name=name.value,
                people=len(own),
                mean_deg=float(mean),
                interval95_deg=around(float(mean), reach * math.sqrt(float(variance))),
            )
            for (name, own), mean, variance in zip(
                kept.items(), fit.coefficients, np.diag(cover), strict=True
            )
        ),
        difference_p=_difference_p(people, fit, cover) if len(groups) > 1 else None,
        left_out=len(members) - len(design),
    )


def _place(name: StrEnum) -> int:
    """As its kind is listed: from none to much, from young to old."""
    return list(type(name)).index(name)


def _difference_p(people: People, fit: Weighted, cover: Array) -> float:
    """Wald's test that all means are equal, against F (Knapp & Hartung 2003)."""
    apart = len(fit.coefficients) - 1
    contrasts = np.column_stack([-np.ones(apart), np.eye(apart)])
    difference = contrasts @ fit.coefficients
    squares = difference @ np.linalg.solve(contrasts @ cover @ contrasts.T, difference)
    return f_above(float(squares) / apart, apart, people.freedom)
