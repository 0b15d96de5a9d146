"""Which way is inward: what decides it for a phone on a shin.

First the screen: it faces away from the shin, and so does the thigh at a bent knee, whichever end
of the phone is up. Where the phone sits so far round the shin that this does not tell, the first
movement decides, if it is known what was asked for. Where neither is known, nothing is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from coxa.angles import ShinTurn
from coxa.quantities import Direction
from coxa.records import Message

MIN_AXIS_TO_SCREEN = 0.4
"""The flat front-inner side of the shin faces 40 degrees inward, a strap may add 15 and more."""


@dataclass(frozen=True)
class Way:
    """``sign``: -1 where what was read as inward went outward."""

    sign: int = 1
    refusal: Message | None = None
    notes: tuple[Message, ...] = ()


def way_of(turn: ShinTurn, first: Direction | None, first_asked: Direction | None) -> Way:
    """What to make of the signs of ``turn``.

    Parameters
    ----------
    first : the way of the first held movement, going by the screen.
    first_asked : the way that was asked for first, where that is known.
    """
    asked = None not in (first, first_asked)
    if turn.axis[2] >= MIN_AXIS_TO_SCREEN:
        if asked and first is not first_asked:
            return Way(refusal=Message(id="phone_first_movement_other_way"))
        return Way()
    if not asked:
        return Way(refusal=Message(id="phone_not_in_front"))
    sign = 1 if first is first_asked else -1
    return Way(sign, notes=(Message(id="phone_way_by_first_movement"),))
