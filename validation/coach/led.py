"""One film before the coach: watcher and session as the app runs them, on the film's clock."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from coxa.capture import Frame
from coxa.catalogue import Exercise, Kind
from coxa.coach import Begin, Camera, Event, Next, Pace, Sight, State, Tick, start, step
from coxa.quantities import Side
from coxa.records import Cue, Dose, Message, Seen
from coxa.watching import Watcher

BEGAN = datetime(2026, 1, 1, 8, tzinfo=UTC)
MANY_REPS = 50
PACE = Pace(get_ready_s=1.0)
"""A film goes on soon after the start pose is taken; people are given longer."""
LONGEST_HOLD_S = 120.0
"""A stretch is one hold, whose clock goes on whenever the end of the range is reached again."""


@dataclass(frozen=True)
class Tally:
    """What the session had counted at a time: repetitions, and seconds held."""

    at_s: float
    full: int = 0
    half: int = 0
    fast: int = 0
    held_s: float = 0.0


@dataclass(frozen=True)
class Led:
    """What watcher and coach made of some frames."""

    seen: tuple[Seen, ...]
    tallies: tuple[Tally, ...]
    """One after every event."""
    cues: tuple[Cue, ...]

    @property
    def last(self) -> Tally:
        return self.tallies[-1]

    def tally(self, at_s: float) -> Tally:
        """The last one up to a time."""
        return self.tallies[bisect_right(self.tallies, at_s, key=lambda tally: tally.at_s) - 1]


def dose_of(exercise: Exercise, side: Side) -> Dose:
    """One long set, so that nothing but the body says when a repetition or a hold is over."""
    dose, stretch = exercise.dose, is_stretch(exercise)
    return Dose(
        exercise_id=exercise.id,
        side=side,
        sets=1,
        reps=1 if stretch else MANY_REPS,
        hold_s=LONGEST_HOLD_S if stretch else dose.hold_s,
        raise_s=dose.raise_s,
        lower_s=dose.lower_s,
        reason=Message(id="reason_filmed"),
    )


def is_stretch(exercise: Exercise) -> bool:
    """Held once for long, and not repeated."""
    return exercise.kind is Kind.STRETCH


def led(
    exercise: Exercise,
    side: Side,
    frames: Iterable[Frame],
    size_px: tuple[int, int],
    *,
    every_fault: bool,
) -> Led:
    """Lead a session that waits for this exercise from its first frame on.

    Parameters
    ----------
    every_fault
        Look for every fault that is a matter of posture, not only for those that the catalogue
        says its camera sees.
    """
    camera = exercise.camera.model_copy(update={"counts": True})
    watched = exercise.model_copy(update={"camera": camera})
    faults = [fault.id for fault in exercise.faults if fault.change] if every_fault else None
    watcher = Watcher(exercise, side, *size_px, faults=faults)
    session = _Session(
        start([dose_of(exercise, side)], {exercise.id: watched}, at=BEGAN, pace=PACE)
    )
    for event in (Begin(), Camera(t_s=0.0, on=True), Next(t_s=0.0)):
        session.take(event)
    seen: list[Seen] = []
    for frame in frames:
        session.wait_until(frame.time_s)
        for one in watcher.take(frame):
            seen.append(one)
            session.take(Sight(t_s=one.at_s, what=one.what, share=one.share, fault_id=one.fault_id))
    return Led(tuple(seen), tuple(session.tallies), tuple(session.cues))


class _Session:
    """Steps through events and notes what was counted when."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.cues: list[Cue] = []
        self.tallies = [Tally(0.0)]

    def wait_until(self, t_s: float) -> None:
        """The page's ticks: one whenever the coach wants one."""
        while (due_s := self.state.next_tick_s) is not None and due_s <= t_s:
            self.take(Tick(t_s=due_s))
        self.take(Tick(t_s=t_s))

    def take(self, event: Event) -> None:
        self.state, said = step(self.state, event)
        self.cues.extend(said)
        now, seen = self.state, self.state.seen
        self.tallies.append(
            Tally(event.t_s, now.reps_done, seen.reps_half, seen.reps_fast, now.hold_done_s)
        )
