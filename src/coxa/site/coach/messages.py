"""What goes over the watch socket as text (``frontend/src/player/watch-protocol.ts``).

Frames come as in the live test: a few packets of ``coxa.capture.FRAME`` in one binary message.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from coxa.app.watch_exercise import Looks
from coxa.quantities import Side
from coxa.records import Record
from coxa.site.live.messages import Secret, SizePx

ExerciseId = Annotated[str, Field(min_length=1, max_length=100)]
Turn = Annotated[int, Field(ge=0, le=1_000_000)]


class Hello(Record):
    """The first message on every opening of the line."""

    kind: Literal["hello"]
    ticket: Secret
    width_px: SizePx
    height_px: SizePx


class LookFor(Record):
    """What to watch for from now on, from its start pose."""

    kind: Literal["exercise"]
    exercise_id: ExerciseId
    side: Side
    turn: Turn
    """Comes back with all that is seen of it, so that nothing is taken for what was before."""


def watching(asked: LookFor) -> dict[str, Any]:
    """The watcher is ready: from the next frame on this is looked for."""
    return {"kind": "watching", "turn": asked.turn}


def looks(found: Looks, turn: int) -> dict[str, Any]:
    """What the last frames showed; ``ago_s`` counts back from the last one of them."""
    seen = [
        one.to_dict() | {"ago_s": round(max(0.0, found.at_s - one.at_s), 3)} for one in found.seen
    ]
    return {
        "kind": "looks",
        "turn": turn,
        "number": found.number,
        "glimpse": found.glimpse.to_dict(),
        "seen": seen,
        "afresh": found.afresh,
    }
