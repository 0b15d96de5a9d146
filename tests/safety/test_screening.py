"""Answers and what they allow: nothing is open by silence, and some things never open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.catalogue import Condition, load_catalogue
from coxa.errors import BlockedForSafety, UnknownThing
from coxa.quantities import Side, Test
from coxa.records import Dose, Message
from coxa.safety import (
    QUESTIONS,
    QUESTIONS_A_PAGE,
    Clearance,
    Consequence,
    PainStanding,
    Whom,
    allowed_exercises,
    allowed_tests,
    applicable,
    next_page,
    require_session,
    require_test,
    screen,
)
from coxa.wording import SENTENCES, say_error

CATALOGUE = load_catalogue()
ALL_NO = {question.id: False for question in QUESTIONS}
FREE = screen(ALL_NO)
NUMBER = {e.id: e.article_number for e in CATALOGUE.exercises.values() if e.article_number}
FULL_BLOCKS = (Consequence.SAME_DAY, Consequence.BLOCK_ALL)


def yes(*ids: str) -> Clearance:
    before = [q.asked_if for q in QUESTIONS if q.id in ids and q.asked_if]
    return screen(ALL_NO | dict.fromkeys([*ids, *before], True))


def open_numbers(clearance: Clearance) -> set[int]:
    """Which of the article's eight are open; the wider set obeys the rules of its files."""
    allowed = allowed_exercises(clearance, CATALOGUE)
    return {exercise.article_number for exercise in allowed if exercise.article_number}


def dose(exercise_id: str, **changes: float) -> Dose:
    usual = CATALOGUE.exercises[exercise_id].dose
    numbers = {"sets": usual.sets, "reps": usual.reps, "hold_s": usual.hold_s} | changes
    return Dose.from_dict(
        {
            "exercise_id": exercise_id,
            "side": "left",
            "reason": {"id": "plan_balance", "params": {}},
            **numbers,
        }
    )


def test_all_no_opens_everything() -> None:
    assert FREE.tests_allowed
    assert FREE.sessions_allowed
    assert open_numbers(FREE) == set(range(1, 9))
    assert allowed_tests(FREE) == tuple(Test)
    assert not FREE.must_ask
    require_test(FREE, Test.SEATED)
    require_session(FREE, [dose("clamshell")])


@pytest.mark.parametrize("missing", [q.id for q in QUESTIONS if q.asked_if is None])
def test_one_question_without_an_answer_closes_everything(missing: str) -> None:
    answers = {key: value for key, value in ALL_NO.items() if key != missing}
    clearance = screen(answers)
    assert clearance.must_ask == (missing,)
    assert allowed_exercises(clearance, CATALOGUE) == ()
    assert allowed_tests(clearance) == ()
    with pytest.raises(BlockedForSafety) as raised:
        require_test(clearance)
    assert say_error(raised.value)
    with pytest.raises(BlockedForSafety):
        require_session(clearance, [])


@pytest.mark.parametrize("question", [q.id for q in QUESTIONS if q.consequence in FULL_BLOCKS])
def test_a_yes_that_blocks_closes_every_test_and_exercise(question: str) -> None:
    clearance = yes(question)
    assert not clearance.tests_allowed
    assert not clearance.sessions_allowed
    assert clearance.blocked_exercises == set(CATALOGUE.exercises)
    assert clearance.see
    with pytest.raises(BlockedForSafety) as raised:
        require_test(clearance)
    assert say_error(raised.value)
    with pytest.raises(BlockedForSafety):
        require_session(clearance, [])


def test_signs_for_help_today_are_marked_so_and_come_first() -> None:
    clearance = yes("emergency_signs", "lasting_pain", "pain_with_fever")
    assert clearance.same_day
    assert clearance.see[0] is Whom.EMERGENCY
    assert not yes("hip_replacement").same_day
    assert yes("under_18", "young_with_pain").same_day
    assert yes("under_18").see == (Whom.PARENT,)


def test_a_surgeon_never_unlocks_turning_in_or_a_test() -> None:
    clearance = yes("hip_replacement", "hip_replacement_cleared")
    assert open_numbers(clearance) == {5, 7}
    assert allowed_tests(clearance) == ()
    for test in Test:
        with pytest.raises(BlockedForSafety):
            require_test(clearance, test)
    for exercise_id, number in NUMBER.items():
        if number in {1, 2, 3, 4, 6, 8}:
            with pytest.raises(BlockedForSafety):
                require_session(clearance, [dose(exercise_id)])
        else:
            require_session(clearance, [dose(exercise_id)])


@given(st.dictionaries(st.sampled_from([q.id for q in QUESTIONS]), st.booleans()))
def test_with_an_artificial_hip_no_answer_at_all_opens_turning_in(answers: dict[str, bool]) -> None:
    clearance = screen(answers | {"hip_replacement": True})
    assert not clearance.tests_allowed
    assert open_numbers(clearance) <= {5, 7}


def test_with_an_artificial_hip_nothing_open_turns_in_crosses_over_or_bends_far() -> None:
    answers = ALL_NO | {"hip_replacement": True}
    answers |= {
        question.id: True for question in QUESTIONS if question.consequence is Consequence.LIFTS
    }
    allowed = allowed_exercises(screen(answers), CATALOGUE)
    assert {exercise.id for exercise in allowed} == {"clamshell", "band-external-rotation"}
    for pose in (pose for exercise in allowed for pose in exercise.key_poses):
        for leg in (pose.effect_leg, pose.other_leg):
            assert leg.hip_internal_rotation_deg <= 0
            assert leg.hip_adduction_deg <= 0
            assert leg.hip_flexion_deg <= 90


@given(st.dictionaries(st.sampled_from([q.id for q in QUESTIONS]), st.booleans()))
def test_a_further_yes_never_opens_anything_but_by_a_clinician(answers: dict[str, bool]) -> None:
    before = screen(answers)
    for question in QUESTIONS:
        if question.consequence is Consequence.LIFTS or answers.get(question.id) is None:
            continue
        after = screen(answers | {question.id: True})
        assert open_numbers(after) <= open_numbers(before)
        assert set(allowed_tests(after)) <= set(allowed_tests(before))


def test_late_pregnancy_has_nothing_prone_and_nothing_flat_on_the_back() -> None:
    clearance = yes("pregnancy", "late_pregnancy")
    assert allowed_tests(clearance) == (Test.SEATED,)
    for exercise in allowed_exercises(clearance, CATALOGUE):
        assert {pose.orientation for pose in exercise.key_poses} <= {
            "floor-sitting",
            "side-lying",
            "sitting",
        }
    assert open_numbers(yes("pregnancy")) == {1, 5, 6, 7, 8}


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("groin_pinch", {5, 7}),
        ("knee_injury", {4, 5, 6, 7, 8}),
        ("hypermobility", {5, 6, 7}),
        ("balance_problem", {1, 2, 3, 5, 6, 7, 8}),
        ("lasting_pain", set(range(1, 9))),
        ("under_18", set(range(1, 9))),
    ],
)
def test_a_condition_closes_what_lists_it_and_advises(question: str, left: set[int]) -> None:
    clearance = yes(question)
    assert open_numbers(clearance) == left
    assert clearance.advice == (Message(id=f"then_{question}"),)


@pytest.mark.parametrize("signs", ["unexplained_signs", "loading_pain"])
def test_signs_that_were_looked_at_open_again_with_advice(signs: str) -> None:
    assert not yes(signs).sessions_allowed
    looked_at = yes(signs, f"{signs}_cleared")
    assert open_numbers(looked_at) == set(range(1, 9))
    assert looked_at.advice


def test_every_condition_is_asked_about_and_every_question_has_its_sentence() -> None:
    assert {q.condition for q in QUESTIONS if q.condition} == set(Condition)
    ids = [q.id for q in QUESTIONS]
    assert len(set(ids)) == len(ids)
    for question in QUESTIONS:
        if question.consequence is not Consequence.LIFTS:
            assert f"then_{question.id}" in SENTENCES
        for linked in (question.asked_if, question.lifted_by):
            assert linked is None or linked in ids


@given(st.dictionaries(st.sampled_from([q.id for q in QUESTIONS]), st.booleans()), st.booleans())
def test_pages_hold_three_questions_at_most_and_come_to_an_end(
    answers: dict[str, bool], reply: bool
) -> None:
    order = [q.id for q in QUESTIONS]
    for _ in range(len(QUESTIONS) + 1):
        page = next_page(answers)
        if not page:
            break
        assert len(page) <= QUESTIONS_A_PAGE
        positions = [order.index(q.id) for q in page]
        assert positions == sorted(positions)
        answers = answers | {question.id: reply for question in page}
    assert not next_page(answers)
    assert not screen(answers).must_ask


def test_follow_ups_come_only_after_a_yes() -> None:
    assert "late_pregnancy" not in {q.id for q in applicable(ALL_NO)}
    assert "late_pregnancy" in {q.id for q in applicable(ALL_NO | {"pregnancy": True})}


def test_no_client_gets_a_dose_over_a_ceiling_through() -> None:
    require_session(FREE, [dose("twisted-legs", hold_s=60)])
    for change in ({"hold_s": 61}, {"sets": 5}, {"reps": 2}):
        with pytest.raises(BlockedForSafety) as raised:
            require_session(FREE, [dose("twisted-legs", **change)])
        assert "Twisted legs" in say_error(raised.value)
    many = [dose(name, hold_s=60, sets=4) for name, number in NUMBER.items() if number <= 3]
    with pytest.raises(BlockedForSafety) as raised:
        require_session(FREE, many)
    assert raised.value.message_id == "blocked_too_much_stretching"
    split = [many[0], many[1], many[2].model_copy(update={"side": Side.RIGHT})]
    require_session(FREE, split)
    with pytest.raises(UnknownThing):
        require_session(FREE, [dose("clamshell").model_copy(update={"exercise_id": "splits"})])


def test_a_way_that_goes_over_to_a_closed_exercise_is_closed_too() -> None:
    over = dose("reverse-clam").model_copy(update={"variant_id": "straight-leg"})
    require_session(FREE, [over])
    why = Message(id="then_groin_pinch")
    closed = FREE.model_copy(update={"exercises_closed": {"side-lying-turned-in-lift": why}})
    require_session(closed, [dose("reverse-clam")])
    with pytest.raises(BlockedForSafety) as raised:
        require_session(closed, [over])
    assert raised.value.message_id == "then_groin_pinch"
    with pytest.raises(UnknownThing) as unknown:
        require_session(FREE, [over.model_copy(update={"variant_id": "upside-down"})])
    assert "upside-down" in say_error(unknown.value)


def test_pain_that_still_stands_closes_the_session() -> None:
    why = Message(id="pain_stop_today", params={"score": 7, "limit": 5})
    for standing in (
        PainStanding(stop_today=True, message=why),
        PainStanding(see_someone=True, stop_today=True, message=why),
    ):
        with pytest.raises(BlockedForSafety) as raised:
            require_session(FREE, [dose("clamshell")], standing)
        assert say_error(raised.value)
    resting = PainStanding(paused_exercises=("clamshell",))
    with pytest.raises(BlockedForSafety) as raised:
        require_session(FREE, [dose("clamshell")], resting)
    assert "Clamshell" in say_error(raised.value)
    require_session(FREE, [dose("reverse-clam")], resting)


def test_a_clearance_survives_its_dictionary_form() -> None:
    clearance = yes("groin_pinch", "pregnancy", "late_pregnancy")
    assert Clearance.from_dict(clearance.to_dict()) == clearance
