"""A phone's recording as CSV: what is written is read again, and every fault is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.capture import OrientationRecording, read_orientation_csv, write_orientation_csv
from coxa.capture.orientation import rotation_of
from coxa.capture.orientation_rows import COLUMNS
from coxa.errors import UnusableFile
from coxa.wording import say_error
from tests.synthetic_body import about

HEAD = ",".join(COLUMNS)
ONE = "0.0,10,80,5,0.1,9.7,0.3,1,2,3"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("phone") / "shin.csv"


def read(place: Path, text: str) -> OrientationRecording:
    place.write_text(text, encoding="utf-8")
    return read_orientation_csv(place)


def fault_of(place: Path, text: str) -> UnusableFile:
    with pytest.raises(UnusableFile) as caught:
        read(place, text)
    assert "{" not in say_error(caught.value)
    return caught.value


def test_columns_may_stand_in_any_order_and_a_group_may_be_left_out(place: Path) -> None:
    found = read(place, "az,ax,time_s,ay\n3,1,0.5,2\n6,4,0.6,5\n")
    assert found.time_s.tolist() == [0.5, 0.6]
    assert found.acceleration_m_s2 is not None
    assert found.acceleration_m_s2.tolist() == [[1, 2, 3], [4, 5, 6]]
    assert found.angles_deg is None
    assert found.rate_deg_s is None
    assert found.source == "shin.csv"


def test_events_with_nulls_are_skipped_and_those_of_one_moment_put_together(place: Path) -> None:
    rows = "0,,,,1,2,3,,,\n0,7,8,9,,,,,,\n1,7,,9,,,,,,\n2,,,,1,,3,,,\n3,,,,4,5,6,1,1,1\n"
    found = read(place, f"{HEAD}\n{rows}")
    assert found.time_s.tolist() == [0, 3]
    assert found.angles_deg is not None
    assert found.angles_deg[0].tolist() == [7, 8, 9]
    assert np.isnan(found.angles_deg[1]).all()
    assert found.acceleration_m_s2 is not None
    assert found.acceleration_m_s2.tolist() == [[1, 2, 3], [4, 5, 6]]


NUMBERS = st.floats(-359, 359, allow_nan=False)
GROUP = st.none() | st.tuples(NUMBERS, NUMBERS, NUMBERS)
TRIPLE = st.tuples(NUMBERS, NUMBERS, NUMBERS)


@given(rows=st.lists(st.tuples(TRIPLE, GROUP, GROUP), min_size=1, max_size=8))
@settings(max_examples=100)
def test_what_is_written_is_read_again(place: Path, rows: list[tuple[object, ...]]) -> None:
    def group(index: int) -> np.ndarray | None:
        values = np.array([row[index] or (np.nan,) * 3 for row in rows], dtype=np.float64)
        return None if np.isnan(values).all() else values

    written = OrientationRecording(
        np.arange(len(rows)) / 7, group(0), group(1), group(2), place.name
    )
    write_orientation_csv(written, place)
    found = read_orientation_csv(place)
    assert found.time_s.tolist() == written.time_s.tolist()
    for name in ("angles_deg", "acceleration_m_s2", "rate_deg_s"):
        before, after = getattr(written, name), getattr(found, name)
        assert (before is None) == (after is None)
        if before is not None:
            np.testing.assert_array_equal(before, after)


@pytest.mark.parametrize(
    ("text", "message_id", "line"),
    [
        ("", "recording_empty", None),
        ("a,b\n1,2\n", "phone_file_no_table", None),
        ("time_s,rate_alpha_deg_s\n", "phone_file_no_table", None),
        (f"{HEAD}\n", "phone_file_no_rows", None),
        (f"{HEAD}\n1,,,,,,,,,\n", "phone_file_no_rows", None),
        (f"{HEAD}\n1,,,,,,,1,1,1\n", "phone_file_no_rows", None),
        (f"{HEAD},heading\n{ONE},1\n", "phone_file_column", None),
        ("time_s,ax,ay,az,az\n1,1,1,1,1\n", "phone_file_column", None),
        ("time_s,ax,ay\n1,1,1\n", "phone_file_column_missing", None),
        (f"{HEAD}\n{ONE}\n0.1,10,80\n", "phone_file_cells", 3),
        (f"{HEAD}\n{ONE}\n\n0.1,10,80,x,0.1,9.7,0.3,1,2,3\n", "phone_file_number", 4),
        (f"{HEAD}\n1e400,10,80,5,0.1,9.7,0.3,1,2,3\n", "phone_file_number", 2),
        (f"{HEAD}\nnan,10,80,5,0.1,9.7,0.3,1,2,3\n", "phone_file_number", 2),
        (f"{HEAD}\n,10,80,5,0.1,9.7,0.3,1,2,3\n", "phone_file_number", 2),
        (f"{HEAD}\n0,10,80,5,0.1,9.7,1e9,1,2,3\n", "phone_file_range", 2),
        (f"{HEAD}\n{ONE}\n-1,10,80,5,0.1,9.7,0.3,1,2,3\n", "phone_file_clock_backwards", 3),
        (f'{HEAD}\n"{ONE}\n', "phone_file_no_table", None),
    ],
)
def test_every_fault_is_named_with_its_line(
    place: Path, text: str, message_id: str, line: int | None
) -> None:
    fault = fault_of(place, text)
    assert (fault.message_id, fault.params.get("line")) == (message_id, line)


def test_a_missing_file_is_said_plainly(place: Path) -> None:
    with pytest.raises(UnusableFile, match="recording_missing"):
        read_orientation_csv(place.with_name("none.csv"))


CELLS = st.sampled_from(["", "0", "1.5", "-3e2", "nan", "1e400", '"', "x", "9" * 30])
TABLES = st.lists(st.lists(CELLS, max_size=11).map(",".join), max_size=6).map(
    lambda lines: "\n".join([HEAD, *lines]).encode()
)


@given(content=st.binary(max_size=300) | TABLES | st.binary(max_size=60).map(HEAD.encode().__add__))
@settings(max_examples=300)
def test_any_bytes_are_read_or_refused_in_words(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    sentence = place.name
    time_s = np.zeros(1)
    try:
        time_s = read_orientation_csv(place).time_s
    except UnusableFile as fault:
        sentence = say_error(fault)
    assert place.name in sentence
    assert (np.diff(time_s) > 0).all()


@given(angles_deg=TRIPLE)
def test_angles_turn_the_phone_about_z_then_x_then_y(
    angles_deg: tuple[float, float, float],
) -> None:
    alpha, beta, gamma = angles_deg
    apart = about("z", alpha) @ about("x", beta) @ about("y", gamma)
    np.testing.assert_allclose(rotation_of(np.array([angles_deg]))[0], apart, atol=1e-12)


def test_gaps_are_told_by_the_clock() -> None:
    time_s = np.array([0.0, 0.02, 0.04, 1.04, 1.06])
    found = OrientationRecording(time_s, None, np.ones((5, 3)), None, "a.csv")
    assert found.gaps == ((0.04, 1.04),)
    assert found.duration_s == 1.06
