"""Any doses, any events, any times: what must hold of every session whatever happens to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.coach import (
    Begin,
    Camera,
    Cue,
    Effort,
    Event,
    Next,
    Pace,
    Pain,
    Pause,
    PauseReason,
    Phase,
    Resume,
    Sight,
    State,
    Stop,
    Tick,
    read_event,
    start,
    step,
)
from coxa.coach.corrections import BREATH_S
from coxa.quantities import MAX_HOLD_S, Side
from coxa.records import Dose, SeenWhat
from tests.coach.session import AT, EXERCISES, FAULTS, WHY

DOSES = st.builds(
    Dose,
    exercise_id=st.sampled_from(sorted(EXERCISES)),
    side=st.sampled_from(Side),
    sets=st.integers(1, 3),
    reps=st.integers(1, 4),
    hold_s=st.floats(0.1, MAX_HOLD_S),
    raise_s=st.sampled_from([0.0, 0.3, 2.0]),
    lower_s=st.sampled_from([0.0, 0.3, 3.0]),
    rest_s=st.sampled_from([0.0, 4.0, 30.0]),
    reason=st.just(WHY),
)
Moves = list[tuple[str, float, int]]
Step = tuple[State, Event, tuple[Cue, ...]]
SIGHTS = list(SeenWhat)
# How far the reported time lies from the end of the phase under way (or from the clock).
OFFSETS_S = st.one_of(
    st.sampled_from([0.0, 0.0, 0.0, 0.05, -0.05, 1.9, 2.5, -100.0, 5000.0]),
    st.floats(-40, 40),
)
KINDS = st.sampled_from(
    ["tick"] * 12
    + ["sight"] * 4
    + ["camera", "blind"]
    + ["pause", "resume", "resume", "next", "pain", "pinch", "effort", "stop", "begin"]
)
ANYTHING = st.tuples(KINDS, OFFSETS_S, st.integers(0, len(SeenWhat) - 1)).map(lambda one: [one])
A_WHILE_S = st.sampled_from([0.0, 0.1, 0.5, 1.0, 2.0, 4.5])


def soon(*whats: SeenWhat) -> st.SearchStrategy[Moves]:
    """These sights one after the other, each a little later than what was before."""
    share = st.integers(0, len(SeenWhat) - 1)
    kinds = [f"soon:{what}" for what in whats]
    return st.tuples(*(st.tuples(st.just(kind), A_WHILE_S, share) for kind in kinds)).map(list)


TICKS = st.integers(1, 4).map(lambda count: [("tick", 0.0, 0)] * count)
IN_PLACE = soon(SeenWhat.IN_POSITION)
REP = soon(SeenWhat.MOVING, SeenWhat.AT_END, SeenWhat.LEFT_END, SeenWhat.BACK)
HELD = st.tuples(soon(SeenWhat.MOVING, SeenWhat.AT_END), TICKS, soon(SeenWhat.BACK)).map(
    lambda parts: [move for part in parts for move in part]
)
FAULTY = soon(SeenWhat.FAULT) | soon(SeenWhat.MENDED)
PARTS = st.lists(
    st.one_of(ANYTHING, TICKS, TICKS, IN_PLACE, REP, REP, HELD, HELD, FAULTY, soon(SeenWhat.LOST)),
    min_size=8,
    max_size=40,
)
AT_WORK: Moves = [("next", 0.0, 0), ("soon:in-position", 0.5, 0), ("tick", 0.0, 0)]
MOVES = st.tuples(st.sampled_from([[], AT_WORK]), PARTS).map(
    lambda both: [*both[0], *(move for part in both[1] for move in part)]
)


def made_event(kind: str, t_s: float, score: int) -> Event:
    if kind in MADE:
        return MADE[kind](t_s, score)
    if kind.startswith("soon:"):
        fault_id = FAULTS[score % len(FAULTS)][0]
        what = SeenWhat(kind.removeprefix("soon:"))
        return Sight(t_s=t_s, what=what, share=score / 8, fault_id=fault_id)
    return Camera(t_s=t_s, on=kind == "camera")


MADE: dict[str, Callable[[float, int], Event]] = {
    "tick": lambda t_s, _: Tick(t_s=t_s),
    "pause": lambda t_s, n: Pause(t_s=t_s, reason=list(PauseReason)[n % len(PauseReason)]),
    "resume": lambda t_s, _: Resume(t_s=t_s),
    "next": lambda t_s, _: Next(t_s=t_s),
    "pain": lambda t_s, n: Pain(t_s=t_s, score=min(n, 5)),
    "pinch": lambda t_s, n: Pain(t_s=t_s, score=n, groin_pinch=True),
    "effort": lambda t_s, n: Effort(t_s=t_s, score=n),
    "stop": lambda t_s, _: Stop(t_s=t_s),
    "begin": lambda t_s, _: Begin(t_s=t_s),
    "sight": lambda t_s, n: Sight(
        t_s=t_s, what=SIGHTS[n], share=n / 8, fault_id=FAULTS[n % len(FAULTS)][0]
    ),
}


def lived(doses: list[Dose], moves: Moves, *, camera: bool = False) -> list[Step]:
    """Each state with the event that led to it and the cues that came of it."""
    state = start(doses, EXERCISES, at=AT, pace=Pace(intro_s=1, answer_s=5))
    trail: list[Step] = []
    first = [("camera", 0.0, 0)] if camera else []
    for kind, offset_s, score in [*first, ("begin", 0.0, 0), *moves]:
        due_s = state.next_tick_s
        if due_s is None or kind.startswith("soon:"):
            due_s = state.t_s
        event = made_event(kind, min(max(0.0, due_s + offset_s), 86_400.0), score)
        before = state
        state, cues = step(state, event)
        ends_s = state.t_s if state.phase_ends_s is None else state.phase_ends_s
        assert all(before.t_s <= cue.at_s <= ends_s for cue in cues)
        trail.append((state, event, cues))
    return trail


SESSIONS = st.lists(DOSES, min_size=1, max_size=3)


@settings(max_examples=150, deadline=None)
@given(SESSIONS, MOVES, st.booleans())
def test_invariants_hold_in_any_order_of_events(
    doses: list[Dose], moves: Moves, camera: bool
) -> None:
    """Time, holds, sets and endings stay within the plan, whoever sends or sees what and when."""
    before = None
    for state, event, _ in lived(doses, moves, camera=camera):
        planned = {
            (index, number): part.dose
            for index, part in enumerate(state.parts)
            for number in range(1, part.dose.sets + 1)
        }
        done = [(tally.part_index, tally.set_number) for tally in state.done]
        assert len(set(done)) == len(done)
        for tally in state.done:
            dose = planned[tally.part_index, tally.set_number]
            assert tally.reps_done <= dose.reps
            assert tally.hold_done_s <= dose.reps * dose.hold_s + 1e-6
        if state.phase is Phase.HOLD:
            dose = state.part.dose
            assert state.hold_left_s is not None
            assert 0 <= state.hold_left_s <= dose.hold_s
            assert state.reps_done < dose.reps
            assert state.phase_ends_s is not None or state.led_by_sight
            if state.phase_ends_s is not None:
                lasts_s = state.phase_ends_s - state.phase_started_s
                assert lasts_s <= min(dose.hold_s, MAX_HOLD_S) + 1e-6
        assert state.paused is None or state.phase_ends_s is not None or state.waits_to_see
        assert not state.led_by_sight or state.part.watchable
        assert (state.ending is not None) == state.over
        assert state.next_tick_s is None or state.next_tick_s >= state.t_s
        assert state.running == (state.next_tick_s is not None)
        if before is not None:
            assert state.t_s >= before.t_s
            assert state.done[: len(before.done)] == before.done
            assert not before.over or state == before
            if isinstance(event, Pain) and event.groin_pinch and not before.over:
                assert state.phase is Phase.STOPPED
        before = state


@settings(max_examples=150, deadline=None)
@given(SESSIONS, MOVES)
def test_nothing_counts_unseen_where_a_camera_leads(doses: list[Dose], moves: Moves) -> None:
    """Every repetition of a watched set has its own moment at which the end was reached."""
    ends_seen = 0
    for state, event, _ in lived(doses, moves, camera=True):
        ends_seen += isinstance(event, Sight) and event.what is SeenWhat.AT_END
        under_way = state.seen.by_sight and not state.seen.by_clock
        counted = sum(tally.reps_done for tally in state.done if tally.watched)
        assert counted + state.reps_done * under_way <= ends_seen


@settings(max_examples=150, deadline=None)
@given(SESSIONS, MOVES)
def test_one_correction_at_a_time(doses: list[Dose], moves: Moves) -> None:
    """Two corrections of a set never come closer than a breath, nor after the third of a kind."""
    told_s: list[float] = []
    place = None
    for state, _, cues in lived(doses, moves, camera=True):
        here = (state.part_index, state.set_number, len(state.done))
        if here != place:
            told_s, place = [], here
            continue
        if state.phase in {Phase.MOVE, Phase.HOLD, Phase.RETURN}:
            words = [cue for cue in cues if cue.message and cue.message.id == "coach_words"]
            told_s += [cue.at_s for cue in words]
        assert all(b - a >= BREATH_S - 1e-6 for a, b in pairwise(told_s))
        assert len(told_s) <= 3 * len(FAULTS)


@settings(max_examples=150, deadline=None)
@given(SESSIONS, MOVES, st.booleans())
def test_time_held_is_never_more_than_time_reported(
    doses: list[Dose], moves: Moves, camera: bool
) -> None:
    """What is on record as held never exceeds the running time of the session's clock."""
    for state, _, _ in lived(doses, moves, camera=camera):
        held_s = sum(tally.hold_done_s for tally in state.done)
        under_way_s = 0.0 if state.over else state.hold_done_s
        assert held_s + under_way_s <= state.t_s + 1e-6


@settings(max_examples=100, deadline=None)
@given(SESSIONS, MOVES, st.booleans())
def test_any_log_replays_to_the_same_states_and_cues(
    doses: list[Dose], moves: Moves, camera: bool
) -> None:
    """Also through the stored form of states and events."""
    trail = lived(doses, moves, camera=camera)
    state = start(doses, EXERCISES, at=AT, pace=Pace(intro_s=1, answer_s=5))
    for lived_state, event, lived_cues in trail:
        state, cues = step(State.from_dict(state.to_dict()), read_event(event.to_dict()))
        assert (state, cues) == (lived_state, lived_cues)


@settings(max_examples=100, deadline=None)
@given(SESSIONS, MOVES, st.booleans())
def test_after_a_kill_at_any_moment_the_session_stands_where_it_stood(
    doses: list[Dose], moves: Moves, camera: bool
) -> None:
    """What was counted stays; the set goes on, or is over if its last repetition was done."""
    for state, _, _ in lived(doses, moves, camera=True):
        if not state.running:
            continue
        t_s = state.t_s
        again = state
        gap = Pause(t_s=t_s, reason=PauseReason.GAP)
        for event in (gap, Camera(t_s=t_s, on=camera), Resume(t_s=t_s)):
            again, _ = step(again, event)
        assert again.done[: len(state.done)] == state.done
        if len(again.done) > len(state.done):
            assert state.reps_done == state.part.dose.reps == again.done[-1].reps_done
            continue
        assert (again.part_index, again.set_number) == (state.part_index, state.set_number)
        assert again.reps_done == state.reps_done
        if state.part.keeps_hold:
            assert again.hold_done_s == state.hold_done_s
