"""What a phone sends, batch by batch: in any order, twice, cut short, or no samples at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.capture import (
    OrientationRecording,
    OrientationTake,
    read_orientation_csv,
    write_orientation_csv,
)
from coxa.errors import InvalidRecord
from tests.synthetic_phone import going, wear

Sent = list[list[float | None]]


def as_sent(recording: OrientationRecording) -> Sent:
    """The rows of a recording as a phone's page would send them."""
    groups = (recording.angles_deg, recording.acceleration_m_s2, recording.rate_deg_s)
    assert all(group is not None for group in groups)
    table = np.column_stack([recording.time_s, *[g for g in groups if g is not None]])
    return [[float(value) for value in row] for row in table]


def batches(rows: Sent, size: int = 30) -> list[Sent]:
    return [rows[at : at + size] for at in range(0, len(rows), size)]


@pytest.fixture(scope="module")
def worn() -> OrientationRecording:
    return wear(going([30.0, -35.0]))


def same(one: OrientationRecording, other: OrientationRecording) -> bool:
    return all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True)
        for name in ("time_s", "angles_deg", "acceleration_m_s2", "rate_deg_s")
    )


def test_in_order_it_is_the_recording_that_the_phone_made(worn: OrientationRecording) -> None:
    take = OrientationTake("shin.csv")
    for number, batch in enumerate(batches(as_sent(worn))):
        take.take(number, batch)
    assert same(take.recording(), worn)


@given(order=st.lists(st.integers(0, 9), max_size=60))
def test_whatever_comes_twice_late_or_early_nothing_is_doubled_or_left_out(
    order: list[int],
) -> None:
    rows: Sent = [[float(n), *[float(n)] * 9] for n in range(50)]
    sent = batches(rows, 5)
    take = OrientationTake("")
    for number in [*order, *range(10)]:
        take.take(number, sent[number])
    assert take.next_number == 10
    assert list(take.recording().time_s) == [float(n) for n in range(50)]


def test_a_gap_is_not_bridged_but_asked_for_again() -> None:
    take = OrientationTake("")
    take.take(0, [[0.0, *[1.0] * 9]])
    take.take(2, [[2.0, *[1.0] * 9]])
    assert take.next_number == 1
    assert len(take.recording().time_s) == 1


def test_an_event_with_a_null_in_it_tells_nothing() -> None:
    take = OrientationTake("")
    take.take(0, [[0.0, 1, None, 3, 0, 0, 9.8, None, None, None], [0.1, *[None] * 9]])
    recording = take.recording()
    assert list(recording.time_s) == [0.0]
    assert recording.angles_deg is None
    assert recording.acceleration_m_s2 is not None


def test_two_events_of_one_moment_are_one_row() -> None:
    take = OrientationTake("")
    take.take(0, [[0.0, 1, 2, 3, *[None] * 6], [0.0, *[None] * 3, 4, 5, 6, 7, 8, 9]])
    recording = take.recording()
    assert len(recording.time_s) == 1
    assert recording.angles_deg is not None
    assert list(recording.angles_deg[0]) == [1, 2, 3]


@pytest.mark.parametrize(
    "row",
    [
        [], [0.0], [0.0] * 11, [None, *[1.0] * 9], [float("nan"), *[1.0] * 9],
        [0.0, 361.0, 0, 0, *[None] * 6], [0.0, *[None] * 3, 401.0, 0, 0, *[None] * 3],
        [0.0, *[None] * 6, float("inf"), 0, 0], [float("inf"), *[1.0] * 9],
    ],
)  # fmt: skip
def test_what_no_phone_can_measure_is_not_taken_and_neither_is_its_batch(
    row: list[float | None],
) -> None:
    take = OrientationTake("")
    with pytest.raises(InvalidRecord, match="phone_batch_unusable"):
        take.take(0, [[0.0, *[1.0] * 9], row])
    assert take.next_number == 0
    assert len(take.recording().time_s) == 0


def test_a_recording_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coxa.capture.orientation_take.MAX_ROWS", 3)
    take = OrientationTake("")
    take.take(0, [[float(n), *[1.0] * 9] for n in range(3)])
    with pytest.raises(InvalidRecord, match="phone_batch_too_many"):
        take.take(1, [[4.0, *[1.0] * 9]])


def test_what_was_sent_and_what_is_saved_are_the_same(
    worn: OrientationRecording, tmp_path: Path
) -> None:
    take = OrientationTake("shin.csv")
    take.take(0, as_sent(worn))
    write_orientation_csv(take.recording(), tmp_path / "shin.csv")
    assert same(read_orientation_csv(tmp_path / "shin.csv"), worn)
