"""What can happen to a session: the events that the coach steps on, and that its log keeps.

An event carries ``t_s``, the session's clock as the sender counted it: seconds since the first
cue, pauses left out. A sender never has to be exact; see ``coxa.coach.clock`` for what the coach
makes of a time that is early, late, running backwards or hours away.

What a camera sees of the exercise comes as :class:`Sight`, stamped with the time at which the
picture was taken; ``coxa.coach.sight`` makes of it what counts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from coxa.errors import InvalidRecord
from coxa.records import PainScore, Record, SeenWhat

ClockS = Annotated[float, Field(ge=0, le=86_400)]
"""The session's clock in seconds; a session is never longer than a day."""


class PauseReason(StrEnum):
    """Why a session stands still."""

    ASKED = "asked"
    PAIN = "pain"
    HIDDEN = "hidden"
    CONNECTION = "connection"
    GAP = "gap"
    """Nobody reported for a while: the machine slept, or the page was closed."""


class Begin(Record):
    """The person is ready for the first cue."""

    kind: Literal["begin"] = "begin"
    t_s: ClockS = 0.0


class Tick(Record):
    """Time has passed; due at the end of every phase."""

    kind: Literal["tick"] = "tick"
    t_s: ClockS


class Pause(Record):
    """Stop the clock, without penalty."""

    kind: Literal["pause"] = "pause"
    t_s: ClockS
    reason: PauseReason = PauseReason.ASKED


class Resume(Record):
    """Go on where it stood."""

    kind: Literal["resume"] = "resume"
    t_s: ClockS


class Next(Record):
    """Leave what is now (a set, a rest, a question) and go on to what comes next."""

    kind: Literal["next"] = "next"
    t_s: ClockS


class Pain(Record):
    """Pain as the person gives it, asked for or not."""

    kind: Literal["pain"] = "pain"
    t_s: ClockS
    score: PainScore
    groin_pinch: bool = False
    stop_signs: Annotated[tuple[str, ...], Field(max_length=10)] = ()


class Effort(Record):
    """How it went, asked at the end."""

    kind: Literal["effort"] = "effort"
    t_s: ClockS
    score: PainScore | None = None
    note: Annotated[str, Field(max_length=2000)] = ""


class Stop(Record):
    """The person ends the session early."""

    kind: Literal["stop"] = "stop"
    t_s: ClockS


class Camera(Record):
    """A camera is there from now on, or is no more; it has seen nothing yet."""

    kind: Literal["camera"] = "camera"
    t_s: ClockS
    on: bool


class Sight(Record):
    """One moment of the exercise that the camera saw (``coxa.records.Seen``)."""

    kind: Literal["sight"] = "sight"
    t_s: ClockS
    """The session's clock when the picture was taken."""
    what: SeenWhat
    share: Annotated[float, Field(ge=-1, le=3)] | None = None
    fault_id: Annotated[str, Field(max_length=100)] | None = None


Event = Annotated[
    Begin | Tick | Pause | Resume | Next | Pain | Effort | Stop | Camera | Sight,
    Field(discriminator="kind"),
]

_EVENT: TypeAdapter[Event] = TypeAdapter(Event)


def read_event(data: object) -> Event:
    """An event from its dictionary form.

    Raises
    ------
    InvalidRecord
        With the field's path and the problem of the first fault.
    """
    try:
        return _EVENT.validate_python(data)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "event"
        raise InvalidRecord(
            "invalid_record", record="Event", where=where, problem=first["msg"]
        ) from fault
