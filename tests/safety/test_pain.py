"""Pain: what a report leads to, and for how long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.catalogue import Kind, StopSign
from coxa.records import PainReport, PainTime
from coxa.safety import after_pain, pain_standing
from coxa.wording import SENTENCES, say

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


def told(
    score: int,
    days_ago: float = 0,
    when: PainTime = PainTime.DURING,
    exercise: str | None = None,
    *signs: str,
) -> PainReport:
    at = NOW - timedelta(days=days_ago)
    return PainReport(at=at, score=score, when=when, exercise_id=exercise, stop_signs=signs)


def morning(score: int, days_ago: float) -> PainReport:
    return told(score, days_ago, PainTime.NEXT_MORNING)


@pytest.mark.parametrize(
    ("kind", "limit"),
    [(Kind.STRETCH, 3), (Kind.ACTIVE_CONTROL, 3), (Kind.STRENGTH, 5), (None, 3)],
)
def test_up_to_its_limit_an_exercise_goes_on(kind: Kind | None, limit: int) -> None:
    at_limit, above = after_pain(told(limit), kind), after_pain(told(limit + 1), kind)
    assert at_limit.message.id == "pain_go_on"
    assert not at_limit.stop_exercise
    assert above.stop_exercise
    assert above.step_back


@given(st.integers(6, 10), st.sampled_from([*Kind, None]), st.sampled_from(list(PainTime)))
def test_above_five_the_day_is_over(score: int, kind: Kind | None, when: PainTime) -> None:
    assert after_pain(told(score, when=when), kind).stop_today


@given(st.integers(0, 10), st.sampled_from([*Kind, None]), st.booleans())
def test_a_groin_pinch_always_stops_even_without_pain(
    score: int, kind: Kind | None, as_sign: bool
) -> None:
    report = told(score, 0, PainTime.DURING, "clamshell", *(["groin_pinch"] if as_sign else []))
    decision = after_pain(report.model_copy(update={"groin_pinch": not as_sign}), kind)
    assert decision.stop_exercise
    assert decision.message.id == "stop_groin_pinch"


@pytest.mark.parametrize("sign", [*StopSign, "something-new"])
def test_every_stop_sign_stops_and_has_a_sentence(sign: str) -> None:
    decision = after_pain(told(0, 0, PainTime.DURING, None, sign), Kind.STRENGTH)
    assert decision.stop_exercise
    assert say(decision.message)


def test_every_message_of_a_decision_has_a_sentence() -> None:
    for sign in StopSign:
        assert f"stop_{sign}" in SENTENCES


def test_a_worse_morning_halves_and_a_second_one_sends_to_a_clinician() -> None:
    history = [morning(1, 5)]
    first = after_pain(morning(3, 3), None, history)
    assert first.step_back
    assert not first.see_someone
    second = after_pain(morning(5, 0), None, [*history, morning(3, 3)])
    assert second.see_someone
    assert second.stop_today
    long_ago = after_pain(morning(5, 0), None, [morning(1, 20), morning(3, 18)])
    assert not long_ago.see_someone


def test_a_small_morning_rise_changes_nothing() -> None:
    assert not after_pain(morning(2, 0), None, [morning(1, 1)]).step_back
    assert not after_pain(morning(1, 0), None, []).step_back


def test_without_an_earlier_morning_the_start_was_no_pain() -> None:
    assert after_pain(morning(2, 0), None, [told(6, 1)]).step_back


def test_a_week_of_rising_pain_sends_to_a_clinician() -> None:
    rising = [told(score, days) for score, days in ((1, 7), (1, 5), (2, 3), (2, 1))]
    assert after_pain(told(3), Kind.STRENGTH, rising).see_someone
    falling = [told(score, days) for score, days in ((1, 7), (3, 5), (2, 3), (2, 1))]
    assert not after_pain(told(3), Kind.STRENGTH, falling).see_someone
    assert not after_pain(told(1), Kind.STRENGTH, [told(1, d) for d in range(1, 8)]).see_someone


def test_a_stop_sign_on_two_days_sends_to_a_clinician_but_not_twice_on_one() -> None:
    pinch = told(2, 3, PainTime.DURING, "twisted-legs", "groin_pinch")
    assert after_pain(told(2, 0, PainTime.DURING, None, "groin_pinch"), None, [pinch]).see_someone
    same_day = told(2, 0.01, PainTime.DURING, "twisted-legs", "groin_pinch")
    again = after_pain(told(2, 0, PainTime.AFTER, None, "groin_pinch"), None, [same_day])
    assert not again.see_someone


def test_the_more_serious_of_two_reasons_is_told_and_both_count() -> None:
    history = [morning(0, 6), morning(3, 4)]
    both = after_pain(morning(7, 0), None, history)
    assert both.see_someone
    assert both.message.id == "pain_two_mornings"
    pinched = after_pain(told(8, 0, PainTime.DURING, None, "groin_pinch"), Kind.STRETCH)
    assert pinched.stop_today
    assert pinched.message.id == "stop_groin_pinch"


def test_what_still_stands() -> None:
    assert pain_standing([], NOW).message is None
    hurt = told(7, 0.1, PainTime.DURING, "clamshell")
    today = pain_standing([hurt], NOW)
    assert today.stop_today
    assert today.step_back
    tomorrow = pain_standing([hurt], NOW + timedelta(days=1))
    assert not tomorrow.stop_today
    assert tomorrow.step_back
    assert not pain_standing([hurt], NOW + timedelta(days=8)).step_back


def test_an_exercise_rests_for_a_week_after_a_stop_sign() -> None:
    pinch = told(1, 2, PainTime.DURING, "twisted-legs", "groin_pinch")
    assert pain_standing([pinch], NOW).paused_exercises == ("twisted-legs",)
    assert pain_standing([pinch], NOW + timedelta(days=6)).paused_exercises == ()


def test_a_clinician_who_agreed_ends_it() -> None:
    bad_mornings = [morning(0, 6), morning(3, 4), morning(6, 2)]
    standing = pain_standing(bad_mornings, NOW)
    assert standing.see_someone
    assert standing.message is not None
    assert say(standing.message)
    assert not pain_standing(bad_mornings, NOW, cleared_at=NOW - timedelta(days=1)).see_someone


def test_the_limit_of_the_exercise_named_in_a_report_counts() -> None:
    assert pain_standing([told(5, 1, PainTime.DURING, "twisted-legs")], NOW).step_back
    assert not pain_standing([told(5, 1, PainTime.DURING, "clamshell")], NOW).step_back


reports = st.lists(
    st.builds(
        told,
        st.integers(0, 10),
        st.floats(0, 30),
        st.sampled_from(list(PainTime)),
        st.sampled_from(["clamshell", "twisted-legs", "no-such-exercise", None]),
    ),
    max_size=15,
)


@given(reports, st.randoms())
def test_the_order_of_reports_does_not_matter(history: list[PainReport], random: object) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert pain_standing(history, NOW) == pain_standing(shuffled, NOW)


@given(reports)
def test_what_stands_against_a_session_is_always_explained(history: list[PainReport]) -> None:
    standing = pain_standing(history, NOW)
    if standing.stop_today or standing.see_someone or standing.step_back:
        assert standing.message is not None
        assert say(standing.message)
