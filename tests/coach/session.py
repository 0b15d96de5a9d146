"""Sessions to test the coach with: two exercises, and a way to run them by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from coxa.catalogue import CommonFault, Exercise, Kind, SeenFrom, Variant, View, load_catalogue
from coxa.coach import Begin, Cue, Event, Pace, Phase, State, Tick, start, step
from coxa.quantities import Side
from coxa.records import Dose, Message, PainReport
from coxa.wording import say

AT = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
WHY = Message(id="plan_chosen")


FAULTS = (("pelvis-rolls", "Keep the pelvis still."), ("trunk-leans", "Sit tall."))


def exercise(exercise_id: str, kind: Kind) -> Exercise:
    """An exercise with the fields that the coach reads."""
    fields: dict[str, Any] = {
        "id": exercise_id,
        "names": (exercise_id.title(),),
        "kind": kind,
        "start": "Sit on the floor.",
        "steps": ("Let the knee drop in.", "Keep both sit bones down."),
        "camera": View(
            seen_from=SeenFrom.FRONT,
            distance_m=2,
            height_m=0.5,
            words="In front of you.",
            counts=True,
        ),
        "faults": tuple(
            CommonFault(id=fault_id, looks_like="It goes.", cue=cue) for fault_id, cue in FAULTS
        ),
        "easier": (Variant(id="half", name="Half", words="Only half.", range_share=0.5),),
        "harder": (),
        "key_poses": load_catalogue().exercise("seated-internal-rotation").key_poses,
    }
    return Exercise.model_construct(**fields)


EXERCISES = {
    "stretch": exercise("stretch", Kind.STRETCH),
    "lift": exercise("lift", Kind.STRENGTH),
}


def stretch(side: Side = Side.LEFT, sets: int = 2, hold_s: float = 30.0) -> Dose:
    return Dose(exercise_id="stretch", side=side, sets=sets, hold_s=hold_s, rest_s=15, reason=WHY)


def lift(side: Side = Side.LEFT, sets: int = 2, reps: int = 3) -> Dose:
    return Dose(
        exercise_id="lift",
        side=side,
        sets=sets,
        reps=reps,
        hold_s=2,
        raise_s=2,
        lower_s=3,
        rest_s=20,
        reason=WHY,
    )


def begin(
    *doses: Dose, pain_before: tuple[PainReport, ...] = (), pace: Pace | None = None
) -> State:
    """A session of ``doses`` in its first phase."""
    waiting = start(doses, EXERCISES, at=AT, pain_before=pain_before, pace=pace)
    return step(waiting, Begin())[0]


def due_s(state: State) -> float:
    """When the next tick is due."""
    assert state.next_tick_s is not None, f"no tick is due in {state.phase}"
    return state.next_tick_s


def tick(state: State) -> tuple[State, tuple[Cue, ...]]:
    """To the end of the phase under way."""
    return step(state, Tick(t_s=due_s(state)))


def ticks(state: State) -> Iterator[State]:
    """Every state that the clock alone leads to."""
    while state.next_tick_s is not None:
        state, _ = tick(state)
        yield state


def until(state: State, phase: Phase) -> State:
    """The first state in ``phase`` that the clock leads to."""
    return next(later for later in ticks(state) if later.phase is phase)


def after(state: State, *events: Event) -> State:
    for event in events:
        state, _ = step(state, event)
    return state


def words(cues: tuple[Cue, ...]) -> list[str]:
    """The ids of what is said."""
    return [cue.message.id for cue in cues if cue.message]


def sentence(message: Message | None) -> str:
    """The words of a message that must be there."""
    assert message is not None
    return say(message)
