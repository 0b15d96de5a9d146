"""Day by day: whether to measure, which hip may train, and which phase that makes it.

It goes forward only. Whatever is planned for a day is told to it, and counts for the days after;
so the phases are those that the experiment will see if the plan is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta, tzinfo

from coxa.experiment import FAMILIARISATION_DAYS, Schedule
from coxa.programme.week import READING_GAP_DAYS, READINGS_A_WEEK, READINGS_BEFORE_TRAINING
from coxa.quantities import Side
from coxa.records import KeptReading, Phase, Series, Session

WEEK = timedelta(days=7)


class Timeline:
    """What each day is for.

    Parameters
    ----------
    reading_days : days with any reading.
    comparable_days : days with readings of the one series that has the most of them.
    trained_from : each side's first day of training so far.
    schedule : the sealed schedule of a comparison; it alone says then which hip starts when.
    free_days : weekdays with time, 0 is Monday.
    begin_on : train from this day on whatever is missing, and on this day whatever weekday it is.
    """

    def __init__(
        self,
        *,
        reading_days: Collection[date],
        comparable_days: Collection[date],
        trained_from: Mapping[Side, date],
        schedule: Schedule | None,
        free_days: Collection[int],
        begin_on: date | None,
        tests_open: bool,
    ) -> None:
        self._reading_days = set(reading_days)
        self._comparable_days = set(comparable_days)
        self._trained_from = dict(trained_from)
        self._schedule = schedule
        self._free_days = frozenset(free_days)
        self._begin_on = None if schedule else begin_on
        self._tests_open = tests_open
        self._may_begin = bool(reading_days or trained_from)

    def sides(self, day: date) -> tuple[Side, ...]:
        """The hips that may train on that day."""
        if not self._has_time(day) or not self._may_begin:
            return ()
        if self._schedule:
            return tuple(s for s in Side if day >= starts_on(self._schedule, s))
        return tuple(Side) if self._has_begun(day) else ()

    def is_waiting(self, day: date) -> bool:
        """Whether one hip trains already and the other must not be touched yet."""
        schedule = self._schedule
        if schedule is None:
            return False
        return sum(day >= starts_on(schedule, side) for side in Side) == 1

    def reading_due(self, day: date) -> bool:
        """Daily before training, once more as it begins; then three times in any seven days."""
        if not self._tests_open or day in self._reading_days or not self._has_time(day):
            return False
        if not self._trains(day):
            return True
        began = min(self._trained_from.values(), default=day)
        before = [other for other in self._reading_days if began <= other < day]
        this_week = sum(day - WEEK < other for other in before)
        rested = all((day - other).days >= READING_GAP_DAYS for other in before)
        return rested and this_week < READINGS_A_WEEK

    def phase(self, day: date) -> dict[Side, Phase]:
        """What the day is for each hip, once its doses have been entered."""
        return {side: self._phase(day, side) for side in Side}

    def enter(self, day: date, *, reading: bool, trained: Iterable[Side]) -> None:
        """Count what is planned for a day."""
        if reading:
            self._reading_days.add(day)
            self._comparable_days.add(day)
        for side in trained:
            self._trained_from.setdefault(side, day)

    def _phase(self, day: date, side: Side) -> Phase:
        own, other = self._trained_from.get(side), self._trained_from.get(side.other)
        if own and day >= own:
            return Phase.TRAINING
        if other and day >= other:
            return Phase.WAITING
        read_before = sum(other_day < day for other_day in self._comparable_days)
        practising = read_before < FAMILIARISATION_DAYS
        return Phase.FAMILIARISATION if practising else Phase.BASELINE

    def _has_time(self, day: date) -> bool:
        return day.weekday() in self._free_days or day == self._begin_on

    def _trains(self, day: date) -> bool:
        if not self._may_begin:
            return False
        if self._schedule:
            return any(day >= starts_on(self._schedule, side) for side in Side)
        return self._has_begun(day)

    def _has_begun(self, day: date) -> bool:
        """By its own log, by the person's wish, or once enough days have been measured."""
        if self._trained_from or (self._begin_on and day >= self._begin_on):
            return True
        today_counts = {other for other in self._comparable_days if other <= day}
        return len(today_counts) >= READINGS_BEFORE_TRAINING


def starts_on(schedule: Schedule, side: Side) -> date:
    """The day from which a side may train."""
    if side is schedule.first_side:
        return schedule.first_side_starts_on
    return schedule.second_side_starts_on


def days_read(readings: Sequence[KeptReading], zone: tzinfo | None) -> set[date]:
    """Days with any reading."""
    return {reading.taken_at.astimezone(zone).date() for reading in readings}


def comparable_days(readings: Sequence[KeptReading], zone: tzinfo | None) -> set[date]:
    """The days of the series that was read on most days: only these can be compared later."""
    days: dict[Series, set[date]] = {}
    for reading in readings:
        days.setdefault(reading.series, set()).add(reading.taken_at.astimezone(zone).date())
    return max(days.values(), key=lambda own: (len(own), sorted(own)), default=set())


def trained_from(sessions: Sequence[Session], zone: tzinfo | None) -> dict[Side, date]:
    """Each side's first day with a set on record."""
    first: dict[Side, date] = {}
    for done in (done for session in sessions for done in session.done):
        day = done.at.astimezone(zone).date()
        first[done.side] = min(day, first.get(done.side, day))
    return first
