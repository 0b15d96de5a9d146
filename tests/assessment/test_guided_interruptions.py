"""What may happen in the middle of a guided test: nothing lost, nothing wrong counted."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from coxa.assessment import assess
from coxa.assessment.guided import (
    Break,
    Clock,
    GuidedState,
    Phase,
    Press,
    Told,
    Watcher,
    plan_of,
    start,
    step,
    view,
)
from coxa.capture import LiveCapture
from coxa.quantities import Direction, Side
from coxa.records import Landmark
from tests.live_sitter import ENDS_DEG, Person, Run, Wire, guided
from tests.synthetic_body import Camera

RIGHT = plan_of(Side.RIGHT)
BOTH = plan_of(Side.RIGHT, Side.LEFT)


def values_deg(run: Run) -> dict[tuple[Side, Direction], float]:
    """The accepted readings."""
    recording = run.capture.recording(mirrored=run.state.mirrored, takes=run.state.kept)
    found = {}
    for one in assess(recording).readings:
        assert one.accepted, one.reasons
        assert one.value_deg is not None
        found[one.side, one.direction] = one.value_deg
    return found


def assert_true(run: Run, sides: tuple[Side, ...] = (Side.RIGHT,)) -> None:
    assert run.state.phase is Phase.DONE
    found = values_deg(run)
    assert set(found) == {key for key in ENDS_DEG if key[0] in sides}
    for (side, direction), value_deg in found.items():
        assert value_deg == pytest.approx(direction.sign * ENDS_DEG[side, direction], abs=1.5)


def between(from_s: float, to_s: float, change: Callable[[Person], None]) -> object:
    """Change the pose for a while, and put it back afterwards."""
    before: list[object] = []

    def meddle(t_s: float, person: Person, state: GuidedState) -> None:
        if from_s <= t_s < to_s:
            if not before:
                before.append(dataclasses.replace(person.pose))
            change(person)
        elif before and t_s >= to_s:
            person.pose = before.pop()  # type: ignore[assignment]
            person.pose.left_deg = person.pose.right_deg = 0.0
            person.target = None

    return meddle


def set_pose(**values: object) -> Callable[[Person], None]:
    def change(person: Person) -> None:
        for name, value in values.items():
            setattr(person.pose, name, value)

    return change


LEGS = (Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE)


@pytest.mark.parametrize(
    ("why", "change", "word"),
    [
        (Break.NOBODY, set_pose(there=False), "live_paused_nobody"),
        (Break.NOBODY, set_pose(missing=(Landmark.LEFT_KNEE,)), "live_paused_nobody"),
        (Break.HIDDEN, set_pose(hidden=LEGS), "live_paused_hidden"),
        (Break.STOOD_UP, set_pose(standing=True), "live_paused_stood_up"),
        (Break.SEVERAL, set_pose(people=2), "live_paused_several"),
    ],
)
@pytest.mark.parametrize("from_s", [8.6, 14.0, 22.5])
def test_an_interruption_is_told_and_the_repeat_done_again(
    why: Break, change: Callable[[Person], None], word: str, from_s: float
) -> None:
    run = guided(RIGHT, fps=10, meddle=between(from_s, from_s + 5, change))  # type: ignore[arg-type]
    paused = {state.paused for state in run.states} - {None}
    assert paused == {why}
    assert run.words.count(word) == 1
    assert any(one.startswith("live_going_on") for one in run.words)
    assert "live_sits_differently" not in run.words
    assert len(run.state.kept) == 1
    assert_true(run)


def test_a_hitch_of_half_a_second_is_passed_over_in_silence() -> None:
    run = guided(RIGHT, fps=10, meddle=between(14.0, 14.5, set_pose(there=False)))  # type: ignore[arg-type]
    assert {state.paused for state in run.states} == {None}
    assert_true(run)


def test_one_wrong_count_of_people_interrupts_nothing() -> None:
    run = guided(RIGHT, fps=10, meddle=between(14.0, 14.9, set_pose(people=2)))  # type: ignore[arg-type]
    assert {state.paused for state in run.states} == {None}


@pytest.mark.parametrize("shift_m", [0.12, -0.2])
def test_whoever_sits_down_elsewhere_hangs_still_anew_and_keeps_what_is_done(
    shift_m: float,
) -> None:
    def away(t_s: float, person: Person, state: GuidedState) -> None:
        person.pose.standing = 26 <= t_s < 30
        person.pose.shift_m = shift_m if t_s >= 28 else 0.0

    run = guided(RIGHT, fps=10, meddle=away)
    assert "live_sits_differently" in run.words
    first, second = run.state.takes
    assert {one.part_index for one in first.counted} == {0}
    assert {one.part_index for one in second.counted} == {1}
    assert len(run.capture.recording(takes=run.state.kept).takes) == 1
    assert_true(run)


def test_a_camera_pushed_aside_in_the_middle_is_noticed_without_a_word() -> None:
    @dataclass
    class Pushed(Wire):
        def packet(self, t_s: float, pose: object, counted: bool) -> bytes:
            self.camera = Camera(yaw_deg=8, height_m=0.6) if t_s > 24 else Camera()
            return super().packet(t_s, pose, counted)  # type: ignore[arg-type]

    run = guided(RIGHT, fps=10, wire=Pushed())
    assert "live_sits_differently" in run.words
    assert len(run.state.takes) == 2
    assert_true(run)


@pytest.mark.parametrize("sits_elsewhere", [False, True])
def test_a_hidden_page_pauses_and_goes_on(sits_elsewhere: bool) -> None:
    """No frames for a minute, as when the tab is hidden or the lid closed."""
    wire, person = Wire(), Person()
    capture, watcher = LiveCapture(640, 640, model="perfect"), Watcher(640, 640, model="perfect")
    state, gaps = start(RIGHT), 0
    last_s = 0.0
    for index in range(1500):
        t_s = index / 10 + (60 if index > 150 else 0)
        if index == 151:
            state, cues = step(state, Clock(last_s + 2.5))
            assert state.paused is Break.GAP
            gaps += len(cues)
            person.hear(state, cues, t_s)
            person.pose.right_deg = 0.0
            person.pose.shift_m = 0.15 if sits_elsewhere else 0.0
        person.move(t_s, t_s - last_s)
        last_s = t_s
        frame = capture.take(wire.packet(t_s, person.pose, counted=index % 10 == 0))
        assert frame is not None
        state, cues = step(state, watcher.look(frame))
        person.hear(state, cues, t_s)
        if state.over:
            break
    assert gaps == 1
    run = Run(state, person, capture, [], [], [])
    assert ("live_sits_differently" in run.words) == sits_elsewhere
    assert_true(run)


@pytest.mark.parametrize("jump_s", [-500.0, 500.0])
def test_a_clock_that_jumps_pauses_and_goes_on(jump_s: float) -> None:
    @dataclass
    class Jumping(Wire):
        def packet(self, t_s: float, pose: object, counted: bool) -> bytes:
            self.clock_s = 5000.0 + (jump_s if t_s > 14 else 0.0)
            return super().packet(t_s, pose, counted)  # type: ignore[arg-type]

    run = guided(RIGHT, fps=10, wire=Jumping())
    assert "live_paused_gap" in run.words
    assert_true(run)


def test_a_pause_that_was_asked_for_waits_for_the_person() -> None:
    def pause(t_s: float, person: Person, state: GuidedState) -> Told | None:
        if 13 < t_s < 13.1:
            return Told(t_s, Press.PAUSE)
        return Told(t_s, Press.GO_ON) if 40 < t_s < 40.1 else None

    run = guided(RIGHT, fps=10, meddle=pause)
    asked = [state.t_s for state in run.states if state.paused is Break.ASKED]
    assert asked[-1] - asked[0] == pytest.approx(27, abs=0.3)  # type: ignore[operator]
    assert_true(run)


def moves(side: Side, to_deg: float, from_s: float, hold_s: float) -> object:
    """A leg goes somewhere by itself while the person should be waiting."""

    def meddle(t_s: float, person: Person, state: GuidedState) -> None:
        into_s = t_s - from_s
        if 0 <= into_s < hold_s + 2:
            way = min(1.0, into_s / 0.8, max(0.0, (hold_s + 2 - into_s) / 0.8))
            person.target = None
            person.pose.left_deg = person.pose.right_deg = 0.0
            person.pose.turn(side, to_deg * way)
        elif hold_s + 2 <= into_s < hold_s + 2.15:
            person.pose.turn(side, 0.0)
            part = state.part
            end_deg = part.direction.sign * ENDS_DEG[part.side, part.direction]
            person.target, person.wait_s = (part.side, end_deg), t_s + 0.5

    return meddle


def test_the_wrong_leg_is_told_and_not_counted() -> None:
    run = guided(RIGHT, fps=10, meddle=moves(Side.LEFT, 25, 6.5, 4.0))  # type: ignore[arg-type]
    assert "live_wrong_leg_right" in run.words
    assert len(run.state.takes[0].counted) == 6
    assert_true(run)


def test_the_wrong_way_is_told_and_not_counted() -> None:
    run = guided(RIGHT, fps=10, meddle=moves(Side.RIGHT, -20, 6.5, 4.0))  # type: ignore[arg-type]
    assert "live_wrong_way_internal" in run.words
    assert_true(run)


def test_legs_swung_while_resting_between_two_movements_count_for_nothing() -> None:
    def swing(t_s: float, person: Person, state: GuidedState) -> None:
        if state.phase is Phase.REST:
            waited_s = t_s - state.since_s
            person.pose.left_deg = 18.0 if 0.5 < waited_s < 3 else 0.0

    run = guided(RIGHT, fps=10, meddle=swing)
    whole = assess(run.capture.recording())
    assert len(whole.readings) == 3, "without leaving them out, the left leg would be read as well"
    assert_true(run)


class Uneven(Person):
    """Goes to other ends than the usual one in some of its repeats."""

    shares: tuple[float, ...] = ()
    goes: int = 0

    def act(self, state: GuidedState, name: str, t_s: float) -> None:
        super().act(state, name, t_s)
        if state.phase is Phase.GO and self.target is not None and self.target[1]:
            share = self.shares[self.goes] if self.goes < len(self.shares) else 1.0
            self.goes += 1
            self.target = (self.target[0], self.target[1] * share)


def uneven(*shares: float) -> Uneven:
    person = Uneven()
    person.shares = shares
    return person


def test_a_half_way_repeat_is_asked_for_again() -> None:
    run = guided(RIGHT, fps=10, person=uneven(1.0, 0.5))
    assert run.words.count("live_short") == 1
    assert len(run.state.takes[0].counted) == 6
    assert_true(run)


def test_a_first_repeat_that_stopped_short_does_not_stay() -> None:
    run = guided(RIGHT, fps=10, person=uneven(0.5, 1.0))
    assert run.words.count("live_further") == 1
    assert_true(run)


def test_who_stops_short_twice_is_believed() -> None:
    run = guided(RIGHT, fps=10, person=uneven(1.0, *[0.6] * 4))
    assert run.state.phase is Phase.DONE
    found = values_deg(run)
    assert found[Side.RIGHT, Direction.INTERNAL] == pytest.approx(0.6 * 33, abs=1.5)


def test_an_overshoot_is_not_the_end() -> None:
    class Overshooting(Person):
        def move(self, t_s: float, passed_s: float) -> None:
            super().move(t_s, passed_s)
            if self.target is not None and self.target[1]:
                side, end_deg = self.target
                if abs(end_deg) < 40 and abs(self.pose.turned(side) - end_deg) < 0.1:
                    over = 5.0 if end_deg > 0 else -5.0
                    if t_s - self.wait_s < 1.7:
                        self.pose.turn(side, end_deg + over)

    run = guided(RIGHT, fps=15, person=Overshooting())
    assert_true(run)


def test_a_hold_let_go_too_early_is_asked_for_again() -> None:
    class Hasty(Person):
        let_go: int = 0

        def act(self, state: GuidedState, name: str, t_s: float) -> None:
            super().act(state, name, t_s)
            if name == "live_hold" and self.let_go < 2:
                self.let_go += 1
                self.target, self.wait_s = (state.part.side, 0.0), t_s + 0.1

    run = guided(RIGHT, fps=15, person=Hasty())
    assert run.words.count("live_hold_longer") == 2
    assert_true(run)


def test_a_leg_that_has_sunk_is_called_back_to_its_end() -> None:
    class Sinking(Person):
        sunk: bool = False

        def move(self, t_s: float, passed_s: float) -> None:
            super().move(t_s, passed_s)
            if not self.sunk and self.target is not None and self.pose.right_deg >= 33:
                self.sunk = True
                self.target = (Side.RIGHT, 20.0)

    run = guided(RIGHT, fps=15, person=Sinking())
    assert run.words.count("live_to_the_end") == 1
    assert_true(run)


def test_a_leg_that_does_not_move_is_asked_kindly_then_offered_to_be_left_out() -> None:
    stuck = Person(ends_deg={**ENDS_DEG, (Side.RIGHT, Direction.INTERNAL): 1.0})
    offered: list[float] = []

    def skip(t_s: float, person: Person, state: GuidedState) -> Told | None:
        if view(state).offer_skip:
            offered.append(t_s)
            return Told(t_s, Press.SKIP)
        return None

    run = guided(RIGHT, fps=10, person=stuck, meddle=skip)
    assert 15 < offered[0] < 30
    assert run.words.count("live_go_right_internal") == 2
    assert run.words.count("live_cannot_move") == 1
    assert run.state.skipped == (0,)
    assert run.state.phase is Phase.DONE
    assert set(values_deg(run)) == {(Side.RIGHT, Direction.EXTERNAL)}


def test_a_movement_can_be_done_again_from_its_first_repeat() -> None:
    def again(t_s: float, person: Person, state: GuidedState) -> Told | None:
        return Told(t_s, Press.AGAIN) if 17 < t_s < 17.1 else None

    run = guided(RIGHT, fps=10, meddle=again)
    repeats = [one for one in run.state.takes[0].counted if one.part_index == 0]
    assert repeats[0].from_s > 17
    assert_true(run)


def test_a_movement_just_done_can_be_done_again_while_resting() -> None:
    pressed: list[float] = []

    def again(t_s: float, person: Person, state: GuidedState) -> Told | None:
        if state.phase is Phase.REST and not pressed:
            pressed.append(t_s)
            return Told(t_s, Press.AGAIN)
        return None

    run = guided(RIGHT, fps=10, meddle=again)
    assert min(one.from_s for one in run.state.takes[0].counted) > pressed[0] - 0.01
    assert_true(run)


def test_a_leg_that_comes_to_hang_elsewhere_leads_to_a_new_zero() -> None:
    class Drifting(Person):
        """After the second repeat the leg rests against something."""

        backs: int = 0

        def act(self, state: GuidedState, name: str, t_s: float) -> None:
            super().act(state, name, t_s)
            self.backs += name == "live_back"
            if self.target is not None and self.target[1] == 0 and self.backs == 2:
                self.target = (self.target[0], 12.0 if name != "live_sits_differently" else 0.0)
                self.backs += name == "live_sits_differently"

    run = guided(RIGHT, fps=10, person=Drifting())
    assert "live_let_them_hang" in run.words
    assert "live_sits_differently" in run.words
    assert_true(run)


def test_whoever_never_comes_to_an_end_is_ended_with_a_word() -> None:
    def forget(t_s: float, person: Person, state: GuidedState) -> None:
        if t_s > 20:
            person.target = None
            person.pose.right_deg = 0.0

    run = guided(BOTH, fps=8, most_s=1000, meddle=forget)
    assert run.state.phase is Phase.STOPPED
    assert run.words[-1] == "live_too_long"
    assert run.state.t_s is not None
    assert run.state.t_s < 15 * 60


def test_who_comes_back_before_being_told_is_not_sent_to_the_end_again() -> None:
    """The leg settles a little below its furthest point, is held there, and slowly comes back."""

    def meddle(t_s: float, person: Person, state: GuidedState) -> None:
        side, sign = state.part.side, state.part.direction.sign
        end_deg = person.ends_deg[side, state.part.direction]
        if state.swing is None:
            return
        if abs(person.pose.turned(side)) > end_deg - 0.5:
            person.target = (side, sign * 0.88 * end_deg)
        elif state.phase is Phase.HOLD and t_s - state.swing.anchor_s > 1.5:
            person.target = (side, 0.0)

    run = guided(RIGHT, meddle=meddle, person=Person(speed_deg_s=12.0), fps=15)
    assert run.state.phase is Phase.DONE
    assert "live_to_the_end" not in run.words
