"""The answer in one sentence for the whole page: yes, no or not yet, naming the hip."""

from __future__ import annotations

from coxa.evidence.records import Answer, SeriesAnswer, SideAnswer
from coxa.evidence.spoken import signed, unsigned
from coxa.evidence.terms import Kind, Verdict
from coxa.quantities import Direction, Side
from coxa.records import Message
from coxa.wording import SENTENCES

STRENGTH = (
    Verdict.IMPROVED_MEANINGFULLY,
    Verdict.IMPROVED,
    Verdict.WORSE,
    Verdict.NO_MEANINGFUL_CHANGE,
    Verdict.CANNOT_TELL,
)
"""Which verdict is told first."""
FURTHER = (Verdict.IMPROVED_MEANINGFULLY, Verdict.IMPROVED)


def first_sentences(answer: Answer) -> tuple[Message, ...]:
    """The one sentence that names a hip, then what is to be known with it in a few words.

    It speaks of the series with the most days of readings: that choice does not depend on what
    the readings say. Of its two hips the one with the clearer answer is named first, and the other
    is always told too, so that a good half of an answer never stands alone.
    """
    found = lead_series(answer)
    if found is None:
        return (Message(id="first_no_reading"),)
    sides = sorted(found.sides, key=lambda side: _order(found.sides[side]))
    said = [_first(found, sides[0])]
    said += [_other(found, side) for side in sides[1:]]
    named = [found.sides[side] for side in sides if found.sides[side].verdict in FURTHER]
    if any(one.kind is Kind.CHANGE for one in named):
        said.append(Message(id="first_only_change"))
    if len(answer.series) > 1:
        said.append(Message(id="first_of_several"))
    return tuple(said)


def lead_series(answer: Answer) -> SeriesAnswer | None:
    """The series with the most analysed days, of two alike turning in; ``None`` without any."""
    return max(
        answer.series,
        key=lambda one: (_days(one), one.series.direction is Direction.INTERNAL),
        default=None,
    )


def lead_side(answer: SeriesAnswer) -> Side:
    """The hip that is named first: the one with the clearer answer."""
    return min(answer.sides, key=lambda side: _order(answer.sides[side]))


def hip_words(side: Side) -> str:
    """A hip within a sentence: words that ``coxa.wording`` translates as a whole."""
    return SENTENCES[f"your_{side.value}_hip"]


def _days(one: SeriesAnswer) -> int:
    return sum(own.baseline_count + own.training_count for own in one.sides.values())


def _order(own: SideAnswer) -> tuple[int, bool, int]:
    """The clearest verdict first, then a side with figures, then the one read more often."""
    days = own.baseline_count + own.training_count
    return STRENGTH.index(own.verdict), own.gain_deg is None, -days


def _first(answer: SeriesAnswer, side: Side) -> Message:
    own, direction = answer.sides[side], answer.series.direction.value
    if own.gain_deg is None:
        late = any(reason.id == "answer_baseline_too_late" for reason in own.reasons)
        name = "too_late" if late else "too_few"
    else:
        name = own.verdict.value
    figures = _figures(answer, own)
    return Message(id=f"first_{name}_{direction}", params={"hip": hip_words(side), **figures})


def _other(answer: SeriesAnswer, side: Side) -> Message:
    own, direction = answer.sides[side], answer.series.direction.value
    if own.verdict is Verdict.CANNOT_TELL:
        waits = own.training_count == 0 and any(one.training_count for one in answer.sides.values())
        return Message(id="other_waits" if waits else "other_cannot_tell")
    name = "improved" if own.verdict in FURTHER else own.verdict.value
    return Message(id=f"other_{name}_{direction}", params=_figures(answer, own))


def _figures(answer: SeriesAnswer, own: SideAnswer) -> dict[str, str | int | float | bool]:
    if own.gain_deg is None or own.interval95_deg is None:
        return {}
    low, high = own.interval95_deg
    return {
        "gain": unsigned(own.gain_deg),
        "margin": unsigned((high - low) / 2),
        "low": signed(low),
        "high": signed(high),
        "worthwhile": unsigned(answer.worthwhile_deg or 0.0),
    }
