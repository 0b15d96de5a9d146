"""What the page shows of a live test, in its words: the one place that knows both sides' names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coxa.assessment import guided
from coxa.site.live.line import Line

MOVING = frozenset({guided.Phase.GO, guided.Phase.HOLD, guided.Phase.BACK})
WITH_A_SIDE = MOVING | {guided.Phase.REST}


def screen(
    view: guided.GuidedView, cues: Sequence[guided.GuidedCue], number: int, line: Line
) -> dict[str, Any]:
    """The message ``view`` (``frontend/src/live/protocol.ts``).

    Parameters
    ----------
    number
        Of the frame that this answers.
    """
    sided, moving = view.phase in WITH_A_SIDE, view.phase in MOVING
    still = view.phase is guided.Phase.NEUTRAL
    shown = {
        "phase": view.phase.value.replace("-", "_"),
        "side": view.side if sided else None,
        "direction": view.direction if sided else None,
        "repeat": view.repeat if moving else 0,
        "repeats": view.repeats,
        "hold_share": view.still_share if still else view.hold_share,
        "swing_deg": view.swing_deg,
        "remark": line.words(view.remark),
        "caption": line.words(view.caption) or "",
        "running": not view.over,
        "paused": view.paused is not None,
        "may_skip": view.may_skip,
    }
    spoken = [
        {"kind": cue.kind, "priority": cue.priority, "text": line.words(cue.message)}
        for cue in cues
    ]
    return {"kind": "view", "number": number, "view": shown, "cues": spoken}
