"""Pain during a session: the pinch ends it, the limits act at once, everything is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coxa.coach import Pain, Pause, PauseReason, Phase, Priority, Resume, step
from coxa.quantities import Side
from coxa.records import PainReport, PainTime
from tests.coach.session import AT, after, begin, lift, sentence, stretch, ticks, until, words


def test_a_groin_pinch_ends_the_session_at_once() -> None:
    """Whatever the score, in plain words, with the set under way on record."""
    held = until(begin(stretch(), lift()), Phase.HOLD)
    state, cues = step(held, Pain(t_s=held.t_s + 8, score=0, groin_pinch=True))
    assert (state.phase, state.paused) == (Phase.STOPPED, None)
    assert words(cues) == ["coach_groin_pinch"]
    assert cues[0].priority is Priority.URGENT
    assert "Never push through a pinch" in sentence(cues[0].message)
    assert state.done[0].hold_done_s == pytest.approx(8)


def test_a_groin_pinch_among_the_stop_signs_is_a_groin_pinch() -> None:
    """However it is told."""
    held = until(begin(stretch()), Phase.HOLD)
    state = after(held, Pain(t_s=held.t_s, score=2, stop_signs=("groin_pinch",)))
    assert state.phase is Phase.STOPPED
    assert state.pain[0].groin_pinch


def test_a_stop_sign_of_last_week_makes_the_next_one_a_reason_to_see_someone() -> None:
    """The rules look back on earlier sessions."""
    last_week = PainReport(at=AT - timedelta(days=6), score=2, groin_pinch=True)
    held = until(begin(stretch(), pain_before=(last_week,)), Phase.HOLD)
    _, cues = step(held, Pain(t_s=held.t_s, score=1, groin_pinch=True))
    assert words(cues) == ["stop_sign_again"]


@pytest.mark.parametrize("sign", ["tingling_numbness", "catch_or_lock", "something_else"])
def test_signs_of_nerve_or_joint_end_the_session(sign: str) -> None:
    held = until(begin(stretch(), lift()), Phase.HOLD)
    assert after(held, Pain(t_s=held.t_s, score=1, stop_signs=(sign,))).phase is Phase.STOPPED


def test_more_than_five_ends_the_session() -> None:
    held = until(begin(lift()), Phase.HOLD)
    state, cues = step(held, Pain(t_s=held.t_s, score=6))
    assert (state.phase, words(cues)) == (Phase.STOPPED, ["pain_stop_today"])


def test_more_than_a_stretch_allows_leaves_it_out_on_both_sides() -> None:
    """4 of 10 in a stretch: the other side is left out too, the next exercise waits."""
    doses = (stretch(Side.LEFT), stretch(Side.RIGHT), lift())
    held = until(begin(*doses), Phase.HOLD)
    state, cues = step(held, Pain(t_s=held.t_s, score=4))
    assert words(cues) == ["pain_over_limit"]
    assert (state.phase, state.paused) == (Phase.INTRO, PauseReason.PAIN)
    assert state.part.dose.exercise_id == "lift"
    resumed = after(state, Resume(t_s=state.t_s))
    assert (resumed.phase, resumed.paused) == (Phase.INTRO, None)


def test_four_is_within_the_limit_of_strength_work() -> None:
    """The same score lets a strength exercise go on, once the person says so."""
    held = until(begin(lift()), Phase.HOLD)
    state, cues = step(held, Pain(t_s=held.t_s, score=4))
    assert (state.phase, state.paused) == (Phase.HOLD, PauseReason.PAIN)
    assert words(cues) == ["pain_go_on"]


def test_answering_the_question_leads_on_even_from_a_pause() -> None:
    """The form pauses the clock; the answer goes on with the next exercise."""
    asked = until(begin(stretch(sets=1), lift(sets=1)), Phase.ASK_PAIN)
    paused = after(asked, Pause(t_s=asked.t_s + 3, reason=PauseReason.PAIN))
    state = after(paused, Pain(t_s=paused.t_s, score=2))
    assert (state.phase, state.paused, state.unanswered) == (Phase.INTRO, None, ())
    assert state.pain[0].when is PainTime.AFTER


def test_an_answer_above_the_limit_leaves_out_a_later_dose_of_the_exercise() -> None:
    """Asked after the left side of an exercise that comes back later."""
    asked = until(
        begin(stretch(Side.LEFT, sets=1), lift(sets=1), stretch(Side.RIGHT)), Phase.ASK_PAIN
    )
    state = after(asked, Pain(t_s=asked.t_s, score=4), Resume(t_s=asked.t_s))
    assert state.part.dose.exercise_id == "lift"
    *_, last = ticks(state)
    assert [tally.exercise_id for tally in last.done] == ["stretch", "lift"]


def test_pain_that_stops_the_only_exercise_leads_to_the_last_question() -> None:
    held = until(begin(stretch()), Phase.HOLD)
    state, cues = step(held, Pain(t_s=held.t_s, score=4))
    assert (state.phase, state.paused) == (Phase.ASK_EFFORT, None)
    assert words(cues) == ["pain_over_limit", "coach_ask_effort"]
