"""What has been done and planned so far, so that no day's plan goes over a weekly ceiling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta, tzinfo
from math import ceil

from coxa.catalogue import Catalogue, Exercise, Kind
from coxa.programme.week import STRETCH_DAY_S, STRETCH_WEEK_S, Slot, direction_of
from coxa.quantities import Direction, Side
from coxa.records import Dose, Session

Group = tuple[Kind, Direction]
"""What rests together: the muscles that turn the hip one way, at one kind of work."""

WEEK_DAYS = 7
STRENGTH_GAP_DAYS = 2
"""48 hours between two days of strength for the same muscles, whichever exercise."""


class Ledger:
    """Days of each exercise and each muscle group, and seconds of stretching, by side."""

    def __init__(
        self, sessions: Sequence[Session], catalogue: Catalogue, zone: tzinfo | None
    ) -> None:
        self._exercises: dict[tuple[str, Side], set[date]] = defaultdict(set)
        self._groups: dict[tuple[Group, Side], set[date]] = defaultdict(set)
        self._stretched_s: dict[Side, dict[date, float]] = {
            side: defaultdict(float) for side in Side
        }
        for session in sessions:
            for done in session.done:
                day = done.at.astimezone(zone).date()
                exercise = catalogue.exercises.get(
                    catalogue.renamed.get(done.exercise_id, done.exercise_id)
                )
                if exercise:
                    self._enter(day, exercise, done.side, done.hold_done_s)

    def plan(self, day: date, exercise: Exercise, dose: Dose) -> None:
        """Count a planned dose."""
        self._enter(day, exercise, dose.side, _held_s(dose))

    def last_day(self, exercise: Exercise, sides: Sequence[Side]) -> date:
        """When it was last done on one of these sides; the first of all days if never."""
        days = [day for side in sides for day in self._exercises[exercise.id, side]]
        return max(days, default=date.min)

    def is_due(self, day: date, slot: Slot, side: Side) -> bool:
        """Whether the slot has days left in the week, and enough days since the last."""
        days = {
            other
            for direction in slot.directions
            for other in self._groups[(slot.kind, direction), side]
        }
        rested = all(abs((day - other).days) >= slot.gap_days for other in days)
        return rested and _in_week(days, day) < slot.days

    def allows(self, day: date, exercise: Exercise, dose: Dose) -> bool:
        """Whether the dose on that day keeps the exercise's and the muscles' own limits."""
        days = self._exercises[exercise.id, dose.side]
        rest_days = max(1, ceil(exercise.dose.hours_between / 24))
        rested = all(abs((day - other).days) >= rest_days for other in days)
        return (
            rested
            and _in_week(days, day) < exercise.dose.ceilings.days_per_week
            and self._muscles_rested(day, exercise, dose.side)
            and self._stretch_fits(day, exercise, dose)
        )

    def _muscles_rested(self, day: date, exercise: Exercise, side: Side) -> bool:
        if exercise.kind is not Kind.STRENGTH:
            return True
        days = self._groups[_group(exercise), side]
        return all(abs((day - other).days) >= STRENGTH_GAP_DAYS for other in days)

    def _stretch_fits(self, day: date, exercise: Exercise, dose: Dose) -> bool:
        """Also for the weeks that end on a later day which is on record already."""
        if exercise.kind is not Kind.STRETCH:
            return True
        stretched_s, held_s = self._stretched_s[dose.side], _held_s(dose)
        ends = [day + timedelta(days=n) for n in range(WEEK_DAYS)]
        weeks_s = (
            sum(seconds for other, seconds in stretched_s.items() if _is_in_week(other, end))
            for end in ends
        )
        fits_day = stretched_s.get(day, 0.0) + held_s <= STRETCH_DAY_S
        return fits_day and all(week_s + held_s <= STRETCH_WEEK_S for week_s in weeks_s)

    def _enter(self, day: date, exercise: Exercise, side: Side, held_s: float) -> None:
        self._exercises[exercise.id, side].add(day)
        self._groups[_group(exercise), side].add(day)
        if exercise.kind is Kind.STRETCH:
            self._stretched_s[side][day] += held_s


def _group(exercise: Exercise) -> Group:
    return exercise.kind, direction_of(exercise)


def _held_s(dose: Dose) -> float:
    return dose.sets * dose.reps * dose.hold_s


def _in_week(days: set[date], end: date) -> int:
    return sum(_is_in_week(day, end) for day in days)


def _is_in_week(day: date, end: date) -> bool:
    return end - timedelta(days=WEEK_DAYS) < day <= end
