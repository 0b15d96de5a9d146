"""Pauses, skips, sleep, reloads, wrong times: nothing is lost and nothing is made up."""

from __future__ import annotations

import pytest

from coxa.coach import (
    Begin,
    Next,
    Pause,
    PauseReason,
    Phase,
    Priority,
    Resume,
    Stop,
    Tick,
    display,
    read_event,
    step,
)
from coxa.errors import InvalidRecord
from coxa.quantities import Side
from tests.coach.session import after, begin, due_s, lift, stretch, tick, until, words


def test_a_pause_freezes_the_clock() -> None:
    """No tick moves a paused session, whatever time it tells."""
    held = until(begin(stretch()), Phase.HOLD)
    paused = after(held, Pause(t_s=held.t_s + 12))
    assert paused.next_tick_s is None
    assert after(paused, Tick(t_s=held.t_s + 29), Tick(t_s=held.t_s + 3000)) == paused


def test_a_hold_goes_on_with_what_was_left_of_it() -> None:
    """Paused after 12 of 30 s: a countdown, back into the stretch, then 18 s."""
    held = until(begin(stretch()), Phase.HOLD)
    state = after(held, Pause(t_s=held.t_s + 12))
    state, cues = step(state, Resume(t_s=state.t_s))
    assert state.phase is Phase.GET_READY
    assert words(cues)[0] == "coach_back_into_position"
    state = until(state, Phase.HOLD)
    assert due_s(state) - state.t_s == pytest.approx(18)
    state = until(state, Phase.REST)
    assert (state.done[-1].reps_done, state.done[-1].hold_done_s) == (1, 30)


def test_a_rest_goes_on_where_it_stood() -> None:
    """A paused rest keeps its own end and says only what is still to come."""
    rest = until(begin(stretch()), Phase.REST)
    paused = after(rest, Pause(t_s=rest.t_s + 10))
    state, cues = step(paused, Resume(t_s=paused.t_s))
    assert (state.phase, state.phase_ends_s) == (Phase.REST, rest.phase_ends_s)
    assert words(cues) == ["coach_going_on", *["coach_count"] * 3]
    assert all(cue.at_s >= state.t_s for cue in cues)


def test_after_a_pause_on_the_way_back_the_next_repetition_begins() -> None:
    """The hold before it counts already."""
    state = until(begin(lift()), Phase.RETURN)
    state = after(state, Pause(t_s=state.t_s + 1), Resume(t_s=state.t_s + 1))
    assert (state.phase, state.reps_done) == (Phase.GET_READY, 1)


def test_a_slept_machine_counts_as_a_pause_not_as_holding() -> None:
    """A tick an hour late: paused where it was last heard of, nothing of the hour counted."""
    held = until(begin(stretch()), Phase.HOLD)
    heard = after(held, Tick(t_s=held.t_s + 10))
    state, cues = step(heard, Tick(t_s=heard.t_s + 3600))
    assert (state.paused, state.t_s) == (PauseReason.GAP, heard.t_s)
    assert state.hold_left_s == pytest.approx(20)
    assert state.done == ()
    assert words(cues) == ["coach_paused_gap"]
    assert cues[0].priority is Priority.URGENT


def test_a_gap_before_another_event_pauses_too() -> None:
    """Also when the first thing heard after the gap is not a tick."""
    held = until(begin(stretch()), Phase.HOLD)
    assert after(held, Pause(t_s=held.t_s + 500)).paused is PauseReason.GAP
    assert after(held, Resume(t_s=held.t_s + 500)).done == ()


def test_time_running_backwards_and_early_ticks_are_harmless() -> None:
    """An early tick only moves the clock; an older one does nothing."""
    held = until(begin(stretch()), Phase.HOLD)
    early = after(held, Tick(t_s=held.t_s + 29.9))
    assert early.phase is Phase.HOLD
    assert after(early, Tick(t_s=held.t_s - 5), Tick(t_s=0)) == early


def test_next_leaves_a_wait_for_the_work_and_the_work_for_the_rest() -> None:
    """Intro → get ready → the set is skipped → rest → get ready again."""
    state = begin(stretch())
    trail = []
    for _ in range(4):
        state = after(state, Next(t_s=state.t_s))
        trail.append(state.phase)
    assert trail == [Phase.GET_READY, Phase.REST, Phase.GET_READY, Phase.ASK_PAIN]
    assert state.done == ()


def test_a_set_left_early_keeps_what_was_done_of_it() -> None:
    """Two of three repetitions and half a hold are on record."""
    state = until(begin(lift()), Phase.MOVE)
    while state.reps_done < 2:
        state, _ = tick(state)
    state = until(state, Phase.HOLD)
    state = after(state, Next(t_s=state.t_s + 1))
    (tally,) = state.done
    assert tally.reps_done == 2
    assert tally.hold_done_s == pytest.approx(5)


def test_next_while_paused_stays_paused_and_silent() -> None:
    """Skipping during a pause does not start anything."""
    state = until(begin(stretch()), Phase.HOLD)
    state = after(state, Pause(t_s=state.t_s + 1))
    state, cues = step(state, Next(t_s=state.t_s))
    assert (state.phase, state.paused, cues) == (Phase.REST, PauseReason.ASKED, ())


def test_stopping_keeps_the_set_under_way() -> None:
    """The person ends the session in a hold; what was held is on record."""
    state = until(begin(stretch()), Phase.HOLD)
    state, cues = step(state, Stop(t_s=state.t_s + 20))
    assert (state.phase, words(cues)) == (Phase.STOPPED, ["coach_stopped_by_person"])
    assert state.done[0].hold_done_s == pytest.approx(20)
    assert display(state).next_tick_s is None


def test_events_after_the_end_change_nothing() -> None:
    """A stopped session stays as it is."""
    state = after(begin(stretch()), Stop(t_s=1))
    for event in (Begin(), Tick(t_s=5), Pause(t_s=5), Resume(t_s=5), Next(t_s=5), Stop(t_s=5)):
        assert step(state, event) == (state, ())


def test_beginning_twice_changes_nothing() -> None:
    """A second begin is only a report of the time."""
    state = until(begin(stretch()), Phase.HOLD)
    assert step(state, Begin()) == (state, ())


def test_two_doses_of_one_exercise_for_one_side_are_both_done() -> None:
    """The question stands between them; none is skipped."""
    state = begin(stretch(Side.LEFT, sets=1), stretch(Side.LEFT, sets=1))
    state = until(state, Phase.ASK_PAIN)
    assert until(state, Phase.INTRO).part_index == 1


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "dance", "t_s": 1},
        {"kind": "tick"},
        {"kind": "tick", "t_s": -1},
        {"kind": "tick", "t_s": float("inf")},
        {"kind": "tick", "t_s": 1e300},
        {"kind": "pain", "t_s": 1, "score": 11},
        {"kind": "pause", "t_s": 1, "reason": "bored"},
        {"kind": "next", "t_s": 1, "extra": True},
        "tick",
    ],
)
def test_what_is_no_event_is_refused(data: object) -> None:
    """With the field and the problem."""
    with pytest.raises(InvalidRecord):
        read_event(data)
