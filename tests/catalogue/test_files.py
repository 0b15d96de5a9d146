"""A wrong file is refused, and the fault names file, line, field and remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.catalogue import Exercise, load_shipped
from coxa.catalogue.__main__ import main
from coxa.catalogue.files import line_of
from coxa.catalogue.load import SHIPPED, read_folder
from coxa.errors import InvalidRecord

CLAMSHELL = "exercises/clamshell.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped catalogue, to be damaged."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "catalogue"))


def change(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first ``old`` in a file; gives the line it stood on."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


BROKEN = [
    pytest.param(CLAMSHELL, "hold_s = 2\n", "hold_s = 121\n", "dose.hold_s", id="hold over 120 s"),
    pytest.param(
        "exercises/twisted-legs.toml",
        "hold_s = 60\n",
        "hold_s = 90\n",
        "dose.ceilings.hold_s",
        id="stretch over 60 s",
    ),
    pytest.param(
        "exercises/twisted-legs.toml",
        "hold_s = 30\npelvis",
        "hold_s = 1800\npelvis",
        "key_poses.3.hold_s",
        id="half an hour in a key pose",
    ),
    pytest.param(CLAMSHELL, "[effect]\nleg", "[effect]\nleggs", "effect.leg", id="no side"),
    pytest.param(CLAMSHELL, '"catch_or_lock"', '"catches"', "stop_signs.2", id="no such sign"),
    pytest.param(CLAMSHELL, '"groin_pinch", ', "", "stop_signs", id="the groin pinch always stops"),
    pytest.param(
        CLAMSHELL,
        "contraindications = []",
        'contraindications = ["flu"]',
        "contraindications.0",
        id="no such condition",
    ),
    pytest.param(
        CLAMSHELL,
        "hip_internal_rotation_deg = -30",
        "hip_internal_rotation_deg = -80",
        "key_poses.1.effect_leg.hip_internal_rotation_deg",
        id="beyond the joint",
    ),
    pytest.param(CLAMSHELL, "sets = 2\n", "sets = 4\n", "dose.sets", id="above its own ceiling"),
    pytest.param(CLAMSHELL, 'cue = "Heels', 'shout = "Heels', "faults.1.cue", id="misspelt field"),
    pytest.param(CLAMSHELL, 'id = "clamshell"', 'id = "clam"', "id", id="id is not the file name"),
    pytest.param(
        CLAMSHELL, "article_number = 5", "article_number = 6", "article_number", id="number taken"
    ),
    pytest.param(CLAMSHELL, '"selkowitz-2013"', '"selkowitz-2031"', "sources", id="no such source"),
    pytest.param("sources/selkowitz-2013.toml", 'mark = "S"', 'mark = "M"', "sources", id="memory"),
    pytest.param(
        "norms/krause-2015-seated-internal.toml", 'mark = "S"', 'mark = "M"', "file", id="M norm"
    ),
    pytest.param("renamed.toml", '"reverse-clam"', '"reverse-clamp"', "lift-offs", id="rename"),
    pytest.param(CLAMSHELL, "steps = [", "steps = [[", "file", id="not TOML"),
    pytest.param(
        "exercises/reverse-clam.toml",
        'other_leg = "rests"',
        'other_leg = "bears-weight"',
        "allowed_while_waiting",
        id="waiting leg is worked",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "where"), BROKEN)
def test_a_wrong_file_is_refused(
    folder: Path, file: str, old: str, new: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(folder, file, old, new)
    assert main(["--check", str(folder)]) == 1
    told = capsys.readouterr().err
    assert where in told
    assert ".toml" in told
    assert "Remedy: " in told


BAD_INPUT = [
    pytest.param('"selkowitz-2013"', '"selkowitz-2031"', "sources", id="wrong reference"),
    pytest.param(
        'sources = ["selkowitz-2013", "acsm-2011", "coxa-body-model"]',
        "sources = []",
        "sources",
        id="claim without a source",
    ),
    pytest.param(
        "knee_flexion_deg = 90 }",
        "knee_flexion_deg = 90, wrist_flexion_deg = 5 }",
        "key_poses.0.effect_leg.wrist_flexion_deg",
        id="unknown joint",
    ),
    pytest.param("hold_s = 5\n", "hold_s = 121\n", "dose.ceilings.hold_s", id="ceiling over 120 s"),
    pytest.param("hold_s = 2\nraise", "hold_s = 121\nraise", "dose.hold_s", id="hold over 120 s"),
    pytest.param(
        'other_leg = "rests"\n', "", "effect.other_leg", id="missing role of the other leg"
    ),
    pytest.param('leg = "top"\n', "", "effect.leg", id="missing role of the leg that is meant"),
    pytest.param(
        'other_leg = "rests"',
        'other_leg = "turns-in"',
        "key_poses.1.other_leg",
        id="role that the pose does not show",
    ),
    pytest.param(
        'aim = "balance-external"',
        'aim = "internal-strength"',
        "key_poses.1.effect_leg",
        id="turns the other way",
    ),
    pytest.param('place = "mat-or-bed"', 'place = "ceiling"', "place", id="no such place"),
    pytest.param('place = "mat-or-bed"\n', "", "place", id="no place"),
    pytest.param(
        'seen_from = "front"', 'seen_from = "below"', "camera.seen_from", id="no such view"
    ),
    pytest.param(
        "range_share = 0.5",
        "range_share = 1.5",
        "easier.0.range_share",
        id="more than the whole way",
    ),
    pytest.param(
        "{ reps = 12 }", "{ reps = 13 }", "harder.0.dose.reps", id="harder than its ceiling"
    ),
    pytest.param(
        "{ lower_s = 5 }",
        '{ lower_s = 5 }\nexercise = "nothing"',
        "harder.1.exercise",
        id="step to nowhere",
    ),
    pytest.param(
        "hours_between = 48", "hours_between = 12", "dose.hours_between", id="too little rest"
    ),
]


@pytest.mark.parametrize(("old", "new", "where"), BAD_INPUT)
def test_bad_input_fails_the_check_with_file_line_and_remedy(
    folder: Path, old: str, new: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(folder, CLAMSHELL, old, new)
    assert main(["--check", str(folder)]) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if f": {where}: " in line]
    assert len(told) == 1
    assert re.match(r"clamshell\.toml:[1-9]\d*: ", told[0])
    assert re.search(r"Remedy: \w.+\.$", told[0])


@given(st.floats(min_value=120.001, max_value=1e6), st.sampled_from(["dose", "ceilings", "end"]))
def test_no_hold_over_120_s_passes_anywhere(hold_s: float, where: str) -> None:
    whole = load_shipped().exercises["clamshell"].to_dict()
    if where == "dose":
        whole["dose"]["hold_s"] = hold_s
    elif where == "ceilings":
        whole["dose"]["ceilings"]["hold_s"] = hold_s
    else:
        whole["key_poses"][1]["hold_s"] = hold_s
    with pytest.raises(InvalidRecord) as raised:
        Exercise.from_dict(whole)
    assert str(raised.value.params["where"]).endswith("hold_s")


@pytest.mark.parametrize("missing", ["start", "end"])
def test_without_a_key_pose_the_file_is_refused(folder: Path, missing: str) -> None:
    change(folder, CLAMSHELL, f'id = "{missing}"', 'id = "elsewhere"')
    _, faults = read_folder(folder)
    assert {fault.where for fault in faults if fault.file == "clamshell.toml"} == {"key_poses"}


def test_the_fault_names_the_line(folder: Path) -> None:
    line = change(folder, CLAMSHELL, 'looks_like = "The heels', 'look = "The heels')
    _, faults = read_folder(folder)
    assert {fault.line for fault in faults if fault.where == "faults.1.look"} == {line}
    line = change(folder, CLAMSHELL, "days_per_week = 3", "days_per_week = 9")
    _, faults = read_folder(folder)
    assert {fault.line for fault in faults if "ceilings" in fault.where} == {line}


def test_all_faults_are_told_at_once(folder: Path) -> None:
    change(folder, CLAMSHELL, "article_number = 5", "article_number = 50")
    change(folder, "exercises/reverse-clam.toml", "hold_s = 2\n", "hold_s = 500\n")
    _, faults = read_folder(folder)
    assert {fault.file for fault in faults} >= {"clamshell.toml", "reverse-clam.toml"}


def test_the_cause_is_told_before_what_follows_from_it(folder: Path) -> None:
    change(folder, CLAMSHELL, "hold_s = 2\n", "hold_s = 500\n")
    _, faults = read_folder(folder)
    assert len(faults) > 1
    assert faults[0].file == "clamshell.toml"


def test_a_missing_test_file_is_noticed(folder: Path) -> None:
    (folder / "tests/prone-rotation.toml").unlink()
    _, faults = read_folder(folder)
    assert [fault.file for fault in faults] == ["prone-rotation.toml"]


def test_a_folder_that_is_no_catalogue_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check", str(tmp_path)]) == 2
    assert "no catalogue" in capsys.readouterr().err


def test_the_shipped_catalogue_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert "exercises, 4 tests" in capsys.readouterr().out


def test_lines_inside_repeated_and_nested_tables() -> None:
    text = "a = 1\n[b]\nc = 2\n[[d]]\ne = 3\n[d.f]\ng = 4\n[[d]]\ne = 5\nh.i = 6\n[d.f]\ng = 7\n"
    assert line_of(text, ("a",)) == 1
    assert line_of(text, ("b", "c")) == 3
    assert line_of(text, ("d", 0, "e")) == 5
    assert line_of(text, ("d", 0, "f", "g")) == 7
    assert line_of(text, ("d", 1, "h", "i")) == 10
    assert line_of(text, ("d", 1, "f", "g")) == 12
    assert line_of(text, ("d", 1, "missing")) == 8
    assert line_of(text, ("nowhere",)) == 0
