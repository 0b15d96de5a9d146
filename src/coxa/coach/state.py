"""Where a session stands: everything the coach knows between two events."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.catalogue import Kind
from coxa.coach.events import PauseReason
from coxa.quantities import Side
from coxa.records import Dose, Message, Moment, PainReport, PainScore, Record

LONG_HOLD_S = 8.0
"""From here on the seconds of a hold are worth reading; below, the repetition is."""
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
ALERT = WORKING | {Phase.GET_READY}
"""Where somebody who is watched must not go missing."""
OVER = frozenset({Phase.FINISHED, Phase.STOPPED})


class Body(StrEnum):
    """Where the camera saw the body last."""

    AWAY = "away"
    """Not in the exercise: it has to be seen in the start pose first."""
    START = "start"
    MOVING = "moving"
    END = "end"


class Timer(StrEnum):
    """What falls due by the clock besides the end of a phase."""

    GIVE_UP_WAITING = "give-up-waiting"
    """The body has been away too long: the work is interrupted."""
    SLIPPED = "slipped"
    """The end of the range was left for longer than a flicker."""
    PRAISE = "praise"
    CORRECT = "correct"
    """The fault that is seen may be spoken of."""
    REMIND = "remind"


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


class Correction(Record):
    """A fault of an exercise and the one cue that puts it right."""

    fault_id: str
    cue: str


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
    way: str | None = None
    """What is done otherwise in the easier or harder way of the dose."""
    range_share: float = 1.0
    """How much of the way counts as all of it."""
    watchable: bool = False
    """A camera in its place counts this exercise."""
    corrections: tuple[Correction, ...] = ()
    """What may be put right, the most important first."""

    @property
    def keeps_hold(self) -> bool:
        """Whether a hold that was left goes on with what was left of it; a short one of many
        begins again with its repetition.
        """
        return self.dose.reps == 1 or self.dose.hold_s >= LONG_HOLD_S

    @property
    def fault_ids(self) -> tuple[str, ...]:
        return tuple(correction.fault_id for correction in self.corrections)


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


class Eyes(Record):
    """What the camera last saw."""

    on: bool = False
    body: Body = Body.AWAY
    lost: bool = False
    """It is away because nobody is to be seen; otherwise because it left the exercise."""
    moving_s: float | None = None
    """When the repetition under way began."""
    reached: bool = False
    """The repetition under way, or the last one, came to the end of the range."""
    hurried: bool = False
    """It came there too fast."""
    spent: bool = False
    """The repetition has been counted, and the start pose was not seen since."""
    faults: tuple[str, ...] = ()
    """Those seen just now, the most important first."""
    mended: str | None = None
    """A fault that was spoken of and has just gone."""

    @property
    def placed(self) -> bool:
        """Whether the body is in the exercise."""
        return self.body is not Body.AWAY


class Told(Record):
    """How often a correction was spoken in a set, and when last."""

    what: str
    times: int
    last_s: float
    praised: bool = False


class SetSeen(Record):
    """What was seen of the set under way."""

    by_sight: bool = False
    """Something of it was held before the camera's eyes."""
    by_clock: bool = False
    """Something of it was held by the clock."""
    reps_half: int = 0
    half_in_a_row: int = 0
    reps_fast: int = 0
    best_share: float | None = None
    faults: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()

    def told_of(self, what: str) -> Told | None:
        return next((told for told in self.told if told.what == what), None)


class State(Record):
    """Where a session stands."""

    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    pace: Pace
    begun_at: Moment
    phase: Phase = Phase.WAITING
    t_s: float = 0.0
    """The session's clock: it stands while paused, and where a question waits for its answer."""
    phase_started_s: float = 0.0
    phase_ends_s: float | None = None
    """When the phase ends by the clock; ``None`` while the session waits for an answer, or to see
    something."""
    timers: dict[Timer, float] = Field(default_factory=dict)
    """What else falls due, and when."""
    paused: PauseReason | None = None
    part_index: Annotated[int, Field(ge=0)] = 0
    set_number: Annotated[int, Field(ge=1)] = 1
    reps_done: Annotated[int, Field(ge=0)] = 0
    """Whole holds of the current set."""
    hold_left_s: float | None = None
    """What is left of a hold that has begun; ``None`` between holds."""
    held_s: Annotated[float, Field(ge=0)] = 0.0
    """Time held in the repetitions of the current set that count."""
    eyes: Eyes = Eyes()
    seen: SetSeen = SetSeen()
    by_clock: bool = False
    """The dose under way is led by the clock although there is a camera."""
    led_by_sight: bool = False
    """The work now goes by what is seen."""
    reminded: int = 0
    """How often the session has said in this phase what it waits for."""
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
        clocked = self.phase_ends_s is not None or self.waits_to_see
        return self.paused is None and clocked

    @property
    def waits_to_see(self) -> bool:
        """Whether the phase ends when something is seen."""
        return self.phase_ends_s is None and self.phase in WORKING | {Phase.POSITION}

    @property
    def watching(self) -> bool:
        """Whether the dose under way can be led by what is seen."""
        return self.eyes.on and self.part.watchable and not self.by_clock

    @property
    def next_tick_s(self) -> float | None:
        """When the coach wants to be told the time next; ``None``: not before the person acts."""
        if not self.running:
            return None
        ends_s = () if self.phase_ends_s is None else (self.phase_ends_s,)
        return min((*ends_s, *self.timers.values()), default=None)

    @property
    def hold_done_s(self) -> float:
        """Time held in the current set."""
        hold_s = self.part.dose.hold_s
        begun_s = 0.0 if self.hold_left_s is None else hold_s - self.hold_left_s
        return self.held_s + begun_s

    @property
    def sets_planned(self) -> int:
        return sum(part.dose.sets for part in self.parts)

    def but(self, **changes: object) -> State:
        """The same state with some fields changed."""
        return self.model_copy(update=changes)

    def eyeing(self, **changes: object) -> State:
        """The same state with something else in the camera's eyes."""
        return self.but(eyes=self.eyes.model_copy(update=changes))

    def noting(self, **changes: object) -> State:
        """The same state with something more known of the set under way."""
        return self.but(seen=self.seen.model_copy(update=changes))

    def timed(self, timer: Timer, at_s: float | None) -> State:
        """The same state with a timer set, or taken away."""
        others = {other: due_s for other, due_s in self.timers.items() if other is not timer}
        return self.but(timers=others if at_s is None else {**others, timer: max(at_s, self.t_s)})
