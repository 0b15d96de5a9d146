"""What no plan may do, whatever is handed to it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.catalogue import Kind, Place
from coxa.coach import planned_s, start
from coxa.experiment import Phase, draw_schedule, phases
from coxa.programme import STRETCH_WEEK_S
from coxa.programme.week import direction_of
from coxa.quantities import Side
from coxa.records import KeptReading, Message, Plan, Preferences, Session, Wanted
from coxa.safety import PainStanding
from coxa.wording import say
from tests.programme.plans import (
    CATALOGUE,
    FREE,
    TODAY,
    baseline,
    done_session,
    doses,
    plan,
    reading,
)

THINGS = sorted({t.id for e in CATALOGUE.exercises.values() for t in e.equipment})
IDS = sorted(CATALOGUE.exercises)
READING_MINUTES = 3.1

wishes = st.builds(
    Preferences,
    wanted=st.sampled_from(Wanted),
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    minutes=st.integers(5, 45),
    equipment=st.sets(st.sampled_from(THINGS)).map(lambda ids: tuple(sorted(ids))),
    places=st.sets(st.sampled_from([str(p) for p in Place])).map(lambda ids: tuple(sorted(ids))),
)


@st.composite
def logs(draw: st.DrawFn) -> list[Session]:
    """What may have been done, by plan or not, up to three weeks ago; today included."""
    days = draw(st.sets(st.integers(0, 21), max_size=8))
    made = plan(preferences=draw(wishes), days=30, start_now=True)
    possible = [day.doses for day in made.days if day.doses]
    if not possible:
        return []
    return [
        done_session(
            TODAY - timedelta(days=ago),
            draw(st.sampled_from(possible)),
            effort=draw(st.sampled_from([None, 3, 8, 9])),
        )
        for ago in sorted(days)
    ]


@settings(max_examples=40, deadline=None)
@given(
    wish=wishes,
    log=logs(),
    values=st.tuples(st.floats(0, 50), st.floats(0, 50)),
    reading_days=st.integers(0, 10),
    blocked=st.sets(st.sampled_from(IDS), max_size=12),
    step_back=st.booleans(),
    scheduled=st.one_of(st.none(), st.integers(0, 40)),
    age=st.sampled_from([None, 30, 80]),
)
def test_no_input_gets_past_a_limit(
    wish: Preferences,
    log: list[Session],
    values: tuple[float, float],
    reading_days: int,
    blocked: set[str],
    step_back: bool,
    scheduled: int | None,
    age: int | None,
) -> None:
    readings = baseline(reading_days, *values)
    schedule = None
    if scheduled is not None:
        first = TODAY - timedelta(days=scheduled)
        at = baseline(1)[0].taken_at
        schedule = draw_schedule(scheduled, at, first)
    inputs: dict[str, object] = {
        "preferences": wish,
        "clearance": FREE.model_copy(
            update={"exercises_closed": dict.fromkeys(sorted(blocked), Message(id="plan_blocked"))}
        ),
        "pain": PainStanding(step_back=step_back),
        "schedule": schedule,
        "age_years": age,
        "days": 16,
    }
    made = plan(readings=readings, sessions=log, **inputs)
    assert made == plan(readings=readings[::-1], sessions=log[::-1], **inputs)
    _keeps_the_wishes(made, wish, blocked)
    _keeps_the_ceilings(made, log)
    _says_why(made)


def _keeps_the_wishes(made: Plan, wish: Preferences, blocked: set[str]) -> None:
    for day in made.days:
        assert not (day.doses or day.reading_due) or day.day.weekday() in wish.weekdays
        reading_minutes = READING_MINUTES if day.reading_due else 0.05
        assert day.minutes <= wish.minutes + reading_minutes
        for dose in day.doses:
            exercise = CATALOGUE.exercises[dose.exercise_id]
            assert dose.exercise_id not in blocked
            assert exercise.place in wish.places
            needed = {thing.id for thing in exercise.equipment if not thing.optional}
            assert needed <= set(wish.equipment)


def _keeps_the_ceilings(made: Plan, log: list[Session]) -> None:
    did = [(s.started_at.date(), d.exercise_id, d.side, d.hold_done_s) for s in log for d in s.done]
    will = [(day, d.exercise_id, d.side, d.sets * d.reps * d.hold_s) for day, d in doses(made)]
    strength: dict[tuple[str, Side], list[date]] = {}
    for day, dose in doses(made):
        exercise = CATALOGUE.exercises[dose.exercise_id]
        ceilings = exercise.dose.ceilings
        assert dose.hold_s <= min(ceilings.hold_s, 60)
        assert dose.sets <= ceilings.sets
        assert dose.reps <= ceilings.reps
        if exercise.kind is Kind.STRETCH:
            week_s = sum(
                seconds
                for other, name, side, seconds in did + will
                if side is dose.side
                and CATALOGUE.exercises[name].kind is Kind.STRETCH
                and 0 <= (day - other).days < 7
            )
            assert week_s <= STRETCH_WEEK_S + 1e-6
        if exercise.kind is Kind.STRENGTH:
            strength.setdefault((direction_of(exercise), dose.side), []).append(day)
    for (direction, side), days in strength.items():
        before = {
            other
            for other, name, own, _ in did
            if own is side
            and CATALOGUE.exercises[name].kind is Kind.STRENGTH
            and direction_of(CATALOGUE.exercises[name]) == direction
        }
        assert all((b - a).days >= 2 for a in before for b in days)
        assert all(abs((b - a).days) >= 2 for a, b in permutations(days, 2))


def _says_why(made: Plan) -> None:
    for _, dose in doses(made):
        assert "{" not in say(dose.reason)
    assert all(say(message) for message in (*made.reasons, *made.left_out))
    assert all(day.doses or day.note for day in made.days)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), wish=wishes, skipped=st.sets(st.integers(0, 44), max_size=10))
def test_the_plan_and_the_comparison_never_contradict_each_other(
    seed: int, wish: Preferences, skipped: set[int]
) -> None:
    """Live by the plan day after day, leave some days out, and ask the experiment afterwards."""
    first = TODAY - timedelta(days=1)
    readings: list[KeptReading] = [reading(first, side, 30) for side in Side]
    sessions: list[Session] = []
    schedule = draw_schedule(seed, readings[0].taken_at, first)
    told: dict[date, dict[Side, Phase]] = {}
    for number in range(45):
        today = TODAY + timedelta(days=number)
        made = plan(
            readings=readings,
            sessions=sessions,
            schedule=schedule,
            preferences=wish,
            today=today,
            days=1,
        ).days[0]
        told[today] = made.phase
        for dose in made.doses:
            own_first = dose.side is schedule.first_side
            starts = schedule.first_side_starts_on if own_first else schedule.second_side_starts_on
            assert today >= starts
            waits = today < schedule.second_side_starts_on
            assert not waits or CATALOGUE.exercises[dose.exercise_id].allowed_while_waiting
        if number in skipped:
            told.pop(today)
            continue
        readings += [reading(today, side, 30) for side in Side if made.reading_due]
        sessions += [done_session(today, made.doses)] if made.doses else []
    begun = {
        side: min(
            (s.started_at.date() for s in sessions for d in s.done if d.side is side), default=None
        )
        for side in Side
    }
    for phased in phases(readings, sessions):
        day = phased.reading.taken_at.date()
        # On the first day of training the reading comes before the first set.
        if day in told and day not in begun.values():
            assert phased.phase is told[day][phased.reading.side]


@settings(max_examples=25, deadline=None)
@given(wish=wishes, away=st.integers(1, 9))
def test_missed_days_shift_and_nothing_piles_up(wish: Preferences, away: int) -> None:
    """With time on every day, a plan that was not begun is the same plan, so many days later."""
    daily = wish.model_copy(update={"weekdays": tuple(range(7))})
    on_time = plan(preferences=daily)
    later = plan(preferences=daily, today=TODAY + timedelta(days=away))
    assert [day.doses for day in later.days] == [day.doses for day in on_time.days]
    begun = [done_session(TODAY, on_time.days[0].doses)] if on_time.days[0].doses else []
    after = plan(preferences=daily, sessions=begun, today=TODAY + timedelta(days=away), days=7)
    by_kind: dict[tuple[Kind, str, Side], set[date]] = {}
    for day, dose in doses(after):
        exercise = CATALOGUE.exercises[dose.exercise_id]
        key = (exercise.kind, direction_of(exercise), dose.side)
        by_kind.setdefault(key, set()).add(day)
    most = {Kind.STRETCH: 5, Kind.ACTIVE_CONTROL: 3, Kind.STRENGTH: 2}
    assert all(len(days) <= most[kind] for (kind, *_), days in by_kind.items())


@settings(max_examples=10, deadline=None)
@given(wish=wishes)
def test_the_minutes_are_those_that_the_coach_takes(wish: Preferences) -> None:
    for day in plan(preferences=wish).days:
        if day.doses:
            state = start(day.doses, CATALOGUE.exercises, at=baseline(1)[0].taken_at)
            reading_minutes = 3.0 if day.reading_due else 0.0
            assert abs(day.minutes - reading_minutes - planned_s(state) / 60) <= 0.1


def test_with_nothing_at_hand_there_is_still_a_plan_of_every_kind() -> None:
    bare = Preferences(equipment=(), minutes=30)
    for wanted in Wanted:
        made = plan(preferences=bare.model_copy(update={"wanted": wanted}), days=7)
        kinds = {CATALOGUE.exercises[dose.exercise_id].kind for _, dose in doses(made)}
        assert kinds == set(Kind)


def test_where_nothing_fits_the_plan_says_so() -> None:
    made = plan(preferences=Preferences(places=()))
    assert not doses(made)
    assert "plan_nothing_fits" in {reason.id for reason in made.reasons}


def test_what_found_no_room_is_named() -> None:
    short = Preferences(minutes=5, weekdays=(0, 2, 4))
    told = {reason.id for reason in plan(preferences=short).reasons}
    assert {"plan_no_room_control", "plan_no_room_strength", "plan_no_room_balance"} <= told


def test_a_leg_that_lags_lastingly_gets_one_round_more_and_one_off_day_does_not() -> None:
    wish = Preferences(minutes=45)

    def sets(side: Side, readings: list[KeptReading]) -> set[int]:
        made = plan(readings=readings, preferences=wish)
        return {
            dose.sets
            for _, dose in doses(made)
            if dose.side is side and CATALOGUE.exercises[dose.exercise_id].kind is Kind.STRETCH
        }

    lasting = baseline(right=18, left=34)
    assert (sets(Side.RIGHT, lasting), sets(Side.LEFT, lasting)) == ({4}, {3})
    one_day = baseline()[:-2] + lasting[-2:]
    assert (sets(Side.RIGHT, one_day), sets(Side.LEFT, one_day)) == ({3}, {3})


def test_two_exercises_for_the_same_muscles_are_never_on_neighbouring_days() -> None:
    everything = Preferences(equipment=tuple(THINGS), minutes=45)
    banded = next(d for _, d in doses(plan(preferences=everything)) if d.exercise_id == "clamshell")
    other = banded.model_copy(update={"exercise_id": "band-external-rotation"})
    log = [done_session(TODAY - timedelta(days=1), [other])]
    made = plan(preferences=everything, sessions=log)
    own = [
        day
        for day, dose in doses(made)
        if dose.exercise_id in ("clamshell", "band-external-rotation") and dose.side is other.side
    ]
    assert own
    assert min(own) >= TODAY + timedelta(days=1)


def test_a_week_full_of_stretching_done_leaves_no_room_for_more() -> None:
    stretch = next(d for _, d in doses(plan()) if d.exercise_id == "twisted-legs")
    full = stretch.model_copy(update={"sets": 10, "hold_s": 30.0})
    log = [done_session(TODAY - timedelta(days=ago), [full]) for ago in (2, 3)]
    made = plan(sessions=log, preferences=Preferences(minutes=45))
    stretched = [
        day
        for day, dose in doses(made)
        if dose.side is full.side and CATALOGUE.exercises[dose.exercise_id].kind is Kind.STRETCH
    ]
    assert stretched
    assert min(stretched) >= TODAY + timedelta(days=4)
