"""A session looked back on: done against planned, and one sentence that is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coxa.app.history import finished_sessions
from coxa.app.session_quality import DoseDone, quality
from coxa.app.storage import Storage
from coxa.catalogue import load_catalogue
from coxa.records import DoneSet, Message, PainReport, Session

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Summary:
    """What there is to say about a session."""

    session: Session
    doses: tuple[DoseDone, ...]
    quality: tuple[tuple[Message, ...], ...]
    """For each dose what the camera saw of it, in words; nothing where it saw nothing."""
    sentence: Message
    worst_pain: PainReport | None

    @property
    def held_s(self) -> float:
        return sum(done.held_s for done in self.doses)

    @property
    def rows(self) -> tuple[tuple[DoseDone, tuple[Message, ...]], ...]:
        """Each dose with what was seen of it."""
        return tuple(zip(self.doses, self.quality, strict=True))


def summarise(storage: Storage, session: Session, now: datetime) -> Summary:
    """Look back on ``session``."""
    doses = _matched(session)
    worst = max(session.pain, key=lambda report: report.score, default=None)
    this_week = [
        other
        for other in finished_sessions(storage)
        if other.done and now - other.started_at <= WEEK
    ]
    return Summary(
        session,
        doses,
        quality=tuple(tuple(quality(done, load_catalogue())) for done in doses),
        sentence=_sentence(session, doses, len(this_week)),
        worst_pain=worst,
    )


def _matched(session: Session) -> tuple[DoseDone, ...]:
    """Each done set with the planned dose that it belongs to; sets are in the order of doing."""
    left = list(session.done)
    matched = []
    for dose in session.planned:
        own: list[DoneSet] = []
        for done in list(left):
            same = (done.exercise_id, done.side) == (dose.exercise_id, dose.side)
            follows = not own or done.set_number > own[-1].set_number
            if same and follows and len(own) < dose.sets:
                own.append(done)
                left.remove(done)
        matched.append(DoseDone(dose, tuple(own)))
    return tuple(matched)


def _sentence(session: Session, doses: Sequence[DoseDone], this_week: int) -> Message:
    planned = sum(dose.sets for dose in session.planned)
    whole = sum(done.whole_sets for done in doses)
    if any(report.groin_pinch or report.stop_signs for report in session.pain):
        return Message(id="session_stopped_at_a_sign")
    if not session.done:
        return Message(id="session_nothing_done")
    if whole == 0:
        return Message(id="session_begun_only")
    if whole == planned and all(done.flawless for done in doses):
        return Message(id="session_all_done_well")
    if whole == planned and this_week > 1:
        return Message(id="session_all_done_again", params={"week": this_week})
    if whole == planned:
        return Message(id="session_all_done")
    return Message(id="session_partly_done", params={"sets": whole, "planned": planned})
