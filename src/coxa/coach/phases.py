"""The phases of a session: how each is entered, and which one follows which.

::

    intro → get ready → [move → hold → return] × reps → rest → … × sets
          → switch sides → get ready → …          (same exercise, other leg)
          → ask pain → intro of the next exercise → … → ask effort → finished

A hold is only ever entered from a move, so that two holds are never one long one.
"""

from __future__ import annotations

from coxa.coach.state import Pace, Part, Phase, SetTally, State
from coxa.records import Message

LETTERS_PER_S = 14.0
"""A calm speaking rate: about 150 words a minute."""


def intro_s(part: Part, pace: Pace) -> float:
    """Time to hear how an exercise is done and to take its position, in seconds."""
    return max(pace.intro_s, pace.get_ready_s + said_s(part.start, *part.steps))


def said_s(*sentences: str) -> float:
    """About how long saying the sentences takes, with a breath after each, in seconds."""
    return sum(1.0 + len(sentence) / LETTERS_PER_S for sentence in sentences)


def enter(state: State, phase: Phase, lasts_s: float | None) -> State:
    """The state at the beginning of a phase that lasts ``lasts_s``, or until the person acts.

    Where the person has to act there is no clock that a pause could stop.
    """
    begun = state.but(phase=phase, phase_started_s=state.t_s)
    if lasts_s is None:
        return begun.but(phase_ends_s=None, paused=None)
    return begun.but(phase_ends_s=state.t_s + lasts_s)


def introduce(state: State) -> State:
    """The beginning of the exercise under way."""
    return enter(state, Phase.INTRO, intro_s(state.part, state.pace))


def get_ready(state: State) -> State:
    """The countdown before work, also after a pause."""
    return enter(state, Phase.GET_READY, state.pace.get_ready_s)


def move(state: State) -> State:
    """Into the end position."""
    return enter(state, Phase.MOVE, state.part.move_s)


def hold(state: State) -> State:
    """The hold, or what a pause left of it; never more than the dose."""
    full_s = state.part.dose.hold_s
    left_s = full_s if state.hold_left_s is None else min(state.hold_left_s, full_s)
    return enter(state.but(hold_left_s=left_s), Phase.HOLD, left_s)


def come_back(state: State) -> State:
    """Out of the end position; the hold before it counts as done."""
    held = state.but(reps_done=state.reps_done + 1, hold_left_s=None)
    return enter(held, Phase.RETURN, state.part.return_s)


def after_rep(state: State) -> State:
    """The next repetition, or the end of the set."""
    return move(state) if state.reps_done < state.part.dose.reps else end_set(state)


def end_set(state: State) -> State:
    """Put the set on record and go on to the next set, side, or question."""
    tallied = with_tally(state)
    if state.set_number < state.part.dose.sets:
        following = tallied.but(set_number=state.set_number + 1)
        rest_s = state.part.dose.rest_s
        return enter(following, Phase.REST, rest_s) if rest_s else get_ready(following)
    return end_part(tallied)


def end_part(state: State) -> State:
    """The other side of the same exercise, or the question after it."""
    index = following_index(state)
    if index is not None and is_other_side(state.part, state.parts[index]):
        return switch_sides(state.but(part_index=index, set_number=1))
    return ask_pain(state)


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
    return introduce(state.but(part_index=index, set_number=1))


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
    cleared = state.but(reps_done=0, hold_left_s=None)
    if not state.hold_done_s:
        return cleared
    tally = SetTally(
        part_index=state.part_index,
        exercise_id=state.part.dose.exercise_id,
        side=state.part.dose.side,
        set_number=state.set_number,
        reps_done=state.reps_done,
        hold_done_s=state.hold_done_s,
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
