"""What the screen shows of a state: the count, what is now, what comes next, how far along."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.coach import corrections
from coxa.coach.events import PauseReason
from coxa.coach.phases import following_index, is_other_side
from coxa.coach.state import LONG_HOLD_S, WORKING, Phase, State
from coxa.quantities import Side
from coxa.records import Message, Record


class Count(StrEnum):
    """What the large number counts."""

    SECONDS = "seconds"
    """Seconds left of the phase."""
    REPS = "reps"
    """The repetition under way."""
    NOTHING = "nothing"


class WaitingFor(StrEnum):
    """What the session waits to see before it goes on."""

    POSITION = "position"
    """The start pose."""
    MOVEMENT = "movement"
    """A repetition that begins and reaches its end."""
    END = "end"
    """The end of the range, which was left: the hold stands still."""
    BACK = "back"
    """The start pose again."""


class Display(Record):
    """The screen of one state. Between two events the client counts down by its own clock."""

    phase: Phase
    running: bool
    paused: PauseReason | None
    t_s: float
    phase_started_s: float
    phase_ends_s: float | None
    next_tick_s: float | None
    """When the coach wants the next tick; ``None``: not before the person acts."""
    exercise_id: str
    exercise: str
    side: Side
    count: Count
    rep: int
    reps: int
    now: Message
    next: Message | None
    """What follows; ``None`` when nothing does."""
    place: Message | None
    """Which set this is."""
    sets_behind: int
    sets_planned: Annotated[int, Field(ge=1)]
    ending: Message | None
    camera: bool = False
    """A camera is on."""
    watchable: bool = False
    """A camera in its place counts this exercise."""
    watched: bool = False
    """The work now is led by what is seen, not by the clock."""
    waiting_for: WaitingFor | None = None
    fault: Message | None = None
    """The one correction to show, as long as its fault is seen."""
    hold_left_s: float | None = None
    """What is left of the hold under way; it runs only in a hold that has an end."""
    range_share: float = 1.0
    """How much of the way counts as all of it."""
    best_share: float | None = None
    """The furthest seen in this session of this exercise on this side."""


def display(state: State) -> Display:
    """What to show for ``state``."""
    dose = state.part.dose
    return Display(
        phase=state.phase,
        running=state.running,
        paused=state.paused,
        t_s=state.t_s,
        phase_started_s=state.phase_started_s,
        phase_ends_s=state.phase_ends_s,
        next_tick_s=state.next_tick_s,
        exercise_id=dose.exercise_id,
        exercise=state.part.name,
        side=dose.side,
        count=_count(state),
        rep=_rep(state),
        reps=dose.reps,
        now=_now(state),
        next=_next(state),
        place=_place(state),
        sets_behind=_sets_behind(state),
        sets_planned=state.sets_planned,
        ending=state.ending,
        camera=state.eyes.on,
        watchable=state.part.watchable,
        watched=state.led_by_sight,
        waiting_for=_waiting_for(state),
        fault=corrections.shown(state),
        hold_left_s=state.hold_left_s,
        range_share=state.part.range_share,
        best_share=_best_share(state),
    )


def _waiting_for(state: State) -> WaitingFor | None:
    return _WAITING_FOR.get(state.phase) if state.waits_to_see else None


_WAITING_FOR = {
    Phase.POSITION: WaitingFor.POSITION,
    Phase.MOVE: WaitingFor.MOVEMENT,
    Phase.HOLD: WaitingFor.END,
    Phase.RETURN: WaitingFor.BACK,
}


def _best_share(state: State) -> float | None:
    dose = state.part.dose
    earlier = [
        done.best_share
        for done in state.done
        if (done.exercise_id, done.side) == (dose.exercise_id, dose.side)
    ]
    return max(
        (best for best in (*earlier, state.seen.best_share) if best is not None), default=None
    )


def _count(state: State) -> Count:
    nothing_runs = state.phase_ends_s is None and not state.waits_to_see
    if nothing_runs or state.phase in {Phase.ASK_PAIN, Phase.POSITION}:
        return Count.NOTHING
    if state.phase not in WORKING or _holds_long(state):
        return Count.SECONDS
    return Count.REPS


def _holds_long(state: State) -> bool:
    return state.part.dose.hold_s >= LONG_HOLD_S


def _rep(state: State) -> int:
    """The repetition under way; on the way back still the one that is being finished."""
    finished = state.reps_done - (state.phase is Phase.RETURN)
    return min(finished + 1, state.part.dose.reps)


def _now(state: State) -> Message:
    if state.phase is Phase.HOLD and state.waits_to_see:
        return Message(id="coach_now_further")
    return Message(id=f"coach_now_{state.phase.value.replace('-', '_')}")


def _place(state: State) -> Message | None:
    if state.over or state.phase in {Phase.WAITING, Phase.ASK_PAIN, Phase.ASK_EFFORT}:
        return None
    place = {"set": state.set_number, "sets": state.part.dose.sets}
    return Message(id="coach_place_set", params={**place})


def _sets_behind(state: State) -> int:
    """How many planned sets lie behind, done or skipped."""
    before = sum(part.dose.sets for part in state.parts[: state.part_index])
    this = state.part.dose.sets
    if state.phase is Phase.ASK_PAIN:
        return before + this
    if state.phase in {Phase.ASK_EFFORT, Phase.FINISHED}:
        return state.sets_planned
    return before + state.set_number - 1


def _next(state: State) -> Message | None:
    dose = state.part.dose
    match state.phase:
        case Phase.WAITING:
            return Message(id="coach_next_exercise", params={"exercise": state.part.name})
        case Phase.INTRO | Phase.SWITCH_SIDES | Phase.POSITION | Phase.GET_READY | Phase.REST:
            return _work_ahead(state)
        case Phase.MOVE | Phase.HOLD | Phase.RETURN if _rep(state) < dose.reps:
            return Message(id="coach_next_rep", params={"rep": _rep(state) + 1})
        case Phase.MOVE | Phase.HOLD | Phase.RETURN if state.set_number < dose.sets:
            return Message(id="coach_next_rest", params={"seconds": round(dose.rest_s)})
        case Phase.MOVE | Phase.HOLD | Phase.RETURN | Phase.ASK_PAIN:
            return _next_part(state)
        case _:
            return None


def _work_ahead(state: State) -> Message:
    dose = state.part.dose
    if dose.reps == 1:
        return Message(id="coach_next_hold", params={"seconds": round(dose.hold_s)})
    return Message(id="coach_next_reps", params={"reps": dose.reps, "seconds": round(dose.hold_s)})


def _next_part(state: State) -> Message:
    index = following_index(state)
    if index is None:
        return Message(id="coach_next_end")
    following = state.parts[index]
    if is_other_side(state.part, following):
        return Message(id=f"coach_next_side_{following.dose.side.value}")
    return Message(id="coach_next_exercise", params={"exercise": following.name})
