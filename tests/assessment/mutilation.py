"""Ways in which a recording of landmarks goes wrong, drawn at random."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from coxa.capture import PoseRecording
from coxa.records import Landmark

Fault = Callable[[PoseRecording], PoseRecording]

LEFT = [mark for mark in Landmark if "LEFT" in mark.name]
RIGHT = [Landmark[mark.name.replace("LEFT", "RIGHT")] for mark in LEFT]
SHARE = st.floats(0, 1)
SEED = st.integers(0, 2**32 - 1)
MARKS = st.lists(st.sampled_from(list(Landmark)), min_size=1, max_size=33, unique=True)
STRANGE = st.sampled_from([np.nan, np.inf, -np.inf, 0.0, -1.0, 1e30, -1e30, 5e-324])


def changed(recording: PoseRecording, **fields: object) -> PoseRecording:
    return dataclasses.replace(recording, **fields)  # type: ignore[arg-type]


def stretch(recording: PoseRecording, start: float, length: float) -> slice:
    """Some frames one after the other."""
    first = int(start * recording.frame_count)
    return slice(first, first + max(1, int(length * recording.frame_count)))


def frames_at_random(recording: PoseRecording, share: float, seed: int) -> NDArray[np.bool_]:
    return np.random.default_rng(seed).random(recording.frame_count) < share


def lost_person(start: float, length: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        where = stretch(recording, start, length)
        image_px, score = recording.image_px.copy(), recording.score.copy()
        visibility = recording.visibility.copy()
        image_px[where], score[where], visibility[where] = np.nan, 0, np.nan
        return changed(recording, image_px=image_px, score=score, visibility=visibility)

    return spoil


def strange_places(share: float, seed: int, marks: list[Landmark], value: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        image_px = recording.image_px.copy()
        frames = np.flatnonzero(frames_at_random(recording, share, seed))
        image_px[np.ix_(frames, np.array(marks))] = value
        return changed(recording, image_px=image_px)

    return spoil


def strange_trust(field: str, share: float, seed: int, value: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        values = getattr(recording, field).copy()
        values[frames_at_random(recording, share, seed)] = value
        return changed(recording, **{field: values})

    return spoil


def outliers(share: float, seed: int, marks: list[Landmark], far_px: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        image_px = recording.image_px.copy()
        frames = np.flatnonzero(frames_at_random(recording, share, seed))
        noise = np.random.default_rng(seed + 1).normal(0, far_px, (len(frames), len(marks), 2))
        image_px[np.ix_(frames, np.array(marks))] += noise.astype(np.float32)
        return changed(recording, image_px=image_px)

    return spoil


def swapped_sides(share: float, seed: int) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        image_px = recording.image_px.copy()
        frames = np.flatnonzero(frames_at_random(recording, share, seed))
        here, there = np.array(LEFT + RIGHT), np.array(RIGHT + LEFT)
        image_px[np.ix_(frames, here)] = recording.image_px[np.ix_(frames, there)]
        return changed(recording, image_px=image_px)

    return spoil


def scaled(factor: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        with np.errstate(all="ignore"):
            return changed(recording, image_px=recording.image_px * np.float32(factor))

    return spoil


def moved(x_px: float, y_px: float) -> Fault:
    return lambda recording: changed(
        recording, image_px=recording.image_px + np.array([x_px, y_px], np.float32)
    )


def frozen(start: float, length: float) -> Fault:
    """The same picture again and again."""

    def spoil(recording: PoseRecording) -> PoseRecording:
        where = stretch(recording, start, length)
        image_px = recording.image_px.copy()
        image_px[where] = image_px[where][:1]
        return changed(recording, image_px=image_px)

    return spoil


def in_one_point(start: float, length: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        image_px = recording.image_px.copy()
        image_px[stretch(recording, start, length)] = 300
        return changed(recording, image_px=image_px)

    return spoil


def picked(recording: PoseRecording, frames: NDArray[np.intp], *, times: bool) -> PoseRecording:
    """Other frames in another order, with or without their times."""
    kept = {
        name: getattr(recording, name)[frames]
        for name in ("image_px", "world_m", "visibility", "score", "people")
    }
    time_s = recording.time_s[frames] if times else recording.time_s[: len(frames)]
    return changed(recording, time_s=time_s, **kept)


def cut_out(start: float, length: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        where = stretch(recording, start, length)
        frames = np.delete(np.arange(recording.frame_count), where)
        return picked(recording, frames, times=True)

    return spoil


def only(start: float, count: int) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        first = int(start * max(0, recording.frame_count - count))
        frames = np.arange(first, min(first + count, recording.frame_count))
        return picked(recording, frames, times=True)

    return spoil


def shuffled(seed: int, piece: int) -> Fault:
    """Pieces of so many frames in another order."""

    def spoil(recording: PoseRecording) -> PoseRecording:
        pieces = [
            np.arange(first, min(first + piece, recording.frame_count))
            for first in range(0, recording.frame_count, piece)
        ]
        np.random.default_rng(seed).shuffle(pieces)
        frames = np.concatenate([np.zeros(0, np.intp), *pieces])
        return picked(recording, frames, times=False)

    return spoil


def clock_jumps(start: float, by_s: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        time_s = recording.time_s.copy()
        time_s[int(start * len(time_s)) :] += by_s
        return changed(recording, time_s=time_s)

    return spoil


def clock_stands(start: float, length: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        time_s = recording.time_s.copy()
        where = stretch(recording, start, length)
        time_s[where] = time_s[where][:1]
        return changed(recording, time_s=time_s)

    return spoil


def clock_strange(start: float, value: float) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        time_s = recording.time_s.copy()
        time_s[int(start * len(time_s)) :][:1] = value
        return changed(recording, time_s=time_s)

    return spoil


def crowd(share: float, seed: int, count: int) -> Fault:
    def spoil(recording: PoseRecording) -> PoseRecording:
        people = recording.people.copy()
        people[frames_at_random(recording, share, seed)] = count
        return changed(recording, people=people)

    return spoil


FAULTS: st.SearchStrategy[Fault] = st.one_of(
    st.builds(lost_person, SHARE, SHARE),
    st.builds(strange_places, SHARE, SEED, MARKS, STRANGE),
    st.builds(
        strange_trust, st.sampled_from(["visibility", "score", "world_m"]), SHARE, SEED, STRANGE
    ),
    st.builds(outliers, SHARE, SEED, MARKS, st.sampled_from([1.0, 10.0, 100.0, 1e4])),
    st.builds(swapped_sides, st.floats(0, 0.45), SEED),
    st.builds(scaled, st.sampled_from([0.0, 1e-30, 1e-3, 0.5, 2.0, 1e6, 1e30])),
    st.builds(moved, st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)),
    st.builds(frozen, SHARE, SHARE),
    st.builds(in_one_point, SHARE, SHARE),
    st.builds(cut_out, SHARE, SHARE),
    st.builds(only, SHARE, st.integers(0, 40)),
    st.builds(shuffled, SEED, st.integers(1, 100)),
    st.builds(clock_jumps, SHARE, st.floats(-60, 60) | st.sampled_from([1e9, -1e9, 1e300])),
    st.builds(clock_stands, SHARE, SHARE),
    st.builds(clock_strange, SHARE, STRANGE),
    st.builds(crowd, SHARE, SEED, st.integers(-128, 127)),
)
