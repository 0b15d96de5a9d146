"""A session before a camera: nothing counts that was not seen, and nothing seen is lost."""

from __future__ import annotations

import pytest

from coxa.coach import (
    Begin,
    Camera,
    Count,
    Next,
    Pain,
    Pause,
    PauseReason,
    Phase,
    Resume,
    Sight,
    Tick,
    WaitingFor,
    display,
    replay,
    start,
    step,
)
from coxa.quantities import Side
from coxa.records import SeenWhat
from coxa.wording import say
from tests.coach.session import AT, EXERCISES, lift, stretch
from tests.coach.watched import Watched


def test_nothing_begins_before_the_start_pose_is_seen() -> None:
    """However long it takes; whatever else is seen meanwhile counts nothing."""
    session = Watched(lift()).until(Phase.POSITION)
    shown = display(session.state)
    assert (shown.waiting_for, shown.watched, shown.running) == (WaitingFor.POSITION, True, True)
    for what in (SeenWhat.FOUND, SeenWhat.MOVING, SeenWhat.AT_END, SeenWhat.LEFT_END):
        session.wait(3)
        assert session.see(what, 0.9) == []
    session.see(SeenWhat.BACK, 1.0)
    assert (session.state.phase, session.state.reps_done) == (Phase.POSITION, 0)
    assert session.see(SeenWhat.IN_POSITION, 0.0)[0] == "coach_seen"
    assert session.state.phase is Phase.GET_READY


def test_a_start_pose_seen_during_the_introduction_is_not_waited_for_again() -> None:
    session = Watched(lift())
    session.wait(3)
    session.see(SeenWhat.IN_POSITION, 0.0)
    session.until(Phase.GET_READY).until(Phase.MOVE)
    assert session.state.led_by_sight
    assert "coach_position" not in session.heard


def test_whoever_is_waited_for_is_reminded_kindly_and_offered_the_clock_after_a_minute() -> None:
    session = Watched(lift()).until(Phase.POSITION)
    from_s = session.state.t_s
    session.wait(65)
    told = [(at_s - from_s, cue.message.id) for at_s, cue in session.cues if cue.message]
    assert [(at_s, what) for at_s, what in told if what.startswith("coach_position_")] == [
        (15, "coach_position_again"),
        (30, "coach_position_again"),
        (45, "coach_position_again"),
        (60, "coach_position_offer"),
    ]


def test_next_goes_on_by_the_clock_for_this_exercise_and_side_only() -> None:
    session = Watched(lift(Side.LEFT, sets=1, reps=1), lift(Side.RIGHT, sets=1)).until(
        Phase.POSITION
    )
    session.send(Next(t_s=session.state.t_s))
    assert (session.state.phase, session.state.led_by_sight) == (Phase.GET_READY, False)
    session.until(Phase.SWITCH_SIDES)
    assert [(done.reps_done, done.watched) for done in session.state.done] == [(1, False)]
    session.until(Phase.POSITION)


def test_a_person_who_starts_before_the_countdown_is_over_is_not_held_up() -> None:
    session = Watched(lift()).until(Phase.POSITION)
    session.see(SeenWhat.IN_POSITION, 0.0)
    session.wait(1)
    session.rep(2.4)
    assert (session.state.phase, session.state.reps_done) == (Phase.MOVE, 1)


def test_reps_are_counted_as_they_are_seen_whatever_their_pace() -> None:
    """Three repetitions at the person's own time are one set, each counted aloud at its moment."""
    session = Watched(lift(sets=1, reps=3)).in_place()
    for out_s in (1.5, 4.0, 2.2):
        session.rep(hold_s=2.3, out_s=out_s, back_s=2.0)
        session.wait(1.3)
    (done,) = session.state.done
    assert (done.reps_done, done.watched) == (3, True)
    assert done.hold_done_s == pytest.approx(6)
    assert (done.reps_half, done.reps_fast, done.best_share) == (0, 0, 1.0)
    counted = [
        cue.message.params["rep"]
        for _, cue in session.cues
        if cue.message and cue.message.id == "coach_counted_back"
    ]
    assert counted == [1, 2, 3]


def test_the_set_ends_when_the_last_way_back_is_seen() -> None:
    session = Watched(lift(reps=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.wait(1)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(2)
    assert (session.state.phase, session.state.reps_done) == (Phase.RETURN, 1)
    assert display(session.state).waiting_for is WaitingFor.BACK
    session.wait(2)
    session.see(SeenWhat.BACK, 1.0)
    assert session.state.phase is Phase.REST


def test_half_repetitions_are_not_counted_and_told_once_then_every_third_time() -> None:
    session = Watched(lift(sets=1, reps=3)).in_place()
    heard = [session.rep(2.0, peak=0.6) for _ in range(5)]
    assert [said == ["coach_half"] for said in heard] == [True, False, False, True, False]
    assert session.state.reps_done == 0
    for _ in range(3):
        session.rep(2.2)
    assert (session.state.done[0].reps_done, session.state.done[0].reps_half) == (3, 5)


def test_who_never_reaches_the_end_is_not_left_without_a_count() -> None:
    """After six half repetitions in a row that is how far it goes today, by the clock."""
    session = Watched(lift(sets=1, reps=2)).in_place()
    for _ in range(5):
        session.rep(2.0, peak=0.6)
    said = session.rep(2.0, peak=0.6)
    assert said == ["coach_your_way", "coach_get_ready"]
    session.until(Phase.ASK_PAIN)
    (done,) = session.state.done
    assert (done.reps_done, done.watched, done.reps_half) == (2, False, 6)


def test_who_stays_short_of_the_end_holds_there_by_the_clock() -> None:
    """A stiff hip's own end: asked once to go further, then taken as it is."""
    session = Watched(stretch(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    assert session.wait(10) == ["coach_half"]
    assert session.wait(10) == ["coach_own_end", "coach_hold_seconds"]
    session.until(Phase.ASK_PAIN)
    (done,) = session.state.done
    assert (done.hold_done_s, done.watched) == (30, False)


def test_a_hurried_way_up_counts_and_is_slowed_down() -> None:
    session = Watched(lift(sets=1)).in_place()
    said = session.rep(2.2, out_s=0.2)
    assert "coach_slower" in said
    assert (session.state.reps_done, session.state.seen.reps_fast) == (1, 1)


def test_an_end_left_at_once_does_not_count() -> None:
    """Less than half of its hold: one word, and the repetition is done again."""
    session = Watched(lift(sets=1)).in_place()
    assert session.rep(0.5).count("coach_stay") == 1
    assert (session.state.phase, session.state.reps_done) == (Phase.MOVE, 0)
    assert "coach_stay" not in session.rep(0.5)
    session.rep(1.3)
    assert session.state.reps_done == 1
    assert session.state.held_s == pytest.approx(1.3)
    assert session.state.seen.reps_fast == 2


def test_a_hold_counts_only_in_its_band() -> None:
    """Out of it for 6 s: one word, no penalty, and all that was held is credited."""
    session = Watched(stretch(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.wait(2)
    assert session.see(SeenWhat.AT_END, 0.8) == ["coach_hold_seconds"]
    session.wait(12)
    session.see(SeenWhat.LEFT_END, 0.66)
    shown = display(session.state)
    assert (shown.waiting_for, shown.count) == (WaitingFor.END, Count.SECONDS)
    assert session.wait(6) == ["coach_further_again"]
    assert display(session.state).hold_left_s == pytest.approx(18)
    assert session.see(SeenWhat.AT_END, 0.82) == ["coach_hold_left"]
    session.wait(17.9)
    trail = [session.state.phase]
    session.wait(0.2)
    assert [*trail, session.state.phase] == [Phase.HOLD, Phase.RETURN]
    session.see(SeenWhat.BACK, 1.1)
    (done,) = session.state.done
    assert done.reps_done == 1
    assert done.hold_done_s == pytest.approx(30)


def test_a_flicker_out_of_the_band_is_no_word() -> None:
    session = Watched(stretch(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(10)
    session.see(SeenWhat.LEFT_END, 0.66)
    assert session.wait(0.3) == []
    assert session.see(SeenWhat.AT_END, 0.8) == []
    assert display(session.state).hold_left_s == pytest.approx(20)


def test_a_long_hold_that_was_left_altogether_goes_on_with_what_is_left() -> None:
    session = Watched(stretch(sets=1)).in_place()
    session.rep(hold_s=11)
    assert session.state.phase is Phase.MOVE
    assert session.state.hold_left_s == pytest.approx(19)
    session.rep(hold_s=19.2)
    assert session.state.done[0].hold_done_s == pytest.approx(30)


def test_time_held_is_credited_to_half_a_second() -> None:
    """Left and taken up again many times: what the camera saw is what counts."""
    session = Watched(stretch(sets=1)).in_place()
    truth_s = 0.0
    for hold_s in (3.2, 7.7, 0.9, 5.4, 4.1):
        session.rep(hold_s=hold_s)
        truth_s += hold_s
    assert session.state.hold_done_s == pytest.approx(truth_s, abs=0.5)


@pytest.mark.parametrize(
    ("what", "word"),
    [(SeenWhat.LOST, "coach_lost_sight"), (SeenWhat.OUT_OF_POSITION, "coach_left")],
)
def test_who_goes_missing_in_a_hold_goes_on_where_it_stood(what: SeenWhat, word: str) -> None:
    session = Watched(stretch(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(10)
    session.see(what)
    assert session.wait(1.4) == []
    assert session.wait(0.2) == [word]
    assert session.state.phase is Phase.POSITION
    session.wait(40)
    session.see(SeenWhat.FOUND)
    assert session.see(SeenWhat.IN_POSITION, 0.0)[0] == "coach_seen_again"
    session.until(Phase.MOVE)
    session.rep(hold_s=20.1)
    assert session.state.done[0].hold_done_s == pytest.approx(30)


def test_a_short_absence_is_no_interruption() -> None:
    session = Watched(lift(sets=1)).in_place()
    session.see(SeenWhat.LOST)
    session.wait(1.2)
    session.see(SeenWhat.IN_POSITION, 0.0)
    assert session.wait(1) == []
    assert session.state.phase is Phase.MOVE


def test_going_missing_after_the_last_repetition_ends_the_set() -> None:
    session = Watched(lift(reps=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(2)
    session.see(SeenWhat.OUT_OF_POSITION)
    session.wait(2)
    assert (session.state.phase, session.state.done[0].reps_done) == (Phase.REST, 1)
    session.until(Phase.POSITION)
    assert session.state.set_number == 2


def test_a_camera_that_goes_off_leaves_the_rest_to_the_clock() -> None:
    """Told, a countdown, and what was left of the hold; no set is lost."""
    session = Watched(stretch()).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(10)
    said = session.send(Camera(t_s=session.state.t_s, on=False))
    assert said == ["coach_camera_off", "coach_back_into_position"]
    session.until(Phase.HOLD)
    assert session.state.phase_ends_s == pytest.approx(session.state.t_s + 20)
    session.until(Phase.REST)
    assert (session.state.done[0].hold_done_s, session.state.done[0].watched) == (30, False)
    session.send(Camera(t_s=session.state.t_s, on=True))
    session.until(Phase.POSITION)


def test_a_camera_that_comes_in_the_middle_of_a_set_leads_from_the_next_one() -> None:
    session = Watched(lift(sets=2, reps=2), camera=False).until(Phase.HOLD)
    session.send(Camera(t_s=session.state.t_s, on=True))
    session.see(SeenWhat.IN_POSITION, 0.0)
    session.until(Phase.REST)
    assert session.state.done[0].reps_done == 2
    session.until(Phase.MOVE)
    assert session.state.led_by_sight


def test_after_a_reload_the_body_is_looked_for_anew() -> None:
    """The log says that there was a camera; the page says what is true now, then goes on."""
    session = Watched(stretch()).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(10)
    session.send(Pause(t_s=session.state.t_s, reason=PauseReason.GAP))
    session.send(Camera(t_s=session.state.t_s, on=True))
    session.send(Resume(t_s=session.state.t_s))
    assert session.state.phase is Phase.POSITION
    assert session.state.hold_left_s == pytest.approx(20)


def test_a_reload_without_the_camera_goes_on_by_the_clock() -> None:
    session = Watched(stretch()).in_place()
    session.send(Pause(t_s=session.state.t_s, reason=PauseReason.GAP))
    assert session.send(Camera(t_s=session.state.t_s, on=False)) == []
    session.send(Resume(t_s=session.state.t_s))
    session.until(Phase.REST)
    assert session.state.done[0].hold_done_s == 30


def test_a_pause_lets_nothing_seen_count() -> None:
    session = Watched(lift(sets=1)).in_place()
    session.send(Pause(t_s=session.state.t_s))
    session.rep(3.0)
    assert (session.state.paused, session.state.reps_done) == (PauseReason.ASKED, 0)


def test_a_slept_machine_counts_nothing_of_a_watched_hold() -> None:
    session = Watched(stretch(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(5)
    session.send(Sight(t_s=session.state.t_s + 900, what=SeenWhat.LEFT_END, share=0.5))
    assert session.state.paused is PauseReason.GAP
    assert session.state.hold_done_s == pytest.approx(5)


def test_a_gap_while_waiting_for_the_start_pose_pauses_too() -> None:
    session = Watched(lift()).until(Phase.POSITION)
    session.send(Tick(t_s=session.state.t_s + 3600))
    assert session.state.paused is PauseReason.GAP


def test_an_exercise_that_no_camera_counts_goes_by_the_clock() -> None:
    """Camera or not, the states and the cues are the same."""
    blind = EXERCISES["lift"].camera.model_copy(update={"counts": False})
    exercises = {"lift": EXERCISES["lift"].model_copy(update={"camera": blind})}
    states = []
    for camera in (True, False):
        state = start([lift()], exercises, at=AT)
        state, _ = step(state, Camera(t_s=0, on=camera))
        trail = []
        state, cues = step(state, Begin())
        for _ in range(30):
            trail.append((state.phase, state.t_s, cues))
            state, cues = step(state, Tick(t_s=state.next_tick_s or state.t_s))
        states.append(trail)
    assert states[0] == states[1]
    assert Phase.REST in {phase for phase, _, _ in states[0]}


def test_the_pinch_ends_a_watched_session_too() -> None:
    session = Watched(stretch()).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(8)
    session.send(Pain(t_s=session.state.t_s, score=1, groin_pinch=True))
    assert session.state.phase is Phase.STOPPED
    assert session.state.done[0].hold_done_s == pytest.approx(8)


def test_an_easier_way_is_told_in_the_introduction() -> None:
    dose = lift().model_copy(update={"variant_id": "half"})
    session = Watched(dose)
    said = [say(cue.message) for _, cue in session.cues if cue.message]
    assert "Only half." in said
    assert display(session.state).range_share == 0.5


def test_every_watched_message_has_a_sentence() -> None:
    session = Watched(stretch(sets=1), lift(sets=1)).in_place()
    session.rep(4)
    session.see(SeenWhat.FAULT, fault_id="pelvis-rolls")
    session.wait(40)
    session.see(SeenWhat.LOST)
    session.wait(70)
    session.send(Camera(t_s=session.state.t_s, on=False))
    assert all("{" not in say(cue.message) for _, cue in session.cues if cue.message)
    assert replay(start([stretch(sets=1), lift(sets=1)], EXERCISES, at=AT), session.events) == (
        session.state
    )


def test_who_stays_at_the_end_through_the_rest_is_asked_back_first() -> None:
    """Two holds are never one long one."""
    session = Watched(stretch()).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.wait(30)
    session.until(Phase.REST)
    assert session.until(Phase.MOVE).heard[-1] == "coach_all_the_way_back"
    session.wait(60)
    assert (session.state.phase, session.state.hold_left_s) == (Phase.MOVE, None)
    session.see(SeenWhat.BACK, 1.0)
    session.rep(hold_s=30.2)
    assert [done.hold_done_s for done in session.state.done] == [30, pytest.approx(30)]


def test_a_repetition_begun_in_the_rest_is_neither_counted_nor_called_half() -> None:
    session = Watched(lift(sets=2, reps=1)).in_place()
    session.rep(2.3)
    assert session.state.phase is Phase.REST
    session.wait(18)
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.see(SeenWhat.LEFT_END, 0.6)
    session.until(Phase.MOVE)
    session.see(SeenWhat.BACK, 1.0)
    assert (session.state.reps_done, session.state.seen.reps_half) == (0, 0)


def test_a_repetition_hurried_both_ways_is_one() -> None:
    session = Watched(lift(sets=1)).in_place()
    session.rep(0.5, out_s=0.2)
    assert (session.state.reps_done, session.state.seen.reps_fast) == (0, 1)
    session.rep(0.5)
    assert session.state.seen.reps_fast == 2
