"""What is said with every answer: its one sentence, and what it cannot say."""

from __future__ import annotations

from collections.abc import Sequence

from coxa.evidence.records import SeriesAnswer
from coxa.evidence.spoken import signed, unsigned
from coxa.quantities import Side
from coxa.records import Message, Series


def headline(answer: SeriesAnswer, side: Side) -> Message:
    """The verdict for one side in one sentence, with its figures.

    The sentence does not name the side: it stands under a heading that does.
    """
    own = answer.sides[side]
    message_id = f"answer_{own.verdict.value}_{answer.series.direction.value}"
    if own.gain_deg is None or own.interval95_deg is None:
        return Message(id=message_id)
    low, high = own.interval95_deg
    return Message(
        id=message_id,
        params={
            "gain": unsigned(own.gain_deg),
            "margin": unsigned((high - low) / 2),
            "low": signed(low),
            "high": signed(high),
            "worthwhile": unsigned(answer.worthwhile_deg or 0.0),
        },
    )


def notes(series: Sequence[Series]) -> tuple[Message, ...]:
    """What this engine cannot say, given the series that it was asked about."""
    if not series:
        return (Message(id="answer_no_readings"),)
    said = [Message(id="answer_note_change"), Message(id="answer_note_looks")]
    kinds = {(one.test, one.direction) for one in series}
    if len(kinds) < len(series):
        said.append(Message(id="answer_note_separate_series"))
    return tuple(said)
