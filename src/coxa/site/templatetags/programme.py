"""Template filters of the plan: phases, doses of one exercise together, the way it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.utils.translation import gettext

from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import Dose, Phase, PlanDay
from coxa.site.catalogue import catalogue
from coxa.site.templatetags.coxa import side_name, words

register = template.Library()


@dataclass(frozen=True)
class Part:
    """One exercise of a day, its sides together.

    Attributes
    ----------
    way : the name of the easier or harder way it is done in; empty for the usual one.
    why : the reasons, each sentence once.
    """

    exercise: Exercise
    doses: tuple[Dose, ...]
    way: str
    why: tuple[str, ...]


@register.filter
def parts(doses: Sequence[Dose]) -> list[Part]:
    """The doses of a day, those of one exercise in one way together, in the order of doing."""
    alike: dict[tuple[str, str | None], list[Dose]] = {}
    for dose in doses:
        alike.setdefault((dose.exercise_id, dose.variant_id), []).append(dose)
    return [_part(tuple(own)) for own in alike.values()]


def _part(doses: tuple[Dose, ...]) -> Part:
    exercise = catalogue().exercise(doses[0].exercise_id)
    variants = (*exercise.easier, *exercise.harder)
    way = next((one.name for one in variants if one.id == doses[0].variant_id), "")
    why = tuple(dict.fromkeys(words(dose.reason) for dose in doses))
    return Part(exercise, doses, way, why)


@register.filter
def phase_line(day: PlanDay) -> str:
    """What the day is for the hips in the person's own experiment; empty when nothing is known."""
    named = {side: phase_name(day.phase[side]) for side in Side if side in day.phase}
    if len(set(named.values())) == 1 and len(named) == len(Side):
        return next(iter(named.values()))
    return " · ".join(f"{side_name(side)}: {name}" for side, name in named.items())


def phase_name(phase: Phase) -> str:
    names = {
        Phase.FAMILIARISATION: gettext("getting used to the test"),
        Phase.BASELINE: gettext("before the exercises"),
        Phase.TRAINING: gettext("training"),
        Phase.WAITING: gettext("waiting, to compare with"),
    }
    return names[phase]
