"""What the camera sees of an exercise, and what the session makes of it.

Everything seen is remembered; it leads the session only where a camera leads, and only in the
phase that waits for it. So whatever is seen of sitting down, of putting the camera right or of a
rest counts nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from coxa.coach import corrections, phases
from coxa.coach.events import Camera, Sight
from coxa.coach.sight_words import (
    at_the_end_again,
    found_cues,
    own_end_cues,
    waiting_cues,
)
from coxa.coach.state import ALERT, Body, Eyes, Phase, State, Timer
from coxa.coach.words import after_word, phase_cues, say_now
from coxa.records import Cue, SeenWhat

Stepped = tuple[State, tuple[Cue, ...]]

FLICKER_S = 0.4
"""Out of the band for less than this is not worth a word."""
AWAY_S = 1.5
"""Away for longer than this is an interruption."""
ENOUGH = 0.5
"""A short hold of which so much was kept counts."""
ALL_BUT_S = 0.5
"""A hold of which no more than this is missing was kept."""
TIMED_WAY = 0.25
"""How much of a calm movement's time lies between leaving the start and reaching the end, as they
are seen (from .28 to .72 of the way): a quarter of a smooth one's, nearly half of an even one's."""
TOO_FAST = 0.5
STUCK_S = 10.0
"""On the way for so long without reaching the end."""
HALF_TOLD_EVERY = 3
HALF_IN_A_ROW = 6
"""After so many half repetitions in a row that is how far the person goes today."""


def camera_turned(state: State, event: Camera) -> Stepped:
    """The camera comes or goes; nothing done so far is lost by it."""
    return _camera_on(state) if event.on else _camera_off(state)


def _camera_on(state: State) -> Stepped:
    was_on = state.eyes.on
    opened = state.but(eyes=Eyes(on=True), by_clock=state.by_clock and was_on)
    if was_on:
        return _gone(opened, lost=True), ()
    working = opened.running and opened.part.watchable and opened.phase is not Phase.POSITION
    return opened, ((say_now(opened, "coach_camera_on"),) if working else ())


def _camera_off(state: State) -> Stepped:
    if not state.eyes.on:
        return state, ()
    blind = state.but(eyes=Eyes())
    if not state.running:
        return blind, ()
    if not state.led_by_sight:
        return blind, ((say_now(blind, "coach_camera_off"),) if state.watching else ())
    onward = _by_the_clock(blind)
    return onward, after_word(say_now(onward, "coach_camera_off"), phase_cues(onward))


def _by_the_clock(state: State) -> State:
    """The same work, from where it stands, led by the clock."""
    kept = state.but(led_by_sight=False, hold_left_s=_left_to_hold(state))
    if state.phase is not Phase.RETURN:
        return phases.get_ready(kept)
    onward = phases.after_rep(kept)
    return phases.get_ready(onward) if onward.phase is Phase.MOVE else onward


def _left_to_hold(state: State) -> float | None:
    return state.hold_left_s if state.part.keeps_hold else None


def seen(state: State, event: Sight) -> Stepped:
    """What follows from one moment that the camera saw."""
    if not state.eyes.on:
        return state, ()
    known = _remembered(state, event)
    if not (known.running and known.watching) or known.eyes == state.eyes:
        return known, ()
    react = REACTIONS.get((known.phase, event.what))
    if react is None or not (known.led_by_sight or known.phase is Phase.GET_READY):
        return known, ()
    return react(known, event)


def _remembered(state: State, event: Sight) -> State:
    """What the camera saw last, whatever the session does at the moment."""
    body = BODY.get(event.what)
    if event.what in {SeenWhat.LOST, SeenWhat.OUT_OF_POSITION}:
        return _gone(state, lost=event.what is SeenWhat.LOST)
    if event.what is SeenWhat.FAULT:
        return corrections.fault_seen(state, event.fault_id)
    if event.what is SeenWhat.MENDED:
        return corrections.fault_gone(state, event.fault_id)
    if body is None or (not state.eyes.placed and event.what is not SeenWhat.IN_POSITION):
        return state
    began = state.t_s if event.what is SeenWhat.MOVING else state.eyes.moving_s
    back = body is Body.START
    there = state.timed(Timer.GIVE_UP_WAITING, None).eyeing(
        body=body,
        lost=False,
        moving_s=None if back else began,
        reached=REACHED.get(event.what, state.eyes.reached),
        hurried=state.eyes.hurried and event.what is not SeenWhat.MOVING,
        spent=state.eyes.spent and not back,
    )
    return _furthest(there, event)


BODY = {
    SeenWhat.IN_POSITION: Body.START,
    SeenWhat.MOVING: Body.MOVING,
    SeenWhat.AT_END: Body.END,
    SeenWhat.LEFT_END: Body.MOVING,
    SeenWhat.BACK: Body.START,
}


REACHED = {SeenWhat.MOVING: False, SeenWhat.IN_POSITION: False, SeenWhat.AT_END: True}


def _furthest(state: State, event: Sight) -> State:
    if event.share is None or not (state.led_by_sight and state.phase in ALERT):
        return state
    best = state.seen.best_share
    return state.noting(best_share=event.share if best is None else max(best, event.share))


def _gone(state: State, *, lost: bool) -> State:
    """The body is away; a hold stands still at once, and soon the work is interrupted."""
    was_placed = state.eyes.placed
    away = state.timed(Timer.PRAISE, None).eyeing(
        body=Body.AWAY, lost=lost, moving_s=None, spent=False, faults=(), mended=None
    )
    if not (away.running and away.led_by_sight and away.phase in ALERT):
        return away
    if away.phase is Phase.HOLD and away.phase_ends_s is not None:
        away = phases.stand_still(away)
    ticking = Timer.GIVE_UP_WAITING in away.timers and not was_placed
    return away if ticking else away.timed(Timer.GIVE_UP_WAITING, away.t_s + AWAY_S)


def given_up_waiting(state: State) -> Stepped:
    """The body has been away too long: what was done stays, and the start pose is waited for."""
    if state.phase is Phase.RETURN and state.reps_done >= state.part.dose.reps:
        ended = phases.end_set(state)
        return ended, phase_cues(ended)
    waiting = phases.position(state)
    return waiting, (say_now(waiting, "coach_lost_sight" if state.eyes.lost else "coach_left"),)


def slipped(state: State) -> Stepped:
    """Out of the band for longer than a flicker: one word."""
    quiet = state.timed(Timer.SLIPPED, None)
    if not quiet.eyes.placed:
        return quiet, ()
    if quiet.part.keeps_hold:
        return corrections.tell(quiet, "further", "coach_further_again")
    return corrections.tell(quiet, "stay", "coach_stay")


def remind(state: State) -> Stepped:
    """Say what is waited for; whoever cannot get there is not left waiting."""
    nth = state.reminded + 1
    again = state.but(reminded=nth)
    match state.phase:
        case Phase.MOVE if _is_stuck(state) and nth > 1:
            return _own_end(again)
        case Phase.RETURN if nth > 1 and state.reps_done >= state.part.dose.reps:
            ended = phases.end_set(again)
            return ended, phase_cues(ended)
    every_s = STUCK_S if state.eyes.body is Body.MOVING else phases.REMIND_S
    seldom = 1.0 if nth < OFFERED_AT else OFFERED_AT
    again = again.timed(Timer.REMIND, state.t_s + every_s * seldom)
    return again, waiting_cues(again, offers=nth >= OFFERED_AT)


OFFERED_AT = 4
"""With this reminder, after about a minute, the clock is offered instead."""


def _is_stuck(state: State) -> bool:
    return state.eyes.body is Body.MOVING and not state.eyes.spent


def _own_end(state: State) -> Stepped:
    """The end was not reached in all this time: where the person is now is the end of today."""
    clocked = phases.hold(state.but(by_clock=True, led_by_sight=False))
    return clocked, own_end_cues(clocked)


def _into_place(state: State, _: Sight) -> Stepped:
    ready = phases.get_ready(state)
    return ready, found_cues(ready)


def _begun(state: State, _: Sight) -> Stepped:
    """Whoever begins before the countdown is over is not held up."""
    begun = phases.begin_work(state)
    if begun.phase is Phase.MOVE:
        return _on_the_way(begun), ()
    return begun, phase_cues(begun)


def _moving(state: State, _: Sight) -> Stepped:
    return _on_the_way(state), ()


def _on_the_way(state: State) -> State:
    return state.but(reminded=0).timed(Timer.REMIND, state.t_s + STUCK_S)


def _at_end(state: State, _: Sight) -> Stepped:
    """The end is reached: the hold begins, whether or not the way there was calm."""
    if state.eyes.spent:
        return corrections.tell(state, "all-the-way", "coach_all_the_way_back")
    raise_s, began_s = state.part.dose.raise_s, state.eyes.moving_s
    held = phases.hold(state)
    if began_s is None or state.t_s - began_s >= raise_s * TIMED_WAY * TOO_FAST:
        return held, phase_cues(held)
    hurried = held.noting(reps_fast=held.seen.reps_fast + 1).eyeing(hurried=True)
    told, slower = corrections.tell(hurried, "slower", "coach_slower")
    return told, (*phase_cues(told), *slower)


def _back_early(state: State, _: Sight) -> Stepped:
    """Back in the start pose; half a repetition, unless its end was reached before it was asked
    for.
    """
    again = phases.move(state)
    if state.eyes.reached:
        return again, ()
    row = state.seen.half_in_a_row + 1
    half = state.seen.reps_half + 1
    noted = again.noting(reps_half=half, half_in_a_row=row)
    if row >= HALF_IN_A_ROW:
        clocked = phases.get_ready(noted.but(by_clock=True))
        return clocked, after_word(say_now(clocked, "coach_your_way"), phase_cues(clocked))
    told = (say_now(noted, "coach_half"),) if half % HALF_TOLD_EVERY == 1 else ()
    return noted, told


def _left_end(state: State, _: Sight) -> Stepped:
    left_s, hold_s = state.hold_left_s or 0.0, state.part.dose.hold_s
    kept = left_s <= ALL_BUT_S if state.part.keeps_hold else left_s <= hold_s * (1 - ENOUGH)
    if state.phase_ends_s is None:
        return state, ()
    if kept:
        done = phases.come_back(state)
        return done, phase_cues(done)
    return phases.stand_still(state).timed(Timer.SLIPPED, state.t_s + FLICKER_S), ()


def _at_end_again(state: State, _: Sight) -> Stepped:
    if state.phase_ends_s is not None:
        return state, ()
    held = phases.hold(state)
    return held, at_the_end_again(held, quietly=Timer.SLIPPED in state.timers)


def _back_from_hold(state: State, _: Sight) -> Stepped:
    """Back before the hold was over: a long one goes on later, a short one begins again."""
    if state.part.keeps_hold:
        on = phases.move(state)
        return on, phase_cues(on)
    once = 0 if state.eyes.hurried else 1
    hurried = state.but(hold_left_s=None).noting(reps_fast=state.seen.reps_fast + once)
    if Timer.SLIPPED in state.timers:
        hurried, said = slipped(hurried)
    else:
        said = ()
    return phases.move(hurried), said


def _back(state: State, _: Sight) -> Stepped:
    onward = phases.after_rep(state)
    return onward, phase_cues(onward)


def _not_all_the_way_back(state: State, _: Sight) -> Stepped:
    return corrections.tell(state, "all-the-way", "coach_all_the_way_back")


REACTIONS: dict[tuple[Phase, SeenWhat], Callable[[State, Sight], Stepped]] = {
    (Phase.POSITION, SeenWhat.IN_POSITION): _into_place,
    (Phase.GET_READY, SeenWhat.MOVING): _begun,
    (Phase.GET_READY, SeenWhat.AT_END): _begun,
    (Phase.MOVE, SeenWhat.MOVING): _moving,
    (Phase.MOVE, SeenWhat.AT_END): _at_end,
    (Phase.MOVE, SeenWhat.BACK): _back_early,
    (Phase.HOLD, SeenWhat.LEFT_END): _left_end,
    (Phase.HOLD, SeenWhat.AT_END): _at_end_again,
    (Phase.HOLD, SeenWhat.BACK): _back_from_hold,
    (Phase.HOLD, SeenWhat.IN_POSITION): _back_from_hold,
    (Phase.RETURN, SeenWhat.AT_END): _not_all_the_way_back,
    (Phase.RETURN, SeenWhat.BACK): _back,
    (Phase.RETURN, SeenWhat.IN_POSITION): _back,
}
"""What a phase that is led by sight does at a moment seen; anything else is only remembered."""
