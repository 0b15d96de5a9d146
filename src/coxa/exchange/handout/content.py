"""What stands on a sheet: the same for the page that is printed and for the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coxa.catalogue import DoseRange, Exercise, StopSign
from coxa.exchange.drawing import Words
from coxa.quantities import Side
from coxa.records import Dose, Plan, PlanDay
from coxa.safety import PAIN_LIMIT

PLAN_DAYS = 7


@dataclass(frozen=True)
class Picture:
    """A picture by its name among the static files, and what stands below it."""

    name: str
    caption: str


@dataclass(frozen=True)
class Part:
    """A heading and what stands below it."""

    title: str
    lines: tuple[str, ...]
    numbered: bool = False
    warning: bool = False
    picture: Picture | None = None


@dataclass(frozen=True)
class Row:
    """A day of a plan, to be ticked off."""

    day: str
    due: str


@dataclass(frozen=True)
class Handout:
    """One sheet: the main column, a narrower one beside it, and below both a table of days."""

    title: str
    lead: str
    link: str
    """The address that the square code holds."""
    link_words: str
    main: tuple[Part, ...]
    beside: tuple[Part, ...]
    foot: str
    pictures: tuple[Picture, ...] = ()
    rows: tuple[Row, ...] = ()
    row_heads: tuple[str, str, str] = ("", "", "")
    main_share: float = 0.58
    """How much of the width the main column has."""


def exercise_handout(
    exercise: Exercise, *, words: Words, link: str, pictures: Mapping[str, str]
) -> Handout:
    """One exercise on one sheet.

    Parameters
    ----------
    words : how it speaks; the exercise itself is handed in in the same language.
    pictures : the names of the pictures of its key poses, by the pose's id.
    """
    return Handout(
        title=exercise.name,
        lead=exercise.summary,
        link=link,
        link_words=words("handout_scan"),
        main=tuple(_main(exercise, words)),
        beside=tuple(_beside(exercise, words)),
        foot=words("handout_no_promise"),
        pictures=tuple(
            Picture(pictures[pose], words(f"handout_picture_{pose}"))
            for pose in ("start", "end")
            if pose in pictures
        ),
    )


def _main(exercise: Exercise, words: Words) -> Iterator[Part]:
    yield Part(words("handout_start"), (exercise.start,))
    yield Part(words("handout_steps"), exercise.steps, numbered=True)
    yield Part(words("handout_breathing"), (exercise.breathing,))
    not_this = words("handout_feel_not", feeling=exercise.feel_not)
    yield Part(words("handout_feel"), (exercise.feel, not_this))
    yield _stop(exercise, words)
    yield Part(
        words("handout_cues"),
        tuple(words("handout_cue", fault=one.looks_like, cue=one.cue) for one in exercise.faults),
    )


def _beside(exercise: Exercise, words: Words) -> Iterator[Part]:
    yield Part(words("handout_how_much"), tuple(_how_much(exercise.dose, words)))
    yield Part(words("handout_which_side"), (exercise.effect.words,))
    if exercise.equipment:
        things = [
            (words("handout_optional", thing=one.name) if one.optional else one.name, one.check)
            for one in exercise.equipment
        ]
        yield Part(words("handout_need"), tuple(f"{name}: {check}" for name, check in things))
    for heading, ways in (("easier", exercise.easier), ("harder", exercise.harder)):
        if ways:
            yield Part(words(f"handout_{heading}"), tuple(f"{w.name}: {w.words}" for w in ways))
    if exercise.contraindications:
        closed = tuple(words(f"closed_for_{one.value}") for one in exercise.contraindications)
        yield Part(words("handout_not_for"), closed)


def _stop(exercise: Exercise, words: Words) -> Part:
    limit = PAIN_LIMIT[exercise.kind]
    signs = tuple(words(f"sign_{sign.value}", limit=limit) for sign in exercise.stop_signs)
    return Part(words("handout_stop"), signs, warning=True)


def _how_much(dose: DoseRange, words: Words) -> Iterator[str]:
    yield _amount(dose, words)
    if dose.reps > 1 and (dose.raise_s or dose.lower_s):
        yield words("handout_pace", up=f"{dose.raise_s:g}", down=f"{dose.lower_s:g}")
    one_day = dose.days_per_week == 1
    yield words("handout_one_day" if one_day else "handout_days", days=dose.days_per_week)
    if dose.hours_between:
        yield words("handout_hours", hours=dose.hours_between)


def _amount(dose: Dose | DoseRange, words: Words) -> str:
    hold = f"{dose.hold_s:g}"
    if dose.reps == 1:
        return words("handout_holds", sets=dose.sets, hold=hold)
    return words("handout_reps", sets=dose.sets, reps=dose.reps, hold=hold)


def plan_handout(
    plan: Plan,
    exercises: Mapping[str, Exercise],
    *,
    words: Words,
    link: str,
    pictures: Mapping[str, str],
) -> Handout:
    """The coming week on one sheet: each exercise once, and the days to tick off.

    Parameters
    ----------
    pictures : the name of the picture of an exercise's end pose, by the exercise's id.
    """
    days = plan.days[:PLAN_DAYS]
    used = dict.fromkeys(dose.exercise_id for day in days for dose in day.doses)
    cards = [_card(exercises[name], days, words, pictures.get(name)) for name in used]
    half = (len(cards) + 1) // 2
    stops = _stop_of_all([exercises[name] for name in used], words)
    return Handout(
        title=words(
            "handout_plan_title", first=words.day(days[0].day), last=words.day(days[-1].day)
        ),
        lead=words("handout_plan_lead"),
        link=link,
        link_words=words("handout_scan"),
        main=tuple(cards[:half]),
        beside=(*cards[half:], stops),
        foot=words("handout_no_promise"),
        rows=tuple(Row(words.day(day.day), _due(day, exercises, words)) for day in days),
        row_heads=(
            words("handout_plan_day"),
            words("handout_plan_due"),
            words("handout_plan_done"),
        ),
        main_share=0.5,
    )


def _card(exercise: Exercise, days: Iterable[PlanDay], words: Words, picture: str | None) -> Part:
    """An exercise as far as its place in a plan goes: how much of it on which side, and how."""
    amounts: dict[str, dict[Side, None]] = {}
    for day in days:
        for dose in day.doses:
            if dose.exercise_id == exercise.id:
                amounts.setdefault(_amount(dose, words), {})[dose.side] = None
    how_much = tuple(f"{_sides(sides, words)}: {amount}" for amount, sides in amounts.items())
    return Part(
        title=exercise.name,
        lines=(*how_much, " ".join(exercise.steps)),
        picture=Picture(picture, "") if picture else None,
    )


def _sides(sides: Iterable[Side], words: Words) -> str:
    told = set(sides)
    return words("handout_both" if len(told) > 1 else f"handout_{told.pop().value}")


def _due(day: PlanDay, exercises: Mapping[str, Exercise], words: Words) -> str:
    names = dict.fromkeys(exercises[dose.exercise_id].name for dose in day.doses)
    reading = [words("handout_reading")] if day.reading_due else []
    return ", ".join([*reading, *names]) or words("handout_rest")


def _stop_of_all(exercises: Iterable[Exercise], words: Words) -> Part:
    """Every stop sign of the exercises once; of the pain limits the lowest."""
    known = list(exercises)
    signs = dict.fromkeys(sign for one in known for sign in one.stop_signs)
    limit = min((PAIN_LIMIT[one.kind] for one in known), default=min(PAIN_LIMIT.values()))
    lines = tuple(words(f"sign_{sign.value}", limit=limit) for sign in signs)
    return Part(words("handout_stop"), lines or _always(words), warning=True)


def _always(words: Words) -> tuple[str, ...]:
    return (words(f"sign_{StopSign.GROIN_PINCH.value}"),)
