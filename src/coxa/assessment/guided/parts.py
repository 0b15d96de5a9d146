"""The order of a guided test: which movement is asked for now, and which repeats count."""

from __future__ import annotations

from collections.abc import Callable

from coxa.assessment.guided.state import Counted, GuidedState, Phase, Take
from coxa.assessment.guided.words import Stepped, now_s, say
from coxa.quantities import Side
from coxa.records import Priority

QUIET_DEG = 4.5
"""A leg this near to where it hung is at rest: it never comes back to the very same place."""
SHORT_DEG = 6.0
SHORT_SHARE = 0.25
"""A repeat that ends this far before the furthest one is another movement, not a repeat of it."""


def out_deg(state: GuidedState) -> float | None:
    """How far the leg under test has gone the way asked for; ``None`` where it is not seen."""
    moved_deg = moved(state, state.part.side)
    return None if moved_deg is None else state.part.direction.sign * moved_deg


def moved(state: GuidedState, side: Side) -> float | None:
    """How far a leg has turned since it hung still, internal positive, as the picture shows it."""
    now_deg = state.legs.of(side)
    rest_deg = state.take.rest.legs.of(side) if state.takes else None
    return None if now_deg is None or rest_deg is None else now_deg - rest_deg


def quiet(state: GuidedState) -> bool:
    """Both legs hang where they hung."""
    moves = (moved(state, side) for side in Side)
    return all(abs(move) < QUIET_DEG for move in moves if move is not None)


def go(state: GuidedState, message_id: str, *, beep: bool = False) -> Stepped:
    """Ask for the next repeat; ``live_go`` and ``live_going_on_with`` name the movement."""
    asked = let_go(state).but(phase=Phase.GO, since_s=now_s(state), prompts=0)
    part, number = state.part, len(state.counted) + 1
    if message_id in {"live_go", "live_going_on_with"}:
        message_id = f"{message_id}_{part.side.value}_{part.direction.value}"
    return say(asked, message_id, beep=beep, number=number, repeats=state.plan.repeats)


def let_go(state: GuidedState) -> GuidedState:
    """Without the repeat under way."""
    moving = state.phase in {Phase.GO, Phase.HOLD, Phase.BACK}
    return state.but(
        phase=Phase.GO if moving else state.phase,
        swing=None,
        still=None,
        quiet_since_s=None,
        quiet_until_s=None,
        astray_since_s=None,
        away_since_s=None,
    )


def hang_anew(state: GuidedState, message_id: str) -> Stepped:
    """Ask for a new zero. Movements that are complete stay; the one under way begins anew."""
    fresh = let_go(without_part(state))
    return say(
        fresh.but(phase=Phase.NEUTRAL, since_s=now_s(state), prompts=0),
        message_id,
        priority=Priority.URGENT,
    )


def without_part(state: GuidedState) -> GuidedState:
    """None of the repeats of the movement under way count."""
    return _with_counted(state, lambda one: one.part_index != state.part_index)


def count(state: GuidedState, new: Counted) -> Stepped:
    """A repeat is over: does it count, does it make earlier ones worthless, what comes next?

    Whether somebody went to the end shows only against the other repeats. One that stops short of
    them is asked for again; a second one in a row is believed. One that goes much further shows
    that the earlier ones stopped short.
    """
    best_deg = max([new.held_deg, *(one.held_deg for one in state.counted)])
    least_deg = best_deg - max(SHORT_DEG, SHORT_SHARE * best_deg)
    if new.held_deg < least_deg and not state.short:
        return go(state.but(short=1), "live_short")
    if new.held_deg < least_deg:
        state = without_part(state)
    before = len(state.counted)
    state = _with_counted(
        state, lambda one: one.part_index != state.part_index or one.held_deg >= least_deg
    )
    further = len(state.counted) < before
    take = state.take.model_copy(update={"counted": (*state.take.counted, new)})
    state = state.but(takes=(*state.takes[:-1], take), short=0)
    if len(state.counted) >= state.plan.repeats:
        return after_part(state)
    return go(state, "live_further" if further else "live_again")


def _with_counted(state: GuidedState, keep: Callable[[Counted], bool]) -> GuidedState:
    if not state.takes:
        return state
    kept = tuple(one for one in state.take.counted if keep(one))
    take: Take = state.take.model_copy(update={"counted": kept})
    return state.but(takes=(*state.takes[:-1], take))


def after_part(state: GuidedState) -> Stepped:
    """Go on to the next movement, or to the end."""
    side = state.part.side
    following = state.part_index + 1
    state = let_go(state).but(part_index=following, short=0, prompts=0, since_s=now_s(state))
    if following >= len(state.plan.parts):
        return say(state.but(phase=Phase.DONE), "live_done", beep=True)
    resting = state.but(phase=Phase.REST)
    if state.part.side is side:
        return say(resting, "live_other_way", beep=True)
    return say(resting, f"live_other_side_{state.part.side.value}", beep=True)
