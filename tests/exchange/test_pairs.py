"""The table of pairs: what is read, what is refused and named, and that the pages explain it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import Pair, ReferenceDevice
from coxa.exchange import Fault, RejectedPairs, read_pairs
from coxa.exchange.pairs import OPTIONAL, REQUIRED
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.wording import say, say_error

HEADER = ",".join(REQUIRED)
ROW = "p01,2026-03-02,left,seated-rotation,internal,camera,33.4,32.1"


def read(*lines: str) -> tuple[Pair, ...]:
    return read_pairs("\n".join(lines).encode(), "pairs.csv")


def faults(*lines: str) -> list[tuple[int, str]]:
    """Line and reason of every fault."""
    with pytest.raises(RejectedPairs) as rejected:
        read(*lines)
    assert say_error(rejected.value)
    return [(fault.line, say(fault.reason)) for fault in rejected.value.faults]


def with_cell(column: str, cell: str, header: str = HEADER, row: str = ROW) -> str:
    cells = dict(zip(header.split(","), row.split(","), strict=True)) | {column: cell}
    return ",".join(cells.values())


def test_a_full_row_is_read_whole() -> None:
    more = "active,blazepose-heavy/1,motion-capture,2,4.1"
    (pair,) = read(f"{HEADER},{','.join(OPTIONAL)}", f"{ROW},{more}")
    assert (pair.participant, pair.day, pair.side) == ("p01", date(2026, 3, 2), Side.LEFT)
    kind = pair.kind
    assert (kind.test, kind.direction) == (Test.SEATED, Direction.INTERNAL)
    assert (kind.device, kind.mode) == (Device.CAMERA, Mode.ACTIVE)
    assert (kind.method, kind.reference_device) == (
        "blazepose-heavy/1",
        ReferenceDevice.MOTION_CAPTURE,
    )
    assert (pair.value_deg, pair.reference_deg, pair.error95_deg) == (33.4, 32.1, 4.1)
    assert (pair.repeat, pair.row) == (2, 2)


def test_what_may_be_left_out_is_not_stated_whether_missing_or_empty() -> None:
    (short,) = read(HEADER, ROW)
    (empty,) = read(f"{HEADER},{','.join(OPTIONAL)}", f"{ROW},,,,,")
    assert short == empty
    assert short.kind.mode is None


def test_a_refused_reading_is_no_empty_cell() -> None:
    (pair,) = read(HEADER, with_cell("value_deg", "refused"))
    assert pair.value_deg is None
    assert faults(HEADER, with_cell("value_deg", "")) == [(2, "value_deg is empty.")]


@pytest.mark.parametrize(
    "content",
    [
        f"\ufeff{HEADER}\r\n{ROW}\r\n",
        f"{HEADER}\n\n{ROW}\n,,,,,,,\n",
        f"{HEADER}\n{ROW}".replace(",", ";"),
        f"{HEADER}\n{ROW}".replace(",", ";").replace(".", ","),
        f"{HEADER}\n" + ROW.replace(",", " , "),
    ],
    ids=["byte order mark", "blank lines", "semicolons", "decimal commas", "blanks"],
)
def test_tables_as_spreadsheets_write_them(content: str) -> None:
    (pair,) = read_pairs(content.encode(), "pairs.csv")
    assert (pair.value_deg, pair.reference_deg) == (33.4, 32.1)


def test_a_true_minus_sign_is_a_minus() -> None:
    row = with_cell("value_deg", "\N{MINUS SIGN}3.5")
    (pair,) = read(HEADER, row)
    assert pair.value_deg == -3.5


def test_a_header_alone_has_no_pairs() -> None:
    assert read(HEADER) == ()


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("participant", "", "participant is empty"),
        ("participant", "x" * 65, "participant"),
        ("date", "2.3.2026", "not “2.3.2026”"),
        ("date", "2026-02-30", "not “2026-02-30”"),
        ("date", "0", "date"),
        ("side", "middle", "side"),
        ("test", "on-one-leg", "test"),
        ("direction", "inward", "direction"),
        ("device", "ruler", "device"),
        ("value_deg", "33,4", "value_deg"),
        ("value_deg", "33°", "not “33°”"),
        ("value_deg", "91", "value_deg"),
        ("reference_deg", "nan", "reference_deg"),
        ("reference_deg", "1e1", "reference_deg"),
        ("reference_deg", "refused", "reference_deg"),
        ("reference_deg", "-32.1", "internal rotation is positive"),
        ("direction", "external", "external rotation is negative"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line(column: str, cell: str, told: str) -> None:
    wrong = f'"{cell}"' if "," in cell else cell
    found = faults(HEADER, ROW, with_cell(column, wrong).replace("p01", "p02"))
    if column == "participant":
        found = faults(HEADER, with_cell(column, wrong))
        assert found[0][0] == 2
    else:
        assert [line for line, _ in found] == [3]
    assert told in found[0][1]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("mode", "pushed"),
        ("reference_device", "ruler"),
        ("error95_deg", "0"),
        ("error95_deg", "-4"),
        ("repeat", "0"),
        ("repeat", "1.5"),
        ("repeat", "first"),
    ],
)
def test_a_wrong_optional_cell_is_named(column: str, cell: str) -> None:
    ((line, told),) = faults(f"{HEADER},{column}", f"{ROW},{cell}")
    assert line == 2
    assert column in told


def test_a_refused_reading_cannot_state_an_error() -> None:
    row = with_cell("value_deg", "refused")
    ((_, told),) = faults(f"{HEADER},error95_deg", f"{row},4.1")
    assert "refused reading has no error" in told


def test_a_hip_that_stops_short_of_zero_is_no_wrong_sign() -> None:
    (pair,) = read(HEADER, with_cell("value_deg", "-5"))
    assert pair.value_deg == -5
    assert faults(HEADER, with_cell("value_deg", "-5.1"))


def test_every_wrong_row_is_named_in_the_order_of_the_table() -> None:
    found = faults(HEADER, ROW, with_cell("side", "middle"), ROW, "too,few")
    assert [line for line, _ in found] == [3, 4, 5]
    assert "line 2 already" in found[1][1]
    assert "2 cells where the header has 8" in found[2][1]


def test_the_same_leg_twice_needs_numbers_on_all_its_rows() -> None:
    header = f"{HEADER},repeat"
    assert len(read(header, f"{ROW},1", f"{ROW},2", ROW.replace("left", "right") + ",")) == 3
    assert "line 2 too" in faults(header, f"{ROW},1", f"{ROW},")[0][1]
    assert "line 2 too" in faults(header, f"{ROW},", f"{ROW},1")[0][1]
    assert "line 2 already" in faults(header, f"{ROW},1", f"{ROW},1")[0][1]


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
    ((line, reason),) = faults(header, ROW)
    assert line == 1
    assert told in reason


def test_text_in_another_encoding_is_named() -> None:
    with pytest.raises(RejectedPairs):
        read_pairs(f"{HEADER}\n{ROW}".encode("utf-16"), "pairs.csv")


TABLES = st.binary(max_size=300) | st.lists(
    st.lists(
        st.sampled_from([*ROW.split(","), "", '"', "\x00", "refused", "1,5", "-"]), max_size=9
    ).map(",".join),
    max_size=5,
).map(lambda rows: "\n".join([HEADER, *rows]).encode())


@given(TABLES)
def test_any_bytes_give_pairs_or_named_faults(content: bytes) -> None:
    told: tuple[Fault, ...] = ()
    pairs: tuple[Pair, ...] = ()
    try:
        pairs = read_pairs(content, "pairs.csv")
    except RejectedPairs as rejected:
        told = rejected.faults
    assert all(fault.line >= 1 and say(fault.reason) for fault in told)
    assert all(abs(pair.reference_deg) <= 90 for pair in pairs)


def test_every_column_is_explained(root: Path) -> None:
    page = (root / "docs/file-formats.md").read_text(encoding="utf-8")
    (own,) = [part for part in re.split(r"^## ", page, flags=re.M) if "PAIRS.csv` reads" in part]
    for name in (*REQUIRED, *OPTIONAL):
        assert f"`{name}`" in own, name
    for device in ReferenceDevice:
        assert f"`{device.value}`" in own


def test_the_example_of_the_protocol_can_be_read(root: Path) -> None:
    page = (root / "docs/validating.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.*?)```", page, flags=re.S)
    pairs = read_pairs(example.encode(), "pairs.csv")
    assert [pair.repeat for pair in pairs] == [1, 2, None, None]
    assert [pair.value_deg is None for pair in pairs] == [False, False, True, False]
