"""A dated plan from readings, safety and the log. Pure: the same inputs give the same plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta, tzinfo

from coxa.catalogue import Catalogue, Exercise, Kind
from coxa.programme.ledger import Ledger
from coxa.programme.slots import (
    BETWEEN_EXERCISES_S,
    READING_OFFSETS,
    READINGS_BEFORE_TRAINING,
    SLOTS,
    Slot,
)
from coxa.programme.stiffness import Stiffness, stiffness
from coxa.quantities import Side
from coxa.records import Dose, KeptReading, Message, Plan, PlanDay, Series, Session
from coxa.safety import Clearance, PainStanding, allowed_exercises, possible_bony_limit

OLDER_FROM_YEARS = 65
READING_MINUTES = 3.0


def make_plan(
    *,
    readings: Sequence[KeptReading],
    clearance: Clearance,
    catalogue: Catalogue,
    today: date,
    sessions: Sequence[Session] = (),
    pain: PainStanding | None = None,
    days: int = 14,
    start_now: bool = False,
    age_years: int | None = None,
    zone: tzinfo | None = None,
) -> Plan:
    """The coming ``days`` days: readings, exercises, and a reason for each.

    Exercises begin after ``READINGS_BEFORE_TRAINING`` reading days of one series, or at once with
    ``start_now`` (and a word on what is lost) or when a session was done already. Nothing is
    planned that safety closes; pain halves the sets or leaves days empty; no side is stretched for
    more than ten minutes in any seven days.
    """
    pain = pain or PainStanding()
    if not clearance.sessions_allowed or pain.see_someone:
        because = clearance.because or ((pain.message,) if pain.message else ())
        return Plan(made_on=today, days=(), reasons=because or (Message(id="plan_blocked"),))
    if not clearance.tests_allowed and not readings:
        cannot = (Message(id="plan_cannot_measure"), *clearance.advice)
        return Plan(made_on=today, days=(), reasons=cannot)
    reading_days = sorted({r.taken_at.astimezone(zone).date() for r in readings})
    trained = sorted({d.at.astimezone(zone).date() for s in sessions for d in s.done})
    comparable = _comparable_days(readings, zone)
    begins = _begins(today, reading_days, comparable, trained, start_now)
    stiff = stiffness(readings)
    builder = _Builder(
        exercises=_permitted(clearance, catalogue, pain),
        stiff=stiff,
        ledger=Ledger(sessions, catalogue, zone),
        begins=begins,
        halved=_halved_sides(readings, pain),
        older=age_years is not None and age_years > OLDER_FROM_YEARS,
    )
    coming = [today + timedelta(days=n) for n in range(days)]
    return Plan(
        made_on=today,
        days=tuple(
            _day(
                day,
                builder,
                reading_due=clearance.tests_allowed
                and day not in reading_days
                and _reading_due(day, begins),
                stop=pain.stop_today and day == today,
                pain=pain,
            )
            for day in coming
        ),
        reasons=(
            *_before_training(begins, today, comparable, len(reading_days), start_now, trained),
            *_reasons(readings, stiff, pain),
        ),
        left_out=_left_out(clearance, catalogue, pain),
    )


class _Builder:
    """Fills the slots of a day, side by side, the stiffer side first."""

    def __init__(
        self,
        exercises: Sequence[Exercise],
        stiff: Stiffness,
        ledger: Ledger,
        begins: date | None,
        halved: frozenset[Side],
        older: bool,
    ) -> None:
        self._exercises = exercises
        self._stiff = stiff
        self._ledger = ledger
        self._begins = begins
        self._halved = halved
        self._older = older

    def doses(self, day: date) -> tuple[Dose, ...]:
        """What is due on ``day``; counted in the ledger."""
        if self._begins is None or day < self._begins:
            return ()
        week, offset = divmod((day - self._begins).days, 7)
        found: list[Dose] = []
        for slot in SLOTS:
            if offset in slot.offsets:
                turn = week * len(slot.offsets) + slot.offsets.index(offset)
                found += self._fill(day, slot, turn)
        return tuple(found)

    def _fill(self, day: date, slot: Slot, turn: int) -> list[Dose]:
        fitting = [exercise for exercise in self._exercises if exercise.aim is slot.aim]
        if not fitting:
            return []
        exercise = fitting[turn % len(fitting)]
        doses = [self._dose(exercise, side, slot) for side in self._stiff.order]
        kept = [dose for dose in doses if self._ledger.allows(day, exercise, dose)]
        for dose in kept:
            self._ledger.plan(day, exercise, dose)
        return kept

    def _dose(self, exercise: Exercise, side: Side, slot: Slot) -> Dose:
        dose = exercise.dose
        sets = -(-dose.sets // 2) if side in self._halved else dose.sets
        older_s = dose.hold_over_65_s if self._older else None
        return Dose(
            exercise_id=exercise.id,
            side=side,
            sets=sets,
            reps=dose.reps,
            hold_s=older_s or dose.hold_s,
            raise_s=dose.raise_s,
            lower_s=dose.lower_s,
            rest_s=dose.rest_s,
            reason=self._reason(exercise, side, slot),
        )

    def _reason(self, exercise: Exercise, side: Side, slot: Slot) -> Message:
        newest = self._stiff.newest.get(side)
        if exercise.kind is Kind.STRETCH and newest is not None:
            reading: dict[str, str | int | float | bool] = {
                "side": side.value,
                "value_deg": round(newest.value_deg),
                "error_deg": round(newest.error95_deg),
            }
            stiffer = self._stiff.clear and side is self._stiff.first
            return Message(id="plan_stretch_stiffer" if stiffer else "plan_stretch", params=reading)
        return Message(id=slot.reason, params={"side": side.value})


def _day(
    day: date, builder: _Builder, *, reading_due: bool, stop: bool, pain: PainStanding
) -> PlanDay:
    doses = () if stop else builder.doses(day)
    seconds = sum(dose.work_s + dose.sets * dose.rest_s + BETWEEN_EXERCISES_S for dose in doses)
    note = pain.message if stop else None
    if note is None and not doses:
        note = Message(id="plan_day_reading" if reading_due else "plan_day_rest")
    minutes = seconds / 60 + (READING_MINUTES if reading_due else 0.0)
    return PlanDay(
        day=day, reading_due=reading_due, doses=doses, minutes=round(minutes, 1), note=note
    )


def _comparable_days(readings: Sequence[KeptReading], zone: tzinfo | None) -> int:
    """The most days on which any one series was read: only these can be compared later."""
    days: dict[Series, set[date]] = {}
    for reading in readings:
        days.setdefault(reading.series, set()).add(reading.taken_at.astimezone(zone).date())
    return max(map(len, days.values()), default=0)


def _begins(
    today: date,
    reading_days: Sequence[date],
    comparable: int,
    trained: Sequence[date],
    start_now: bool,
) -> date | None:
    """The first day of training: past, today, or once enough readings will have been taken."""
    if trained:
        return trained[0]
    if not reading_days:
        return None
    if start_now:
        return today
    missing = max(0, READINGS_BEFORE_TRAINING - comparable)
    next_reading = today + timedelta(days=1) if today in reading_days else today
    return next_reading + timedelta(days=missing) if missing else today


def _reading_due(day: date, begins: date | None) -> bool:
    if begins is None or day < begins:
        return True
    return (day - begins).days % 7 in READING_OFFSETS


def _permitted(
    clearance: Clearance, catalogue: Catalogue, pain: PainStanding
) -> tuple[Exercise, ...]:
    allowed = allowed_exercises(clearance, catalogue)
    return tuple(
        exercise
        for exercise in allowed
        if _is_planned(exercise) and exercise.id not in pain.paused_exercises
    )


def _is_planned(exercise: Exercise) -> bool:
    """Only the article's eight are planned; the wider set is there to read and to choose from."""
    return exercise.article_number is not None


def _left_out(
    clearance: Clearance, catalogue: Catalogue, pain: PainStanding
) -> tuple[Message, ...]:
    """What safety keeps out: the names, then the reason, each reason once."""
    found: list[Message] = []
    closed = {
        exercise_id: why
        for exercise_id, why in clearance.exercises_closed.items()
        if _is_planned(catalogue.exercise(exercise_id))
    }
    for reason in dict.fromkeys(reason.id for reason in closed.values()):
        ids = [exercise_id for exercise_id, why in closed.items() if why.id == reason]
        found += [_named("plan_left_out", ids, catalogue), closed[ids[0]]]
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


def _halved_sides(readings: Sequence[KeptReading], pain: PainStanding) -> frozenset[Side]:
    if pain.step_back:
        return frozenset(Side)
    return frozenset(side for side in Side if possible_bony_limit(readings, side))


def _before_training(
    begins: date | None,
    today: date,
    comparable: int,
    days_read: int,
    start_now: bool,
    trained: Sequence[date],
) -> tuple[Message, ...]:
    """How far the readings before training have come, or what is lost by not waiting for them."""
    if begins is None:
        return (Message(id="plan_measure_first"),)
    params: dict[str, str | int | float | bool] = {
        "done": comparable,
        "wanted": READINGS_BEFORE_TRAINING,
    }
    if begins <= today:
        early = start_now and not trained and comparable < READINGS_BEFORE_TRAINING
        return (Message(id="plan_started_early", params=params),) if early else ()
    found = (Message(id="plan_baseline_first", params=params),)
    return (*found, Message(id="plan_one_way")) if comparable < days_read else found


def _reasons(
    readings: Sequence[KeptReading], stiff: Stiffness, pain: PainStanding
) -> tuple[Message, ...]:
    found: list[Message] = []
    if stiff.clear:
        found.append(Message(id="plan_side_first", params={"side": stiff.first.value}))
    elif len(stiff.newest) == len(Side):
        found.append(Message(id="plan_sides_alike", params={"side": stiff.first.value}))
    if pain.step_back and pain.message:
        found.append(pain.message)
    found += [limit for side in Side if (limit := possible_bony_limit(readings, side))]
    return tuple(found)
