"""What an exercise does to the muscles, in plain sentences made from the computed numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coxa.body.exercise_muscles import Bears, Does, LegMuscles, MuscleChange, Works
from coxa.records import Message
from coxa.wording import SENTENCES

NAMED = 4
"""More names than this nobody takes in."""

NOTABLE_NM = 1.0


def told(leg: LegMuscles) -> tuple[Message, ...]:
    """Plain sentences of what happens to one leg's muscles, the most telling first."""
    surprise = [Message(id=leg.surprise)] if leg.surprise else []
    return (*_lengths(leg), *_work(leg), *surprise)


def named(muscles: Iterable[MuscleChange], whole: Iterable[MuscleChange]) -> tuple[str, ...]:
    """Names of ``muscles``; where all parts that ``whole`` knows of one are there, its own name."""
    families: dict[str, list[str]] = {}
    for muscle in whole:
        families.setdefault(muscle.family, []).append(muscle.id)
    chosen = list(muscles)
    ids = {muscle.id for muscle in chosen}
    names: list[str] = []
    for muscle in chosen:
        complete = ids.issuperset(families[muscle.family])
        name = muscle_name(muscle.family if complete else muscle.id)
        if name not in names:
            names.append(name)
    return tuple(names)


def muscle_name(muscle_id: str) -> str:
    """The English name of a muscle, or of a part of one."""
    return SENTENCES[f"muscle_{muscle_id.replace('-', '_')}"]


def _lengths(leg: LegMuscles) -> tuple[Message, ...]:
    most_first = sorted(leg.muscles, key=lambda muscle: -abs(muscle.change_percent))
    ordered = leg.model_copy(update={"muscles": tuple(most_first)})
    longer = _listed(ordered, "muscles_lengthen", lambda muscle: muscle.does is Does.LENGTHENS)
    shorter = _listed(ordered, "muscles_shorten", lambda muscle: muscle.does is Does.SHORTENS)
    return (*longer, *shorter) or (Message(id="muscles_nothing_changes"),)


def _work(leg: LegMuscles) -> tuple[Message, ...]:
    if leg.bears is Bears.NOTHING:
        return (Message(id="muscles_rest"),)
    if leg.bears is Bears.A_PART:
        return (Message(id="muscles_bearing_unknown"),)
    against = "body" if leg.bears is Bears.THE_BODY else leg.moment_nm.against
    return (
        *_listed(leg, "muscles_work_chiefly", lambda muscle: muscle.works is Works.CHIEFLY),
        *_listed(leg, "muscles_work_helping", lambda muscle: muscle.works is Works.HELPS),
        Message(id=f"muscles_against_{against}"),
        _turning(leg.moment_nm.rotation),
    )


def _turning(rotation_nm: float) -> Message:
    if abs(rotation_nm) < NOTABLE_NM:
        return Message(id="muscles_load_none")
    way = "in" if rotation_nm > 0 else "out"
    return Message(id=f"muscles_load_{way}", params={"nm": round(abs(rotation_nm))})


def _listed(
    leg: LegMuscles, sentence: str, chosen: Callable[[MuscleChange], bool]
) -> tuple[Message, ...]:
    names = named(filter(chosen, leg.muscles), leg.muscles)
    return (Message(id=sentence, params={"muscles": ", ".join(names[:NAMED])}),) if names else ()
