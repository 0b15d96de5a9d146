"""What exercises do to muscles: one source with the key poses, and true to what is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import coxa.body
from coxa.body import (
    NOTABLE_PERCENT,
    Against,
    Bears,
    Confidence,
    Does,
    LegMuscles,
    MuscleChange,
    Works,
    muscle_name,
    muscle_table,
    muscles_of,
    named,
    postures,
    told,
)
from coxa.catalogue import Aim, load_shipped
from coxa.errors import MissingPart
from coxa.wording import SENTENCES, say, say_error

EXERCISES = load_shipped().exercises
TABLE = muscle_table()
LEGS = [
    pytest.param(leg, id=f"{exercise_id}-{which}")
    for exercise_id, row in TABLE.exercises.items()
    for which, leg in row.legs.items()
]


def muscle(leg: LegMuscles, muscle_id: str) -> MuscleChange:
    return next(one for one in leg.muscles if one.id == muscle_id)


def workers(leg: LegMuscles, how: Works) -> set[str]:
    return {one.id for one in leg.muscles if one.works is how}


@pytest.mark.parametrize("exercise_id", sorted(EXERCISES))
def test_the_table_was_computed_from_the_catalogues_key_poses(exercise_id: str) -> None:
    assert exercise_id in TABLE.exercises, "run make body"
    assert postures(TABLE.exercises[exercise_id].key_poses) == postures(
        EXERCISES[exercise_id].key_poses
    ), "run make body"


def test_the_table_holds_nothing_else() -> None:
    assert set(TABLE.exercises) <= set(EXERCISES), "run make body"


def test_a_key_pose_less_breaks_the_table() -> None:
    exercise = EXERCISES["twisted-legs"]
    fewer = exercise.model_copy(update={"key_poses": exercise.key_poses[1:]})
    with pytest.raises(MissingPart) as raised:
        muscles_of(fewer)
    assert "make body" in say_error(raised.value)
    assert exercise.name in say_error(raised.value)


def test_another_angle_breaks_the_table_another_time_does_not() -> None:
    exercise = EXERCISES["reverse-clam"]
    start, *rest = exercise.key_poses
    slower = start.model_copy(update={"move_s": start.move_s + 1})
    turned = start.model_copy(
        update={"effect_leg": start.effect_leg.model_copy(update={"hip_flexion_deg": 50.0})}
    )
    muscles_of(exercise.model_copy(update={"key_poses": (slower, *rest)}))
    with pytest.raises(MissingPart):
        muscles_of(exercise.model_copy(update={"key_poses": (turned, *rest)}))


def test_an_exercise_that_was_not_computed_says_so() -> None:
    own = EXERCISES["clamshell"].model_copy(update={"id": "my-own"})
    with pytest.raises(MissingPart) as raised:
        muscles_of(own)
    assert "not computed" in say_error(raised.value)


@pytest.mark.parametrize("leg", LEGS)
def test_every_number_carries_word_origin_and_confidence(leg: LegMuscles) -> None:
    for one in leg.muscles:
        assert one.origin in TABLE.origins
        assert one.name == muscle_name(one.id)
        assert (one.does is Does.NEITHER) == (abs(one.change_percent) < NOTABLE_PERCENT)
        assert (one.works is None) == (leg.bears in (Bears.NOTHING, Bears.A_PART))
    assert muscle(leg, "obturator-internus").confidence is Confidence.LOW


@pytest.mark.parametrize("leg", LEGS)
def test_beyond_the_models_range_confidence_is_low(leg: LegMuscles) -> None:
    if abs(leg.rotation_deg) > 40:
        assert {one.confidence for one in leg.muscles} == {Confidence.LOW}


def test_the_seated_stretch_shortens_piriformis_and_says_so() -> None:
    leg = muscles_of(EXERCISES["seated-internal-rotation"]).effect
    assert muscle(leg, "piriformis").does is Does.SHORTENS
    assert muscle(leg, "quadratus-femoris").does is Does.LENGTHENS
    assert muscle(leg, "obturator-externus").does is Does.LENGTHENS
    assert leg.surprise == "muscles_surprise_piriformis_shorter"


def test_the_clamshell_is_lifted_sideways_by_abductors() -> None:
    leg = muscles_of(EXERCISES["clamshell"]).effect
    assert abs(leg.moment_nm.rotation) < 0.5
    assert leg.moment_nm.adduction < -15
    assert {"piriformis", "gluteus-medius-back"} <= workers(leg, Works.CHIEFLY)
    assert leg.surprise == "muscles_surprise_only_sideways"


def test_the_standing_one_is_mostly_work_of_the_hip_flexors() -> None:
    both = muscles_of(EXERCISES["standing-internal-rotation"])
    assert both.effect.surprise == "muscles_surprise_hip_flexors"
    assert {"psoas", "rectus-femoris"} <= workers(both.effect, Works.CHIEFLY)
    assert both.other.bears is Bears.THE_BODY
    assert "gluteus-medius-front" in workers(both.other, Works.CHIEFLY)


def test_the_supine_one_has_no_resistance_to_turning() -> None:
    leg = muscles_of(EXERCISES["active-internal-rotation"]).effect
    assert leg.moment_nm.rotation == pytest.approx(0, abs=0.1)
    assert leg.surprise == "muscles_surprise_no_resistance"


def test_reverse_clam_and_bands_load_the_turning_that_they_are_for() -> None:
    clam = muscles_of(EXERCISES["reverse-clam"]).effect
    out = muscles_of(EXERCISES["band-external-rotation"]).effect
    turned_in = muscles_of(EXERCISES["band-internal-rotation"]).effect
    assert clam.moment_nm.rotation == pytest.approx(10, abs=1)
    assert out.moment_nm.rotation == pytest.approx(-16, abs=1)
    assert turned_in.moment_nm.rotation > 10
    assert out.moment_nm.against is turned_in.moment_nm.against is Against.BAND
    assert "quadratus-femoris" in workers(out, Works.CHIEFLY)
    assert clam.surprise is out.surprise is None


def test_lying_on_the_belly_the_foots_weight_turns_and_the_muscles_hold_back() -> None:
    leg = muscles_of(EXERCISES["prone-wipers"]).effect
    assert leg.rotation_deg > 0 > leg.moment_nm.rotation
    assert leg.surprise == "muscles_surprise_held_back"


def test_the_crossed_leg_of_the_twisted_stretch_is_turned_out() -> None:
    both = muscles_of(EXERCISES["twisted-legs"])
    assert both.effect.rotation_deg > 0 > both.other.rotation_deg
    assert muscle(both.effect, "gluteus-minimus-front").does is Does.SHORTENS
    assert muscle(both.other, "gluteus-minimus-front").does is Does.LENGTHENS


def test_an_own_end_takes_the_place_of_the_catalogues() -> None:
    exercise = EXERCISES["seated-internal-rotation"]
    whole, half = muscles_of(exercise).effect, muscles_of(exercise, own_end_deg=17.5).effect
    assert half.rotation_deg == 17.5
    longer, shorter = muscle(whole, "quadratus-femoris"), muscle(half, "quadratus-femoris")
    assert 0 < shorter.change_percent < longer.change_percent
    same = muscles_of(exercise, own_end_deg=whole.rotation_deg).effect
    assert [one.change_percent for one in same.muscles] == pytest.approx(
        [one.change_percent for one in whole.muscles], abs=0.11
    )


def test_an_own_end_stays_in_the_range_that_was_computed() -> None:
    exercise = EXERCISES["seated-internal-rotation"]
    assert muscles_of(exercise, own_end_deg=90).effect.rotation_deg == 45
    assert muscles_of(exercise, own_end_deg=-10).effect.rotation_deg == 0


@pytest.mark.parametrize("leg", LEGS)
def test_each_leg_is_told_in_plain_sentences_without_a_percentage(leg: LegMuscles) -> None:
    sentences = [say(message) for message in told(leg)]
    assert len(sentences) >= 2
    assert not any("%" in sentence for sentence in sentences)
    assert leg.reference in SENTENCES


def test_all_parts_together_are_called_by_the_whole_muscles_name() -> None:
    leg = muscles_of(EXERCISES["seated-internal-rotation"]).effect
    minimus = [one for one in leg.muscles if one.family == "gluteus-minimus"]
    assert named(minimus, leg.muscles) == ("Gluteus minimus",)
    assert named(minimus[:2], leg.muscles) == (
        "Gluteus minimus (front part)",
        "Gluteus minimus (middle part)",
    )


def test_paths_name_the_tables_muscles_and_the_three_bones() -> None:
    path = Path(coxa.body.__file__).parent / "data" / "muscle_paths.json"
    paths = json.loads(path.read_text(encoding="utf-8"))
    leg = TABLE.exercises["clamshell"].legs["effect"]
    assert [one["id"] for one in paths["muscles"]] == [one.id for one in leg.muscles]
    bones = {point[0] for one in paths["muscles"] for point in one["points"]}
    assert bones == {"pelvis", "femur", "tibia"}
    assert set(paths["joints"]) == {"hip", "knee", "ankle"}


@pytest.mark.parametrize("exercise_id", sorted(EXERCISES))
def test_a_stretch_for_turning_in_names_piriformis_only_where_it_gets_longer(
    exercise_id: str,
) -> None:
    exercise = EXERCISES[exercise_id]
    if exercise.aim is Aim.INTERNAL_RANGE and "piriformis" in exercise.target.lower():
        assert muscle(muscles_of(exercise).effect, "piriformis").does is Does.LENGTHENS
