"""An answer's probabilities as natural frequencies: in how many of 100 worlds that fit."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.evidence.records import SeriesAnswer
from coxa.evidence.spoken import unsigned
from coxa.evidence.terms import Kind
from coxa.quantities import Side
from coxa.records import Message

WORLDS = 100
SURELY, HARDLY = 0.995, 0.005
"""Beyond these a whole number would say that it is certain, which it never is."""


@dataclass(frozen=True)
class Worlds:
    """How many of 100 worlds that fit the readings show a gain, in a sentence and counted.

    Attributes
    ----------
    further : worlds with any gain at all; at most 99.
    surely : so many that one without would be too many.
    clearly : those of them with more than ``worthwhile``.
    worthwhile : the worthwhile change in whole degrees.
    """

    said: Message
    further: int
    clearly: int
    worthwhile: str
    surely: bool = False


def worlds_of(answer: SeriesAnswer, side: Side) -> Worlds | None:
    """The worlds of one side; ``None`` while there are no figures."""
    own = answer.sides[side]
    if own.p_improved is None or own.p_meaningful is None or answer.worthwhile_deg is None:
        return None
    worthwhile = unsigned(answer.worthwhile_deg)
    way = "less" if own.p_improved < 0.5 else "gain" if own.kind is Kind.GAIN else "change"
    return Worlds(
        said=Message(
            id=f"worlds_{way}_{answer.series.direction.value}",
            params={
                "further": _of_100(own.p_improved),
                "less": _of_100(1 - own.p_improved),
                "clearly": _of_100(own.p_meaningful),
                "worthwhile": worthwhile,
            },
        ),
        further=_count(own.p_improved),
        clearly=_count(own.p_meaningful),
        worthwhile=worthwhile,
        surely=own.p_improved > SURELY,
    )


def _count(probability: float) -> int:
    if probability < HARDLY:
        return 0
    return min(max(round(WORLDS * probability), 1), WORLDS - 1)


def _of_100(probability: float) -> str:
    """The number of worlds in words; never none and never all."""
    if probability > SURELY:
        return "more than 99"
    return "fewer than 1" if probability < HARDLY else str(_count(probability))
