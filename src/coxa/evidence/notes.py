"""What is said with every answer: its one sentence, and what it cannot say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coxa.evidence.apart import why_apart
from coxa.evidence.judgement import CaseAnswer
from coxa.evidence.model.priors import PRIORS
from coxa.evidence.normal import Z95
from coxa.evidence.records import ErrorOrigin, ReadingError, SeriesAnswer
from coxa.evidence.spoken import signed, unsigned
from coxa.evidence.terms import Kind
from coxa.experiment import Phased
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
    """What is to be known with every answer from these readings."""
    if not phased:
        return (Message(id="answer_no_readings"),)
    said = [Message(id="answer_note_looks")]
    warm = sum(one.reading.after_exercise is True for one in phased)
    if warm:
        said.append(Message(id="answer_note_warm", params={"count": warm}))
    return (*said, *why_apart(one.reading.series for one in phased))


def told(judged: CaseAnswer, planned_readings: int) -> tuple[Message, ...]:
    """What an answer with figures rests on: the comparison, the horizon, and what was found."""
    trained = [one for one in judged.sides.values() if one is not None]
    kinds = {side: one.kind for side, one in judged.sides.items() if one is not None}
    said = []
    if any(one.kind is Kind.GAIN for one in trained):
        said.append(Message(id="answer_compared"))
    if judged.contrast_deg is not None and judged.contrast_interval95_deg is not None:
        said.append(
            _between("answer_contrast", judged.contrast_deg, judged.contrast_interval95_deg)
        )
    said += _not_compared(kinds)
    if any(one.past_horizon for one in trained):
        said.append(Message(id="answer_past_horizon", params={"planned": planned_readings}))
    said += [Message(id=f"answer_sign_{sign.value}") for sign in judged.signs]
    return tuple(said)


def _not_compared(kinds: Mapping[Side, Kind]) -> list[Message]:
    """For a hip that nothing was compared with; named, when the other one was."""
    changed = [side for side, kind in kinds.items() if kind is Kind.CHANGE]
    if not changed:
        return []
    drift = f"{Z95 * PRIORS.drift_sd:.1f}"
    if len(changed) < len(kinds):
        side = changed[0].value
        return [Message(id="answer_not_compared_one", params={"side": side, "drift": drift})]
    return [Message(id="answer_not_compared", params={"drift": drift})]


def _between(message_id: str, mean_deg: float, interval95_deg: tuple[float, float]) -> Message:
    low, high = interval95_deg
    return Message(
        id=message_id,
        params={"mean": signed(mean_deg), "low": signed(low), "high": signed(high)},
    )


class ErrorWords(NamedTuple):
    """How far single readings of a series are off: by the method, where from, and by the person."""

    method: Message
    source: Message
    own: Message


def error_words(error: ReadingError) -> ErrorWords:
    """Both figures, each with its origin; the person's own is said to be missing while it is."""
    low, high = error.sem_interval95_deg
    mdc_low, mdc_high = error.mdc_interval95_deg
    return ErrorWords(
        method=Message(
            id="error_of_method",
            params={
                "error": f"{error.method_sem_deg:.1f}",
                "mdc": unsigned(error.method_mdc95_deg),
            },
        ),
        source=error.method_source,
        own=Message(
            id=_own_id(error),
            params={
                "error": f"{error.sem_deg:.1f}",
                "low": f"{low:.1f}",
                "high": f"{high:.1f}",
                "mdc": unsigned(error.mdc95_deg),
                "mdc_low": unsigned(mdc_low),
                "mdc_high": unsigned(mdc_high),
                "readings": error.readings,
                "days": error.days,
                "needed": error.days_needed,
            },
        ),
    )


def _own_id(error: ReadingError) -> str:
    if error.origin is ErrorOrigin.OWN:
        return "error_own"
    return "error_own_later" if error.can_become_own else "error_own_never"
