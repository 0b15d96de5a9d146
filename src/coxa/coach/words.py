"""What the coach says in each phase, and at which second of it.

A good physiotherapist's way: few words, in time, one thing at a time. Times are moments of the
session's clock, fixed when the phase begins; nothing waits for the end of an utterance.
"""

from __future__ import annotations

from collections.abc import Callable

from coxa.catalogue import Kind
from coxa.coach.events import PauseReason
from coxa.coach.phases import how_to, said_s
from coxa.coach.state import Phase, State
from coxa.records import Cue, CueKind, Message, Priority

COUNTDOWN_S = 3
HALFWAY_FROM_S = 20.0
"""Holds at least this long are told their middle."""
COUNTED_FROM_S = 8.0
"""Holds and rests at least this long are counted out."""


def phase_cues(state: State) -> tuple[Cue, ...]:
    """All cues of the phase that the state has just entered; none while paused."""
    if state.paused is not None or state.phase not in _CUES:
        return ()
    return _CUES[state.phase](state)


def resume_cues(state: State) -> tuple[Cue, ...]:
    """What is left of the cues of a phase that goes on after a pause."""
    left = tuple(cue for cue in phase_cues(state) if cue.at_s > state.t_s)
    return (_say(state.t_s, "coach_going_on"), *left)


def say_now(state: State, message_id: str, **params: str | float) -> Cue:
    """One sentence at once."""
    return _say(state.t_s, message_id, Priority.NORMAL, **params)


def after_word(word: Cue, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """A word before the cues of a phase: what would fall into it waits behind it."""
    behind = [
        cue.model_copy(update={"priority": Priority.LOW})
        if cue.at_s == word.at_s and cue.kind is CueKind.SAY
        else cue
        for cue in cues
    ]
    return (word, *behind)


def pause_cues(state: State) -> tuple[Cue, ...]:
    """One word about the clock having stopped, and why."""
    if state.paused is None:
        return ()
    asked = state.paused in {PauseReason.ASKED, PauseReason.PAIN}
    priority = Priority.NORMAL if asked else Priority.URGENT
    return (_say(state.t_s, f"coach_paused_{state.paused.value}", priority=priority),)


def _intro(state: State) -> tuple[Cue, ...]:
    part, at_s = state.part, state.phase_started_s
    headline = _say(at_s, f"coach_intro_{part.dose.side.value}", exercise=part.name)
    at_s += said_s(part.name) + 1.0
    return (headline, *_read_out(at_s, *how_to(part)))


def _switch_sides(state: State) -> tuple[Cue, ...]:
    part, at_s = state.part, state.phase_started_s
    headline = _say(at_s, f"coach_switch_to_{part.dose.side.value}")
    return (headline, *_read_out(at_s + 3.0, part.start))


def _read_out(at_s: float, *sentences: str) -> tuple[Cue, ...]:
    cues = []
    for sentence in sentences:
        cues.append(_say(at_s, "coach_words", priority=Priority.LOW, words=sentence))
        at_s += said_s(sentence)
    return tuple(cues)


def _position(state: State) -> tuple[Cue, ...]:
    return (_say(state.phase_started_s, "coach_position"),)


def _get_ready(state: State) -> tuple[Cue, ...]:
    again = state.hold_left_s is not None
    word = _say(state.phase_started_s, "coach_back_into_position" if again else "coach_get_ready")
    return (word, *_count_out(state))


def _move(state: State) -> tuple[Cue, ...]:
    if state.led_by_sight:
        return _move_when_ready(state)
    if state.part.kind is Kind.STRETCH:
        return (_say(state.phase_started_s, "coach_ease_in"),)
    return (_say(state.phase_started_s, "coach_move", rep=state.reps_done + 1),)


def _move_when_ready(state: State) -> tuple[Cue, ...]:
    """At the person's own time; from the second repetition on nobody needs to be asked."""
    if state.eyes.spent:
        return (_say(state.phase_started_s, "coach_all_the_way_back"),)
    if state.hold_left_s is not None:
        return (_say(state.phase_started_s, "coach_in_again"),)
    if state.reps_done:
        return ()
    stretch = state.part.kind is Kind.STRETCH
    return (_say(state.phase_started_s, "coach_ease_in" if stretch else "coach_begin"),)


def _hold(state: State) -> tuple[Cue, ...]:
    left_s = _left_s(state)
    if left_s < COUNTED_FROM_S:
        return (_say(state.phase_started_s, "coach_hold"), _beep_at_the_end(state))
    cues = [_say(state.phase_started_s, "coach_hold_seconds", seconds=round(left_s))]
    if left_s >= HALFWAY_FROM_S:
        cues.append(_say(state.phase_started_s + left_s / 2, "coach_halfway"))
    return (*cues, *_count_out(state))


def _return(state: State) -> tuple[Cue, ...]:
    stretch = state.part.kind is Kind.STRETCH
    if state.led_by_sight and state.part.dose.reps > 1:
        message_id = "coach_counted_out" if stretch else "coach_counted_back"
        return (_say(state.phase_started_s, message_id, rep=state.reps_done),)
    return (_say(state.phase_started_s, "coach_ease_out" if stretch else "coach_come_back"),)


def _rest(state: State) -> tuple[Cue, ...]:
    rest_s = _left_s(state)
    word = _say(state.phase_started_s, "coach_rest", seconds=round(rest_s))
    if rest_s < COUNTED_FROM_S:
        return (word, _beep_at_the_end(state))
    dose = state.part.dose
    warning = _say(_end_s(state) - 6.0, "coach_next_set", number=state.set_number, of=dose.sets)
    return (word, warning, *_count_out(state))


def _ask_pain(state: State) -> tuple[Cue, ...]:
    at_s = state.phase_started_s
    pinch = _say(at_s, "coach_ask_pinch", priority=Priority.LOW)
    if state.phase_ends_s is None:
        return (_say(at_s, "coach_ask_pain"), pinch)
    return (_say(at_s, "coach_ask_pain_and_go_on", seconds=round(_left_s(state))), pinch)


def _ask_effort(state: State) -> tuple[Cue, ...]:
    return (_say(state.phase_started_s, "coach_ask_effort"),)


def _finished(state: State) -> tuple[Cue, ...]:
    return (_say(state.phase_started_s, "coach_finished"),)


def _stopped(state: State) -> tuple[Cue, ...]:
    if state.ending is None:
        return ()
    return (
        Cue(
            at_s=state.phase_started_s,
            kind=CueKind.SAY,
            priority=Priority.URGENT,
            message=state.ending,
        ),
    )


_CUES: dict[Phase, Callable[[State], tuple[Cue, ...]]] = {
    Phase.INTRO: _intro,
    Phase.SWITCH_SIDES: _switch_sides,
    Phase.POSITION: _position,
    Phase.GET_READY: _get_ready,
    Phase.MOVE: _move,
    Phase.HOLD: _hold,
    Phase.RETURN: _return,
    Phase.REST: _rest,
    Phase.ASK_PAIN: _ask_pain,
    Phase.ASK_EFFORT: _ask_effort,
    Phase.FINISHED: _finished,
    Phase.STOPPED: _stopped,
}


def _count_out(state: State) -> tuple[Cue, ...]:
    """*Three, two, one* and a beep at the end of the phase, as far as the phase is long enough."""
    numbers = [
        _say(_end_s(state) - number, "coach_count", number=number)
        for number in range(COUNTDOWN_S, 0, -1)
        if _left_s(state) >= number + 1.5
    ]
    return (*numbers, _beep_at_the_end(state))


def _beep_at_the_end(state: State) -> Cue:
    return Cue(at_s=_end_s(state), kind=CueKind.BEEP)


def _end_s(state: State) -> float:
    return state.phase_started_s if state.phase_ends_s is None else state.phase_ends_s


def _left_s(state: State) -> float:
    return _end_s(state) - state.phase_started_s


def _say(
    at_s: float,
    message_id: str,
    priority: Priority = Priority.NORMAL,
    **params: str | float,
) -> Cue:
    return Cue(
        at_s=at_s,
        kind=CueKind.SAY,
        priority=priority,
        message=Message(id=message_id, params=dict(params)),
    )
