"""What is said with every answer: its one sentence, and what it cannot say."""

from __future__ import annotations

from collections.abc import Sequence

from coxa.evidence.apart import why_apart
from coxa.evidence.records import SeriesAnswer
from coxa.evidence.spoken import signed, unsigned
from coxa.experiment import Phase, Phased
from coxa.quantities import Side
from coxa.records import Message


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


def notes(phased: Sequence[Phased]) -> tuple[Message, ...]:
    """What this engine cannot say about these readings."""
    if not phased:
        return (Message(id="answer_no_readings"),)
    said = [Message(id="answer_note_change"), Message(id="answer_note_looks")]
    if any(one.phase is Phase.WAITING for one in phased):
        said.append(Message(id="answer_note_waiting"))
    warm = sum(one.reading.after_exercise is True for one in phased)
    if warm:
        said.append(Message(id="answer_note_warm", params={"count": warm}))
    return (*said, *why_apart(one.reading.series for one in phased))


def error_sentence(answer: SeriesAnswer) -> Message | None:
    """How far single readings are off, and whether that is the method's error or the person's."""
    error = answer.error
    if error is None:
        return None
    low, high = error.sem_interval95_deg
    mdc_low, mdc_high = error.mdc_interval95_deg
    return Message(
        id=f"answer_error_{error.origin.value}",
        params={
            "error": f"{error.sem_deg:.1f}",
            "low": f"{low:.1f}",
            "high": f"{high:.1f}",
            "mdc": unsigned(error.mdc95_deg),
            "mdc_low": unsigned(mdc_low),
            "mdc_high": unsigned(mdc_high),
            "method": f"{error.method_sem_deg:.1f}",
            "readings": error.readings,
            "days": error.days,
            "needed": error.days_needed,
        },
    )
