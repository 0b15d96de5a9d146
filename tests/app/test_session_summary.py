"""A session looked back on: done against planned, and a sentence that is true of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.app.memory import MemoryStorage
from coxa.app.session_summary import summarise
from coxa.catalogue import load_catalogue
from coxa.quantities import Side
from coxa.records import DoneSet, Dose, Message, PainReport, Session
from coxa.wording import say

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
DOSE = Dose(
    exercise_id="clamshell", side=Side.LEFT, sets=2, reps=8, hold_s=2, reason=Message(id="x")
)

DOSE_FAULTS = load_catalogue().exercise(DOSE.exercise_id).faults


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


def watched(session: Session, **seen: object) -> Session:
    """The same session, its sets counted by a camera."""
    done = [one.model_copy(update={"watched": True, **seen}) for one in session.done]
    return session.model_copy(update={"done": tuple(done)})


def said(session: Session) -> list[str]:
    (quality,) = summarise(MemoryStorage(), session, NOW).quality
    return [say(what) for what in quality]


def test_nothing_is_said_of_what_no_camera_saw() -> None:
    assert said(a_session(8, 8)) == []


def test_what_the_camera_saw_is_put_into_words() -> None:
    """The best of it first, then what was not counted, then one thing for the next time."""
    first = DOSE_FAULTS[0]
    seen = {"best_share": 0.84, "reps_half": 2, "reps_fast": 1, "faults": (first.id,)}
    assert said(watched(a_session(8, 8), **seen)) == [
        "At its best about 80 % of the way.",
        "Gone only part of the way, so not counted: 4.",
        "Hurried: 2.",
        f"For next time: {first.cue}",
    ]


def test_the_fault_seen_most_often_is_the_one_for_next_time() -> None:
    first, second = DOSE_FAULTS[:2]
    session = watched(a_session(8, 8), faults=(second.id,))
    one, two = session.done
    both = one.model_copy(update={"faults": (first.id, second.id)})
    session = session.model_copy(update={"done": (both, two)})
    assert f"For next time: {second.cue}" in said(session)


def test_praise_only_where_the_camera_saw_it_all() -> None:
    """One set by the clock, one half repetition: then it is not said."""
    good = watched(a_session(8, 8), best_share=1.02)
    assert said(good) == ["The whole way at its best.", "Calm, and nothing to put right."]
    assert summarise(MemoryStorage(), good, NOW).sentence.id == "session_all_done_well"
    blind = good.done[0].model_copy(update={"watched": False})
    half = good.done[0].model_copy(update={"reps_half": 1})
    for one in (blind, half):
        session = good.model_copy(update={"done": (one, good.done[1])})
        assert "Calm, and nothing to put right." not in said(session)
        assert summarise(MemoryStorage(), session, NOW).sentence.id == "session_all_done"
