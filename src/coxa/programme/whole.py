"""What is said of a plan as a whole: where the readings stand, which hip first, what is out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coxa.catalogue import Catalogue, Kind
from coxa.experiment import Schedule
from coxa.programme.choice import at_hand, in_turn
from coxa.programme.day import DayMaker
from coxa.programme.deficits import Deficit, arc
from coxa.programme.timeline import starts_on
from coxa.programme.week import IN, OUT, READINGS_BEFORE_TRAINING, Slot
from coxa.quantities import Direction, Side
from coxa.records import GoalTag, KeptReading, Message, Preferences, Wanted
from coxa.safety import Clearance, PainStanding, possible_bony_limit


@dataclass(frozen=True)
class Whole:
    """What the reasons of a whole plan are drawn from.

    Attributes
    ----------
    comparable : days on which the one series was read that has the most days.
    may_train : whether exercises may be done today.
    """

    readings: Sequence[KeptReading]
    pain: PainStanding
    preferences: Preferences
    schedule: Schedule | None
    today: date
    deficits: Mapping[Direction, Deficit]
    days_read: int
    comparable: int
    trained: bool
    start_now: bool
    may_train: bool


def reasons(whole: Whole, maker: DayMaker) -> tuple[Message, ...]:
    """Everything there is to say, the most pressing first."""
    return (
        *_before_training(whole),
        *(_comparison(whole.schedule, whole.today) if whole.schedule else ()),
        *_sides(whole),
        *([whole.pain.message] if whole.pain.step_back and whole.pain.message else ()),
        *(limit for side in Side if (limit := possible_bony_limit(whole.readings, side))),
        *(told for side in Side if (told := arc(whole.readings, side))),
        *_goal(whole.preferences),
        *_nothing_fits(whole, maker),
        *_no_room(whole.preferences, maker),
    )


def _before_training(whole: Whole) -> Iterator[Message]:
    """How far the readings before training have come, or what is lost by not waiting for them."""
    params: dict[str, str | int | float | bool] = {
        "done": whole.comparable,
        "wanted": READINGS_BEFORE_TRAINING,
    }
    if whole.trained:
        return
    if not whole.days_read:
        yield Message(id="plan_measure_first")
    elif whole.schedule or whole.comparable >= READINGS_BEFORE_TRAINING:
        return
    elif whole.start_now:
        yield Message(id="plan_started_early", params=params)
    else:
        yield Message(id="plan_baseline_first", params=params)
        if whole.comparable < whole.days_read:
            yield Message(id="plan_one_way")


def _comparison(schedule: Schedule, today: date) -> Iterator[Message]:
    """Where the comparison stands by its schedule."""
    first = schedule.first_side
    first_days = (starts_on(schedule, first) - today).days
    second_days = (starts_on(schedule, first.other) - today).days
    sides: dict[str, str | int | float | bool] = {"side": first.value, "other": first.other.value}
    if first_days > 0:
        yield Message(id="plan_compare_before", params=sides | {"days": first_days})
    elif schedule.planned_end_on and today >= schedule.planned_end_on:
        yield Message(id="plan_compare_due")
    elif second_days > 0:
        yield Message(id="plan_compare_waiting", params=sides | {"days": second_days})
    else:
        yield Message(id="plan_compare_both")


def _sides(whole: Whole) -> Iterator[Message]:
    directions = {Wanted.IN: (IN,), Wanted.OUT: (OUT,), Wanted.BOTH: (IN, OUT)}
    for direction in directions[whole.preferences.wanted]:
        found = whole.deficits[direction]
        if len(found.newest) < len(Side):
            continue
        name = "plan_side_first" if found.clear else "plan_sides_alike"
        suffix = "_out" if direction is OUT else ""
        yield Message(id=name + suffix, params={"side": found.first.value})


def _goal(preferences: Preferences) -> Iterator[Message]:
    goal = preferences.goal
    if goal.words:
        yield Message(id="plan_goal_words", params={"goal": goal.words})
    elif goal.tag is not GoalTag.OTHER:
        yield Message(id=f"plan_goal_{goal.tag}")


def _nothing_fits(whole: Whole, maker: DayMaker) -> Iterator[Message]:
    """Why no exercise is planned, or none while one hip waits."""
    slots = maker.slots
    if not any(maker.choices(slot, waiting=False) for slot in slots):
        yield Message(id="plan_nothing_fits")
        return
    schedule = whole.schedule
    waits = schedule and whole.today < starts_on(schedule, schedule.first_side.other)
    if waits and not any(maker.choices(slot, waiting=True) for slot in slots):
        yield Message(id="plan_none_while_waiting")


def _no_room(preferences: Preferences, maker: DayMaker) -> Iterator[Message]:
    """What was due, and never got into a day for want of minutes."""
    for slot in maker.slots:
        if slot in maker.no_room and slot not in maker.placed:
            yield Message(id=_no_room_id(slot), params={"minutes": preferences.minutes})


def _no_room_id(slot: Slot) -> str:
    if slot.in_step:
        return "plan_no_room_balance"
    names = {Kind.STRETCH: "stretch", Kind.ACTIVE_CONTROL: "control", Kind.STRENGTH: "strength"}
    return f"plan_no_room_{names[slot.kind]}"


def left_out(
    clearance: Clearance,
    catalogue: Catalogue,
    pain: PainStanding,
    preferences: Preferences,
    slots: Sequence[Slot],
) -> tuple[Message, ...]:
    """What would be in the plan otherwise: the names, then the reason, each reason once."""
    every = tuple(catalogue.exercises.values())
    usual = {one.id for slot in slots for one in in_turn(slot, every)}
    found: list[Message] = []
    closed = {name: why for name, why in clearance.exercises_closed.items() if name in usual}
    for reason in dict.fromkeys(reason.id for reason in closed.values()):
        ids = [name for name, why in closed.items() if why.id == reason]
        found += [_named("plan_left_out", ids, catalogue), closed[ids[0]]]
    out_of_reach = [
        one.id for one in every if one.id in usual - set(closed) and not at_hand(one, preferences)
    ]
    if out_of_reach:
        found.append(_named("plan_not_at_hand", out_of_reach, catalogue))
    resting = [one for one in pain.paused_exercises if _is_known(one, catalogue)]
    if resting:
        found.append(_named("plan_paused", resting, catalogue))
    return tuple(found)


def _is_known(exercise_id: str, catalogue: Catalogue) -> bool:
    """Whether it is there still: an exercise of a person's own pack may have been taken away."""
    return catalogue.renamed.get(exercise_id, exercise_id) in catalogue.exercises


def _named(message_id: str, exercise_ids: Sequence[str], catalogue: Catalogue) -> Message:
    names = [catalogue.exercise(exercise_id).name for exercise_id in exercise_ids]
    return Message(id=message_id, params={"exercises": ", ".join(names)})
