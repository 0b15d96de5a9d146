"""The phases of a session: how each is entered, and which one follows which.

::

    intro → get ready → [move → hold → return] × reps → rest → … × sets
          → switch sides → get ready → …          (same exercise, other leg)
          → ask pain → intro of the next exercise → … → ask effort → finished

By the clock each phase has its end. Where a camera leads, ``get ready`` waits in ``position`` for
the start pose, and a repetition goes by what is seen:

========  ======================  ====================================================
phase     waits for               then
========  ======================  ====================================================
position  the start pose          get ready
move      the end of the range    hold
hold      its time, at the end    return; out of the band it stands still
return    the start pose again    the next repetition, or the end of the set
========  ======================  ====================================================

Who goes missing from get ready, move, hold or return is waited for in ``position``.

A hold is only ever entered from a move, so that two holds are never one long one.
"""

from __future__ import annotations

from coxa.coach.events import PauseReason
from coxa.coach.state import (
    ALERT,
    WORKING,
    Body,
    Eyes,
    Pace,
    Part,
    Phase,
    SetSeen,
    SetTally,
    State,
    Timer,
)
from coxa.records import Message

LETTERS_PER_S = 14.0
"""A calm speaking rate: about 150 words a minute."""
REMIND_S = 15.0
"""Whoever is waited for hears so every so often."""
RETURN_LATE_S = 4.0
"""This much later than its time, the way back is asked for again."""


def intro_s(part: Part, pace: Pace) -> float:
    """Time to hear how an exercise is done and to take its position, in seconds."""
    return max(pace.intro_s, pace.get_ready_s + said_s(*how_to(part)))


def how_to(part: Part) -> tuple[str, ...]:
    """What is said of how an exercise is done."""
    return (part.start, *part.steps, *((part.way,) if part.way else ()))


def said_s(*sentences: str) -> float:
    """About how long saying the sentences takes, with a breath after each, in seconds."""
    return sum(1.0 + len(sentence) / LETTERS_PER_S for sentence in sentences)


def enter(state: State, phase: Phase, lasts_s: float | None) -> State:
    """The state at the beginning of a phase that lasts ``lasts_s``, or until something happens.

    Where a question waits for its answer there is no clock that a pause could stop.
    """
    ends_s = None if lasts_s is None else state.t_s + lasts_s
    kept = _TIMERS_KEPT_IN.get(phase, frozenset())
    begun = state.but(
        phase=phase,
        phase_started_s=state.t_s,
        phase_ends_s=ends_s,
        reminded=0,
        timers={timer: at_s for timer, at_s in state.timers.items() if timer in kept},
    )
    return begun if ends_s is not None or begun.waits_to_see else begun.but(paused=None)


_TIMERS_KEPT_IN = {
    **dict.fromkeys(ALERT, frozenset({Timer.GIVE_UP_WAITING})),
    **dict.fromkeys(WORKING, frozenset({Timer.GIVE_UP_WAITING, Timer.PRAISE})),
}


def pause(state: State, why: PauseReason) -> State:
    """The clock stands; nothing falls due any more."""
    return state.but(paused=why, timers={})


def introduce(state: State) -> State:
    """The beginning of the exercise under way."""
    return enter(state, Phase.INTRO, intro_s(state.part, state.pace))


def into_position(state: State) -> State:
    """The countdown before work; before it, where a camera leads, the start pose."""
    waits = state.watching and not state.eyes.placed
    return position(state) if waits else get_ready(state)


def position(state: State) -> State:
    """Wait until the start pose is seen; a short hold that was broken begins again."""
    left_s = state.hold_left_s if state.part.keeps_hold else None
    waiting = state.but(led_by_sight=True, hold_left_s=left_s)
    return enter(waiting, Phase.POSITION, None).timed(Timer.REMIND, state.t_s + REMIND_S)


def get_ready(state: State) -> State:
    """The countdown before work, also after a pause."""
    led = state.watching and state.eyes.placed
    return enter(state.but(led_by_sight=led), Phase.GET_READY, state.pace.get_ready_s)


def begin_work(state: State) -> State:
    """Into the first repetition, led by what is seen where a camera can lead."""
    if state.watching and not state.eyes.placed:
        return position(state)
    return move(state.but(led_by_sight=state.watching))


def move(state: State) -> State:
    """Into the end position."""
    if not state.led_by_sight:
        return enter(state, Phase.MOVE, state.part.move_s)
    moving = enter(state, Phase.MOVE, None).timed(Timer.REMIND, state.t_s + REMIND_S)
    there = state.eyes.body is Body.END and not state.eyes.spent
    return hold(moving) if there else moving


def hold(state: State) -> State:
    """The hold, or what a pause left of it; never more than the dose."""
    full_s = state.part.dose.hold_s
    left_s = full_s if state.hold_left_s is None else min(state.hold_left_s, full_s)
    led = state.led_by_sight
    noted = state.noting(
        by_sight=state.seen.by_sight or led, by_clock=state.seen.by_clock or not led
    )
    return enter(noted.but(hold_left_s=left_s), Phase.HOLD, left_s)


def stand_still(state: State) -> State:
    """The hold out of its band: what was held stays, and nothing is added."""
    return enter(state, Phase.HOLD, None).timed(Timer.REMIND, state.t_s + REMIND_S)


def come_back(state: State) -> State:
    """Out of the end position; what was held before it counts as a repetition."""
    held_s = state.part.dose.hold_s - (state.hold_left_s or 0.0)
    held = state.but(reps_done=state.reps_done + 1, hold_left_s=None, held_s=state.held_s + held_s)
    held = held.noting(half_in_a_row=0).eyeing(spent=state.eyes.placed)
    if not state.led_by_sight:
        return enter(held, Phase.RETURN, state.part.return_s)
    late_s = state.t_s + state.part.return_s + RETURN_LATE_S
    return enter(held, Phase.RETURN, None).timed(Timer.REMIND, late_s)


def after_rep(state: State) -> State:
    """The next repetition, or the end of the set."""
    if state.reps_done >= state.part.dose.reps:
        return end_set(state)
    if state.led_by_sight and not state.eyes.placed:
        return position(state)
    return move(state)


def end_set(state: State) -> State:
    """Put the set on record and go on to the next set, side, or question."""
    tallied = with_tally(state)
    if state.set_number < state.part.dose.sets:
        following = tallied.but(set_number=state.set_number + 1)
        rest_s = state.part.dose.rest_s
        return enter(following, Phase.REST, rest_s) if rest_s else into_position(following)
    return end_part(tallied)


def end_part(state: State) -> State:
    """The other side of the same exercise, or the question after it."""
    index = following_index(state)
    if index is not None and is_other_side(state.part, state.parts[index]):
        return switch_sides(_at_part(state, index))
    return ask_pain(state)


def _at_part(state: State, index: int) -> State:
    """Another dose: whether a camera can lead it is open anew, and its start pose not yet seen."""
    return state.but(
        part_index=index, set_number=1, by_clock=False, eyes=Eyes(on=state.eyes.on), timers={}
    )


def switch_sides(state: State) -> State:
    """Time to turn over for the other leg."""
    return enter(state, Phase.SWITCH_SIDES, state.pace.switch_s)


def ask_pain(state: State) -> State:
    """The question after an exercise; the last one of a session waits for its answer."""
    is_last = following_index(state) is None
    return enter(state, Phase.ASK_PAIN, None if is_last else state.pace.answer_s)


def unanswered(state: State) -> State:
    """Go on without an answer, and remember that there was none."""
    exercise_id = state.part.dose.exercise_id
    return next_part(state.but(unanswered=(*state.unanswered, exercise_id)))


def next_part(state: State) -> State:
    """The next dose that is still to be done, or the question at the end."""
    index = following_index(state)
    if index is None:
        return enter(state, Phase.ASK_EFFORT, None)
    return introduce(_at_part(state, index))


def give_up_exercise(state: State) -> State:
    """Leave out what remains of the exercise under way, on both sides."""
    exercise_id = state.part.dose.exercise_id
    left_out = with_tally(state).but(given_up=(*state.given_up, exercise_id))
    return next_part(left_out)


def following_index(state: State) -> int | None:
    """Where the next dose stands whose exercise has not been given up."""
    for index in range(state.part_index + 1, len(state.parts)):
        if state.parts[index].dose.exercise_id not in state.given_up:
            return index
    return None


def with_tally(state: State) -> State:
    """Put on record what was done of the set under way, if anything was."""
    cleared = state.but(
        reps_done=0, hold_left_s=None, held_s=0.0, led_by_sight=False, seen=SetSeen()
    )
    seen = state.seen
    if not (state.hold_done_s or seen.reps_half or seen.reps_fast):
        return cleared
    tally = SetTally(
        part_index=state.part_index,
        exercise_id=state.part.dose.exercise_id,
        side=state.part.dose.side,
        set_number=state.set_number,
        reps_done=state.reps_done,
        hold_done_s=state.hold_done_s,
        watched=seen.by_sight and not seen.by_clock,
        reps_half=seen.reps_half,
        reps_fast=seen.reps_fast,
        best_share=seen.best_share,
        faults=seen.faults,
    )
    return cleared.but(done=(*state.done, tally))


def stopped(state: State, why: Message) -> State:
    """The session ends here and now; what was done of the set stays on record."""
    return enter(with_tally(state).but(ending=why), Phase.STOPPED, None)


def finished(state: State) -> State:
    """The session ends as planned."""
    return enter(state.but(ending=Message(id="coach_finished")), Phase.FINISHED, None)


def is_other_side(before: Part, after: Part) -> bool:
    """Whether ``after`` is the same exercise for the other leg."""
    return before.dose.exercise_id == after.dose.exercise_id and before.dose.side != after.dose.side
