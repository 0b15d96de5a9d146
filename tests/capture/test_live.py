"""Landmarks from a page: taken in as they are, once each, and the same as from a file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from coxa.assessment import assess
from coxa.capture import FRAME, LiveCapture, PoseRecording, live, load_recording, save_recording
from coxa.errors import InvalidRecord, UnusableFile
from coxa.quantities import Side
from coxa.records import Landmark
from tests.live_sitter import MIRROR
from tests.synthetic_body import Script, film, repeats

PAGE_CLOCK_S = 8000.25


def rows_of(recording: PoseRecording) -> NDArray[np.void]:
    """What a page would send of a recording."""
    rows = np.zeros(recording.frame_count, FRAME)
    rows["number"] = np.arange(recording.frame_count)
    rows["time_s"] = recording.time_s + PAGE_CLOCK_S
    for name in ("people", "score", "by_mirror", "image_px", "visibility", "world_m"):
        rows[name] = getattr(recording, name)
    return rows


def captured(rows: NDArray[np.void], *, mirrored: bool = False) -> LiveCapture:
    capture = LiveCapture(640, 640, mirrored=mirrored)
    for row in rows:
        capture.take(row.tobytes())
    return capture


def in_a_mirror(rows: NDArray[np.void]) -> NDArray[np.void]:
    turned = rows.copy()
    for name in ("image_px", "visibility", "world_m"):
        turned[name] = rows[name][:, MIRROR]
    turned["image_px"][..., 0] = 640 - turned["image_px"][..., 0]
    turned["world_m"][..., 0] *= -1
    return turned


SCRIPT = Script(right_deg=repeats(34), left_deg=repeats(-25, start_s=18.0), duration_s=34.0)
FILM = film(SCRIPT, noise_px=0.7, fps=15, model="blazepose-full")
FILM = dataclasses.replace(FILM, by_mirror=np.arange(FILM.frame_count) % 2 == 1)


def test_a_frame_is_laid_out_as_the_page_packs_it() -> None:
    assert FRAME.itemsize == 816
    offsets = {name: offset for name, (_, offset) in FRAME.fields.items()}  # type: ignore[union-attr, misc]
    assert offsets == {
        "number": 0,
        "people": 4,
        "time_s": 8,
        "score": 16,
        "by_mirror": 20,
        "image_px": 24,
        "visibility": 288,
        "world_m": 420,
    }


def test_the_same_landmarks_give_the_same_recording_and_degrees_as_a_file() -> None:
    recording = captured(rows_of(FILM)).recording()
    for field in dataclasses.fields(PoseRecording):
        if field.name in {"source", "time_s"}:
            continue
        given_, kept = getattr(FILM, field.name), getattr(recording, field.name)
        np.testing.assert_array_equal(kept, given_, err_msg=field.name)
        assert getattr(kept, "dtype", None) == getattr(given_, "dtype", None)
    np.testing.assert_allclose(recording.time_s, FILM.time_s, atol=1e-9)
    file = dataclasses.replace(FILM, time_s=recording.time_s, source="live camera")
    assert assess(recording) == assess(file)
    assert len(assess(recording).readings) == 2


def test_a_mirrored_stream_gives_the_same_degrees_as_an_unmirrored_one() -> None:
    straight = assess(captured(rows_of(FILM)).recording())
    turned = captured(in_a_mirror(rows_of(FILM)), mirrored=True).recording()
    assert turned.mirrored
    np.testing.assert_allclose(turned.image_px, FILM.image_px, atol=1e-3)
    for one, other in zip(assess(turned).readings, straight.readings, strict=True):
        assert (one.side, one.direction) == (other.side, other.direction)
        assert one.value_deg == pytest.approx(other.value_deg, abs=0.01)


def test_what_is_taken_comes_back_in_plain_numbers() -> None:
    row = rows_of(FILM)[3].copy()
    frame = LiveCapture(640, 640).take(row.tobytes())
    assert frame is not None
    assert (frame.number, frame.time_s, frame.score) == (3, 0.0, 1.0)
    knee = 2 * Landmark.LEFT_KNEE
    assert frame.image_px[knee : knee + 2] == tuple(row["image_px"][Landmark.LEFT_KNEE])
    assert len(frame.visibility) == 33


@given(st.permutations(range(30)), st.lists(st.integers(0, 29), max_size=30))
def test_frames_sent_twice_or_out_of_order_are_taken_once_and_in_order(
    order: list[int], again: list[int]
) -> None:
    rows = rows_of(FILM)[:30]
    sent = [*order, *again]
    capture = LiveCapture(640, 640)
    taken = [frame for frame in (capture.take(rows[n].tobytes()) for n in sent) if frame]
    numbers = [frame.number for frame in taken]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == max(order[: len(order)])
    assert capture.dropped == len(sent) - len(taken)
    recording = capture.recording()
    assert recording.frame_count == capture.frames == len(taken)
    assert (np.diff(recording.time_s) > 0).all()
    np.testing.assert_array_equal(recording.image_px, rows["image_px"][numbers])


def test_everything_sent_once_more_after_a_lost_connection_is_not_taken_twice() -> None:
    rows = rows_of(FILM)[:60]
    capture = captured(np.concatenate([rows[:40], rows[10:]]))
    assert (capture.frames, capture.dropped) == (60, 30)


@pytest.mark.parametrize("jump_s", [-3600.0, -2.0, 3.0, 5000.0])
def test_a_clock_that_jumps_goes_on_forwards_and_no_hold_goes_across(jump_s: float) -> None:
    rows = rows_of(FILM)[:90].copy()
    rows["time_s"][40:] += jump_s
    capture = captured(rows)
    recording = capture.recording()
    steps_s = np.diff(recording.time_s)
    assert (steps_s > 0).all()
    assert (steps_s > 2).sum() == 1
    assert capture.dropped == (14 if jump_s < 0 else 0)


def test_one_frame_with_a_wrong_time_costs_half_a_second_and_not_the_test() -> None:
    rows = rows_of(FILM)[:90].copy()
    rows["time_s"][40] += 1000
    assert captured(rows).dropped == 14


def changed(**values: object) -> bytes:
    row = rows_of(FILM)[:1].copy()
    for name, value in values.items():
        row[name] = value
    return row.tobytes()


FAR = np.full((33, 2), 100.0)
FAR[7, 1] = -70_000
BESIDE_A_MISSING_ONE = FAR.copy()
BESIDE_A_MISSING_ONE[0] = np.nan


@pytest.mark.parametrize(
    ("packet", "where"),
    [
        (b"", "length"),
        (changed()[:-1], "length"),
        (changed() + b"\0", "length"),
        (changed(time_s=np.nan), "time_s"),
        (changed(time_s=np.inf), "time_s"),
        (changed(time_s=1e200), "time_s"),
        (changed(score=np.nan), "score"),
        (changed(score=1.5), "score"),
        (changed(people=-2), "people"),
        (changed(people=2**31 - 1), "people"),
        (changed(image_px=FAR), "image_px"),
        (changed(image_px=BESIDE_A_MISSING_ONE), "image_px"),
        (changed(image_px=np.inf), "image_px"),
        (changed(visibility=-np.inf), "image_px"),
    ],
)
def test_what_is_no_frame_is_refused_and_nothing_of_it_kept(packet: bytes, where: str) -> None:
    capture = LiveCapture(640, 640)
    with pytest.raises(InvalidRecord) as refusal:
        capture.take(packet)
    assert refusal.value.params["where"] == where
    assert capture.frames == capture.recording().frame_count == 0


@settings(max_examples=300)
@given(st.binary(min_size=816, max_size=816))
def test_any_bytes_are_a_frame_or_refused(packet: bytes) -> None:
    capture = LiveCapture(640, 640)
    try:
        frame = capture.take(packet)
    except InvalidRecord:
        assert capture.frames == 0
    else:
        assert frame is not None
        assert capture.recording().frame_count == 1


@pytest.mark.parametrize("size_px", [(0, 480), (640, -1), (9000, 480)])
def test_a_picture_of_no_possible_size_is_refused(size_px: tuple[int, int]) -> None:
    with pytest.raises(InvalidRecord):
        LiveCapture(*size_px)


def test_missing_landmarks_stay_missing_and_nobody_has_none() -> None:
    rows = rows_of(FILM)[:3].copy()
    rows["image_px"][1, Landmark.LEFT_ANKLE] = np.nan
    rows["score"][2] = 0
    recording = captured(rows).recording()
    missing = np.isnan(recording.image_px).any(axis=2)
    assert missing.sum(axis=1).tolist() == [0, 1, 33]
    assert np.isnan(recording.visibility[2]).all()


def test_only_the_last_quarter_of_an_hour_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "KEPT_FRAMES", 50)
    recording = captured(rows_of(FILM)[:130]).recording()
    np.testing.assert_array_equal(recording.image_px, FILM.image_px[80:130])
    np.testing.assert_allclose(recording.time_s, FILM.time_s[80:130] - FILM.time_s[80], atol=1e-9)


def test_chosen_stretches_are_kept_take_by_take() -> None:
    capture = captured(rows_of(FILM))
    takes = [[(0.0, 1.0), (2.0, 3.01)], [(10.0, 99.0)], [(200.0, 300.0)]]
    recording = capture.recording(takes=takes)
    seconds = FILM.time_s
    early = (seconds <= 1) | ((seconds >= 2) & (seconds <= 3.01))
    assert recording.takes == (int(early.sum()),)
    chosen = np.concatenate([np.flatnonzero(early), np.flatnonzero(seconds >= 10)])
    np.testing.assert_array_equal(recording.image_px, FILM.image_px[chosen])
    assert capture.recording(takes=[]).frame_count == 0


def test_takes_are_kept_in_the_file_and_read_one_by_one(tmp_path: Path) -> None:
    recording = dataclasses.replace(FILM, takes=(10, 200))
    save_recording(recording, tmp_path / "a.npz")
    assert load_recording(tmp_path / "a.npz").takes == (10, 200)
    save_recording(FILM, tmp_path / "b.npz")
    assert load_recording(tmp_path / "b.npz").takes == ()


@pytest.mark.parametrize("takes", [(0,), (5, 5), (9, 3), (10**6,)])
def test_takes_that_cannot_be_are_a_damaged_file(tmp_path: Path, takes: tuple[int, ...]) -> None:
    save_recording(dataclasses.replace(FILM, takes=takes), tmp_path / "a.npz")
    with pytest.raises(UnusableFile, match="landmarks_damaged"):
        load_recording(tmp_path / "a.npz")


def test_each_take_is_read_against_its_own_stillness() -> None:
    """Two films one after the other, the person 40 pixels further and nearer in the second."""
    right = film(Script(right_deg=repeats(34), duration_s=16), model="perfect", fps=15)
    left = film(Script(left_deg=repeats(30), duration_s=16), model="perfect", fps=15)
    both = dataclasses.replace(
        right,
        takes=(right.frame_count,),
        time_s=np.concatenate([right.time_s, left.time_s + 60]),
        image_px=np.concatenate([right.image_px, left.image_px * np.float32(1.1) - 40]),
        world_m=np.concatenate([right.world_m, left.world_m]),
        visibility=np.concatenate([right.visibility, left.visibility]),
        score=np.concatenate([right.score, left.score]),
        people=np.concatenate([right.people, left.people]),
    )
    measurement = assess(both)
    values = {reading.side: reading.value_deg for reading in measurement.readings}
    alone = {Side.RIGHT: assess(right).readings[0].value_deg}
    assert values[Side.RIGHT] == alone[Side.RIGHT]
    assert values[Side.LEFT] == pytest.approx(assess(left).readings[0].value_deg, abs=0.1)
    assert measurement.frame_count == both.frame_count
    assert all(curve.time_s[-1] > 70 for curve in measurement.curves)
