"""Watching an exercise live: from packets to moments, and what a session asks to be watched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coxa.app.memory import MemoryStorage
from coxa.app.watch_exercise import Watched, WatchedCamera, what_to_watch
from coxa.catalogue import load_catalogue
from coxa.errors import InvalidRecord, UnknownThing
from coxa.quantities import Side
from coxa.records import Dose, Message, SeenWhat, Session
from tests.synthetic_exercise import HEIGHT_PX, WIDTH_PX, frames, reps
from tests.watch_page import packets

CLAMSHELL = load_catalogue().exercise("clamshell")
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def camera() -> WatchedCamera:
    return WatchedCamera(WIDTH_PX, HEIGHT_PX)


def test_two_repetitions_are_seen_from_the_packets_of_a_page() -> None:
    watched = camera()
    watched.look_for(Watched(CLAMSHELL, Side.LEFT))
    told = []
    for packet in packets(frames(CLAMSHELL, Side.LEFT, reps(1.0, 1.0), 13.0)):
        found = watched.take([packet])
        assert found is not None
        assert found.at_s >= max((one.at_s for one in found.seen), default=0.0)
        told += [one.what for one in found.seen]
    one_rep = [SeenWhat.MOVING, SeenWhat.AT_END, SeenWhat.LEFT_END, SeenWhat.BACK]
    assert told == [SeenWhat.IN_POSITION, *one_rep, *one_rep]


def test_nothing_is_seen_before_something_is_asked_for() -> None:
    watched = camera()
    sent = list(packets(frames(CLAMSHELL, Side.LEFT, reps(1.0), 2.0)))
    assert watched.take(sent[:12]) is None
    watched.look_for(Watched(CLAMSHELL, Side.LEFT))
    found = watched.take(sent[12:])
    assert found is not None
    assert found.number == len(sent) - 1


@pytest.mark.parametrize(("before", "afresh"), [("wall-knees-in", True), ("clamshell", False)])
def test_the_nets_look_anew_where_nobody_is_in_the_start_pose(before: str, afresh: bool) -> None:
    watched = camera()
    watched.look_for(Watched(CLAMSHELL, Side.LEFT))
    film = frames(load_catalogue().exercise(before), Side.LEFT, reps(), 4.0)
    found = [watched.take([packet]) for packet in packets(film)]
    assert any(one is not None and one.afresh for one in found) is afresh


def test_a_frame_that_comes_twice_is_seen_once() -> None:
    watched = camera()
    watched.look_for(Watched(CLAMSHELL, Side.LEFT))
    sent = list(packets(frames(CLAMSHELL, Side.LEFT, reps(1.0), 1.0)))
    assert watched.take(sent) is not None
    assert watched.take(sent) is None


def test_what_is_no_frame_is_refused() -> None:
    with pytest.raises(InvalidRecord):
        camera().take([b"no frame"])
    with pytest.raises(InvalidRecord):
        WatchedCamera(0, 480)


def dose(variant_id: str | None) -> Dose:
    why = Message(id="session_chosen", params={"exercise": "it"})
    return Dose(
        exercise_id="clamshell",
        side=Side.LEFT,
        sets=1,
        reps=8,
        hold_s=2,
        variant_id=variant_id,
        reason=why,
    )


@pytest.mark.parametrize(("variant_id", "whole_way"), [(None, True), ("smaller", False)])
def test_an_easier_way_asks_for_less_of_the_range(variant_id: str | None, whole_way: bool) -> None:
    storage = MemoryStorage()
    storage.save_session(Session(id="1" * 32, started_at=AT, planned=(dose(variant_id),)))
    watched = what_to_watch(storage, "1" * 32, "clamshell", Side.LEFT)
    assert (watched.exercise, watched.side) == (CLAMSHELL, Side.LEFT)
    assert (watched.range_share == 1.0) is whole_way
    assert watched.own_end_deg is None


def test_only_what_is_known_can_be_watched() -> None:
    storage = MemoryStorage()
    with pytest.raises(UnknownThing):
        what_to_watch(storage, "1" * 32, "clamshell", Side.LEFT)
    storage.save_session(Session(id="1" * 32, started_at=AT, planned=(dose(None),)))
    with pytest.raises(UnknownThing):
        what_to_watch(storage, "1" * 32, "no-such", Side.LEFT)
