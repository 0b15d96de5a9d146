"""What has been done and planned so far, so that no day's plan goes over a weekly ceiling."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta, tzinfo

from coxa.catalogue import Catalogue, Exercise, Kind
from coxa.programme.slots import STRETCH_WEEK_S
from coxa.quantities import Side
from coxa.records import Dose, Session


class Ledger:
    """Days and seconds per exercise and side."""

    def __init__(
        self, sessions: Sequence[Session], catalogue: Catalogue, zone: tzinfo | None
    ) -> None:
        self._days: dict[tuple[str, Side], set[date]] = {}
        self._stretched: list[tuple[date, Side, float]] = []
        for session in sessions:
            for done in session.done:
                day = done.at.astimezone(zone).date()
                exercise = catalogue.exercises.get(done.exercise_id)
                if exercise:
                    self._enter(day, exercise, done.side, done.hold_done_s)

    def plan(self, day: date, exercise: Exercise, dose: Dose) -> None:
        """Count a planned dose."""
        self._enter(day, exercise, dose.side, dose.sets * dose.reps * dose.hold_s)

    def allows(self, day: date, exercise: Exercise, dose: Dose) -> bool:
        """Whether the dose on that day keeps the rest between, the days a week, the ten minutes."""
        days = self._days.get((exercise.id, dose.side), set())
        rest_days = -(-exercise.dose.hours_between // 24)
        rested = not any(0 < abs((day - other).days) < rest_days for other in days)
        week = [other for other in days if _in_week_of(other, day)]
        return (
            rested
            and day not in days
            and len(week) < exercise.dose.ceilings.days_per_week
            and self._stretch_fits(day, exercise, dose)
        )

    def _stretch_fits(self, day: date, exercise: Exercise, dose: Dose) -> bool:
        if exercise.kind is not Kind.STRETCH:
            return True
        week_s = sum(
            seconds
            for other, side, seconds in self._stretched
            if side is dose.side and _in_week_of(other, day)
        )
        return week_s + dose.sets * dose.reps * dose.hold_s <= STRETCH_WEEK_S

    def _enter(self, day: date, exercise: Exercise, side: Side, seconds: float) -> None:
        self._days.setdefault((exercise.id, side), set()).add(day)
        if exercise.kind is Kind.STRETCH:
            self._stretched.append((day, side, seconds))


def _in_week_of(other: date, day: date) -> bool:
    return day - timedelta(days=7) < other <= day
