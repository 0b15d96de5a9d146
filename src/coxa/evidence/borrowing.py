"""What a person's gain would be believed to be, with what other people gained in mind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coxa.evidence.asked import Asked
from coxa.evidence.judgement import SideJudgement
from coxa.evidence.model import judge_all
from coxa.evidence.normal import Z95
from coxa.evidence.pool import Lent
from coxa.evidence.records import Believed, Borrowing, SeriesAnswer, SideAnswer
from coxa.evidence.spoken import signed
from coxa.quantities import Side
from coxa.records import Message, Series

MOST_SAID = 99
"""In a hundred: one's own readings always have some part in it."""


def with_borrowed(
    answered: Sequence[SeriesAnswer], asked: Sequence[Asked], lent: Mapping[Series, Lent]
) -> tuple[SeriesAnswer, ...]:
    """The same answers, each side with a second figure that borrows; nothing else changes.

    A belief that is centred on a gain finds one too easily, so the verdict and its figures stay
    those of the person's own readings.
    """
    lending = [(one, lent[one.series]) for one in asked if one.series in lent]
    cases = [replace(one.case, borrowed=by.expected) for one, by in lending]
    judged = judge_all(cases, outlook=False)
    found = {
        one.series: (by, answer.sides) for (one, by), answer in zip(lending, judged, strict=True)
    }
    return tuple(
        _of_series(one, *found[one.series]) if one.series in found else one for one in answered
    )


def borrowed_words(answer: SideAnswer) -> Message | None:
    """Both figures side by side, and how much of the second is other people's."""
    own = answer.borrowed
    if own is None or answer.gain_deg is None or answer.interval95_deg is None:
        return None
    own_low, own_high = answer.interval95_deg
    return Message(
        id="answer_borrowed",
        params={
            "own": signed(answer.gain_deg),
            "own_low": signed(own_low),
            "own_high": signed(own_high),
            "people": own.people,
            "expected": signed(own.expected_deg),
            "gain": signed(own.gain.mean_deg),
            "low": signed(own.gain.low_deg),
            "high": signed(own.gain.high_deg),
            "share": str(min(round(100 * own.share), MOST_SAID)),
        },
    )


def _of_series(
    answered: SeriesAnswer, by: Lent, judged: Mapping[Side, SideJudgement | None]
) -> SeriesAnswer:
    sides = {side: _of_side(own, by, judged.get(side)) for side, own in answered.sides.items()}
    return answered.model_copy(update={"sides": sides})


def _of_side(answered: SideAnswer, by: Lent, judged: SideJudgement | None) -> SideAnswer:
    if answered.gain_deg is None or judged is None:
        return answered
    low, high = judged.interval95_deg
    spread = (high - low) / (2 * Z95)
    borrowed = Borrowing(
        people=by.people,
        expected_deg=by.expected.mean_deg,
        expected_sd_deg=by.expected.sd_deg,
        gain=Believed(mean_deg=judged.gain_deg, low_deg=low, high_deg=high),
        share=min((spread / by.expected.sd_deg) ** 2, 1.0),
    )
    return answered.model_copy(update={"borrowed": borrowed})
