"""What an exercise must hold together: ceilings, stop signs, who it is closed to, both legs' roles.

An exercise of a person's own pack passes the same rules as a shipped one, so none can be weaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import PydanticCustomError

from coxa.catalogue.terms import (
    Aim,
    Condition,
    EffectLeg,
    Kind,
    Orientation,
    OtherLeg,
    StopSign,
)

if TYPE_CHECKING:
    from coxa.catalogue.exercises import Exercise

STRETCH_CEILING_S = 60.0
"""The longest stretch that the product offers, though the schema could express 120 s."""

STRETCH_WEEK_CEILING_S = 600.0
"""All stretches of one side in a week together: about ten minutes (Ingram 2024)."""


class Limits(NamedTuple):
    """What no ceiling of an exercise of one kind may exceed, and the least rest between days."""

    hold_s: float
    sets: int
    reps: int
    days_per_week: int
    hours_between: int


LIMITS: Mapping[Kind, Limits] = MappingProxyType(
    {
        Kind.STRETCH: Limits(STRETCH_CEILING_S, 4, 3, 6, 0),
        Kind.ACTIVE_CONTROL: Limits(5, 3, 12, 5, 0),
        Kind.STRENGTH: Limits(5, 3, 12, 3, 48),
    }
)

STOPS: Mapping[Kind, frozenset[StopSign]] = MappingProxyType(
    {
        Kind.STRETCH: frozenset(
            {StopSign.INNER_KNEE_PAIN, StopSign.TINGLING_NUMBNESS, StopSign.CATCH_OR_LOCK}
        ),
        Kind.ACTIVE_CONTROL: frozenset({StopSign.TINGLING_NUMBNESS, StopSign.CATCH_OR_LOCK}),
        Kind.STRENGTH: frozenset(
            {StopSign.TINGLING_NUMBNESS, StopSign.CATCH_OR_LOCK, StopSign.PELVIS_PAIN}
        ),
    }
)
"""Besides the groin pinch and pain over the limit, which stop everything."""

END_OF_RANGE = frozenset(
    {Condition.HIP_REPLACEMENT, Condition.GROIN_PINCH, Condition.HYPERMOBILITY}
)
CLOSED_TO: Mapping[Aim, frozenset[Condition]] = MappingProxyType(
    {
        Aim.INTERNAL_RANGE: END_OF_RANGE | {Condition.KNEE_INJURY},
        Aim.ACTIVE_INTERNAL: END_OF_RANGE,
        Aim.INTERNAL_STRENGTH: frozenset({Condition.HIP_REPLACEMENT, Condition.GROIN_PINCH}),
        Aim.BALANCE_EXTERNAL: frozenset(),
        Aim.EXTERNAL_RANGE: END_OF_RANGE | {Condition.KNEE_INJURY},
        Aim.ACTIVE_EXTERNAL: END_OF_RANGE,
        Aim.EXTERNAL_STRENGTH: frozenset({Condition.HIP_REPLACEMENT}),
    }
)

OPEN_LATE_IN_PREGNANCY = frozenset(
    {Orientation.SITTING, Orientation.FLOOR_SITTING, Orientation.SIDE_LYING}
)
ON_THE_KNEES = frozenset({Orientation.KNEELING, Orientation.QUADRUPED})


class Wrong(NamedTuple):
    """One thing that does not hold: the field, what is wrong, what to do."""

    where: tuple[str | int, ...]
    problem: str
    remedy: str


def check_exercise(exercise: Exercise) -> None:
    """Raise the first rule that ``exercise`` breaks; pydantic adds it to the record's faults."""
    for rule in _RULES:
        for wrong in rule(exercise):
            raise PydanticCustomError("rule", "{problem}", wrong._asdict())


def _doses(exercise: Exercise) -> Iterator[Wrong]:
    """Ceilings stay below those of the kind, and nothing that is offered is above the ceilings."""
    dose, limits = exercise.dose, LIMITS[exercise.kind]
    for name in ("hold_s", "sets", "reps", "days_per_week"):
        ceiling, limit = getattr(dose.ceilings, name), getattr(limits, name)
        if ceiling > limit:
            problem = f"{ceiling:g} is more than the {limit:g} that {exercise.kind} may reach"
            yield Wrong(("dose", "ceilings", name), problem, "lower the ceiling")
        if getattr(dose, name) > ceiling:
            yield Wrong(("dose", name), f"it is above ceilings.{name}", "lower the value")
    if (dose.hold_over_65_s or 0) > dose.ceilings.hold_s:
        yield Wrong(("dose", "hold_over_65_s"), "it is above ceilings.hold_s", "lower the value")
    if dose.hours_between < limits.hours_between:
        problem = f"{exercise.kind} needs {limits.hours_between} hours between two days"
        yield Wrong(("dose", "hours_between"), problem, "raise the value")
    week_s = dose.sets * dose.reps * dose.hold_s * dose.days_per_week
    if exercise.kind is Kind.STRETCH and week_s > STRETCH_WEEK_CEILING_S:
        problem = f"{week_s:.0f} s of stretching a week are more than {STRETCH_WEEK_CEILING_S:.0f}"
        yield Wrong(("dose", "sets"), problem, "lower sets, reps, hold or days")


def _variants(exercise: Exercise) -> Iterator[Wrong]:
    """There is an easier and a harder way, or a reason why not; neither goes over a ceiling."""
    for group, reason in (("easier", exercise.no_easier), ("harder", exercise.no_harder)):
        variants = getattr(exercise, group)
        if bool(variants) == bool(reason):
            remedy = f"give at least one, or say why there is none in no_{group}"
            yield Wrong((group,), f"there must be either [[{group}]] or no_{group}", remedy)
        for position, variant in enumerate(variants):
            changed = variant.dose.to_dict() if variant.dose else {}
            for name in ("hold_s", "sets", "reps"):
                if (changed.get(name) or 0) > getattr(exercise.dose.ceilings, name):
                    where = (group, position, "dose", name)
                    yield Wrong(where, f"it is above ceilings.{name}", "lower the value")
            if variant.exercise == exercise.id:
                yield Wrong(
                    (group, position, "exercise"),
                    "it leads to itself",
                    "name another exercise, or none",
                )
    ids = [variant.id for variant in (*exercise.easier, *exercise.harder)]
    if len(set(ids)) < len(ids):
        yield Wrong(("easier",), "two variants have the same id", "give each its own id")


def _stop_signs(exercise: Exercise) -> Iterator[Wrong]:
    needed = {StopSign.GROIN_PINCH, StopSign.PAIN_OVER_LIMIT} | STOPS[exercise.kind]
    if _stands(exercise):
        needed.add(StopSign.UNSTEADY)
    if missing := needed - set(exercise.stop_signs):
        names = ", ".join(sorted(missing))
        yield Wrong(("stop_signs",), f"{names} must stop this exercise too", f"add {names}")


def _closed(exercise: Exercise) -> Iterator[Wrong]:
    needed = set(CLOSED_TO[exercise.aim]) | _closed_by_position(exercise)
    if Condition.PREGNANCY in exercise.contraindications:
        needed.discard(Condition.LATE_PREGNANCY)
    if missing := needed - set(exercise.contraindications):
        names = ", ".join(sorted(missing))
        problem = f"it must be closed to people with {names}"
        yield Wrong(("contraindications",), problem, f"add {names}")


def _closed_by_position(exercise: Exercise) -> set[Condition]:
    """Whom the poses themselves close it to: turned in, crossed or bent far, kneeling, standing."""
    found: set[Condition] = set()
    legs = [leg for pose in exercise.key_poses for leg in (pose.effect_leg, pose.other_leg)]
    orientations = {pose.orientation for pose in exercise.key_poses}
    if (
        exercise.effect.leg is EffectLeg.CROSSED
        or any(leg.hip_internal_rotation_deg > 0 for leg in legs)
        or any(leg.hip_adduction_deg > 0 or leg.hip_flexion_deg > 90 for leg in legs)
    ):
        found.add(Condition.HIP_REPLACEMENT)
    if not orientations <= OPEN_LATE_IN_PREGNANCY:
        found.add(Condition.LATE_PREGNANCY)
    if orientations & ON_THE_KNEES:
        found.add(Condition.KNEE_INJURY)
    if _stands(exercise):
        found |= {Condition.BALANCE_PROBLEM, Condition.PREGNANCY}
    return found


def _stands(exercise: Exercise) -> bool:
    return any(pose.orientation is Orientation.STANDING for pose in exercise.key_poses)


def _poses(exercise: Exercise) -> Iterator[Wrong]:
    ids = [pose.id for pose in exercise.key_poses]
    if len(set(ids)) < len(ids) or not {"start", "end"} <= set(ids):
        remedy = "name one pose start, one end, and give each its own id"
        yield Wrong(("key_poses",), "there must be one start and one end, and no id twice", remedy)
        return
    end, at = exercise.end_pose, ids.index("end")
    if end.hold_s != exercise.dose.hold_s:
        where = ("key_poses", at, "hold_s")
        yield Wrong(where, "the end must be held as long as dose.hold_s", "make them agree")
    tempo = (("raise_s", exercise.move_s), ("lower_s", exercise.return_s))
    for name, poses_s in tempo:
        if getattr(exercise.dose, name) not in (0, poses_s):
            problem = f"the key poses take {poses_s:g} s"
            yield Wrong(("dose", name), problem, "make them agree, or 0 to go by the key poses")
    turned_deg = end.effect_leg.hip_internal_rotation_deg
    if turned_deg == 0 or (turned_deg > 0) is not exercise.aim.turns_in:
        where = ("key_poses", at, "effect_leg")
        problem = f"the hip turns by {turned_deg:g} degrees, which is not the aim {exercise.aim}"
        yield Wrong(where, problem, "correct the pose or the aim (turning in is positive)")


def _roles(exercise: Exercise) -> Iterator[Wrong]:
    """What is said of the other leg is what it does in the end pose."""
    other, at = exercise.effect.other_leg, exercise.key_poses.index(exercise.end_pose)
    turned_deg = exercise.end_pose.other_leg.hip_internal_rotation_deg
    if (other is OtherLeg.TURNS_OUT and turned_deg >= 0) or (
        other is OtherLeg.TURNS_IN and turned_deg <= 0
    ):
        problem = f"it {other} by effect.other_leg, and by {turned_deg:g} degrees in this pose"
        yield Wrong(("key_poses", at, "other_leg"), problem, "correct the pose or the role")
    if exercise.allowed_while_waiting and other is not OtherLeg.RESTS:
        problem = "an exercise that works the other leg is not for a waiting phase"
        yield Wrong(("allowed_while_waiting",), problem, "set it to false")


def _sight(exercise: Exercise) -> Iterator[Wrong]:
    """A camera is said to see only what changes the posture."""
    shown = {fault.id for fault in exercise.faults if fault.change}
    for at, fault_id in enumerate(exercise.camera.faults):
        if fault_id not in shown:
            problem = f"{fault_id} is no fault with a change of posture"
            yield Wrong(("camera", "faults", at), problem, "remove it, or give the fault a change")


def _article(exercise: Exercise) -> Iterator[Wrong]:
    if (exercise.article_number is None) == bool(exercise.corrections):
        where = "corrections" if exercise.corrections else "article_number"
        problem = "an exercise of the article has corrections, any other has none"
        yield Wrong((where,), problem, "add corrections, or remove them and the number")


_RULES: tuple[Callable[[Exercise], Iterator[Wrong]], ...] = (
    _doses,
    _variants,
    _stop_signs,
    _poses,
    _roles,
    _closed,
    _sight,
    _article,
)
