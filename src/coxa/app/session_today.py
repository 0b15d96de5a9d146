"""What a session would be today: the doses due, how long they take, what is needed for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coxa.app.plan import current_plan, day_of
from coxa.app.screening import clearance, standing_pain
from coxa.app.session_start import doses_of
from coxa.app.storage import Storage
from coxa.catalogue import Equipment, Exercise, load_catalogue
from coxa.coach import planned_s, start
from coxa.records import Dose, Message
from coxa.safety import allowed_exercises

COSTS = ("plan_started_early", "plan_measure_first")
"""What the plan says of beginning too early, and of beginning without any reading."""


@dataclass(frozen=True)
class Offer:
    """Doses that can be done now."""

    doses: tuple[Dose, ...]
    minutes: int
    equipment: tuple[Equipment, ...]


def offer_of(doses: Sequence[Dose], now: datetime) -> Offer:
    """What doing ``doses`` takes: whole minutes with every pause, and each thing needed once."""
    exercises = load_catalogue().exercises
    needed = [thing for dose in doses for thing in exercises[dose.exercise_id].equipment]
    once = {thing.name: thing for thing in needed}
    seconds = planned_s(start(doses, exercises, at=now)) if doses else 0.0
    return Offer(tuple(doses), max(1, round(seconds / 60)), tuple(once.values()))


def plan_today(storage: Storage, *, now: datetime) -> tuple[Offer, Message | None]:
    """Today's doses by the plan, and the plan's own word about the day."""
    day = day_of(current_plan(storage, now=now), now.date())
    return offer_of(day.doses, now), day.note


def early_start(storage: Storage, *, now: datetime) -> tuple[Offer, Message | None]:
    """What could be done today before the plan's first readings are complete, and what that costs.

    The cost is ``None`` where nothing would be lost any more.
    """
    plan = current_plan(storage, now=now, start_now=True)
    cost = next((reason for reason in plan.reasons if reason.id in COSTS), None)
    return offer_of(day_of(plan, now.date()).doses, now), cost


def single_exercises(storage: Storage, *, now: datetime) -> tuple[tuple[Exercise, Offer], ...]:
    """The exercises that may be done on their own, each with what it takes."""
    paused = standing_pain(storage, now).paused_exercises
    open_now = allowed_exercises(clearance(storage, now), load_catalogue())
    return tuple(
        (exercise, offer_of(doses_of(exercise), now))
        for exercise in open_now
        if exercise.id not in paused
    )
