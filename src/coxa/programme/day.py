"""One day's doses: what is due, of which exercise, how much for which side, within the minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from functools import cache, cached_property
from math import ceil

from coxa.catalogue import Exercise, Kind
from coxa.programme.choice import in_turn
from coxa.programme.deficits import Deficit
from coxa.programme.duration import session_s
from coxa.programme.ladder import Ladder, Rung, ladder, most_sets
from coxa.programme.ledger import Ledger
from coxa.programme.progress import Standing, standing
from coxa.programme.reasons import Facts, reason
from coxa.programme.week import ORDER_OF_DOING, Slot, direction_of
from coxa.quantities import Direction, Side
from coxa.records import Dose, Message, Session

NO_REASON_YET = Message(id="plan_in_place")


@dataclass(frozen=True)
class Circumstances:
    """What holds for all days of a plan.

    Attributes
    ----------
    exercises : all of the catalogue.
    open_ids : those that safety leaves open and that the person has the place and things for.
    halved_by_pain : every dose is halved.
    bony_limit : sides whose shape may set the limit: halved, and never harder than ordinary.
    """

    exercises: Mapping[str, Exercise]
    open_ids: frozenset[str]
    slots: tuple[Slot, ...]
    minutes: int
    deficits: Mapping[Direction, Deficit]
    order: tuple[Side, Side]
    sessions: Sequence[Session]
    halved_by_pain: bool
    bony_limit: frozenset[Side]
    older: bool
    today: date
    zone: tzinfo | None

    @cached_property
    def open(self) -> tuple[Exercise, ...]:
        return tuple(self.exercises[name] for name in sorted(self.open_ids))


@dataclass(frozen=True)
class Portion:
    """An exercise's rung for one side, and how much of it."""

    slot: Slot
    rung: Rung
    side: Side
    sets: int
    wanted_sets: int
    standing: Standing


class DayMaker:
    """Fills days one after the other, and counts what it has planned."""

    def __init__(self, given: Circumstances, ledger: Ledger) -> None:
        self._given = given
        self._ledger = ledger
        self._ladder_of = cache(self._make_ladder)
        self._standing_of = cache(self._make_standing)
        self.placed: set[Slot] = set()
        self.no_room: set[Slot] = set()
        """Slots that were due on a day and did not fit into its minutes."""

    def doses(self, day: date, sides: Sequence[Side], *, waiting: bool) -> tuple[Dose, ...]:
        """What is due on ``day`` for these sides, in the order of doing."""
        found: list[Portion] = []
        for slot in self._given.slots if sides else ():
            due = [
                side
                for side in self._given.order
                if side in sides and self._ledger.is_due(day, slot, side)
            ]
            portions = self._portions(day, slot, due, waiting=waiting) if due else []
            if not portions:
                continue
            fitting = self._fit(found, portions)
            if fitting:
                found += fitting
                self.placed.add(slot)
            else:
                self.no_room.add(slot)
        doses = [self._dose(portion, waiting=waiting) for portion in _ordered(found)]
        for portion, dose in zip(_ordered(found), doses, strict=True):
            self._ledger.plan(day, portion.rung.exercise, dose)
        return tuple(doses)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self._given.slots

    def choices(self, slot: Slot, *, waiting: bool) -> tuple[Exercise, ...]:
        """The exercises that fill a slot in turn."""
        given = self._given
        return in_turn(slot, [one for one in given.open if _may(one, waiting)])

    def _portions(
        self, day: date, slot: Slot, due: Sequence[Side], *, waiting: bool
    ) -> list[Portion]:
        """The exercise whose turn it is, for each side that may do it on that day."""
        choices = self.choices(slot, waiting=waiting)
        taking_turns = sorted(choices, key=lambda one: self._ledger.last_day(one, due))
        for exercise in taking_turns:
            portions = [self._portion(slot, exercise, side, waiting=waiting) for side in due]
            allowed = [
                one
                for one in portions
                if self._ledger.allows(day, one.rung.exercise, _bare_dose(one))
            ]
            if allowed:
                return allowed
        return []

    def _portion(self, slot: Slot, exercise: Exercise, side: Side, *, waiting: bool) -> Portion:
        steps = self._ladder_of(slot, exercise.id, waiting)
        now = self._standing_of(slot, exercise.id, side, waiting)
        bony = side in self._given.bony_limit
        rung = steps.rungs[min(now.at, steps.start) if bony else now.at]
        more = self._given.deficits[direction_of(rung.exercise)].gets_more(side)
        extra = 1 if more and rung.exercise.kind is Kind.STRETCH else 0
        sets = min(rung.sets + extra, max(rung.sets, most_sets(rung.exercise, rung.hold_s)))
        if bony or self._given.halved_by_pain:
            sets = ceil(rung.sets / 2)
        return Portion(slot, rung, side, sets, sets, now)

    def _fit(self, found: Sequence[Portion], new: Sequence[Portion]) -> list[Portion]:
        """The new portions with as many sets as the minutes allow; none where not one fits."""
        portions, limit_s = list(new), self._given.minutes * 60
        while self._lasts_s([*found, *portions]) > limit_s:
            most = max(portion.sets for portion in portions)
            if most == 1:
                return []
            portions = [
                replace(one, sets=one.sets - 1) if one.sets == most else one for one in portions
            ]
        return portions

    def _lasts_s(self, portions: Sequence[Portion]) -> float:
        doses = [_bare_dose(portion) for portion in _ordered(portions)]
        return session_s(doses, self._given.exercises)

    def _dose(self, portion: Portion, *, waiting: bool) -> Dose:
        given, rung = self._given, portion.rung
        facts = Facts(
            rung=rung,
            slot=portion.slot,
            side=portion.side,
            sets=portion.sets,
            wanted_sets=portion.wanted_sets,
            minutes=given.minutes,
            deficit=given.deficits[direction_of(rung.exercise)],
            halved_by_pain=given.halved_by_pain,
            halved_by_bone=portion.side in given.bony_limit,
            because=portion.standing.because,
            waiting=waiting,
            in_place=self._stands_in(portion),
        )
        return _bare_dose(portion).model_copy(update={"reason": reason(facts)})

    def _stands_in(self, portion: Portion) -> bool:
        """Whether the article has exercises for this place, and none of them is open."""
        direction = direction_of(portion.rung.exercise)
        own = {
            one.id
            for one in self._given.exercises.values()
            if one.article_number and portion.slot.takes(one, direction)
        }
        return bool(own) and not own & self._given.open_ids

    def _make_ladder(self, slot: Slot, exercise_id: str, waiting: bool) -> Ladder:
        """Other exercises that take turns in the slot are not reached by way of this one."""
        turns = {one.id for one in self.choices(slot, waiting=waiting)}
        reachable = {
            one.id: one for one in self._given.open if one.id not in turns and _may(one, waiting)
        }
        exercise = self._given.exercises[exercise_id]
        return ladder(exercise, reachable, older=self._given.older)

    def _make_standing(self, slot: Slot, exercise_id: str, side: Side, waiting: bool) -> Standing:
        return standing(
            self._ladder_of(slot, exercise_id, waiting),
            side,
            self._given.sessions,
            today=self._given.today,
            zone=self._given.zone,
        )


def _may(exercise: Exercise, waiting: bool) -> bool:
    """A leg that waits must be left alone by what the other one does."""
    return exercise.allowed_while_waiting or not waiting


def _ordered(portions: Sequence[Portion]) -> list[Portion]:
    return sorted(portions, key=lambda one: ORDER_OF_DOING.index(one.slot.kind))


def _bare_dose(portion: Portion) -> Dose:
    rung = portion.rung
    return Dose(
        exercise_id=rung.exercise.id,
        side=portion.side,
        sets=portion.sets,
        reps=rung.reps,
        hold_s=rung.hold_s,
        raise_s=rung.raise_s,
        lower_s=rung.lower_s,
        rest_s=rung.rest_s,
        variant_id=rung.variant_id,
        reason=NO_REASON_YET,
    )
