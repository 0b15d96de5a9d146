"""Answers grow old one by one, and what happened since may call all of them into question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.records import PainReport, PainTime, ScreeningAnswers
from coxa.safety import (
    CHANGED,
    LONG_PAUSE,
    QUESTIONS,
    answers_that_count,
    asked_anew,
    clearance_at,
    next_page,
    still_open,
)
from coxa.wording import say

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
ALL_NO = {question.id: False for question in QUESTIONS}
FIRST = [question.id for question in QUESTIONS if question.asked_if is None]
MONTHLY = {question.id for question in QUESTIONS if question.every_days == 28}


def told(at: datetime = NOW, **yes: bool) -> ScreeningAnswers:
    return ScreeningAnswers(at=at, answers=ALL_NO | yes)


def ids(page: object) -> list[str]:
    return [question.id for question in page]  # type: ignore[attr-defined]


def test_each_answer_counts_for_its_own_time() -> None:
    for question in QUESTIONS:
        last = NOW + question.every_days * DAY
        assert question.id in answers_that_count([told()], last)
        assert question.id not in answers_that_count([told()], last + SECOND)


def test_after_four_weeks_four_questions_are_left_and_without_them_nothing_is_open() -> None:
    late = NOW + 28 * DAY + SECOND
    assert not clearance_at([told()], late).sessions_allowed
    counted = answers_that_count([told()], late)
    check = ids(still_open({}, counted))
    assert check == ["cannot_bear_weight", "emergency_signs", "unexplained_signs", CHANGED.id]
    again = ScreeningAnswers(at=late, answers=dict.fromkeys(check, False))
    assert clearance_at([told(), again], late).sessions_allowed
    assert clearance_at([told(), again], late + 28 * DAY).sessions_allowed


def test_the_short_check_does_not_make_the_other_answers_younger() -> None:
    screenings = [told()]
    for month in range(1, 7):
        at = NOW + 28 * month * DAY
        screenings.append(ScreeningAnswers(at=at, answers=dict.fromkeys(MONTHLY, False)))
    half_a_year = NOW + 184 * DAY
    left = ids(still_open({}, answers_that_count(screenings, half_a_year)))
    assert {"hip_replacement", "groin_pinch", "pregnancy"} <= set(left)


def test_who_says_that_something_changed_is_asked_everything() -> None:
    counted = answers_that_count([told()], NOW + 29 * DAY)
    given = {"cannot_bear_weight": False, CHANGED.id: True}
    left = ids(still_open(given, counted))
    assert left == [question for question in FIRST if question not in given]
    changed = ScreeningAnswers(at=NOW + 29 * DAY, answers=given)
    assert clearance_at([told(), changed], NOW + 29 * DAY).must_ask


def test_who_answers_everything_anew_need_not_say_whether_something_changed() -> None:
    assert not still_open(ALL_NO, ALL_NO)
    assert ids(still_open({}, ALL_NO)) == [CHANGED.id]


def test_pregnancy_is_asked_about_again_in_time() -> None:
    pregnant = told(pregnancy=True)
    counted = answers_that_count([pregnant], NOW + 29 * DAY)
    assert "late_pregnancy" in ids(still_open({}, counted))
    assert "pregnancy" in counted


def test_a_follow_up_counts_only_beside_its_own_yes() -> None:
    looked_at = told(unexplained_signs=True, unexplained_signs_cleared=True)
    assert clearance_at([looked_at], NOW).sessions_allowed
    new_signs = ScreeningAnswers(at=NOW + DAY, answers={"unexplained_signs": True})
    assert not clearance_at([looked_at, new_signs], NOW + DAY).sessions_allowed


def test_answers_from_the_future_open_nothing() -> None:
    assert clearance_at([told(NOW + 2 * DAY)], NOW).must_ask
    assert clearance_at([told(NOW + 2 * DAY)], NOW + 2 * DAY).sessions_allowed


def pain(score: int, days: float, when: PainTime = PainTime.DURING, *signs: str) -> PainReport:
    return PainReport(at=NOW + days * DAY, score=score, when=when, stop_signs=signs)


MORNINGS = [pain(score, day, PainTime.NEXT_MORNING) for score, day in ((0, 1), (3, 3), (5, 5))]


@pytest.mark.parametrize(
    ("reports", "why"),
    [
        ([pain(1, 3, PainTime.DURING, "groin_pinch")], "asked_anew_stop_sign"),
        ([pain(0, 3, PainTime.DURING, "unsteady")], "asked_anew_stop_sign"),
        ([pain(6, 3)], "asked_anew_much_pain"),
        (MORNINGS, "asked_anew_rising_pain"),
    ],
)
def test_pain_that_matters_asks_everything_anew_until_it_is_answered(
    reports: list[PainReport], why: str
) -> None:
    now = NOW + 6 * DAY
    anew = asked_anew(reports, now, now)
    assert anew is not None
    assert anew.why.id == why
    assert say(anew.why)
    since = anew.since
    assert since == reports[-1].at
    assert not clearance_at([told()], now, asked_anew_since=since).sessions_allowed
    answered = [told(), told(now)]
    assert clearance_at(answered, now, asked_anew_since=since).sessions_allowed


def test_pain_within_the_limits_asks_nothing() -> None:
    assert asked_anew([pain(5, 1), pain(2, 2, PainTime.NEXT_MORNING)], NOW, NOW + 3 * DAY) is None
    assert asked_anew([], None, NOW) is None


def test_a_long_pause_asks_everything_anew_once() -> None:
    end = NOW + LONG_PAUSE
    assert asked_anew([], NOW, end - SECOND) is None
    anew = asked_anew([], NOW, end + 3 * DAY)
    assert anew is not None
    assert anew.why.id == "asked_anew_pause"
    back = end + 3 * DAY
    assert not answers_that_count([told(end - DAY)], back, anew.since)
    assert answers_that_count([told(back)], back, anew.since)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 400),
            st.dictionaries(st.sampled_from([*ALL_NO, CHANGED.id]), st.booleans()),
        ),
        max_size=6,
    ),
    st.integers(0, 400),
)
def test_asking_always_ends_and_then_everything_that_must_be_is_answered(
    past: list[tuple[int, dict[str, bool]]], today: int
) -> None:
    now = NOW + today * DAY
    screenings = [ScreeningAnswers(at=NOW + day * DAY, answers=a) for day, a in past if day < today]
    counted = answers_that_count(screenings, now)
    given_now: dict[str, bool] = {}
    while page := next_page(given_now, counted):
        assert len(page) <= 3
        given_now |= {question.id: False for question in page}
        assert len(given_now) <= len(ALL_NO) + 1
    after = [*screenings, ScreeningAnswers(at=now, answers=given_now)]
    assert not clearance_at(after, now).must_ask
