"""What was fixed beforehand holds for the answer; what was done otherwise is analysed as done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.app.answer import comparison_now, current_answer, planned_readings
from coxa.app.comparison import (
    begin_comparison,
    can_begin_comparison,
    end_comparison,
    lead_days,
    start_window,
    waits_now,
)
from coxa.app.export_records import export_records
from coxa.app.import_records import import_records
from coxa.app.memory import MemoryStorage
from coxa.app.plan import current_plan, day_of
from coxa.app.prospects import prospects, readings_a_week
from coxa.errors import UsageFault
from coxa.evidence import PLANNED_READINGS, Kind, Verdict
from coxa.experiment import draw_schedule
from coxa.quantities import Side
from coxa.records import DoneSet, KeptReading, Preferences, Session
from coxa.wording import say
from tests.app.courses import keep_course, seated
from tests.app.test_today import NOW, clear, read, train

DAY = timedelta(days=1)


@pytest.fixture
def storage() -> MemoryStorage:
    storage = MemoryStorage()
    clear(storage)
    return storage


def test_the_length_that_was_sealed_is_the_one_that_the_answer_goes_by(
    storage: MemoryStorage,
) -> None:
    assert planned_readings(storage) == PLANNED_READINGS
    drawn = begin_comparison(storage, now=NOW, weeks=12, readings_a_week=2)
    assert planned_readings(storage) == drawn.planned_readings == 24
    keep_course(storage, NOW, days=60)
    (series,) = current_answer(storage, NOW.tzinfo).series
    assert series.planned_readings == 24


def test_ending_moves_no_bar_and_keeps_the_record(storage: MemoryStorage) -> None:
    drawn = begin_comparison(storage, now=NOW, weeks=12)
    keep_course(storage, NOW, days=30)
    end_comparison(storage, now=NOW + 30 * DAY)
    assert storage.experiment() is None
    assert planned_readings(storage) == 36
    comparison = comparison_now(storage, now=NOW + 40 * DAY)
    assert comparison is not None
    assert comparison.schedule.sha256 == drawn.sha256
    assert comparison.schedule.ended_at == (NOW + 30 * DAY).astimezone(UTC)
    assert comparison.unchanged
    assert "comparison_ended" in [message.id for message in comparison.told]


def test_after_training_nothing_is_drawn_again(storage: MemoryStorage) -> None:
    begin_comparison(storage, now=NOW)
    train(storage, NOW + 12 * DAY)
    end_comparison(storage, now=NOW + 13 * DAY)
    assert not can_begin_comparison(storage)
    with pytest.raises(UsageFault):
        begin_comparison(storage, now=NOW + 14 * DAY)
    assert len(storage.experiments()) == 1


def test_who_draws_again_before_training_is_on_record(storage: MemoryStorage) -> None:
    begin_comparison(storage, now=NOW)
    end_comparison(storage, now=NOW + DAY)
    begin_comparison(storage, now=NOW + 2 * DAY)
    comparison = comparison_now(storage, now=NOW + 3 * DAY)
    assert comparison is not None
    (again,) = [one for one in comparison.told if one.id == "comparison_drawn_before"]
    assert f"{NOW.day} March 2026" in say(again)
    assert len(storage.experiments()) == 2


def test_the_wrong_hip_trained_ends_the_waiting_and_the_answer_knows(
    storage: MemoryStorage,
) -> None:
    """The other hip is a comparison for as long as it really waited, whatever was planned."""
    keep_course(storage, NOW, gain_deg={Side.LEFT: 8.0})
    (waited,) = current_answer(storage, NOW.tzinfo).series
    assert waited.sides[Side.LEFT].kind is Kind.GAIN
    trained_at = NOW + 9 * DAY + timedelta(hours=3)
    wrong = DoneSet(
        at=trained_at,
        exercise_id="clamshell",
        side=Side.RIGHT,
        set_number=1,
        reps_done=8,
        hold_done_s=60,
    )
    storage.save_session(Session(id="f" * 32, started_at=trained_at, planned=(), done=(wrong,)))
    (series,) = current_answer(storage, NOW.tzinfo).series
    assert series.sides[Side.LEFT].kind is Kind.CHANGE
    assert series.sides[Side.RIGHT].training_count > waited.sides[Side.RIGHT].training_count


def test_an_ended_comparison_travels_and_is_never_taken_for_one_under_way(
    storage: MemoryStorage,
) -> None:
    begin_comparison(storage, now=NOW)
    end_comparison(storage, now=NOW + DAY)
    begin_comparison(storage, now=NOW + 2 * DAY)
    other = MemoryStorage()
    for _ in range(2):
        import_records(other, export_records(storage))
    assert list(other.experiments()) == list(storage.experiments())
    end_comparison(other, now=NOW + 3 * DAY)
    import_records(other, export_records(storage))
    assert other.experiment() is None, "what was ended here stays ended"


def test_a_schedule_without_a_length_goes_by_the_usual_number(storage: MemoryStorage) -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    storage.save_experiment(draw_schedule(7, at, at.date()))
    assert planned_readings(storage) == PLANNED_READINGS
    comparison = comparison_now(storage, now=NOW)
    assert comparison is not None
    assert comparison.unchanged


def test_the_readings_before_training_have_time_on_the_days_that_there_are(
    storage: MemoryStorage,
) -> None:
    assert lead_days(storage, NOW) == 8
    read(storage, NOW)
    assert lead_days(storage, NOW) == 8, "today has its reading already"
    assert lead_days(storage, NOW + DAY) == 7
    storage.save_preferences(Preferences(weekdays=(0, 2, 4)))  # today, 2 March, is a Monday
    assert lead_days(storage, NOW) == 17, "seven more: on the 4th, 6th, 9th, ... and the 18th"
    first, last = start_window(storage, now=NOW)
    drawn = begin_comparison(storage, now=NOW)
    assert first <= drawn.first_side_starts_on <= last
    assert drawn.readings_a_week == 3


def test_the_rhythm_is_the_plans_until_the_persons_own_can_be_seen(
    storage: MemoryStorage,
) -> None:
    assert readings_a_week(storage, now=NOW) == 3
    keep_course(storage, NOW - 28 * DAY, days=1, sessions=False)
    assert readings_a_week(storage, now=NOW) == 1
    keep_course(storage, NOW - 12 * DAY, days=10, sessions=False, seed=8)
    assert readings_a_week(storage, now=NOW) == 2


def test_steadier_readings_let_smaller_gains_show(storage: MemoryStorage) -> None:
    unread = prospects(storage, now=NOW)
    keep_course(storage, NOW - 9 * DAY, days=8, sem_deg=1.5, sessions=False)
    steady = prospects(storage, now=NOW)
    for before, now in zip(unread.lengths, steady.lengths, strict=True):
        assert int(now.shows.params["gain"]) < int(before.shows.params["gain"])
    weeks = [one.weeks for one in steady.lengths]
    assert weeks == sorted(weeks)
    assert "learnt from 6 days" in say(steady.behind)
    assert "of 5° would probably show after" in say(steady.gains[1])
    assert all(say(one) for one in (*unread.gains, *steady.gains, unread.alone, steady.alone))


def test_the_verdict_of_a_good_course_still_comes(storage: MemoryStorage) -> None:
    begin_comparison(storage, now=NOW, weeks=6)
    keep_course(storage, NOW, gain_deg={Side.LEFT: 9.0}, days=50)
    (series,) = current_answer(storage, NOW.tzinfo).series
    assert series.sides[Side.LEFT].verdict in (Verdict.IMPROVED, Verdict.IMPROVED_MEANINGFULLY)


def test_the_plan_says_where_the_comparison_stands_and_when_the_answer_is_due(
    storage: MemoryStorage,
) -> None:
    drawn = begin_comparison(storage, now=NOW, weeks=6)
    read(storage, NOW)
    assert drawn.planned_end_on is not None
    stands = {}
    for day in (
        drawn.first_day,
        drawn.first_side_starts_on,
        drawn.second_side_starts_on,
        drawn.planned_end_on,
    ):
        now = NOW + (day - NOW.date())
        clear(storage, now)
        reasons = [one.id for one in current_plan(storage, now=now).reasons]
        stands[day] = [name for name in reasons if name.startswith("plan_compare")]
    assert list(stands.values()) == [
        ["plan_compare_before"],
        ["plan_compare_waiting"],
        ["plan_compare_both"],
        ["plan_compare_due"],
    ]


def test_who_wants_to_exercise_all_the_same_is_told_which_hip_waits(
    storage: MemoryStorage,
) -> None:
    assert waits_now(storage, now=NOW) is None
    drawn = begin_comparison(storage, now=NOW)
    days = (NOW.date(), drawn.first_side_starts_on, drawn.second_side_starts_on)
    both, one, none = (waits_now(storage, now=NOW + (day - NOW.date())) for day in days)
    assert both is not None
    assert "both hips are only measured" in say(both)
    assert one is not None
    assert f"the {drawn.first_side.other.value} hip waits until" in say(one)
    assert none is None


@pytest.mark.parametrize("weekdays", [tuple(range(7)), (0, 2, 4, 5), (1, 4)])
def test_who_lives_by_the_plan_deviates_from_nothing(
    storage: MemoryStorage, weekdays: tuple[int, ...]
) -> None:
    """The plan asks for as many readings and sessions as the comparison reckons with."""
    storage.save_preferences(Preferences(weekdays=weekdays))
    drawn = begin_comparison(storage, now=NOW, weeks=6)
    assert drawn.planned_end_on is not None
    day = NOW
    while day.date() <= drawn.planned_end_on + DAY:
        clear(storage, day)
        live_by_the_plan(storage, day)
        day += DAY
    comparison = comparison_now(storage, now=day)
    assert comparison is not None
    assert [say(one) for one in comparison.deviations] == []
    (series,) = current_answer(storage, NOW.tzinfo).series
    first = series.sides[drawn.first_side]
    assert first.baseline_count >= 6
    assert first.training_count == pytest.approx(drawn.planned_readings, abs=1)


def live_by_the_plan(storage: MemoryStorage, day: datetime) -> None:
    """Read both hips where a reading is due, then do every dose."""
    today = day_of(current_plan(storage, now=day), day.date())
    number = day.toordinal()
    if today.reading_due:
        storage.add_readings(
            [
                KeptReading(
                    id=f"{2 * number + (side is Side.LEFT):032x}",
                    taken_at=day,
                    series=seated(),
                    side=side,
                    value_deg=30 + number % 3,
                    error95_deg=5,
                )
                for side in Side
            ]
        )
    done = tuple(
        DoneSet(
            at=day + timedelta(hours=1),
            exercise_id=dose.exercise_id,
            side=dose.side,
            set_number=n + 1,
            reps_done=dose.reps,
            hold_done_s=dose.hold_s,
        )
        for dose in today.doses
        for n in range(dose.sets)
    )
    if done:
        storage.save_session(
            Session(id=f"{number:032x}", started_at=day, planned=today.doses, done=done)
        )
