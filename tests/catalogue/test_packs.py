"""Own exercises come beside the shipped ones, and can weaken nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.catalogue import (
    SHIPPED,
    Condition,
    Exercise,
    Kind,
    StopSign,
    load_catalogue,
    load_shipped,
    packs_faults,
    use_packs,
    with_packs,
)
from coxa.catalogue.__main__ import main
from coxa.catalogue.rules import LIMITS
from coxa.errors import InvalidRecord
from coxa.safety import QUESTIONS, allowed_exercises, screen
from tests.catalogue.packs import OWN, make_pack
from tests.catalogue.test_files import change

EXERCISES = list(load_shipped().exercises.values())


def test_an_own_exercise_comes_after_the_shipped_ones(tmp_path: Path) -> None:
    make_pack(tmp_path)
    catalogue, faults = with_packs(load_shipped(), tmp_path)
    assert faults == ()
    assert list(catalogue.exercises) == [*load_shipped().exercises, "own-knee-drop"]
    assert "class-notes" in catalogue.sources
    assert "own-knee-drop" not in load_shipped().exercises


def test_what_closes_an_exercise_closes_an_own_one_too(tmp_path: Path) -> None:
    make_pack(tmp_path)
    catalogue, _ = with_packs(load_shipped(), tmp_path)
    answers = {question.id: False for question in QUESTIONS}
    assert "own-knee-drop" in {
        e.id for e in allowed_exercises(screen(answers, catalogue), catalogue)
    }
    for condition in ("groin_pinch", "hypermobility", "knee_injury", "hip_replacement"):
        closed = screen(answers | {condition: True}, catalogue)
        assert "own-knee-drop" not in {e.id for e in allowed_exercises(closed, catalogue)}


WEAKER = [
    pytest.param('"hip_replacement", ', "", "contraindications", id="open with an artificial hip"),
    pytest.param(', "late_pregnancy"', "", "contraindications", id="flat on the back"),
    pytest.param('"groin_pinch", "inner', '"inner', "stop_signs", id="goes on with a pinch"),
    pytest.param('"tingling_numbness", ', "", "stop_signs", id="goes on with tingling"),
    pytest.param("hold_s = 60\n", "hold_s = 90\n", "dose.ceilings.hold_s", id="higher ceiling"),
    pytest.param("sets = 4\n", "sets = 5\n", "dose.ceilings.sets", id="more rounds than any"),
    pytest.param("days_per_week = 6\n", "days_per_week = 7\n", "ceilings.days", id="every day"),
    pytest.param("hold_s = 30\n", "hold_s = 3600\n", "dose.hold_s", id="an hour"),
    pytest.param('"class-notes"', '"nobody"', "sources", id="no such source"),
    pytest.param(
        'aim = "', 'article_number = 1\naim = "', "article_number", id="says it is the first"
    ),
    pytest.param(
        'exercise = "lying-', 'exercise = "flying-', "harder.0.exercise", id="no such step"
    ),
]


@pytest.mark.parametrize(("old", "new", "where"), WEAKER)
def test_a_pack_with_one_weaker_rule_is_left_out_as_a_whole(
    tmp_path: Path, old: str, new: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = make_pack(tmp_path)
    shutil.copy(
        make_pack(tmp_path / "spare", exercise_id="own-two") / "exercises/own-two.toml",
        pack / "exercises",
    )
    change(pack, "exercises/own-two.toml", '"class-notes"', '"ingram-2024"')
    change(pack, OWN, old, new)
    shutil.rmtree(tmp_path / "spare")
    make_pack(tmp_path, "other", "other-knee-drop")
    catalogue, faults = with_packs(load_shipped(), tmp_path)
    assert set(catalogue.exercises) == {*load_shipped().exercises, "other-knee-drop"}
    assert any(where in fault.where and fault.line and fault.remedy for fault in faults)
    assert {fault.file for fault in faults} == {"class/own-knee-drop.toml"}
    assert main(["--check", str(pack)]) == 1
    told = capsys.readouterr().err
    assert where in told
    assert "Remedy: " in told


def test_nothing_shipped_can_be_replaced(tmp_path: Path) -> None:
    pack = make_pack(tmp_path)
    shutil.copy(SHIPPED / "exercises/clamshell.toml", pack / "exercises")
    shutil.copy(SHIPPED / "sources/ingram-2024.toml", pack / "sources")
    former = (
        (pack / OWN)
        .read_text(encoding="utf-8")
        .replace("own-knee-drop", "hip-internal-rotation-lift-offs")
    )
    (pack / "exercises/hip-internal-rotation-lift-offs.toml").write_text(former, encoding="utf-8")
    catalogue, faults = with_packs(load_shipped(), tmp_path)
    assert catalogue == load_shipped()
    assert {(fault.file.split("/")[1], fault.where) for fault in faults} == {
        ("clamshell.toml", "article_number"),
        ("clamshell.toml", "id"),
        ("hip-internal-rotation-lift-offs.toml", "id"),
        ("ingram-2024.toml", "id"),
    }


def test_two_packs_cannot_have_the_same_exercise(tmp_path: Path) -> None:
    make_pack(tmp_path, "a")
    make_pack(tmp_path, "b")
    catalogue, faults = with_packs(load_shipped(), tmp_path)
    assert "a-notes" in catalogue.sources
    assert "b-notes" not in catalogue.sources
    assert [fault.file for fault in faults] == ["b/own-knee-drop.toml"]


def test_a_pack_holds_exercises_and_sources_only(tmp_path: Path) -> None:
    pack = make_pack(tmp_path)
    (pack / "norms").mkdir()
    (pack / "renamed.toml").write_text('clamshell = "own-knee-drop"\n', encoding="utf-8")
    (pack / "README.md").write_text("Mine.", encoding="utf-8")
    _, faults = with_packs(load_shipped(), tmp_path)
    assert [fault.file for fault in faults] == ["class/norms", "class/renamed.toml"]


def test_an_empty_pack_and_a_file_that_is_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    pack = make_pack(tmp_path)
    (pack / OWN).write_bytes(b"\xff\xfe id")
    _, faults = with_packs(load_shipped(), tmp_path)
    assert {fault.file for fault in faults} == {"class/own-knee-drop.toml", "empty/exercises"}


def test_without_a_folder_there_are_no_packs(tmp_path: Path) -> None:
    assert with_packs(load_shipped(), tmp_path / "none") == (load_shipped(), ())


def test_packs_in_use_are_part_of_the_catalogue(tmp_path: Path) -> None:
    make_pack(tmp_path)
    (tmp_path / "faulty").mkdir()
    try:
        use_packs(tmp_path)
        assert "own-knee-drop" in load_catalogue().exercises
        assert [fault.file for fault in packs_faults()] == ["faulty/exercises"]
    finally:
        use_packs(None)
    assert load_catalogue() is load_shipped()
    assert packs_faults() == ()


@given(st.data())
def test_no_exercise_can_leave_out_a_stop_sign_or_a_condition_that_its_kind_needs(
    data: st.DataObject,
) -> None:
    exercise = data.draw(st.sampled_from(EXERCISES))
    signs = data.draw(st.sets(st.sampled_from(list(StopSign)), min_size=1))
    conditions = data.draw(st.sets(st.sampled_from(list(Condition))))
    changed = exercise.to_dict() | {
        "stop_signs": sorted(signs),
        "contraindications": sorted(conditions),
    }
    try:
        kept = Exercise.from_dict(changed)
    except InvalidRecord:
        return
    assert {StopSign.GROIN_PINCH, StopSign.PAIN_OVER_LIMIT, StopSign.CATCH_OR_LOCK} <= set(
        kept.stop_signs
    )
    assert Condition.HIP_REPLACEMENT in kept.contraindications or not kept.aim.turns_in


@given(
    st.sampled_from(EXERCISES),
    st.sampled_from(["hold_s", "sets", "reps", "days_per_week"]),
    st.integers(1, 4000),
)
def test_no_exercise_gets_over_the_ceilings_of_its_kind(
    exercise: Exercise, name: str, value: int
) -> None:
    whole = exercise.to_dict()
    ceilings = whole["dose"]["ceilings"] | {name: value}
    try:
        kept = Exercise.from_dict(whole | {"dose": whole["dose"] | {"ceilings": ceilings}})
    except InvalidRecord:
        return
    assert value <= getattr(LIMITS[kept.kind], name)
    assert kept.kind is not Kind.STRETCH or kept.dose.ceilings.hold_s <= 60


def test_the_pack_of_the_documentation_is_faultless(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs/exercise-packs.md").read_text(encoding="utf-8")
    files = re.findall(r"```toml\n# (packs/NAME/\S+)\n(.*?)```", text, re.DOTALL)
    assert len(files) == 2
    for name, content in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    catalogue, faults = with_packs(load_shipped(), tmp_path / "packs")
    assert faults == ()
    assert "foot-out-on-a-stool" in catalogue.exercises


def test_the_documented_limits_are_the_real_ones() -> None:
    assert LIMITS[Kind.STRETCH] == (60, 4, 3, 6, 0)
    assert LIMITS[Kind.ACTIVE_CONTROL] == (5, 3, 12, 5, 0)
    assert LIMITS[Kind.STRENGTH] == (5, 3, 12, 3, 48)
