"""The bundle gives back exactly what it was given, and takes nothing that is wrong."""

from __future__ import annotations

import csv
import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from coxa.errors import UnusableFile
from coxa.exchange import AllRecords, RejectedBundle, read_bundle, write_bundle
from coxa.exchange.bundle.tables import Table, all_tables
from coxa.wording import say, say_error
from tests.exchange.made_up import all_records
from tests.exchange.one_of_each import (
    BEFORE_LENGTHS,
    BEFORE_PHONES,
    BEFORE_PREFERENCES,
    ONE_OF_EACH,
)

TABLES = list(all_tables())
PUBLISHED = Path(__file__).parent / "published"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return written.getvalue()


def changed(name: str, change: Callable[[str], str]) -> bytes:
    """A bundle of one record of each kind, with one file changed."""
    content = members(write_bundle(ONE_OF_EACH))
    before = content[name].decode()
    content[name] = change(before).encode()
    assert content[name].decode() != before
    return packed(content)


def faults(data: bytes) -> list[tuple[str, int, str]]:
    with pytest.raises(RejectedBundle) as caught:
        read_bundle(data)
    assert say_error(caught.value)
    return [(fault.file, fault.line, say(fault.reason)) for fault in caught.value.faults]


@settings(max_examples=60, deadline=None)
@given(all_records())
def test_what_went_out_comes_back_exactly(records: AllRecords) -> None:
    assert read_bundle(write_bundle(records)) == records


def test_one_record_of_each_kind_comes_back_and_fills_every_table() -> None:
    data = write_bundle(ONE_OF_EACH)
    assert read_bundle(data) == ONE_OF_EACH
    for table in TABLES:
        assert members(data)[table.file].count(b"\r\n") >= 2, table.file


def test_nothing_at_all_is_a_bundle_too() -> None:
    assert read_bundle(write_bundle(AllRecords())) == AllRecords()


def test_the_same_records_give_the_same_bytes() -> None:
    assert write_bundle(ONE_OF_EACH) == write_bundle(ONE_OF_EACH)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_of_a_record_has_its_column(table: Table) -> None:
    """A field added to a record without a column here would be lost on the way."""
    paths = {column.path for column in table.columns} | ({("id",)} if table.has_ids else set())
    written = {name for path in paths for name in path[:1]}
    elsewhere = {child.slot for child in table.children} | set(table.blank)
    assert set(table.check.model_fields) <= written | elsewhere
    for name in {path[0] for path in paths if len(path) > 1}:
        inner: Any = table.check.model_fields[name].annotation
        inner_elsewhere = {child.slot for child in table.children}
        inner_written = {path[1] for path in paths if path[:1] == (name,) and len(path) > 1}
        assert set(inner.model_fields) <= inner_written | inner_elsewhere


def test_every_file_is_text_with_one_header_line_and_lines_as_the_standard_wants() -> None:
    for name, data in members(write_bundle(ONE_OF_EACH)).items():
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
            assert all(len(row) == len(rows[0]) for row in rows)
            assert data.endswith(b"\r\n")


def test_moments_are_iso_dates_and_numbers_are_plain() -> None:
    rows = list(
        csv.DictReader(io.StringIO(members(write_bundle(ONE_OF_EACH))["readings.csv"].decode()))
    )
    assert rows[0]["taken_at"] == "2026-03-02T06:30:00Z"
    assert rows[0]["value_deg"] == "33.1"
    assert [row["after_exercise"] for row in rows] == ["", "true", ""]


def test_a_value_out_of_range_is_named_with_file_line_and_reason() -> None:
    named = faults(changed("readings.csv", lambda text: text.replace("33.1", "133.1")))
    assert named[0][:2] == ("readings.csv", 2)
    assert "value_deg" in named[0][2]


def test_every_bad_row_is_named_not_only_the_first() -> None:
    def spoil(text: str) -> str:
        lines = text.splitlines(keepends=True)
        plain_row = lines[3]
        surplus = plain_row.rstrip() + ",surplus\r\n"
        bad_side = plain_row.replace("right", "middle")
        bad_moment = plain_row.replace("2026-03-03T06:30:00Z", "yesterday")
        return "".join([lines[0], surplus, bad_side, bad_moment, *lines[1:]])

    named = faults(changed("readings.csv", spoil))
    assert [(file, line) for file, line, _ in named[:3]] == [
        ("readings.csv", 2),
        ("readings.csv", 3),
        ("readings.csv", 4),
    ]
    assert "cells" in named[0][2]
    assert "side" in named[1][2]
    assert "taken_at" in named[2][2]


def test_lines_are_counted_through_notes_of_several_lines() -> None:
    """The first reading's note has a line break in it, so the second stands on line four."""
    named = faults(changed("readings.csv", lambda text: text.replace("-41.0", "-141.0")))
    assert ("readings.csv", 4) in [(file, line) for file, line, _ in named]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("readings.csv", "value_deg", "value_rad", "no column value_rad"),
        ("readings.csv", "id,taken_at", "taken_at,taken_at", "twice"),
        ("sessions.csv", "id,started_at", "started_at", "id is missing"),
        ("session_doses.csv", ",1,", ",first,", "whole number"),
        ("session_doses.csv", "30.0", "130.0", "hold_s"),
        ("session_doses.csv", '"{""id', '"{{""id', "reason cannot be read"),
        ("session_sets.csv", "b1", "bf", "not in sessions.csv"),
        ("measurement_readings.csv", "32.5 33.6", "32.5 many", "repeats_deg cannot be read"),
        ("measurement_readings.csv", ",true,", ",maybe,", "accepted"),
        ("pain.csv", "\r\n1,", "\r\n0x1,", "whole number"),
        ("readings.csv", "35.5", "36.5", "last change"),
    ],
)
def test_each_kind_of_fault_is_told_in_words(file: str, old: str, new: str, told: str) -> None:
    named = faults(changed(file, lambda text: text.replace(old, new)))
    assert any(told in sentence for _, _, sentence in named), named


def test_a_row_that_stands_twice_is_refused() -> None:
    def twice(text: str) -> str:
        header, *rows = text.splitlines(keepends=True)
        return "".join([header, *rows, *rows])

    named = faults(changed("pain.csv", twice))
    assert any("twice" in sentence for _, _, sentence in named)


def test_text_that_is_not_utf8_is_refused_with_its_line() -> None:
    content = members(write_bundle(ONE_OF_EACH))
    content["pain.csv"] += b"2,\xff\xfe\r\n"
    assert faults(packed(content))[0][:2] == ("pain.csv", 3)


def test_a_broken_quote_is_refused_with_its_line() -> None:
    named = faults(changed("pain.csv", lambda text: text + '2,"open'))
    assert any(line == 3 and "CSV" in sentence for _, line, sentence in named)


def test_a_missing_optional_column_takes_its_default() -> None:
    """So do exports of an older coxa, which did not have the column yet."""

    def without_note(text: str) -> str:
        rows = list(csv.reader(io.StringIO(text, newline="")))
        out = io.StringIO(newline="")
        csv.writer(out).writerows(row[:-1] for row in rows)
        return out.getvalue()

    data = changed("sessions.csv", without_note)
    assert [session.note for session in read_bundle(data).sessions] == [""]


def test_a_byte_order_mark_from_a_spreadsheet_does_no_harm() -> None:
    assert read_bundle(changed("pain.csv", lambda text: "\ufeff" + text)) == ONE_OF_EACH


def refused(data: bytes) -> str:
    with pytest.raises(UnusableFile) as caught:
        read_bundle(data)
    assert not isinstance(caught.value, RejectedBundle)
    assert say_error(caught.value)
    return caught.value.message_id


def test_what_is_no_bundle_is_refused() -> None:
    good = write_bundle(ONE_OF_EACH)
    assert refused(b"not a zip at all") == "bundle_not_zip"
    assert refused(good[: len(good) // 2]) == "bundle_damaged"
    assert refused(packed({})) == "bundle_not_ours"
    assert refused(packed({"manifest.json": b"{}"})) == "bundle_not_ours"
    assert refused(packed({"manifest.json": b"[" * 100_000})) == "bundle_not_ours"


def test_a_directory_that_begins_before_the_file_is_refused() -> None:
    """Found by `make fuzz`: zipfile then seeks to a place below zero."""
    good = bytearray(write_bundle(ONE_OF_EACH))
    end = good.rindex(b"PK\x05\x06")
    struct.pack_into("<I", good, end + 12, len(good) + 245)
    assert refused(bytes(good)) == "bundle_damaged"


def test_a_flipped_byte_is_noticed() -> None:
    good = bytearray(write_bundle(ONE_OF_EACH))
    place = good.find(b"readings.csv") + 40
    good[place] ^= 0xFF
    with pytest.raises(UnusableFile):
        read_bundle(bytes(good))


NO_PHONE = [
    f"phone/{'a' * 32}.csv",
    f"phone/{'a' * 32}-both.csv",
    f"phone/../{'a' * 32}-left.csv",
    "phone/readings.csv",
    f"phone/{'A' * 32}-left.csv",
]


@pytest.mark.parametrize(
    "name",
    ["../evil.csv", "/etc/passwd", "landmarks/../x.npz", "run.sh", "landmarks/up.npz", *NO_PHONE],
)
def test_a_file_that_does_not_belong_is_refused(name: str) -> None:
    content = members(write_bundle(AllRecords())) | {name: b"x"}
    assert refused(packed(content)) == "bundle_strange_file"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b"{}")
        with archive.open("landmarks/" + "a" * 32 + ".npz", "w") as member:
            for _ in range(520):
                member.write(bytes(1024 * 1024))
    assert len(written.getvalue()) < 1024 * 1024
    assert refused(written.getvalue()) == "bundle_too_large"


def test_a_newer_format_and_a_missing_file_are_refused_in_words() -> None:
    content = members(write_bundle(AllRecords()))
    manifest = json.loads(content["manifest.json"])
    newer = json.dumps(manifest | {"version": 99}).encode()
    assert refused(packed(content | {"manifest.json": newer})) == "bundle_too_new"
    del content["readings.csv"]
    assert refused(packed(content)) == "bundle_file_missing"


def test_landmarks_without_their_measurement_are_refused() -> None:
    content = members(write_bundle(AllRecords())) | {f"landmarks/{'a' * 32}.npz": b"x"}
    assert "measurements.csv" in faults(packed(content))[0][2]


PHONE_FILE = f"phone/{'c2'.rjust(32, '0')}-left.csv"


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (b"", 1, "empty"),
        (b"\xff\xfe\x00", 1, "not a phone's recording"),
        (b"id,number\r\n1,2\r\n", 1, "not a phone's recording"),
        (b"time_s,ax,ay,az\r\n", 1, "no "),
        (b"time_s,ax,ay,az\r\n0.0,1,2,3\r\n0.1,1,2\r\n", 3, "3"),
        (b"time_s,ax,ay,az\r\n0.0,1,2,3\r\n0.1,1,many,3\r\n", 3, "many"),
        (b"time_s,ax,ay,az\r\n0.0,1,2,1e99\r\n", 2, "ax"),
        (b"time_s,ax,ay,az\r\n0.5,1,2,3\r\n0.1,1,2,3\r\n", 3, "0"),
    ],
)
def test_a_phones_recording_that_cannot_be_read_is_refused_with_its_line(
    content: bytes, line: int, told: str
) -> None:
    named = faults(packed(members(write_bundle(ONE_OF_EACH)) | {PHONE_FILE: content}))
    assert [(file, at) for file, at, _ in named] == [(PHONE_FILE, line)]
    assert told in named[0][2]


def test_a_phones_recording_without_a_measurement_by_phone_is_refused() -> None:
    content = members(write_bundle(ONE_OF_EACH))
    recording = content.pop(PHONE_FILE)
    manifest = json.loads(content["manifest.json"]) | {"files": []}
    content["manifest.json"] = json.dumps(manifest).encode()
    for measurement, told in (("ee", "measurements.csv"), ("c1", "not made with a phone")):
        name = f"phone/{measurement.rjust(32, '0')}-left.csv"
        named = faults(packed(content | {name: recording}))
        assert [(file, line) for file, line, _ in named] == [(name, 1)]
        assert told in named[0][2]


def test_a_newer_format_is_told_before_what_it_brought() -> None:
    content = members(write_bundle(AllRecords())) | {"sounds/1.ogg": b"x"}
    newer = json.loads(content["manifest.json"]) | {"version": 99}
    assert refused(packed(content | {"manifest.json": json.dumps(newer).encode()})) == (
        "bundle_too_new"
    )


def test_no_bundle_is_written_that_would_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coxa.exchange.bundle.archive.MAX_BUNDLE_BYTES", 1_000)
    with pytest.raises(UnusableFile) as caught:
        write_bundle(ONE_OF_EACH)
    assert caught.value.message_id == "bundle_too_large_to_write"
    assert "--no-landmarks" in say_error(caught.value)


def test_a_no_of_version_1_is_unknown_and_one_of_today_is_a_no() -> None:
    """In version 1 nobody was asked: ``false`` was a box left empty."""
    said_no = tuple(
        one.model_copy(update={"after_exercise": False}) for one in ONE_OF_EACH.readings[:2]
    )
    content = members(write_bundle(AllRecords(readings=said_no)))
    assert [one.after_exercise for one in read_bundle(packed(content)).readings] == [False] * 2
    older = json.loads(content["manifest.json"]) | {"version": 1}
    content["manifest.json"] = json.dumps(older).encode()
    assert [one.after_exercise for one in read_bundle(packed(content)).readings] == [None] * 2


@pytest.mark.parametrize("file", sorted(PUBLISHED.glob("*.zip")), ids=lambda file: file.name)
def test_every_published_format_stays_readable(file: Path) -> None:
    """These files were written when their format was new and are never written again."""
    version = int(file.stem.removeprefix("records-format-"))
    known = {
        1: BEFORE_PHONES,
        2: BEFORE_PHONES,
        3: BEFORE_PREFERENCES,
        4: BEFORE_LENGTHS,
    }.get(version, ONE_OF_EACH)
    assert read_bundle(file.read_bytes()) == known
