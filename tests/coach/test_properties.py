"""Any doses, any events, any times: what must hold of every session whatever happens to it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.coach import (
    Begin,
    Effort,
    Event,
    Next,
    Pace,
    Pain,
    Pause,
    PauseReason,
    Phase,
    Resume,
    State,
    Stop,
    Tick,
    replay,
    start,
    step,
)
from coxa.quantities import MAX_HOLD_S, Side
from coxa.records import Dose
from tests.coach.session import AT, EXERCISES, WHY

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
# How far the reported time lies from the end of the phase under way (or from the clock).
OFFSETS_S = st.one_of(
    st.sampled_from([0.0, 0.0, 0.0, 0.05, -0.05, 1.9, 2.5, -100.0, 5000.0]),
    st.floats(-40, 40),
)
KINDS = st.sampled_from(
    ["tick"] * 12
    + ["pause", "resume", "resume", "next", "pain", "pinch", "effort", "stop", "begin"]
)
MOVES = st.lists(st.tuples(KINDS, OFFSETS_S, st.integers(0, 10)), max_size=80)


def made_event(kind: str, t_s: float, score: int) -> Event:
    match kind:
        case "tick":
            return Tick(t_s=t_s)
        case "pause":
            return Pause(t_s=t_s, reason=list(PauseReason)[score % len(PauseReason)])
        case "resume":
            return Resume(t_s=t_s)
        case "next":
            return Next(t_s=t_s)
        case "pain":
            return Pain(t_s=t_s, score=min(score, 5))
        case "pinch":
            return Pain(t_s=t_s, score=score, groin_pinch=True)
        case "effort":
            return Effort(t_s=t_s, score=score)
        case "stop":
            return Stop(t_s=t_s)
        case _:
            return Begin(t_s=t_s)


def lived(doses: list[Dose], moves: Moves) -> list[tuple[State, Event]]:
    """Each state with the event that led to it."""
    state = start(doses, EXERCISES, at=AT, pace=Pace(intro_s=1, answer_s=5))
    trail = []
    for kind, offset_s, score in [("begin", 0.0, 0), *moves]:
        due_s = state.next_tick_s if state.next_tick_s is not None else state.t_s
        event = made_event(kind, min(max(0.0, due_s + offset_s), 86_400.0), score)
        state, cues = step(state, event)
        ends_s = state.t_s if state.phase_ends_s is None else state.phase_ends_s
        assert all(cue.at_s <= ends_s for cue in cues)
        trail.append((state, event))
    return trail


@settings(max_examples=150, deadline=None)
@given(st.lists(DOSES, min_size=1, max_size=4), MOVES)
def test_invariants_hold_in_any_order_of_events(doses: list[Dose], moves: Moves) -> None:
    """Time, holds, sets and endings stay within the plan, whoever sends what and when."""
    before = None
    for state, event in lived(doses, moves):
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
            assert state.phase_ends_s is not None
            assert state.hold_left_s is not None
            assert state.phase_ends_s - state.phase_started_s <= min(dose.hold_s, MAX_HOLD_S) + 1e-6
            assert 0 <= state.hold_left_s <= dose.hold_s
            assert state.reps_done < dose.reps
        assert state.paused is None or state.phase_ends_s is not None
        assert (state.ending is not None) == state.over
        assert state.next_tick_s is None or state.next_tick_s >= state.t_s
        if before is not None:
            assert state.t_s >= before.t_s
            assert state.done[: len(before.done)] == before.done
            assert not before.over or state == before
            if isinstance(event, Pain) and event.groin_pinch and not before.over:
                assert state.phase is Phase.STOPPED
        before = state


@settings(max_examples=150, deadline=None)
@given(st.lists(DOSES, min_size=1, max_size=3), MOVES)
def test_time_held_is_never_more_than_time_reported(doses: list[Dose], moves: Moves) -> None:
    """What is on record as held never exceeds the running time of the session's clock."""
    for state, _ in lived(doses, moves):
        held_s = sum(tally.hold_done_s for tally in state.done)
        under_way_s = 0.0 if state.over else state.hold_done_s
        assert held_s + under_way_s <= state.t_s + 1e-6


@settings(max_examples=50, deadline=None)
@given(st.lists(DOSES, min_size=1, max_size=3), MOVES)
def test_any_log_replays_to_the_same_state(doses: list[Dose], moves: Moves) -> None:
    """Also through the stored form of states and events."""
    trail = lived(doses, moves)
    first = start(doses, EXERCISES, at=AT, pace=Pace(intro_s=1, answer_s=5))
    final = replay(State.from_dict(first.to_dict()), [event for _, event in trail])
    assert final == trail[-1][0]
    assert State.from_dict(final.to_dict()) == final
