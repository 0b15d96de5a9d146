"""Any events in any order: what must hold of every guided test whatever happens to it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.assessment.guided import (
    Break,
    Clock,
    Event,
    GuidedState,
    Look,
    Phase,
    Place,
    Press,
    Remark,
    Told,
    Watcher,
    plan_of,
    start,
    step,
    view,
)
from coxa.capture import LiveCapture
from coxa.quantities import Side
from coxa.wording import say
from tests.live_sitter import Person, Wire, guided

PLAN = plan_of(Side.RIGHT, Side.LEFT)
HERE = Place(320, 200, 320, 210, 80)
DEGREES = st.one_of(st.none(), st.sampled_from([0.0, 0.0, 30.0, -25.0]), st.floats(-180, 180))
PLACES = st.sampled_from([HERE, HERE, Place(360, 200, 360, 210, 80), None])
PASSED_S = st.one_of(st.sampled_from([0.03, 0.1, 0.1, 0.5, 1.9]), st.floats(-5, 4000))
LOOKS = st.builds(
    Look,
    time_s=st.just(0.0),
    remark=st.sampled_from([None, None, None, None, *Remark]),
    left_deg=DEGREES,
    right_deg=DEGREES,
    left_hand=st.booleans(),
    right_hand=st.booleans(),
    left_off_deg=DEGREES,
    right_off_deg=DEGREES,
    place=PLACES,
)
PRESSES = st.sampled_from([Press.SKIP, Press.AGAIN, Press.PAUSE, Press.GO_ON, Press.GO_ON])
# A look lasts for some frames, since nothing follows from a single one.
MOVES = st.lists(
    st.tuples(PASSED_S, st.integers(1, 30), st.one_of(LOOKS, LOOKS, LOOKS, PRESSES, st.none())),
    max_size=40,
)
ORDERS = {
    Phase.PLACE: {Phase.PLACE, Phase.RAISE_HAND},
    Phase.RAISE_HAND: {Phase.RAISE_HAND, Phase.PLACE, Phase.NEUTRAL},
    Phase.NEUTRAL: {Phase.NEUTRAL, Phase.GO},
    Phase.GO: {Phase.GO, Phase.HOLD, Phase.BACK, Phase.REST, Phase.NEUTRAL, Phase.DONE},
    Phase.HOLD: {Phase.HOLD, Phase.GO, Phase.BACK, Phase.REST, Phase.DONE, Phase.NEUTRAL},
    Phase.BACK: {Phase.BACK, Phase.GO, Phase.REST, Phase.DONE, Phase.NEUTRAL},
    Phase.REST: {Phase.REST, Phase.GO, Phase.NEUTRAL},
    Phase.DONE: {Phase.DONE},
    Phase.STOPPED: {Phase.STOPPED},
}


@cache
def on_the_way() -> tuple[GuidedState, ...]:
    """States that a test goes through, the last of each phase and part, and its beginning."""
    run = guided(PLAN, fps=10)
    last = {(state.phase, state.part_index): state for state in run.states if not state.over}
    return (start(PLAN), *last.values())


def events_of(moves: list[tuple[float, int, Look | Press | None]], t_s: float) -> list[Event]:
    events: list[Event] = []
    for passed_s, count, what in moves:
        for _ in range(count if isinstance(what, Look) else 1):
            t_s += passed_s
            match what:
                case Look():
                    events.append(
                        Look(
                            t_s,
                            what.remark,
                            what.left_deg,
                            what.right_deg,
                            what.left_hand,
                            what.right_hand,
                            what.left_off_deg,
                            what.right_off_deg,
                            what.place,
                        )
                    )
                case Press():
                    events.append(Told(t_s, what))
                case None:
                    events.append(Clock(t_s))
    return events


def assert_sound(before: GuidedState, after: GuidedState, event: Event) -> None:
    if after.phase is not Phase.STOPPED:
        assert after.phase in ORDERS[before.phase]
    if before.t_s is not None and after.t_s is not None:
        assert after.t_s >= before.t_s
    if before.paused is not None and after.paused is before.paused and isinstance(event, Look):
        assert after.takes == before.takes
    spans = [span for take in after.kept for span in take]
    assert all(from_s <= to_s for from_s, to_s in spans)
    assert all(one[1] <= later[0] for one, later in pairwise(spans))
    assert len(after.counted) <= after.plan.repeats
    shown = view(after)
    assert 0 <= shown.hold_share <= 1
    assert shown.to_dict()
    if shown.caption is not None:
        assert say(shown.caption)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 40), MOVES)
def test_whatever_happens_the_test_stays_sound(
    begin: int, moves: list[tuple[float, int, Look | Press | None]]
) -> None:
    state = on_the_way()[begin % len(on_the_way())]
    for event in events_of(moves, state.t_s or 0.0):
        before = state
        state, cues = step(state, event)
        assert_sound(before, state, event)
        assert len(cues) <= 2
        assert len([cue for cue in cues if cue.message is not None]) <= 1, "one word at a time"
    if state.t_s is not None:
        ended, _ = step(state, Told(state.t_s, Press.PINCH))
        assert ended.over


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*range(80)]), min_size=80, max_size=300), st.data())
def test_lost_and_late_frames_and_missing_landmarks_never_break_it(
    order: list[int], data: st.DataObject
) -> None:
    wire, person = Wire(noise_px=0.5), Person()
    packets = [wire.packet(index / 10, person.pose, counted=True) for index in range(80)]
    capture, watcher = LiveCapture(640, 640), Watcher(640, 640)
    state, times_s = start(PLAN), []
    for number in order:
        broken = bytearray(packets[number])
        for place in data.draw(st.lists(st.integers(6, 203), max_size=2)):
            broken[4 * place : 4 * place + 4] = b"\x00\x00\xc0\x7f"
        frame = capture.take(bytes(broken))
        if frame is not None:
            times_s.append(frame.time_s)
            state, _ = step(state, watcher.look(frame))
    assert times_s == sorted(set(times_s))
    assert not state.over


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(6, 70), st.floats(0.2, 8), st.sampled_from(["gone", "up", "several"])),
        max_size=4,
    ),
    st.sampled_from([10.0, 15.0]),
)
def test_whatever_interrupts_it_a_willing_person_comes_to_the_end(
    breaks: list[tuple[float, float, str]], fps: float
) -> None:
    def meddle(t_s: float, person: Person, state: GuidedState) -> None:
        now = {what for from_s, lasts_s, what in breaks if from_s <= t_s < from_s + lasts_s}
        person.pose.there, person.pose.standing = "gone" not in now, "up" in now
        person.pose.people = 2 if "several" in now else 1
        if now and state.paused is not None:
            person.target = (state.part.side, 0.0)

    run = guided(plan_of(Side.LEFT), fps=fps, meddle=meddle)
    assert run.state.phase is Phase.DONE
    for part_index in (0, 1):
        found = [
            take for take in run.state.takes if part_index in {c.part_index for c in take.counted}
        ]
        assert len(found) == 1
        assert sum(one.part_index == part_index for one in found[0].counted) == 3
    assert Break.ASKED not in {state.paused for state in run.states}
