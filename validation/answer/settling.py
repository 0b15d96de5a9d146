"""Does it settle when the engine says it will? Told at a look, held against the readings after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coxa.evidence import Case, Verdict, judge_all
from validation.answer.outcomes import left
from validation.answer.people import Simulated

ASKED_AT = (6, 10, 14)
"""Training readings after which an open answer is asked how many more it takes."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an open answer said, and what came of it.

    Attributes
    ----------
    more : readings that would probably settle it; ``None``: too many to say.
    settled : whether it was settled after just so many more, and after half as many.
    """

    asked_at: int
    more: int | None
    settled: bool | None = None
    settled_at_half: bool | None = None


def told(people: Sequence[Simulated]) -> list[Told]:
    """Ask everybody who is open at each of the looks; those settled already are left out."""
    return [one for asked_at in ASKED_AT for one in _told_at(people, asked_at)]


def _told_at(people: Sequence[Simulated], asked_at: int) -> list[Told]:
    answers = judge_all([_after(person, asked_at) for person in people])
    found: list[Told] = []
    later: list[tuple[Simulated, int]] = []
    for person, answer in zip(people, answers, strict=True):
        own = left(answer)
        if own is None or own.verdict is not Verdict.CANNOT_TELL:
            continue
        more = own.more_readings
        if more is None or asked_at + more > person.scene.training:
            found.append(Told(asked_at, more))
        else:
            later.append((person, more))
    whole = _settled([_after(person, asked_at + more) for person, more in later])
    half = _settled([_after(person, asked_at + max(more // 2, 1)) for person, more in later])
    for (_, more), at_whole, at_half in zip(later, whole, half, strict=True):
        found.append(Told(asked_at, more, at_whole, at_half))
    return found


def _after(person: Simulated, readings: int) -> Case:
    return person.until(person.looks()[readings - 1])


def _settled(cases: Sequence[Case]) -> list[bool]:
    judged = [left(answer) for answer in judge_all(cases, outlook=False)]
    return [own is not None and own.verdict is not Verdict.CANNOT_TELL for own in judged]
