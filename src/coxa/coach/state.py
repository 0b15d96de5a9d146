"""Where a session stands: everything the coach knows between two events."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.catalogue import Kind
from coxa.coach.events import PauseReason
from coxa.quantities import Side
from coxa.records import Dose, Message, Moment, PainReport, PainScore, Record

Seconds = Annotated[float, Field(gt=0, le=600)]


class Phase(StrEnum):
    """What the person is doing."""

    WAITING = "waiting"
    INTRO = "intro"
    POSITION = "position"
    """Waits until the camera sees the start pose."""
    GET_READY = "get-ready"
    MOVE = "move"
    HOLD = "hold"
    RETURN = "return"
    REST = "rest"
    SWITCH_SIDES = "switch-sides"
    ASK_PAIN = "ask-pain"
    ASK_EFFORT = "ask-effort"
    FINISHED = "finished"
    STOPPED = "stopped"


WORKING = frozenset({Phase.MOVE, Phase.HOLD, Phase.RETURN})
OVER = frozenset({Phase.FINISHED, Phase.STOPPED})


class Pace(Record):
    """How long the parts around the work take, in seconds."""

    intro_s: Seconds = 12.0
    """Least time for hearing the set-up and lying or sitting down."""
    get_ready_s: Seconds = 5.0
    switch_s: Seconds = 12.0
    answer_s: Seconds = 25.0
    """How long a question between two exercises waits before the session goes on without it."""
    grace_s: Seconds = 5.0
    """A report later than this after the end of a phase counts as an interruption."""


class Part(Record):
    """One dose together with what the coach says about its exercise."""

    dose: Dose
    name: str
    kind: Kind
    start: str
    """How to get into position."""
    steps: tuple[str, ...]
    """How to move from there, in order."""
    move_s: Seconds
    """Into the end position: the dose's own tempo, else the key poses'."""
    return_s: Seconds
    """Out of it."""


class SetTally(Record):
    """What was done of one set, once it is over."""

    part_index: Annotated[int, Field(ge=0)]
    exercise_id: str
    side: Side
    set_number: Annotated[int, Field(ge=1)]
    reps_done: Annotated[int, Field(ge=0)]
    hold_done_s: Annotated[float, Field(ge=0)]
    watched: bool = False
    reps_half: Annotated[int, Field(ge=0)] = 0
    reps_fast: Annotated[int, Field(ge=0)] = 0
    best_share: float | None = None
    best_rotation_deg: float | None = None
    faults: tuple[str, ...] = ()


class State(Record):
    """Where a session stands."""

    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    pace: Pace
    begun_at: Moment
    phase: Phase = Phase.WAITING
    t_s: float = 0.0
    """The session's clock: it runs only in a phase that has an end, and not while paused."""
    phase_started_s: float = 0.0
    phase_ends_s: float | None = None
    """When the phase ends by the clock; ``None`` while the session waits for the person."""
    paused: PauseReason | None = None
    part_index: Annotated[int, Field(ge=0)] = 0
    set_number: Annotated[int, Field(ge=1)] = 1
    reps_done: Annotated[int, Field(ge=0)] = 0
    """Whole holds of the current set."""
    hold_left_s: float | None = None
    """What is left of a hold that has begun; ``None`` between holds."""
    done: tuple[SetTally, ...] = ()
    pain: tuple[PainReport, ...] = ()
    """Pain as told in this session; ``at`` is its beginning plus the session's clock."""
    pain_before: tuple[PainReport, ...] = ()
    """Earlier reports, which the pain rules look back on."""
    unanswered: tuple[str, ...] = ()
    """Exercises after which the pain question went by without an answer."""
    given_up: tuple[str, ...] = ()
    """Exercises that are left out for the rest of the session because they hurt."""
    effort: PainScore | None = None
    note: str = ""
    ending: Message | None = None
    """Why the session is over."""

    @property
    def part(self) -> Part:
        """The dose under way."""
        return self.parts[self.part_index]

    @property
    def over(self) -> bool:
        return self.phase in OVER

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.paused is None and self.phase_ends_s is not None

    @property
    def next_tick_s(self) -> float | None:
        """When the coach wants to be told the time next; ``None``: not before the person acts."""
        return self.phase_ends_s if self.running else None

    @property
    def hold_done_s(self) -> float:
        """Time held in the current set."""
        hold_s = self.part.dose.hold_s
        begun_s = 0.0 if self.hold_left_s is None else hold_s - self.hold_left_s
        return self.reps_done * hold_s + begun_s

    @property
    def sets_planned(self) -> int:
        return sum(part.dose.sets for part in self.parts)

    def but(self, **changes: object) -> State:
        """The same state with some fields changed."""
        return self.model_copy(update=changes)
