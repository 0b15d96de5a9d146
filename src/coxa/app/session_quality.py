"""A dose looked back on: what was done of it, and how far and how well, as the camera saw it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from coxa.catalogue import Catalogue
from coxa.records import DoneSet, Dose, Message

THE_WHOLE_WAY = 0.95
"""From here on the way asked for was gone; less is told in tenths, as nearly as it is seen."""


@dataclass(frozen=True)
class DoseDone:
    """A planned dose and what was done of it."""

    dose: Dose
    sets: tuple[DoneSet, ...]

    @property
    def whole_sets(self) -> int:
        """Sets with every repetition."""
        return sum(done.reps_done >= self.dose.reps for done in self.sets)

    @property
    def marks(self) -> tuple[bool, ...]:
        """One for each planned set: whether it was done whole."""
        return tuple(number < self.whole_sets for number in range(self.dose.sets))

    @property
    def held_s(self) -> float:
        return sum(done.hold_done_s for done in self.sets)

    @property
    def reps(self) -> int:
        """Whole repetitions, of those that were planned."""
        return sum(min(done.reps_done, self.dose.reps) for done in self.sets)

    @property
    def reps_planned(self) -> int:
        return self.dose.sets * self.dose.reps

    @property
    def watched(self) -> bool:
        """Whether all that was done was counted by what a camera saw."""
        return bool(self.sets) and all(done.watched for done in self.sets)

    @property
    def best_share(self) -> float | None:
        """The furthest that was seen, as a share of the way asked for."""
        shares = [done.best_share for done in self.sets if done.best_share is not None]
        return max(shares, default=None)

    @property
    def flawless(self) -> bool:
        """Whether a camera saw all of it, and nothing to put right."""
        flaws = any(done.reps_half or done.reps_fast or done.faults for done in self.sets)
        return self.watched and not flaws


def quality(done: DoseDone, catalogue: Catalogue) -> Iterator[Message]:
    """What the camera saw of a dose, the best of it first."""
    if done.best_share is not None:
        yield _furthest(done.best_share)
    half = sum(one.reps_half for one in done.sets)
    fast = sum(one.reps_fast for one in done.sets)
    if half:
        yield Message(id="session_half_reps", params={"half": half})
    if fast:
        yield Message(id="session_fast_reps", params={"fast": fast})
    cue = _commonest_fault(done, catalogue)
    if cue:
        yield Message(id="session_keep_in_mind", params={"cue": cue})
    elif done.flawless:
        yield Message(id="session_nothing_to_mend")


def _furthest(share: float) -> Message:
    if share >= THE_WHOLE_WAY:
        return Message(id="session_whole_way")
    return Message(id="session_part_of_the_way", params={"percent": max(0, round(share * 10)) * 10})


def _commonest_fault(done: DoseDone, catalogue: Catalogue) -> str | None:
    """The cue for the fault that was seen in most sets; of equals the catalogue's first."""
    exercise = catalogue.exercises.get(done.dose.exercise_id)
    seen = Counter(fault for one in done.sets for fault in one.faults)
    known = [fault for fault in exercise.faults if fault.id in seen] if exercise else []
    worst = max(known, key=lambda fault: seen[fault.id], default=None)
    return worst.cue if worst else None
