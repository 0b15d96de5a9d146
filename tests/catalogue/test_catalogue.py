"""What the shipped catalogue must hold, and how it is asked."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from coxa.catalogue import (
    Aim,
    Exercise,
    Kind,
    Norm,
    OtherLeg,
    Place,
    StopSign,
    TestProtocol,
    load_catalogue,
    schema,
)
from coxa.errors import InvalidRecord, UnknownThing
from coxa.quantities import MAX_HOLD_S, Direction, Mode, Test
from coxa.records import Record, Sex
from coxa.wording import say_error

CATALOGUE = load_catalogue()
EXERCISES = list(CATALOGUE.exercises.values())
EIGHT = [exercise for exercise in EXERCISES if exercise.article_number]
WIDER = [exercise for exercise in EXERCISES if not exercise.article_number]
by_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


def test_the_eight_exercises_and_all_tests_are_there_in_order() -> None:
    assert [exercise.article_number for exercise in EXERCISES[:8]] == list(range(1, 9))
    assert EXERCISES[8:] == WIDER
    assert list(CATALOGUE.tests) == list(Test)
    assert load_catalogue() is CATALOGUE, "it is read once"


def test_only_four_six_and_eight_train_turning_in_and_five_and_seven_are_balance() -> None:
    aims = {exercise.article_number: exercise.aim for exercise in EIGHT}
    assert {n for n, aim in aims.items() if aim is Aim.INTERNAL_RANGE} == {1, 2, 3}
    assert {n for n, aim in aims.items() if aim is Aim.ACTIVE_INTERNAL} == {4, 8}
    assert {n for n, aim in aims.items() if aim is Aim.INTERNAL_STRENGTH} == {6}
    assert {n for n, aim in aims.items() if aim is Aim.BALANCE_EXTERNAL} == {5, 7}


def test_while_a_leg_waits_only_one_six_and_eight_are_used() -> None:
    allowed = {e.article_number for e in EXERCISES if e.allowed_while_waiting}
    assert allowed == {1, 6, 8}
    turning_out = {e.article_number for e in EIGHT if e.effect.other_leg is OtherLeg.TURNS_OUT}
    assert turning_out == {2, 3}


def test_the_wider_set_serves_both_directions_and_every_place() -> None:
    count = Counter(exercise.aim for exercise in WIDER)
    assert sum(number for aim, number in count.items() if aim.turns_in) >= 10
    assert set(count) == set(Aim) - {Aim.BALANCE_EXTERNAL}
    assert {exercise.place for exercise in WIDER} == set(Place)


@by_exercise
def test_who_steps_back_or_forward_stays_with_the_same_direction(exercise: Exercise) -> None:
    for variant in (*exercise.easier, *exercise.harder):
        if variant.exercise:
            assert CATALOGUE.exercise(variant.exercise).aim.turns_in is exercise.aim.turns_in


@by_exercise
def test_the_end_pose_turns_the_way_of_the_aim(exercise: Exercise) -> None:
    turned_deg = exercise.end_pose.effect_leg.hip_internal_rotation_deg
    assert turned_deg > 0 if exercise.aim.turns_in else turned_deg < 0


@by_exercise
def test_doses_are_those_of_their_kind(exercise: Exercise) -> None:
    dose = exercise.dose
    if exercise.kind is Kind.STRETCH:
        assert (dose.hold_s, dose.sets, dose.days_per_week) == (30, 3, 5)
        assert dose.ceilings.hold_s == 60
    elif exercise.kind is Kind.STRENGTH:
        assert (dose.raise_s, dose.hold_s, dose.lower_s, dose.hours_between) == (2, 2, 3, 48)
        assert dose.ceilings.days_per_week == 3
    else:
        assert 2 <= dose.hold_s <= 5
        assert 8 <= dose.reps <= 12


@by_exercise
def test_every_exercise_stops_at_a_pinch_and_names_its_sources(exercise: Exercise) -> None:
    assert StopSign.GROIN_PINCH in exercise.stop_signs
    assert all(CATALOGUE.sources[source].mark.may_be_cited for source in exercise.sources)


TEXTS: list[Record] = [*EXERCISES, *CATALOGUE.tests.values(), *CATALOGUE.sources.values()]


@pytest.mark.parametrize("thing", TEXTS, ids=lambda thing: thing.id)
def test_no_text_judges_or_promises(thing: Record) -> None:
    text = json.dumps(thing.to_dict(), ensure_ascii=False).lower()
    assert not re.search(r"\b(good|bad|normal|cure|heals?|guarantee\w*|prevents?)\b", text)


@pytest.mark.parametrize("minutes", [2.1, 30, 60])
def test_no_hold_over_120_s_can_be_expressed(minutes: float) -> None:
    whole = CATALOGUE.exercises["twisted-legs"].to_dict()
    for change in (
        {"dose": whole["dose"] | {"hold_s": minutes * 60}},
        {"dose": whole["dose"] | {"hold_over_65_s": minutes * 60}},
        {
            "dose": whole["dose"]
            | {"ceilings": whole["dose"]["ceilings"] | {"hold_s": 60 * minutes}}
        },
        {"key_poses": [pose | {"hold_s": minutes * 60} for pose in whole["key_poses"]]},
    ):
        with pytest.raises(InvalidRecord):
            Exercise.from_dict(whole | change)


def test_the_schema_states_the_ceiling_for_every_hold() -> None:
    definitions = schema()["$defs"]
    holds = [
        (name, field)
        for name, definition in definitions.items()
        for field_name, field in definition.get("properties", {}).items()
        if "hold" in field_name
    ]
    assert len(holds) >= 5
    for _, field in holds:
        limits = [field, *field.get("anyOf", [])]
        assert any(limit.get("maximum", MAX_HOLD_S + 1) <= MAX_HOLD_S for limit in limits)


def test_records_survive_their_dictionary_form() -> None:
    for exercise in EXERCISES:
        assert Exercise.from_dict(exercise.to_dict()) == exercise
    for test in CATALOGUE.tests.values():
        assert TestProtocol.from_dict(test.to_dict()) == test


def test_former_ids_lead_to_present_things() -> None:
    for old, new in CATALOGUE.renamed.items():
        assert CATALOGUE.find(old).id == new
    assert CATALOGUE.find("seated-rotation").id is Test.SEATED
    assert CATALOGUE.exercise("clamshell").id == "clamshell"


def test_an_unknown_id_comes_with_the_closest() -> None:
    with pytest.raises(UnknownThing) as raised:
        CATALOGUE.find("clamshel")
    assert str(raised.value.params["closest"]).startswith("clamshell")
    assert "clamshell" in say_error(raised.value)
    with pytest.raises(UnknownThing):
        CATALOGUE.exercise("seated-rotation")


def test_norms_stay_within_position_direction_and_mode() -> None:
    for test in Test:
        for direction in Direction:
            for mode in Mode:
                for age in (None, 20, 40):
                    for cited in CATALOGUE.norm_for(test, direction, mode, age):
                        norm: Norm = cited.norm
                        assert (norm.test, norm.direction) == (test, direction)
                        assert norm.mode in (mode, None)
                        assert cited.source.id == norm.source


def test_norms_fit_the_age_and_are_none_where_nobody_measured() -> None:
    seated = (Test.SEATED, Direction.INTERNAL, Mode.ACTIVE)
    assert {c.source.id for c in CATALOGUE.norm_for(*seated, 23)} == {
        "krause-2015",
        "kouyoumdjian-2012",
        "nashik-hip-position",
    }
    assert {c.source.id for c in CATALOGUE.norm_for(*seated, 50, Sex.FEMALE)} == {
        "kouyoumdjian-2012"
    }
    assert {c.source.id for c in CATALOGUE.norm_for(*seated)} == {"kouyoumdjian-2012"}
    assert CATALOGUE.norm_for(*seated, 80) == ()
    assert CATALOGUE.norm_for(Test.SUPINE_90_90, Direction.INTERNAL, Mode.ACTIVE, 30) == ()
    passive = CATALOGUE.norm_for(Test.PRONE, Direction.INTERNAL, Mode.PASSIVE, 22)
    assert {c.source.id for c in passive} == {"kouyoumdjian-2012"}
