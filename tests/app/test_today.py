"""Today: exactly one thing is due, in the order that keeps a person safe and readings cold."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coxa.app.amend import correct_reading, delete_reading, past_changes, undo
from coxa.app.memory import MemoryStorage
from coxa.app.report_pain import report_morning_pain
from coxa.app.screening import answer_questions, report_pinch, require_test_allowed
from coxa.app.today import Due, due_today
from coxa.app.type_reading import TYPICAL_ERROR, type_reading
from coxa.errors import BlockedForSafety, InvalidRecord, UnknownThing
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import DoneSet, KeptReading, PainReport, Session
from coxa.safety import QUESTIONS, Consequence

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


def clear(storage: MemoryStorage, at: datetime = NOW) -> None:
    asked = [q.id for q in QUESTIONS if q.consequence is not Consequence.LIFTS]
    answer_questions(storage, dict.fromkeys(asked, False), at=at)


def read(storage: MemoryStorage, at: datetime, size_deg: float = 30.0) -> KeptReading:
    return type_reading(
        storage,
        test=Test.SEATED,
        device=Device.GONIOMETER,
        mode=Mode.ACTIVE,
        side=Side.LEFT,
        direction=Direction.EXTERNAL,
        size_deg=size_deg,
        taken_at=at,
        now=at,
    )


def train(storage: MemoryStorage, at: datetime) -> None:
    done = DoneSet(
        at=at,
        exercise_id="clamshell",
        side=Side.LEFT,
        set_number=1,
        reps_done=8,
        hold_done_s=2,
    )
    storage.save_session(
        Session(id=f"{at.day:032x}", started_at=at, finished_at=at, planned=(), done=(done,))
    )


def test_questions_come_first_then_a_reading(storage: MemoryStorage) -> None:
    assert due_today(storage, now=NOW).due is Due.WELCOME
    clear(storage)
    assert due_today(storage, now=NOW).due is Due.READING


def test_old_answers_are_asked_again(storage: MemoryStorage) -> None:
    clear(storage, NOW - 29 * DAY)
    assert due_today(storage, now=NOW).due is Due.QUESTIONS


def test_a_blocking_answer_leads_to_somebody_else(storage: MemoryStorage) -> None:
    answer_questions(storage, {QUESTIONS[0].id: True}, at=NOW)
    assert due_today(storage, now=NOW).due is Due.SEE_SOMEONE
    with pytest.raises(BlockedForSafety):
        read(storage, NOW)


def test_after_the_reading_of_the_day_nothing_else_is_due_in_the_baseline(
    storage: MemoryStorage,
) -> None:
    clear(storage)
    read(storage, NOW)
    assert due_today(storage, now=NOW).due is Due.REST


def test_the_morning_after_a_session_asks_for_pain_once(storage: MemoryStorage) -> None:
    clear(storage)
    train(storage, NOW - DAY)
    assert due_today(storage, now=NOW).due is Due.MORNING
    report_morning_pain(storage, score=1, at=NOW)
    assert due_today(storage, now=NOW).due is not Due.MORNING
    with pytest.raises(InvalidRecord):
        report_morning_pain(storage, score=11, at=NOW)


def test_a_pinch_closes_the_tests_for_the_day_and_a_second_one_until_somebody_looked(
    storage: MemoryStorage,
) -> None:
    clear(storage)
    report_pinch(storage, at=NOW)
    with pytest.raises(BlockedForSafety):
        require_test_allowed(storage, now=NOW + timedelta(hours=1))
    with pytest.raises(BlockedForSafety) as asked:
        require_test_allowed(storage, now=NOW + DAY)
    assert asked.value.message_id == "blocked_unanswered"
    clear(storage, NOW + DAY)
    require_test_allowed(storage, now=NOW + DAY)
    report_pinch(storage, at=NOW + DAY)
    with pytest.raises(BlockedForSafety):
        require_test_allowed(storage, now=NOW + 3 * DAY)


def test_strong_pain_ends_the_day_and_the_questions_come_on_the_next(
    storage: MemoryStorage,
) -> None:
    clear(storage)
    read(storage, NOW)
    storage.add_pain(PainReport(at=NOW, score=7))
    due = due_today(storage, now=NOW + timedelta(hours=1))
    assert (due.due, due.why.id) == (Due.STOPPED, "pain_stop_today")
    due = due_today(storage, now=NOW + DAY)
    assert (due.due, due.why.id) == (Due.QUESTIONS, "asked_anew_much_pain")
    clear(storage, NOW + DAY)
    assert due_today(storage, now=NOW + DAY).due is Due.READING


def test_two_worse_mornings_lead_to_somebody_and_one_only_halves(storage: MemoryStorage) -> None:
    clear(storage)
    read(storage, NOW)
    report_morning_pain(storage, score=0, at=NOW)
    assert report_morning_pain(storage, score=2, at=NOW + DAY).step_back
    assert due_today(storage, now=NOW + DAY).due is not Due.SEE_SOMEONE
    assert report_morning_pain(storage, score=5, at=NOW + 3 * DAY).see_someone
    due = due_today(storage, now=NOW + 3 * DAY)
    assert (due.due, due.why.id) == (Due.SEE_SOMEONE, "pain_two_mornings")


def test_whom_the_tests_are_closed_to_is_not_sent_to_measure(storage: MemoryStorage) -> None:
    answers = {q.id: False for q in QUESTIONS}
    answers |= {"hip_replacement": True, "hip_replacement_cleared": True}
    answer_questions(storage, answers, at=NOW)
    due = due_today(storage, now=NOW)
    assert (due.due, due.why.id) == (Due.REST, "plan_cannot_measure")


def test_half_answered_questions_are_not_kept(storage: MemoryStorage) -> None:
    with pytest.raises(InvalidRecord):
        answer_questions(storage, {QUESTIONS[0].id: False}, at=NOW)
    with pytest.raises(InvalidRecord):
        answer_questions(storage, {"shoe_size": True}, at=NOW)
    assert not storage.screenings()


def test_turning_out_is_kept_below_zero_with_a_cautious_error(storage: MemoryStorage) -> None:
    clear(storage)
    kept = read(storage, NOW, 40)
    assert kept.value_deg == -40
    assert kept.error95_deg == TYPICAL_ERROR[Device.GONIOMETER].error95_deg
    clinician_error95_deg = 1.96 * 1.9
    assert all(one.error95_deg > clinician_error95_deg for one in TYPICAL_ERROR.values())


def test_each_change_can_be_undone_until_another_follows(storage: MemoryStorage) -> None:
    clear(storage)
    kept = read(storage, NOW, 40)
    first = correct_reading(
        storage,
        kept.id,
        at=NOW,
        value_deg=-35,
        taken_at=kept.taken_at,
        after_exercise=False,
        note="",
    )
    second = delete_reading(storage, kept.id, at=NOW)
    assert [change.can_undo for change in past_changes(storage)] == [True, False]
    with pytest.raises(UnknownThing):
        undo(storage, first.id, at=NOW)
    undo(storage, second.id, at=NOW)
    undo(storage, first.id, at=NOW)
    assert list(storage.readings()) == [kept]
