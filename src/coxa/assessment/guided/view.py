"""What the screen shows of a guided test."""

from __future__ import annotations

from coxa.assessment.guided import parts
from coxa.assessment.guided.state import Break, GuidedState, Phase
from coxa.assessment.guided.told import may_skip
from coxa.quantities import Direction, Side
from coxa.records import Message, Record

MOVING = frozenset({Phase.GO, Phase.HOLD, Phase.BACK})
OFFER_SKIP_AFTER = 2
"""Asked for so often without an answer, the person is offered to leave it."""


class GuidedView(Record):
    """The screen of one state."""

    phase: Phase
    paused: Break | None
    t_s: float
    """Time of the last frame."""
    part: int
    """Which movement this is, from 1."""
    parts: int
    side: Side
    direction: Direction
    repeat: int
    """The repeat under way, from 1."""
    repeats: int
    hold_share: float
    """Of the hold, 0 to 1."""
    still_share: float
    """Of the stillness at the start, 0 to 1."""
    swing_deg: int | None
    """About how far the leg has turned the way asked for; no reading, so never without *about*."""
    remark: Message | None
    """The one thing about the set-up that is to be put right."""
    caption: Message | None
    """What was said last."""
    offer_skip: bool
    may_skip: bool
    """What is asked for now may be left out."""
    mirrored: bool
    """The picture is a mirrored one: left and right have been exchanged."""
    pinched: bool
    over: bool
    ending: Message | None
    """Why the test ended before its end."""


def view(state: GuidedState) -> GuidedView:
    """What to show for ``state``."""
    counted = len(state.counted)
    return GuidedView(
        phase=state.phase,
        paused=state.paused,
        t_s=0.0 if state.t_s is None else state.t_s,
        part=min(state.part_index + 1, len(state.plan.parts)),
        parts=len(state.plan.parts),
        side=state.part.side,
        direction=state.part.direction,
        repeat=min(counted + 1, state.plan.repeats),
        repeats=state.plan.repeats,
        hold_share=_hold_share(state),
        still_share=_still_share(state),
        swing_deg=_swing_deg(state),
        remark=None if state.remark is None else Message(id=f"live_{state.remark.value}"),
        caption=state.caption,
        offer_skip=state.prompts >= OFFER_SKIP_AFTER,
        may_skip=may_skip(state),
        mirrored=state.mirrored,
        pinched=state.pinched,
        over=state.over,
        ending=state.ending,
    )


def _hold_share(state: GuidedState) -> float:
    if state.phase is Phase.BACK:
        return 1.0
    if state.phase is not Phase.HOLD or state.swing is None or state.t_s is None:
        return 0.0
    return round(min(1.0, (state.t_s - state.swing.anchor_s) / state.plan.hold_s), 3)


def _still_share(state: GuidedState) -> float:
    if state.phase is not Phase.NEUTRAL or state.still is None or state.t_s is None:
        return 0.0
    return round(min(1.0, (state.t_s - state.still.since_s) / state.plan.neutral_s), 3)


def _swing_deg(state: GuidedState) -> int | None:
    out_deg = parts.out_deg(state) if state.phase in MOVING else None
    return None if out_deg is None else max(0, round(out_deg))
