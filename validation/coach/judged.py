"""A film's truth beside what the coach made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import Seen, SeenWhat
from coxa.watching.template import template
from validation.coach.films import Film, FilmedRep
from validation.coach.led import Led, dose_of, is_stretch, led

COUNTED_LATE_S = 0.9
"""What is told so long after a repetition still belongs to it."""
LONGEST_S = 1e9
MOST, FLICKER_S = 0.7, 0.5


@dataclass(frozen=True)
class JudgedRep:
    """One filmed repetition.

    Attributes
    ----------
    stretch : what counts is not the repetition but the time held.
    backward : its fault goes the way of the exercise backward, so that it is no repetition of it.
    full, half, fast : how many of each the coach counted meanwhile.
    clocked_s : how long the coach's hold ran meanwhile.
    asked_s : how long a hold the coach asked for.
    held_s : how long the watcher saw the end of the range; None: not at all.
    end_late_s : from the end truly reached to its being told.
    back_late_s : from the start truly reached again to its being told.
    told : the faults told meanwhile.
    fault_late_s : by fault that was filmed and told, from when it truly showed.
    """

    film: Film
    rep: FilmedRep
    stretch: bool
    backward: bool
    full: int
    half: int
    fast: int
    clocked_s: float
    asked_s: float
    held_s: float | None
    end_late_s: float | None
    back_late_s: float | None
    told: frozenset[str]
    fault_late_s: Mapping[str, float]

    @property
    def exact(self) -> bool:
        """Counted as what it was: whole once, or half once, or (too fast) not as a whole one.

        Of a stretch: its clock ran for most of a hold, and did not when nothing was held. What goes
        backward is not counted at all.
        """
        if self.backward:
            return (self.full, self.half) == (0, 0) and self.clocked_s <= FLICKER_S
        if self.stretch:
            return (
                self.clocked_s >= MOST * self.rep.hold_s - FLICKER_S
                if self.rep.full
                else (self.clocked_s <= self.rep.hold_s + FLICKER_S)
            )
        if self.rep.full:
            return (self.full, self.half) == (1, 0)
        if self.rep.kind == "half":
            return (self.full, self.half) == (0, 1)
        return self.full == 0

    @property
    def whole(self) -> bool:
        """To be counted as a whole repetition, or as a hold."""
        return self.rep.full and not self.backward

    @property
    def hold_error_s(self) -> float | None:
        """Of a whole repetition that was seen: held as seen less held in truth."""
        return None if self.held_s is None or not self.whole else self.held_s - self.rep.hold_s

    @property
    def clock_error_s(self) -> float | None:
        """Of a whole repetition: counted of the hold asked for, less what was held of it."""
        return self.clocked_s - min(self.rep.hold_s, self.asked_s) if self.whole else None


@dataclass(frozen=True)
class JudgedFilm:
    """One film.

    Attributes
    ----------
    stray : repetitions of any kind counted while none was filmed.
    stray_faults : faults told while no repetition was filmed.
    recognised : the start pose was seen before the first repetition.
    """

    film: Film
    reps: tuple[JudgedRep, ...]
    stray: int
    stray_faults: int
    recognised: bool

    @property
    def exact(self) -> bool:
        """As many whole repetitions counted as were done; of stretches each for what it was."""
        if any(rep.stretch for rep in self.reps):
            return all(rep.exact for rep in self.reps)
        return sum(rep.full for rep in self.reps) + self.stray == sum(
            rep.whole for rep in self.reps
        )


def judged(film: Film, exercise: Exercise, *, every_fault: bool) -> JudgedFilm:
    """Lead the session of a film and compare."""
    size_px = film.recording.width_px, film.recording.height_px
    found = led(exercise, film.side, film.frames(), size_px, every_fault=every_fault)
    return compared(film, found, exercise)


def compared(film: Film, found: Led, exercise: Exercise) -> JudgedFilm:
    """What was filmed beside what was seen and counted."""
    reps = tuple(_judged(film, rep, found, exercise) for rep in film.reps)
    counted = found.last.full + found.last.half + found.last.fast
    faults = sum(one.what is SeenWhat.FAULT for one in found.seen)
    first_s = film.reps[0].starts_s + COUNTED_LATE_S if film.reps else LONGEST_S
    return JudgedFilm(
        film,
        reps,
        stray=counted - sum(rep.full + rep.half + rep.fast for rep in reps),
        stray_faults=faults - sum(len(_told(found, rep)) for rep in film.reps),
        recognised=any(
            one.what is SeenWhat.IN_POSITION and one.at_s <= first_s for one in found.seen
        ),
    )


def _judged(film: Film, rep: FilmedRep, found: Led, exercise: Exercise) -> JudgedRep:
    before, after = found.tally(rep.starts_s), found.tally(rep.ends_s)
    told = _told(found, rep)
    ends = [one.at_s for one in _within(found, rep) if one.what is SeenWhat.AT_END]
    backs = [one.at_s for one in _within(found, rep) if one.what is SeenWhat.BACK]
    return JudgedRep(
        film,
        rep,
        stretch=is_stretch(exercise),
        backward=not _backward(exercise, film.side).isdisjoint(rep.faults),
        full=after.full - before.full,
        half=after.half - before.half,
        fast=after.fast - before.fast,
        clocked_s=after.held_s - before.held_s,
        asked_s=dose_of(exercise, film.side).hold_s,
        held_s=_held_s(found, rep),
        end_late_s=ends[0] - rep.at_end_s if ends and rep.at_end_s is not None else None,
        back_late_s=backs[-1] - rep.over_s if backs else None,
        told=frozenset(one.fault_id for one in told if one.fault_id),
        fault_late_s={
            one.fault_id: one.at_s - rep.faults[one.fault_id][0]
            for one in reversed(told)
            if one.fault_id in rep.faults
        },
    )


@lru_cache(maxsize=64)
def _backward(exercise: Exercise, side: Side) -> frozenset[str]:
    """The faults that go the way of the exercise in the other direction."""
    return frozenset(template(exercise, side).backward)


def _within(found: Led, rep: FilmedRep) -> Iterator[Seen]:
    return (one for one in found.seen if rep.starts_s < one.at_s <= rep.ends_s)


def _told(found: Led, rep: FilmedRep) -> list[Seen]:
    return [one for one in _within(found, rep) if one.what is SeenWhat.FAULT]


def _held_s(found: Led, rep: FilmedRep) -> float | None:
    """All the time between reaching the end of the range and leaving it."""
    total_s, since_s = 0.0, None
    for one in _within(found, rep):
        if one.what is SeenWhat.AT_END:
            since_s = one.at_s
        elif since_s is not None and one.what in LEAVING:
            total_s += one.at_s - since_s
            since_s = None
    return total_s or None


LEAVING = {SeenWhat.LEFT_END, SeenWhat.BACK, SeenWhat.OUT_OF_POSITION, SeenWhat.LOST}
