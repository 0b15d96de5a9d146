"""``coxa answer --csv``: the same answer as the model's own, its forms, and its plain words."""

from __future__ import annotations

import csv
import json
import math
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.cli import main
from coxa.evidence import Case, CaseReading, judge
from coxa.quantities import Side
from coxa.records import Phase
from validation.answer.people import simulate
from validation.answer.scene import Course, Rhythm, Scene

FIRST = datetime(2024, 3, 4, tzinfo=UTC)
COLUMNS = (
    *("participant", "date", "side", "test", "direction", "mode"),
    *("device", "value_deg", "error95_deg", "phase", "dose_min"),
)


def written(place: Path, rows: Iterable[dict[str, object]]) -> Path:
    """A table, by a writer of its own."""
    file = place / "readings.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, COLUMNS)
        table.writeheader()
        table.writerows(rows)
    return file


def rows_of(case: Case, participant: str = "p01", **cells: object) -> list[dict[str, object]]:
    """The readings of a case as a person would write them down, with the hour of each."""
    usual = {"participant": participant, "test": "seated-rotation", "device": "inclinometer"}
    sign = -1 if cells.get("direction") == "external" else 1
    return [
        usual
        | {
            "date": (FIRST + timedelta(days=one.day)).isoformat(timespec="microseconds"),
            "side": one.side.value,
            "value_deg": repr(sign * one.value_deg),
            "error95_deg": repr(1.959963984540054 * one.sem_deg),
            "phase": one.phase.value,
        }
        | cells
        for one in case.readings
    ]


def answer(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["answer", "--csv", *map(str, arguments)])


def objects(file: Path) -> list[dict[str, Any]]:
    told = answer(file, "--json")
    assert told.exit_code == 0, told.output
    assert told.stderr == ""
    return [json.loads(line) for line in told.stdout.splitlines()]


def course(baseline: int, training: int, side: Side = Side.LEFT, step: float = 6.0) -> Case:
    """A reading a day; every value is another."""
    days = range(baseline + training)
    return Case(
        tuple(
            CaseReading(
                day=float(day),
                side=side,
                value_deg=30 + math.sin(7.0 * day) + step * (day >= baseline),
                sem_deg=2.5,
                phase=Phase.TRAINING if day >= baseline else Phase.BASELINE,
            )
            for day in days
        ),
        worthwhile_deg=7.0,
    )


SCENES = [
    Scene("other_waits", ""),
    Scene("other_follows", "", course=Course.OTHER_FOLLOWS),
    Scene("one_leg", "", course=Course.ONE_LEG),
    Scene("irregular", "", rhythm=Rhythm.IRREGULAR),
]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_the_table_gives_the_gain_that_the_model_gives(scene: Scene, tmp_path: Path) -> None:
    case = simulate(scene, 5.0, 1).case
    (found,) = objects(written(tmp_path, rows_of(case)))
    judged = judge(case)
    assert found["sides"].keys() == {side.value for side in judged.sides}
    for side, own in judged.sides.items():
        told = found["sides"][side.value]
        if own is None:
            assert (told["gain_deg"], told["verdict"]) == (None, None)
            continue
        assert told["gain_deg"] == pytest.approx(own.gain_deg, abs=1e-6)
        assert told["interval95_deg"] == pytest.approx(own.interval95_deg, abs=1e-6)
        assert told["p_improved"] == pytest.approx(own.p_improved, abs=1e-6)
    assert found["contrast_deg"] == (
        None if judged.contrast_deg is None else pytest.approx(judged.contrast_deg, abs=1e-6)
    )


def test_a_gain_is_positive_in_both_directions(tmp_path: Path) -> None:
    case = course(8, 14)
    inward, outward = objects(
        written(tmp_path, [*rows_of(case), *rows_of(case, direction="external")])
    )
    assert (inward["direction"], outward["direction"]) == ("internal", "external")
    assert inward["sides"]["left"]["gain_deg"] > 3
    for figures in ("sides", "companions", "worthwhile_deg"):
        assert inward[figures] == outward[figures]


def test_every_person_has_a_line_in_the_order_of_the_table(tmp_path: Path) -> None:
    names = ["b", "a", "c"]
    case = course(4, 6)
    found = objects(written(tmp_path, [row for name in names for row in rows_of(case, name)]))
    assert [one["participant"] for one in found] == names
    assert found[0]["sides"] == found[2]["sides"]


def test_minutes_of_exercise_are_what_a_gain_grows_with(tmp_path: Path) -> None:
    """A course with a pause: the table's sums of minutes do nearly as well as every dose."""
    case = simulate(Scene("pause", "", pause=True), 6.0, 3).case
    days = [one.day for one in case.readings if one.side is Side.LEFT]
    since = dict(zip(days, [-math.inf, *days], strict=False))
    rows = rows_of(case)
    for one, row in zip(case.readings, rows, strict=True):
        if one.side is Side.LEFT and one.phase is Phase.TRAINING:
            done = [dose.minutes for dose in case.doses if since[one.day] < dose.day <= one.day]
            row["dose_min"] = repr(sum(done))
    told = objects(written(tmp_path, rows))[0]["sides"]["left"]["gain_deg"]
    evenly = [row | {"dose_min": ""} for row in rows]
    untold = objects(written(tmp_path, evenly))[0]["sides"]["left"]["gain_deg"]
    true = judge(case).sides[Side.LEFT]
    assert true is not None
    assert abs(told - true.gain_deg) < 0.1
    assert abs(told - true.gain_deg) < abs(untold - true.gain_deg) / 2


def test_the_documented_form_is_kept(root: Path, tmp_path: Path) -> None:
    (found,) = objects(written(tmp_path, rows_of(simulate(SCENES[0], 5.0, 2).case)))
    assert found.keys() >= {"participant", "sides", "contrast_deg", "more_readings", "companions"}
    left = found["companions"]["left"]
    assert left.keys() >= {"nap", "tau", "tau_u", "tau_bc", "plm", "randomisation_p"}
    assert left["tau_u"].keys() == {"complete", "parker", "tarlow"}
    assert left["plm"].keys() >= {"intercept", "trend", "level", "slope"}
    assert found["companions"]["right"] is None
    page = (root / "docs/file-formats.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith("| `coxa answer --csv")]
    for name in {*found, *found["sides"]["left"], *left, *left["plm"], *left["tau_u"]}:
        assert f"`{name}`" in line, name


def test_people_get_plain_sentences(tmp_path: Path) -> None:
    told = answer(written(tmp_path, rows_of(simulate(SCENES[0], 6.0, 0).case))).stdout
    assert told.startswith("p01: seated-rotation, internal, active, inclinometer\n")
    assert "left: It turns in about" in told
    assert "right: This hip never trained" in told
    assert "Compared with the hip that waited" in told


@pytest.mark.parametrize(
    ("baseline", "training", "verdict", "told"),
    [
        (1, 0, None, "never trained"),
        (0, 1, "cannot_tell", "Days with a reading before training began: 0"),
        (5, 2, "cannot_tell", "Days with a reading since this hip began to train: 2"),
    ],
)
def test_little_has_a_plain_answer(
    baseline: int, training: int, verdict: str | None, told: str, tmp_path: Path
) -> None:
    file = written(tmp_path, rows_of(course(baseline, training)))
    (found,) = objects(file)
    left = found["sides"]["left"]
    assert (left["gain_deg"], left["verdict"]) == (None, verdict)
    assert left["reasons"]
    assert told in answer(file).stdout


def test_a_bar_where_a_person_watches_leaves_what_is_written_clean(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    file = written(tmp_path, rows_of(course(4, 6)))
    screen, stderr = pty.openpty()
    command = [sys.executable, "-c", "from coxa.cli import main; main()", "answer", "--json"]
    run = subprocess.run(
        [*command, "--csv", str(file)], stdout=subprocess.PIPE, stderr=stderr, check=True
    )
    os.close(stderr)
    assert b"Working out the answers" in os.read(screen, 100_000)
    (line,) = run.stdout.splitlines()
    assert json.loads(line)["participant"] == "p01"


def test_a_table_without_readings_says_so(tmp_path: Path) -> None:
    file = written(tmp_path, [])
    assert "no readings" in answer(file).stdout
    assert objects(file) == []


def test_equal_readings_are_answered_and_remarked_upon(tmp_path: Path) -> None:
    rows = [row | {"value_deg": 30} for row in rows_of(course(8, 12))]
    file = written(tmp_path, rows)
    left = objects(file)[0]["sides"]["left"]
    assert left["verdict"] == "no_meaningful_change"
    low, high = left["interval95_deg"]
    assert high - low > 0.1, "readings that were copied make no hip known to a hair"
    assert "exactly the same" in answer(file).stdout


def test_one_hip_alone_gives_a_change_not_a_gain(tmp_path: Path) -> None:
    file = written(tmp_path, rows_of(course(8, 14)))
    (found,) = objects(file)
    assert found["sides"].keys() == {"left"}
    assert found["sides"]["left"]["kind"] == "change"
    assert found["contrast_deg"] is None
    assert "No hip waited" in answer(file).stdout


def test_two_devices_are_two_answers_and_it_is_said_why(tmp_path: Path) -> None:
    case = course(4, 6)
    file = written(tmp_path, [*rows_of(case), *rows_of(case, device="goniometer")])
    assert [one["device"] for one in objects(file)] == ["inclinometer", "goniometer"]
    assert "more than one instrument" in answer(file).stdout


def test_wrong_rows_are_named_and_nothing_is_worked_out(tmp_path: Path) -> None:
    rows = rows_of(course(4, 6))
    rows[1]["side"], rows[3]["value_deg"] = "middle", 91
    told = answer(written(tmp_path, rows), "--json")
    assert told.exit_code == 2
    assert told.stdout == ""
    first, second, last = told.stderr.splitlines()
    assert first.startswith("readings.csv, line 3: side must be one of")
    assert second.startswith("readings.csv, line 5: value_deg must lie between")
    assert last.startswith("coxa: This table was not used. Rows with a fault: 2; the first")


def test_of_very_many_wrong_rows_the_rest_is_counted(tmp_path: Path) -> None:
    rows = [row | {"side": "middle"} for row in rows_of(course(100, 50))]
    told = answer(written(tmp_path, rows)).stderr.splitlines()
    assert len(told) == 102
    assert told[-2] == "Further rows with a fault, not named here: 50."


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str) -> None:
    told = answer(tmp_path / name, "--json")
    assert told.exit_code == 2
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1


def test_a_huge_file_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as sparse:
        sparse.truncate(110_000_000)
    told = answer(file)
    assert told.exit_code == 2
    assert "more than 100 MB" in told.stderr


DAYS = st.dates(date(1900, 1, 1), date(2026, 1, 1))
READING = st.fixed_dictionaries(
    {
        "date": DAYS,
        "side": st.sampled_from(["left", "right"]),
        "value_deg": st.floats(-5, 90),
        "error95_deg": st.sampled_from(["", 0.1, 5, 90]),
        "dose_min": st.sampled_from(["", 0, 1e-9, 12, 10_000]),
    }
)


@settings(max_examples=50)
@given(st.lists(READING, max_size=14), DAYS, DAYS)
def test_whatever_can_be_read_is_answered(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]], left: Any, right: Any
) -> None:
    """However odd the days, errors and minutes: JSON without a NaN, never a traceback."""
    began = {"left": left, "right": right}
    once = {(row["date"], row["side"]): row for row in rows}.values()
    made = []
    for row in once:
        trains = row["date"] >= began[row["side"]]
        phase = {"phase": "training" if trains else "baseline"}
        dose = {} if trains else {"dose_min": ""}
        fixed = {"participant": "p", "test": "prone-rotation", "device": "phone"}
        made.append(fixed | row | phase | dose)
    found = objects(written(tmp_path_factory.mktemp("odd"), made))
    assert len(found) == bool(made)
