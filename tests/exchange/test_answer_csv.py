"""The table of readings: what is read, what is refused and named, and what people it makes."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.exchange import Fault, OneSeries, RejectedReadings, read_readings
from coxa.exchange.answer_csv import MOST_NAMED, OPTIONAL, REQUIRED
from coxa.exchange.answer_csv.contradictions import MOST_DAYS
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Phase
from coxa.wording import say, say_error

TODAY = date(2026, 6, 1)
COLUMNS = (
    *("participant", "date", "side", "test", "direction", "mode"),
    *("device", "value_deg", "error95_deg", "phase", "dose_min"),
)
HEADER = ",".join(COLUMNS)


def row(day: str = "2026-03-02", phase: str = "baseline", **cells: str) -> str:
    """A row of an inclinometer's readings; ``cells`` by their columns."""
    usual = dict.fromkeys(COLUMNS, "") | {
        "participant": "p01",
        "date": day,
        "side": "left",
        "test": "seated-rotation",
        "device": "inclinometer",
        "value_deg": "33.4",
        "phase": phase,
    }
    return ",".join((usual | cells).values())


def read(*lines: str) -> list[OneSeries]:
    return list(read_readings("\n".join([HEADER, *lines]).encode(), "readings.csv", TODAY))


def faults(*lines: str, header: str = HEADER) -> list[tuple[int, str]]:
    """Line and reason of every fault."""
    with pytest.raises(RejectedReadings) as rejected:
        read_readings("\n".join([header, *lines]).encode(), "readings.csv", TODAY)
    assert say_error(rejected.value)
    return [(fault.line, say(fault.reason)) for fault in rejected.value.faults]


def test_a_full_row_is_read_whole() -> None:
    cells = {"direction": "external", "mode": "passive", "value_deg": "-31.5"}
    (one,) = read(row("2026-03-02T07:30", "training", error95_deg="4.9", dose_min="12", **cells))
    assert one.participant == "p01"
    kind = one.series
    assert (kind.test, kind.direction, kind.mode) == (Test.SEATED, Direction.EXTERNAL, Mode.PASSIVE)
    assert kind.device is Device.INCLINOMETER
    (phased,) = one.person.phased
    reading = phased.reading
    assert (reading.side, reading.value_deg, reading.error95_deg) == (Side.LEFT, -31.5, 4.9)
    assert reading.taken_at == datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
    assert phased.phase is Phase.TRAINING
    assert [done.minutes for done in one.person.exercised] == [12]


def test_what_may_be_left_out_is_taken_as_the_pages_say() -> None:
    lines = [HEADER, row()]
    short = [",".join(line.split(",")[n] for n, name in enumerate(COLUMNS) if name in REQUIRED)
             for line in lines]  # fmt: skip
    (one,) = read_readings("\n".join(short).encode(), "readings.csv", TODAY)
    assert one.participant is None
    assert (one.series.direction, one.series.mode) == (Direction.INTERNAL, Mode.ACTIVE)
    (phased,) = one.person.phased
    assert phased.reading.error95_deg == 7.6  # 1.96 × 3.9, of the inclinometer (Spörk 2021)
    assert one.person.exercised == []


@pytest.mark.parametrize(
    "content",
    [
        f"\ufeff{HEADER}\r\n{row()}\r\n",
        f"{HEADER}\n\n{row()}\n{',' * 10}\n",
        f"{HEADER}\n{row()}".replace(",", ";"),
        f"{HEADER}\n{row()}".replace(",", ";").replace("33.4", "33,4"),
        f"{HEADER}\n" + row().replace(",", " , "),
    ],
    ids=["byte order mark", "blank lines", "semicolons", "decimal commas", "blanks"],
)
def test_tables_as_spreadsheets_write_them(content: str) -> None:
    (one,) = read_readings(content.encode(), "readings.csv", TODAY)
    assert one.person.phased[0].reading.value_deg == 33.4


@pytest.mark.parametrize(
    ("cell", "value_deg"),
    [("\N{MINUS SIGN}3.5", -3.5), ("31.234567890123456", 31.234567890123456), ("5e-05", 5e-05)],
)
def test_numbers_as_programs_write_them(cell: str, value_deg: float) -> None:
    assert read(row(value_deg=cell))[0].person.phased[0].reading.value_deg == value_deg


def test_the_hour_is_the_one_on_the_wall_whatever_zone_is_written() -> None:
    (one,) = read(row("2026-03-02T23:30:00+10:00"))
    assert one.person.phased[0].reading.taken_at == datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


def test_a_header_alone_has_nobody() -> None:
    assert read() == []


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("participant", "x" * 65, "participant"),
        ("participant", "\x1b[2J", "participant"),
        ("date", "", "date is empty"),
        ("date", "2.3.2026", "not “2.3.2026”"),
        ("date", "2026-02-30", "not “2026-02-30”"),
        ("date", "2026-03-02T25:00", "not “2026-03-02T25:00”"),
        ("date", "0026-03-02", "date"),
        ("date", "2026-06-02", "has not come yet: today is"),
        ("side", "middle", "side must be one of: left, right; not “middle”"),
        ("side", "Left", "not “Left”"),
        ("test", "on-one-leg", "seated-rotation, prone-rotation"),
        ("direction", "inward", "internal, external"),
        ("mode", "pushed", "active, passive"),
        ("device", "ruler", "camera, phone"),
        ("phase", "after", "familiarisation, baseline, training, waiting"),
        ("value_deg", "", "value_deg is empty"),
        ("value_deg", "33°", "not “33°”"),
        ("value_deg", "nan", "not “nan”"),
        ("value_deg", "91", "between -90 and 90"),
        ("value_deg", "-5.1", "internal rotation is positive"),
        ("error95_deg", "0", "no reading is as exact"),
        ("error95_deg", "-4", "between 0 and 90"),
        ("dose_min", "-1", "between 0 and"),
        ("dose_min", "5", "phase says baseline"),
        ("dose_min", "\x1b]0;", "\N{REPLACEMENT CHARACTER}]0;"),
        ("side", "x" * 500, "…”"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line(column: str, cell: str, told: str) -> None:
    ((line, reason),) = faults(
        row("2026-03-01"), row(**({"day": cell} if column == "date" else {column: cell}))
    )
    assert line == 3
    assert told in reason


def test_external_rotation_is_negative() -> None:
    assert "external rotation is negative" in faults(row(direction="external"))[0][1]
    (one,) = read(row(direction="external", value_deg="-33"))
    assert one.series.direction is Direction.EXTERNAL


def test_every_wrong_row_is_named_in_the_order_of_the_table() -> None:
    found = faults(row(), row(side="middle"), row(), "too,few")
    assert [line for line, _ in found] == [3, 4, 5]
    assert "line 2 already" in found[1][1]
    assert "2 cells where the header has 11" in found[2][1]


def test_of_very_many_faults_the_first_are_named_and_all_are_counted() -> None:
    with pytest.raises(RejectedReadings) as rejected:
        read(*[row(side="middle")] * (MOST_NAMED + 20))
    assert len(rejected.value.faults) == MOST_NAMED
    assert rejected.value.more == 20
    assert rejected.value.params["count"] == MOST_NAMED + 20


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("", "must name the columns"),
        (HEADER.replace("side,", ""), "column side is missing"),
        (f"{HEADER},name", "no column name"),
        (f"{HEADER},side", "twice"),
    ],
)
def test_a_wrong_header_is_named(header: str, told: str) -> None:
    ((line, reason),) = faults(row(), header=header)
    assert line == 1
    assert told in reason


def test_text_in_another_encoding_is_named() -> None:
    with pytest.raises(RejectedReadings):
        read_readings(f"{HEADER}\n{row()}".encode("utf-16"), "readings.csv", TODAY)


# rows that contradict each other


def test_several_readings_of_a_day_are_told_apart_by_their_hours() -> None:
    (one,) = read(row("2026-03-02T08:00"), row("2026-03-02T08:05"), row(side="right"))
    assert len(one.person.phased) == 3
    assert "line 2 already" in faults(row("2026-03-02T08:00"), row("2026-03-02T08:00"))[0][1]
    assert "line 2 already" in faults(row("2026-03-02T08:00"), row("2026-03-02"))[0][1]
    assert "line 2 already" in faults(row("2026-03-02"), row("2026-03-02T08:00"))[0][1]


def test_the_same_day_with_another_device_or_person_is_no_repetition() -> None:
    assert len(read(row(), row(device="phone"), row(participant="p02"))) == 3


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("training", "baseline"),
        ("training", "waiting"),
        ("waiting", "baseline"),
        ("baseline", "familiarisation"),
        ("training", "familiarisation"),
    ],
)
def test_phases_out_of_order_are_named(earlier: str, later: str) -> None:
    ((line, reason),) = faults(row("2026-03-09", later), row("2026-03-02", earlier))
    assert line == 2
    assert f"phase {later} here, but in line 3 it was in {earlier} already" in reason


def test_the_order_of_rows_and_of_one_days_rows_without_hours_does_not_matter() -> None:
    assert read(row("2026-03-09", "training"), row("2026-03-02"))
    assert read(row("2026-03-02", "training"), row("2026-03-02", device="phone"))
    assert read(row("2026-03-02T08:00"), row("2026-03-02T18:00", "training"))
    assert faults(row("2026-03-02T18:00"), row("2026-03-02T08:00", "training"))


def test_a_hip_that_trains_does_so_for_every_device_but_gets_used_to_each_anew() -> None:
    began = row("2026-03-02", "training")
    assert faults(began, row("2026-03-09", "baseline", device="phone"))
    assert read(began, row("2026-03-09", "familiarisation", device="phone"))


def test_a_hip_does_not_wait_for_one_that_never_trains() -> None:
    waits = row("2026-03-09", "waiting")
    assert read(waits)
    assert read(row("2026-03-03", "training", side="right"), waits)
    ((line, reason),) = faults(waits, row("2026-03-09", "baseline", side="right"))
    assert (line, "in line 3" in reason) == (2, True)
    both = faults(waits, row("2026-03-03", "waiting", side="right"))
    assert [line for line, _ in both] == [2, 3]


def test_waiting_before_the_other_hip_trains_is_taken_as_it_is_and_told() -> None:
    """Some call a hip waiting from the first day on: what it did is clear all the same."""
    began = row("2026-03-10", "training", side="right")
    early = read(row("2026-03-09", "waiting"), began)[0].notes
    assert [note.id for note in early] == ["readings_waiting_early"]
    assert "The left hip" in say(early[0])
    assert read(row("2026-03-10", "waiting"), began)[0].notes == ()


def test_more_days_than_an_answer_can_be_worked_out_from_are_named() -> None:
    days = [str(date(2020, 1, 1) + timedelta(days=n)) for n in range(MOST_DAYS + 2)]
    assert len(read(*map(row, days[:MOST_DAYS]))) == 1
    ((line, reason),) = faults(*map(row, days))
    assert (line, "more than 1000 days" in reason) == (MOST_DAYS + 2, True)


def test_a_row_without_a_participant_among_others_is_named() -> None:
    assert faults(row(), row(participant=""))[0] == (3, "participant is empty.")
    assert len(read(row(participant=""), row("2026-03-03", participant=""))) == 1


# what is made of it


def test_each_series_of_each_person_stands_by_itself_and_says_so() -> None:
    found = read(row(), row(device="phone"), row("2026-03-03"), row(participant="p02"))
    assert [(one.participant, one.series.device.value) for one in found] == [
        ("p01", "inclinometer"),
        ("p01", "phone"),
        ("p02", "inclinometer"),
    ]
    assert [[note.id for note in one.notes] for one in found] == [
        ["apart_device"],
        ["apart_device"],
        [],
    ]
    assert len(found[0].person.phased) == 2


def test_minutes_lie_half_way_from_the_reading_before() -> None:
    (one,) = read(
        row("2026-03-02"),
        row("2026-03-04", "training", dose_min="10"),
        row("2026-03-10", "training", dose_min="0"),
        row("2026-03-12", "training", dose_min="7.5"),
    )
    assert [(done.at.day, done.at.hour, done.minutes) for done in one.person.exercised] == [
        (3, 12, 10.0),
        (11, 12, 7.5),
    ]
    assert one.notes == ()


def test_minutes_that_some_rows_leave_out_are_not_used_and_it_is_told() -> None:
    (one,) = read(
        row("2026-03-04", "training", dose_min="10"),
        row("2026-03-10", "training"),
        row("2026-03-10", "training", side="right", dose_min="4"),
    )
    assert [done.side for done in one.person.exercised] == [Side.RIGHT]
    assert say(one.notes[0]).startswith("Only some rows of the left hip")


def test_numbers_that_never_differ_are_remarked_upon() -> None:
    days = [row(f"2026-03-0{day}") for day in range(1, 7)]
    assert [note.id for note in read(*days)[0].notes] == ["readings_all_equal"]
    assert read(*days[:4])[0].notes == ()


CELLS = st.sampled_from(
    [
        *row("2026-03-02T08:00", "training", dose_min="5", error95_deg="90").split(","),
        *("right", "waiting", "familiarisation", "2026-05-30", "1900-01-01", "-5", "90", "1e-9"),
        *("external", "phone", "", '"', "\x00", "1,5", "-", "é", "p02"),
    ]
)
ROWS = st.lists(CELLS, max_size=12).map(",".join) | st.builds(
    row,
    st.dates(date(1990, 1, 1), date(2026, 6, 9)).map(str),
    st.sampled_from([phase.value for phase in Phase]),
    side=st.sampled_from(["left", "right"]),
    value_deg=st.floats(-6, 91).map(str),
    dose_min=st.sampled_from(["", "0", "12"]),
)
TABLES = st.binary(max_size=300) | st.lists(ROWS, max_size=12).map(
    lambda rows: "\n".join([HEADER, *rows]).encode()
)


@given(TABLES)
def test_any_bytes_give_people_or_named_faults(content: bytes) -> None:
    named: tuple[Fault, ...] = ()
    people: list[OneSeries] = []
    try:
        people = list(read_readings(content, "readings.csv", TODAY))
    except RejectedReadings as rejected:
        named = rejected.faults
    assert all(fault.line >= 1 and say(fault.reason) for fault in named)
    assert all(one.person.phased for one in people)


def test_every_column_is_explained(root: Path) -> None:
    page = (root / "docs/file-formats.md").read_text(encoding="utf-8")
    (own,) = [
        part for part in re.split(r"^## ", page, flags=re.M) if "answer --csv FILE` reads" in part
    ]
    for name in (*REQUIRED, *OPTIONAL):
        assert f"`{name}`" in own, name
    for phase in Phase:
        assert f"`{phase.value}`" in own
