"""Sessions under ``/api/sessions``: start one, read where it stands, send what happens.

The answer to an event carries the screen and the cues in words, so that a client needs none of
its own.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja import Path, Router
from pydantic import Field

from coxa.app.session_event import take_event
from coxa.app.session_log import RunningSession
from coxa.app.session_resume import resume_session
from coxa.app.session_start import doses_of, start_session
from coxa.app.session_today import plan_today
from coxa.catalogue import load_catalogue
from coxa.coach import (
    Count,
    Cue,
    CueKind,
    Event,
    PauseReason,
    Phase,
    Priority,
    WaitingFor,
    display,
)
from coxa.quantities import Side
from coxa.records import Message, Record, RecordId
from coxa.site.api.own_page import own_page
from coxa.site.pages.common import now, storage_for
from coxa.wording import say

router = Router(auth=own_page, tags=["sessions"])


class SpokenCue(Record):
    """A cue in words."""

    at_s: float
    kind: CueKind
    priority: Priority
    text: str | None


class Screen(Record):
    """What to show, in words; times are moments of the session's clock, in seconds."""

    phase: Phase
    running: bool
    paused: PauseReason | None
    t_s: float
    phase_started_s: float
    phase_ends_s: float | None
    next_tick_s: float | None
    exercise_id: str
    exercise: str
    side: Side
    count: Count
    rep: int
    reps: int
    now: str
    next: str | None
    place: str | None
    sets_behind: int
    sets_planned: int
    ending: str | None
    camera: bool
    watchable: bool
    watched: bool
    waiting_for: WaitingFor | None
    fault: str | None
    hold_left_s: float | None
    range_share: float
    best_share: float | None


class Reply(Record):
    """Where a session stands, and what is to be heard because of the last event."""

    id: RecordId
    next_number: int
    screen: Screen
    cues: tuple[SpokenCue, ...] = ()


class StartRequest(Record):
    """Today's plan, or one exercise only, for one side or for both in turn."""

    exercise_id: str | None = None
    """``None``: what the plan has for today."""
    side: Side | None = None


class EventRequest(Record):
    """The event of this number; the first one has number 0."""

    number: int = Field(ge=0, le=100_000)
    event: Event


@router.post("", response=Reply)
def begin_session(request: HttpRequest, body: StartRequest) -> Reply:
    """Start a session; it waits for its first event."""
    storage = storage_for(request)
    if body.exercise_id is None:
        doses = plan_today(storage, now=now())[0].doses
    else:
        exercise = load_catalogue().exercise(body.exercise_id)
        doses = doses_of(exercise, (body.side,) if body.side else tuple(Side))
    return _reply(start_session(storage, doses, now=now()))


@router.get("/{session_id}", response=Reply)
def read_session(request: HttpRequest, session_id: Path[RecordId]) -> Reply:
    """Where a session stands, from its log."""
    return _reply(resume_session(storage_for(request), session_id))


@router.post("/{session_id}/events", response=Reply)
def add_event(request: HttpRequest, session_id: Path[RecordId], body: EventRequest) -> Reply:
    """Take the next event; sending the same one again changes nothing."""
    storage = storage_for(request)
    return _reply(take_event(storage, session_id, body.number, body.event, now=now()))


def _reply(running: RunningSession) -> Reply:
    shown = display(running.state)
    fields = dict(shown)
    for name in ("now", "next", "place", "ending", "fault"):
        fields[name] = _words(fields[name])
    return Reply(
        id=running.session.id,
        next_number=running.next_number,
        screen=Screen(**fields),
        cues=tuple(_spoken(cue) for cue in running.cues),
    )


def _spoken(cue: Cue) -> SpokenCue:
    return SpokenCue(at_s=cue.at_s, kind=cue.kind, priority=cue.priority, text=_words(cue.message))


def _words(message: Message | None) -> str | None:
    return None if message is None else say(message, gettext)
