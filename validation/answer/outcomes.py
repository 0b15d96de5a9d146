"""What the engine said to each simulated person, beside what is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coxa.evidence import CaseAnswer, SideJudgement, Sign, Verdict, judge_all
from coxa.quantities import Side
from validation.answer.people import Simulated

FIRST_LOOK = 4
IMPROVED = (Verdict.IMPROVED, Verdict.IMPROVED_MEANINGFULLY)


@dataclass(frozen=True, slots=True)
class Held:
    """A figure with its interval, beside the truth."""

    true_deg: float
    found_deg: float
    low_deg: float
    high_deg: float

    @property
    def holds(self) -> bool:
        return self.low_deg <= self.true_deg <= self.high_deg

    @property
    def width_deg(self) -> float:
        return self.high_deg - self.low_deg


@dataclass(frozen=True, slots=True)
class Outcome:
    """One person at the end, and the verdicts at every look before.

    Attributes
    ----------
    verdicts : of the left hip, by number of its training readings; only the last where nobody
        looked before the end. ``None``: the engine gave no judgement.
    gain : of the left hip; ``None``: no judgement.
    """

    verdicts: dict[int, Verdict | None]
    gain: Held | None
    contrast: Held | None
    signs: tuple[Sign, ...]

    @property
    def verdict(self) -> Verdict | None:
        return self.verdicts[max(self.verdicts)]

    @property
    def improved(self) -> bool:
        return self.verdict in IMPROVED

    def improved_at_any_look(self, until: int | None = None) -> bool:
        """Was this person told *improved* at any look, up to so many training readings?"""
        return any(
            verdict in IMPROVED
            for readings, verdict in self.verdicts.items()
            if until is None or readings <= until
        )


def judged(people: Sequence[Simulated], *, every_look: bool) -> list[Outcome]:
    """Ask the engine at the end, or after every training reading from the fourth on."""
    days = [person.looks() for person in people]
    most = max(len(looks) for looks in days)
    verdicts: list[dict[int, Verdict | None]] = [{} for _ in people]
    last: dict[int, CaseAnswer] = {}
    for look in range(FIRST_LOOK, most + 1):
        there = [
            k
            for k, looks in enumerate(days)
            if look == len(looks) or (every_look and look < len(looks))
        ]
        cases = [people[k].until(days[k][look - 1]) for k in there]
        answers = judge_all(cases, outlook=False)
        for k, answer in zip(there, answers, strict=True):
            verdicts[k][look] = _verdict(answer)
            last[k] = answer
    return [
        _outcome(person, verdicts[k], last[k], days[k][-1])
        for k, person in enumerate(people)
        if k in last
    ]


def left(answer: CaseAnswer) -> SideJudgement | None:
    """The judgement of the hip that trains in every scene."""
    return answer.sides.get(Side.LEFT)


def _verdict(answer: CaseAnswer) -> Verdict | None:
    own = left(answer)
    return own.verdict if own else None


def _outcome(
    person: Simulated, verdicts: dict[int, Verdict | None], answer: CaseAnswer, day: float
) -> Outcome:
    own = left(answer)
    gain = Held(person.true_gain_deg(day), own.gain_deg, *own.interval95_deg) if own else None
    contrast = None
    if answer.contrast_deg is not None and answer.contrast_interval95_deg is not None:
        contrast = Held(
            person.true_contrast_deg(day), answer.contrast_deg, *answer.contrast_interval95_deg
        )
    return Outcome(verdicts, gain, contrast, answer.signs)
