"""The watcher on the figure's own landmarks: what it must see when the net hardly errs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from coxa.catalogue import load_catalogue
from coxa.quantities import Side
from coxa.records import OTHER_SIDE, Seen, SeenWhat
from coxa.watching import Watcher
from tests.synthetic_exercise import HEIGHT_PX, WIDTH_PX, SyntheticFrame, frames, reps

CATALOGUE = load_catalogue()
CLAMSHELL = CATALOGUE.exercise("clamshell")
TURN_IN = CATALOGUE.exercise("reverse-clam")


def watch(watcher: Watcher, film: Iterable[SyntheticFrame]) -> list[Seen]:
    return [seen for frame in film for seen in watcher.take(frame)]


def whats(seen: Iterable[Seen]) -> list[str]:
    return [one.what.value for one in seen if one.what not in (SeenWhat.FAULT, SeenWhat.MENDED)]


WHOLE_REP = ["moving", "at-end", "left-end", "back"]


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("yaw_deg", [-15.0, 0.0, 15.0])
def test_whole_repetitions_are_seen_from_about_the_catalogues_place(
    side: Side, yaw_deg: float
) -> None:
    watcher = Watcher(TURN_IN, side, WIDTH_PX, HEIGHT_PX)
    film = frames(TURN_IN, side, reps(1.0, 0.95, 1.0), 20.0, yaw_deg=yaw_deg)
    assert whats(watch(watcher, film)) == ["in-position", *WHOLE_REP * 3]


def test_half_a_repetition_never_reaches_the_end() -> None:
    watcher = Watcher(TURN_IN, Side.LEFT, WIDTH_PX, HEIGHT_PX)
    seen = watch(watcher, frames(TURN_IN, Side.LEFT, reps(0.5, 1.0), 15.0))
    assert whats(seen) == ["in-position", "moving", "back", *WHOLE_REP]
    half = next(one for one in seen if one.what is SeenWhat.BACK)
    assert half.share == pytest.approx(0.5, abs=0.15)


def test_half_the_way_is_whole_where_half_is_asked_for() -> None:
    watcher = Watcher(TURN_IN, Side.LEFT, WIDTH_PX, HEIGHT_PX, range_share=0.5)
    seen = watch(watcher, frames(TURN_IN, Side.LEFT, reps(0.5), 10.0))
    assert whats(seen) == ["in-position", *WHOLE_REP]


def test_the_time_at_the_end_is_the_time_held() -> None:
    watcher = Watcher(TURN_IN, Side.RIGHT, WIDTH_PX, HEIGHT_PX)
    seen = watch(watcher, frames(TURN_IN, Side.RIGHT, reps(1.0, hold_s=5.0), 15.0))
    times = {one.what: one.at_s for one in seen}
    # The band is entered on the way up and left on the way down.
    assert times[SeenWhat.LEFT_END] - times[SeenWhat.AT_END] == pytest.approx(5.6, abs=0.5)


def test_swapped_legs_of_the_pose_net_change_nothing() -> None:
    film = list(frames(TURN_IN, Side.RIGHT, reps(1.0, 1.0), 15.0))
    for k in range(30, len(film), 9):
        points = np.array(film[k].image_px).reshape(-1, 2)[OTHER_SIDE]
        film[k] = replace(film[k], image_px=tuple(points.ravel()))
    watcher = Watcher(TURN_IN, Side.RIGHT, WIDTH_PX, HEIGHT_PX)
    assert whats(watch(watcher, film)) == ["in-position", *WHOLE_REP * 2]


def test_nobody_there_is_lost_and_found() -> None:
    film = list(frames(TURN_IN, Side.RIGHT, reps(), 6.0))
    film[24:36] = [replace(frame, score=0.0) for frame in film[24:36]]
    watcher = Watcher(TURN_IN, Side.RIGHT, WIDTH_PX, HEIGHT_PX)
    assert whats(watch(watcher, film)) == ["in-position", "lost", "found", "in-position"]


@pytest.mark.parametrize("other", ["standing-internal-rotation", "band-external-rotation"])
def test_another_pose_is_not_the_start(other: str) -> None:
    watcher = Watcher(CLAMSHELL, Side.RIGHT, WIDTH_PX, HEIGHT_PX)
    film = frames(CATALOGUE.exercise(other), Side.RIGHT, reps(1.0, 1.0), 12.0)
    assert whats(watch(watcher, film)) == []


def test_leaving_the_exercise_is_noticed() -> None:
    lying = list(frames(CLAMSHELL, Side.LEFT, reps(1.0), 8.0))
    sitting = frames(CATALOGUE.exercise("seated-turn-out"), Side.LEFT, reps(), 4.0)
    film = lying + [replace(frame, time_s=frame.time_s + 8.0) for frame in sitting]
    watcher = Watcher(CLAMSHELL, Side.LEFT, WIDTH_PX, HEIGHT_PX)
    assert whats(watch(watcher, film)) == ["in-position", *WHOLE_REP, "out-of-position"]


def test_what_is_seen_follows_from_the_frames_alone() -> None:
    film = list(frames(TURN_IN, Side.RIGHT, reps(1.0, 0.6), 14.0))
    once, again = (watch(Watcher(TURN_IN, Side.RIGHT, WIDTH_PX, HEIGHT_PX), film) for _ in range(2))
    assert once == again
