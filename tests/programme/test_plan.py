"""The plan: what it asks for, in which order, and what it can never ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.catalogue import Kind, load_catalogue
from coxa.programme import READINGS_BEFORE_TRAINING, STRETCH_WEEK_S, make_plan
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import DoneSet, Dose, KeptReading, Message, Plan, Series, Session
from coxa.safety import (
    QUESTIONS,
    Clearance,
    PainStanding,
    require_session,
    require_test,
    screen,
)
from coxa.wording import say

TODAY = date(2026, 3, 2)
CATALOGUE = load_catalogue()
FREE = Clearance(tests_allowed=True, sessions_allowed=True)
INTERNAL = Series(
    test=Test.SEATED,
    direction=Direction.INTERNAL,
    mode=Mode.ACTIVE,
    device=Device.CAMERA,
    method="blazepose-heavy/rig-1",
)


def reading(day: date, side: Side, value_deg: float, number: int = 0) -> KeptReading:
    return KeptReading(
        id=f"{day.toordinal():08x}{number:08x}{side == Side.LEFT:016x}",
        taken_at=datetime(day.year, day.month, day.day, 8, tzinfo=UTC),
        series=INTERNAL,
        side=side,
        value_deg=value_deg,
        error95_deg=4.5,
    )


def baseline(
    days: int = READINGS_BEFORE_TRAINING, right: float = 20, left: float = 34
) -> list[KeptReading]:
    first = TODAY - timedelta(days=days)
    return [
        reading(first + timedelta(days=n), side, value)
        for n in range(days)
        for side, value in ((Side.RIGHT, right), (Side.LEFT, left))
    ]


def session_on(day: date, exercise_id: str, side: Side = Side.RIGHT, hold_s: float = 90) -> Session:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    done = DoneSet(
        at=at, exercise_id=exercise_id, side=side, set_number=1, reps_done=1, hold_done_s=hold_s
    )
    return Session(id=f"{day.toordinal():032x}", started_at=at, planned=(), done=(done,))


def plan(**changes: object) -> Plan:
    given_ = {"readings": baseline(), "clearance": FREE, "catalogue": CATALOGUE, "today": TODAY}
    return make_plan(zone=UTC, **(given_ | changes))  # type: ignore[arg-type]


def doses(made: Plan) -> list[tuple[date, Dose]]:
    return [(day.day, dose) for day in made.days for dose in day.doses]


def test_without_a_reading_the_plan_says_measure_first() -> None:
    made = plan(readings=[])
    assert [reason.id for reason in made.reasons] == ["plan_measure_first"]
    assert made.days[0].reading_due
    assert not doses(made)


def test_exercises_begin_after_the_baseline() -> None:
    made = plan(readings=[reading(TODAY, side, 30) for side in Side])
    first = next(day for day, _ in doses(made))
    assert first == TODAY + timedelta(days=READINGS_BEFORE_TRAINING)
    assert all(day.reading_due for day in made.days[1:READINGS_BEFORE_TRAINING])
    assert not made.days[0].reading_due, "today's reading is there already"


def test_two_days_of_practice_and_six_that_are_analysed_come_first() -> None:
    assert READINGS_BEFORE_TRAINING == 8
    assert plan(readings=baseline(8)).days[0].doses
    assert not plan(readings=baseline(7)).days[0].doses


def test_only_days_of_one_series_count_together() -> None:
    """Four days with one instrument and four with another are no eight days."""
    mixed = baseline(8)
    other = INTERNAL.model_copy(update={"device": Device.PHONE})
    mixed[:8] = [one.model_copy(update={"series": other}) for one in mixed[:8]]
    made = plan(readings=mixed)
    assert not made.days[0].doses
    first, second, *_ = made.reasons
    assert first.params == {"done": 4, "wanted": READINGS_BEFORE_TRAINING}
    assert second.id == "plan_one_way"


def test_who_wants_to_starts_at_once_and_hears_what_is_lost() -> None:
    made = plan(readings=[reading(TODAY, side, 30) for side in Side], start_now=True)
    assert made.days[0].doses
    assert "measured on 1 of 8 days" in say(made.reasons[0])
    assert "cannot be made up for" in say(made.reasons[0])


def test_nothing_is_said_to_be_lost_once_training_has_begun_or_the_days_are_full() -> None:
    begun = plan(readings=baseline(3), sessions=[session_on(TODAY, "clamshell")], start_now=True)
    full = plan(start_now=True)
    for made in (begun, full):
        assert "plan_started_early" not in {reason.id for reason in made.reasons}


def test_the_stiffer_side_comes_first_and_the_reason_names_it() -> None:
    made = plan()
    assert made.days[0].doses[0].side is Side.RIGHT
    assert {reason.id for reason in made.reasons} == {"plan_side_first"}
    assert plan(readings=baseline(right=34, left=20)).days[0].doses[0].side is Side.LEFT


def test_sides_that_cannot_be_told_apart_are_called_alike() -> None:
    made = plan(readings=baseline(right=30, left=33))
    assert {reason.id for reason in made.reasons} == {"plan_sides_alike"}


def test_both_sides_get_every_kind_of_exercise_within_a_week() -> None:
    week = [dose for day, dose in doses(plan()) if day < TODAY + timedelta(days=7)]
    for side in Side:
        aims = {CATALOGUE.exercises[dose.exercise_id].aim for dose in week if dose.side is side}
        assert len(aims) == 4


@pytest.mark.parametrize("side", [None, *Side])
def test_every_dose_and_day_has_a_sentence(side: Side | None) -> None:
    """Also when only one leg has been measured."""
    made = plan(readings=[one for one in baseline() if side in (None, one.side)])
    for day in made.days:
        assert day.doses or day.note
        if day.note:
            assert say(day.note)
    assert all(say(dose.reason) for _, dose in doses(made))


def test_closed_exercises_are_left_out_and_named() -> None:
    closed = {"twisted-legs": Message(id="plan_blocked")}
    made = plan(clearance=FREE.model_copy(update={"exercises_closed": closed}))
    assert "twisted-legs" not in {dose.exercise_id for _, dose in doses(made)}
    names = Message(id="plan_left_out", params={"exercises": "Twisted legs"})
    assert made.left_out[:2] == (names, Message(id="plan_blocked"))


def test_a_reason_that_closes_several_exercises_is_told_once() -> None:
    answers = {question.id: question.id == "pregnancy" for question in QUESTIONS}
    made = plan(clearance=screen(answers | {"late_pregnancy": True}))
    reasons = [message.id for message in made.left_out]
    assert reasons[:4] == [
        "plan_left_out",
        "then_pregnancy",
        "plan_left_out",
        "then_late_pregnancy",
    ]
    assert "Lying active turn-in" in say(made.left_out[2])


def test_what_rests_after_a_stop_sign_is_named() -> None:
    resting = plan(pain=PainStanding(paused_exercises=("clamshell",)))
    assert (
        say(resting.left_out[-1])
        == "Resting for a week after the stop sign you reported: Clamshell."
    )
    taken_away = plan(pain=PainStanding(paused_exercises=("clamshell", "of-a-former-pack")))
    assert taken_away.left_out == resting.left_out


def test_where_no_test_is_open_nothing_is_planned_without_a_reading() -> None:
    answers = {question.id: question.id.startswith("hip_replacement") for question in QUESTIONS}
    made = plan(clearance=screen(answers), readings=[])
    assert not made.days
    assert made.reasons[0].id == "plan_cannot_measure"
    assert all(say(reason) for reason in made.reasons)


def test_blocked_means_no_plan_at_all() -> None:
    blocked = Clearance(tests_allowed=False, sessions_allowed=False)
    made = plan(clearance=blocked)
    assert not made.days
    assert made.reasons


def test_pain_halves_the_sets_stops_today_or_stops_all() -> None:
    usual = {d.exercise_id: d.sets for _, d in doses(plan())}
    halved = plan(pain=PainStanding(step_back=True))
    assert doses(halved)
    assert all(dose.sets == -(-usual[dose.exercise_id] // 2) for _, dose in doses(halved))
    assert not plan(pain=PainStanding(stop_today=True)).days[0].doses
    assert not plan(pain=PainStanding(see_someone=True)).days
    paused = plan(pain=PainStanding(paused_exercises=("clamshell",)))
    assert "clamshell" not in {dose.exercise_id for _, dose in doses(paused)}


def test_strength_keeps_two_days_between_also_from_what_was_done() -> None:
    made = plan(sessions=[session_on(TODAY - timedelta(days=1), "reverse-clam")])
    days = [TODAY - timedelta(days=1)]
    days += [
        d for d, dose in doses(made) if (dose.exercise_id, dose.side) == ("reverse-clam", "right")
    ]
    assert all((b - a).days >= 2 for a, b in pairwise(days))


sides = st.sampled_from(list(Side))
logged = st.lists(
    st.tuples(
        st.integers(0, 20), st.sampled_from(sorted(CATALOGUE.exercises)), sides, st.floats(0, 600)
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(
    values=st.tuples(st.floats(-10, 60), st.floats(-10, 60)),
    reading_days=st.integers(0, 8),
    done=logged,
    step_back=st.booleans(),
    start_now=st.booleans(),
    age=st.one_of(st.none(), st.integers(18, 95)),
    days=st.integers(1, 30),
)
def test_no_input_gets_over_a_ceiling(
    values: tuple[float, float],
    reading_days: int,
    done: list[tuple[int, str, Side, float]],
    step_back: bool,
    start_now: bool,
    age: int | None,
    days: int,
) -> None:
    sessions = [
        session_on(TODAY - timedelta(days=ago), name, side, hold_s)
        for ago, name, side, hold_s in done
    ]
    readings = baseline(reading_days, *values)
    also: dict[str, object] = {
        "sessions": sessions,
        "pain": PainStanding(step_back=step_back),
        "start_now": start_now,
        "age_years": age,
        "days": days,
    }
    made = plan(readings=readings, **also)
    assert made == plan(readings=readings[::-1], **also), "the order of readings means nothing"
    for _, dose in doses(made):
        ceilings = CATALOGUE.exercises[dose.exercise_id].dose.ceilings
        assert dose.hold_s <= ceilings.hold_s
        assert dose.sets <= ceilings.sets
        assert dose.reps <= ceilings.reps
    for day, side in {
        (day, dose.side) for day, dose in doses(made) if is_stretch(dose.exercise_id)
    }:
        assert stretched_s(sessions, made, side, day) <= STRETCH_WEEK_S + 1e-6


def is_stretch(exercise_id: str) -> bool:
    return CATALOGUE.exercises[exercise_id].kind is Kind.STRETCH


def stretched_s(sessions: list[Session], made: Plan, side: Side, last_day: date) -> float:
    """Seconds of stretching done and planned for a side in the seven days up to ``last_day``."""
    done = [
        (set_.at.date(), set_.exercise_id, set_.side, set_.hold_done_s)
        for session in sessions
        for set_ in session.done
    ]
    planned = [
        (day, dose.exercise_id, dose.side, dose.sets * dose.reps * dose.hold_s)
        for day, dose in doses(made)
    ]
    return sum(
        seconds
        for day, exercise_id, own, seconds in done + planned
        if own is side and is_stretch(exercise_id) and 0 <= (last_day - day).days < 7
    )


def test_age_lengthens_a_stretch_only_as_the_catalogue_says() -> None:
    older = next(
        d for _, d in doses(plan(age_years=70)) if d.exercise_id == "seated-internal-rotation"
    )
    assert older.hold_s == CATALOGUE.exercises["seated-internal-rotation"].dose.hold_over_65_s
    assert older.hold_s == pytest.approx(45)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from([q.id for q in QUESTIONS]), st.booleans()),
    st.lists(st.sampled_from(sorted(CATALOGUE.exercises)), max_size=3, unique=True),
)
def test_every_planned_day_passes_the_safety_gate(
    yes_and_no: dict[str, bool], resting: list[str]
) -> None:
    answers = {question.id: False for question in QUESTIONS} | yes_and_no
    clearance = screen(answers)
    pain = PainStanding(paused_exercises=tuple(resting))
    made = plan(clearance=clearance, pain=pain)
    assert not (made.days and not clearance.sessions_allowed)
    for day in made.days:
        if day.doses:
            require_session(clearance, day.doses, pain)
        if day.reading_due:
            require_test(clearance)


def test_the_wider_set_is_not_planned_and_not_named_as_left_out() -> None:
    eight = replace(
        CATALOGUE,
        exercises={e.id: e for e in CATALOGUE.exercises.values() if e.article_number},
    )
    for loose in (False, True):
        answers = {q.id: False for q in QUESTIONS} | {"hypermobility": loose}
        of_all = plan(clearance=screen(answers), start_now=True)
        assert doses(of_all)
        assert of_all == plan(clearance=screen(answers, eight), catalogue=eight, start_now=True), (
            "as if the wider set were not there"
        )
