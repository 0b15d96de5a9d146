"""Pain during a session: the rules of ``coxa.safety`` act at once.

A groin pinch always ends the session. Everything else follows the decision of the safety room:
stop today, leave the exercise out, or go on.
"""

from __future__ import annotations

from datetime import timedelta

from coxa.catalogue import StopSign
from coxa.coach import phases
from coxa.coach.events import Pain, PauseReason
from coxa.coach.state import Phase, State
from coxa.coach.words import after_word, phase_cues, say_now
from coxa.records import Cue, CueKind, Message, PainReport, PainTime, Priority
from coxa.safety import PAIN_LIMIT, PainDecision, after_pain


def pain_told(state: State, event: Pain) -> tuple[State, tuple[Cue, ...]]:
    """What follows from pain that the person reports, asked for or not."""
    report = _report(state, event)
    decision = after_pain(report, state.part.kind, (*state.pain_before, *state.pain))
    noted = state.but(pain=(*state.pain, report))
    if report.groin_pinch and not decision.see_someone:
        return _ended(noted, Message(id="coach_groin_pinch"))
    if report.groin_pinch or decision.stop_today:
        return _ended(noted, decision.message)
    if decision.stop_exercise:
        return _left_out(noted, decision)
    return _gone_on(noted, decision)


def _report(state: State, event: Pain) -> PainReport:
    asked = state.phase is Phase.ASK_PAIN
    return PainReport(
        at=state.begun_at + timedelta(seconds=state.t_s),
        score=event.score,
        when=PainTime.AFTER if asked else PainTime.DURING,
        groin_pinch=event.groin_pinch or StopSign.GROIN_PINCH in event.stop_signs,
        stop_signs=event.stop_signs,
        exercise_id=state.part.dose.exercise_id,
    )


def _ended(state: State, why: Message) -> tuple[State, tuple[Cue, ...]]:
    ended = phases.stopped(state, why)
    return ended, phase_cues(ended)


def _left_out(state: State, decision: PainDecision) -> tuple[State, tuple[Cue, ...]]:
    """The exercise is over for today; the next one waits until the person goes on."""
    onward = phases.give_up_exercise(state)
    if onward.phase_ends_s is not None:
        onward = phases.pause(onward, PauseReason.PAIN)
    return onward, (_tell(onward, decision, Priority.URGENT), *phase_cues(onward))


def _gone_on(state: State, decision: PainDecision) -> tuple[State, tuple[Cue, ...]]:
    """An answer to the question leads on; pain told in between leaves the session paused."""
    if state.phase is Phase.ASK_PAIN:
        onward = phases.next_part(state.but(paused=None))
        return onward, _told_why(state, onward)
    if state.running:
        state = phases.pause(state, PauseReason.PAIN)
    return state, (_tell(state, decision, Priority.NORMAL),)


def _told_why(answered: State, onward: State) -> tuple[Cue, ...]:
    """Pain that is within the limit goes on, and the person hears what the limit is."""
    score = answered.pain[-1].score
    if not score:
        return phase_cues(onward)
    limit = PAIN_LIMIT[answered.part.kind]
    return after_word(
        say_now(onward, "coach_pain_within", score=score, limit=limit), phase_cues(onward)
    )


def _tell(state: State, decision: PainDecision, priority: Priority) -> Cue:
    return Cue(at_s=state.t_s, kind=CueKind.SAY, priority=priority, message=decision.message)
