"""A session looked back on: done against planned, and a sentence that is true of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.app.memory import MemoryStorage
from coxa.app.session_summary import summarise
from coxa.quantities import Side
from coxa.records import DoneSet, Dose, Message, PainReport, Session

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
DOSE = Dose(
    exercise_id="clamshell", side=Side.LEFT, sets=2, reps=8, hold_s=2, reason=Message(id="x")
)


def a_session(*reps: int, pinch: bool = False, days_ago: float = 0) -> Session:
    """A session of two planned sets, in which these repetitions were done."""
    at = NOW - timedelta(days=days_ago)
    done = tuple(
        DoneSet(
            at=at,
            exercise_id=DOSE.exercise_id,
            side=DOSE.side,
            set_number=number,
            reps_done=count,
            hold_done_s=2.0 * count,
        )
        for number, count in enumerate(reps, start=1)
    )
    pain = (PainReport(at=at, score=2, groin_pinch=True),) if pinch else ()
    number = f"{int(days_ago * 10):032x}"
    return Session(id=number, started_at=at, planned=(DOSE,), done=done, pain=pain)


@pytest.mark.parametrize(
    ("session", "sentence"),
    [
        (a_session(8, 8), "session_all_done"),
        (a_session(8, 3), "session_partly_done"),
        (a_session(3), "session_begun_only"),
        (a_session(), "session_nothing_done"),
        (a_session(8, 8, pinch=True), "session_stopped_at_a_sign"),
    ],
)
def test_the_sentence_is_true_of_the_session(session: Session, sentence: str) -> None:
    storage = MemoryStorage()
    storage.save_session(session)
    assert summarise(storage, session, NOW).sentence.id == sentence


def test_sessions_of_the_last_seven_days_are_counted() -> None:
    """Older ones and empty ones are not."""
    storage = MemoryStorage()
    today = a_session(8, 8)
    for session in (a_session(8, 8, days_ago=9), a_session(8, days_ago=3), today):
        storage.save_session(session)
    storage.save_session(a_session(days_ago=1))
    sentence = summarise(storage, today, NOW).sentence
    assert (sentence.id, sentence.params) == ("session_all_done_again", {"week": 2})


def test_a_part_of_a_set_is_kept_but_not_called_a_set() -> None:
    session = a_session(8, 3)
    (one,) = summarise(MemoryStorage(), session, NOW).doses
    assert (one.whole_sets, one.held_s, one.marks) == (1, 22.0, (True, False))
