"""Commands on the person's records, each in a process with a data folder of its own."""

from __future__ import annotations

import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from coxa.exchange import AllRecords, read_bundle, write_bundle
from coxa.experiment import FAMILIARISATION_DAYS
from coxa.quantities import Device
from tests.cli.test_program import process
from tests.exchange.one_of_each import ONE_OF_EACH


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which one record of each kind was imported."""
    place = tmp_path_factory.mktemp("home")
    bundle = place / "one.zip"
    bundle.write_bytes(write_bundle(ONE_OF_EACH))
    told = process("import", str(bundle), "--json", home=place)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["readings"] == 3
    return place


def test_the_log_lists_readings_sessions_and_pain(home: Path) -> None:
    told = process("log", "--json", home=home)
    found = json.loads(told.stdout)
    assert [one["value_deg"] for one in found["readings"]] == [33.1, -41.0, 35.5]
    assert len(found["sessions"]) == 1
    assert len(found["pain"]) == 1
    shown = process("log", home=home).stdout
    assert "33° (give or take 4°)" in shown
    assert "41° (give or take 4°), after exercise" in shown


def test_an_export_comes_back_whole(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    assert process("export", str(out), home=home).returncode == 0
    assert read_bundle(out.read_bytes()) == ONE_OF_EACH
    again = process("export", str(out), home=home)
    assert again.returncode == 2
    assert "--overwrite" in again.stderr
    assert process("import", str(out), home=home).stdout == "Everything was here already.\n"


def test_a_faulty_file_is_named_line_by_line_and_changes_nothing(
    home: Path, tmp_path: Path
) -> None:
    before = process("log", "--json", home=home).stdout
    faulty = tmp_path / "faulty.zip"
    with (
        zipfile.ZipFile(home / "one.zip") as good,
        zipfile.ZipFile(faulty, "w") as bad,
    ):
        for name in good.namelist():
            content = good.read(name)
            if name != "manifest.json":
                content = content.replace(b"right", b"middle")
            bad.writestr(name, content)
    told = process("import", str(faulty), "--json", home=home)
    assert told.returncode == 2
    assert told.stdout == ""
    assert "readings.csv, line 2: side" in told.stderr
    assert told.stderr.splitlines()[-1].startswith("coxa: ")
    assert process("log", "--json", home=home).stdout == before


def test_the_answer_is_one_json_object_and_says_why(home: Path) -> None:
    found = json.loads(process("answer", "--json", home=home).stdout)
    assert found["engine"]
    verdicts = {side["verdict"] for one in found["series"] for side in one["sides"].values()}
    assert verdicts == {"cannot_tell"}
    assert "cannot be told yet" in process("answer", home=home).stdout


def test_the_plan_is_one_json_object(home: Path) -> None:
    told = process("plan", "--json", home=home)
    assert told.returncode == 0, told.stderr
    assert {"made_on", "days", "reasons"} <= set(json.loads(told.stdout))


def test_the_answer_tells_the_error_with_its_origin_and_why_series_stand_apart(
    tmp_path: Path,
) -> None:
    first, second, *_ = ONE_OF_EACH.readings
    goniometer = first.series.model_copy(update={"device": Device.GONIOMETER, "method": "typed"})
    other = first.model_copy(update={"id": "e" * 32, "series": goniometer, "measurement_id": None})
    bundle = tmp_path / "two.zip"
    bundle.write_bytes(write_bundle(AllRecords(readings=(first, second, other))))
    assert process("import", str(bundle), home=tmp_path).returncode == 0
    told = process("answer", home=tmp_path).stdout
    assert "the method: One reading is typically off by about 6.0°" in told
    assert "your own: Not known yet" in told
    assert "more than one instrument" in told
    assert "more than one instrument" in process("log", home=tmp_path).stdout
    errors = json.loads(process("answer", "--json", home=tmp_path).stdout)["series"]
    assert {one["error"]["origin"] for one in errors} == {"method"}


def test_the_answer_for_programs_has_the_band_day_by_day(tmp_path: Path) -> None:
    first = ONE_OF_EACH.readings[0]
    readings = tuple(
        first.model_copy(
            update={
                "id": f"{day:032x}",
                "taken_at": first.taken_at + timedelta(days=day),
                "measurement_id": None,
            }
        )
        for day in range(6)
    )
    bundle = tmp_path / "days.zip"
    bundle.write_bytes(write_bundle(AllRecords(readings=readings)))
    assert process("import", str(bundle), home=tmp_path).returncode == 0
    (series,) = json.loads(process("answer", "--json", home=tmp_path).stdout)["series"]
    assert len(series["band"]) == len(readings) - FAMILIARISATION_DAYS


def test_the_sample_alone_is_said_not_to_be_the_person(tmp_path: Path) -> None:
    first = ONE_OF_EACH.readings[0]
    drawn = first.series.model_copy(update={"method": "blazepose-heavy/sample"})
    sample = first.model_copy(update={"series": drawn, "measurement_id": None})
    bundle = tmp_path / "sample.zip"
    bundle.write_bytes(write_bundle(AllRecords(readings=(sample,))))
    process("import", str(bundle), home=tmp_path)
    for command in ("answer", "plan"):
        assert "a drawn person, not you" in process(command, home=tmp_path).stdout
    assert json.loads(process("answer", "--json", home=tmp_path).stdout)["series"] == []
