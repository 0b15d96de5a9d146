"""Sessions as use cases: safety decides, every event is kept, nothing acknowledged is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.app.memory import MemoryStorage
from coxa.app.session_event import take_event
from coxa.app.session_log import RunningSession
from coxa.app.session_resume import open_session, resume_session
from coxa.app.session_start import doses_of, start_session
from coxa.catalogue import load_catalogue
from coxa.coach import (
    Begin,
    Camera,
    Effort,
    Event,
    Next,
    Pain,
    Pause,
    Phase,
    Resume,
    Sight,
    Stop,
    Tick,
)
from coxa.errors import BlockedForSafety, UnknownThing, UsageFault
from coxa.quantities import Side
from coxa.records import DoneSet, Dose, Message, PainReport, ScreeningAnswers, SeenWhat
from coxa.safety import applicable

NOW = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
STRETCH = "seated-internal-rotation"
WATCHED = [one for one in load_catalogue().exercises.values() if one.camera.counts]


@pytest.fixture
def storage() -> MemoryStorage:
    """A person who answered every question with no."""
    storage = MemoryStorage()
    answer(storage)
    return storage


def answer(storage: MemoryStorage, **yes: bool) -> None:
    answers: dict[str, bool] = dict(yes)
    for _ in range(3):  # a yes may open follow-up questions
        answers = {question.id: answers.get(question.id, False) for question in applicable(answers)}
    earlier = len(storage.screenings())
    at = NOW - timedelta(days=1) + timedelta(minutes=earlier)
    storage.add_screening(ScreeningAnswers(at=at, answers=answers))


def dose(exercise_id: str = STRETCH, hold_s: float = 2.0) -> Dose:
    reason = Message(id="session_chosen", params={"exercise": "x"})
    return Dose(
        exercise_id=exercise_id, side=Side.LEFT, sets=2, hold_s=hold_s, rest_s=4, reason=reason
    )


class Player:
    """A client that numbers its events."""

    def __init__(self, storage: MemoryStorage, *doses: Dose) -> None:
        self.storage = storage
        self.at = start_session(storage, doses or (dose(),), now=NOW)

    @property
    def id(self) -> str:
        return self.at.session.id

    def send(self, event: Event) -> RunningSession:
        number = self.at.next_number
        self.at = take_event(self.storage, self.id, number, event, now=NOW)
        return self.at

    def see(self, what: SeenWhat, share: float, after_s: float = 0.5) -> RunningSession:
        return self.send(Sight(t_s=self.at.state.t_s + after_s, what=what, share=share))

    def tick(self) -> RunningSession:
        due_s = self.at.state.next_tick_s
        assert due_s is not None
        return self.send(Tick(t_s=due_s))

    def until(self, phase: Phase) -> RunningSession:
        while self.at.state.phase is not phase:
            self.tick()
        return self.at


def test_nothing_starts_before_the_questions_are_answered() -> None:
    """No answers: no session, and none is kept."""
    storage = MemoryStorage()
    with pytest.raises(BlockedForSafety):
        start_session(storage, (dose(),), now=NOW)
    assert storage.sessions() == []


def test_a_blocked_person_cannot_start_whatever_is_asked(storage: MemoryStorage) -> None:
    answer(storage, hip_replacement=True)
    with pytest.raises(BlockedForSafety):
        start_session(storage, (dose(),), now=NOW)


def test_a_closed_exercise_cannot_be_started_but_another_can(storage: MemoryStorage) -> None:
    answer(storage, knee_injury=True)
    with pytest.raises(BlockedForSafety):
        start_session(storage, (dose(),), now=NOW)
    assert start_session(storage, (dose("reverse-clam"),), now=NOW).state.phase is Phase.WAITING


def test_more_than_the_ceiling_is_blocked(storage: MemoryStorage) -> None:
    """The schema allows 120 s, the catalogue 60: a client cannot ask for more."""
    with pytest.raises(BlockedForSafety):
        start_session(storage, (dose(hold_s=90.0),), now=NOW)


def test_an_answer_given_in_the_meantime_blocks_an_open_session(storage: MemoryStorage) -> None:
    """Begin and resume ask again; the event is not kept."""
    player = Player(storage)
    answer(storage, hip_replacement=True)
    with pytest.raises(BlockedForSafety):
        player.send(Begin())
    assert storage.session_events(player.id) == []


def test_pain_of_this_morning_that_says_stop_blocks_a_session(storage: MemoryStorage) -> None:
    storage.add_pain(PainReport(at=NOW - timedelta(hours=1), score=7))
    with pytest.raises(BlockedForSafety):
        start_session(storage, (dose(),), now=NOW)


def test_sets_are_in_the_record_as_soon_as_they_are_acknowledged(storage: MemoryStorage) -> None:
    """Each set comes with the time at which the server heard of it."""
    player = Player(storage)
    player.send(Begin())
    player.until(Phase.REST)
    (done,) = storage.session(player.id).done
    assert (done.exercise_id, done.set_number, done.reps_done) == (STRETCH, 1, 1)
    assert (done.hold_done_s, done.at) == (2.0, NOW)


def test_a_whole_session_ends_up_in_the_record(storage: MemoryStorage) -> None:
    player = Player(storage)
    player.send(Begin())
    player.until(Phase.ASK_PAIN)
    player.send(Pain(t_s=0, score=2))
    player.send(Effort(t_s=0, score=5, note="fine"))
    kept = storage.session(player.id)
    assert (kept.effort, kept.note, kept.finished_at) == (5, "fine", NOW)
    assert [(p.score, p.session_id, p.exercise_id) for p in kept.pain] == [(2, kept.id, STRETCH)]
    assert len(kept.done) == 2


def test_an_event_sent_twice_counts_once(storage: MemoryStorage) -> None:
    """A client that did not hear the answer repeats itself; it hears the same again."""
    player = Player(storage)
    player.send(Begin())
    player.until(Phase.HOLD)
    number, due_s = player.at.next_number, player.at.state.next_tick_s
    assert due_s is not None
    first = take_event(storage, player.id, number, Tick(t_s=due_s), now=NOW)
    again = take_event(storage, player.id, number, Tick(t_s=due_s), now=NOW + timedelta(seconds=9))
    assert again == first
    assert len(storage.session_events(player.id)) == number + 1


def test_two_windows_cannot_lead_one_session(storage: MemoryStorage) -> None:
    """A different event under a number already used is turned down, and nothing changes."""
    player = Player(storage)
    player.send(Begin())
    before = storage.session_events(player.id)
    with pytest.raises(UsageFault, match="session_out_of_step"):
        take_event(storage, player.id, 0, Next(t_s=0), now=NOW)
    with pytest.raises(UsageFault, match="session_out_of_step"):
        take_event(storage, player.id, 5, Next(t_s=0), now=NOW)
    assert storage.session_events(player.id) == before


def test_a_reload_finds_the_session_where_it_stood(storage: MemoryStorage) -> None:
    """Replaying the log gives the very state that was left."""
    player = Player(storage)
    player.send(Begin())
    player.until(Phase.REST)
    left = player.send(Pause(t_s=player.at.state.t_s + 1))
    found = resume_session(storage, player.id)
    assert (found.state, found.next_number) == (left.state, left.next_number)
    player.send(Resume(t_s=found.state.t_s))
    player.until(Phase.ASK_PAIN)
    assert [done.set_number for done in storage.session(player.id).done] == [1, 2]


def test_a_kill_between_the_log_and_the_record_loses_nothing(storage: MemoryStorage) -> None:
    """The record is worked out from the log again the next time someone looks."""
    player = Player(storage)
    bare = storage.session(player.id)
    player.send(Begin())
    player.until(Phase.REST)
    complete = storage.session(player.id)
    storage.save_session(bare)  # as if the process had ended before the last write
    found = open_session(storage, NOW)
    assert found is not None
    assert storage.session(player.id) == found.session == complete


def test_a_session_can_be_gone_on_with_for_some_hours_only(storage: MemoryStorage) -> None:
    player = Player(storage)
    assert open_session(storage, NOW) is None  # not begun
    player.send(Begin())
    assert open_session(storage, NOW + timedelta(hours=3)) is not None
    assert open_session(storage, NOW + timedelta(hours=5)) is None
    with pytest.raises(UsageFault, match="session_too_old"):
        take_event(storage, player.id, 1, Next(t_s=0), now=NOW + timedelta(hours=5))


def test_a_finished_session_is_not_open(storage: MemoryStorage) -> None:
    player = Player(storage)
    player.send(Begin())
    player.send(Stop(t_s=1))
    assert open_session(storage, NOW) is None
    assert storage.session(player.id).finished_at == NOW


def test_an_unknown_session_is_told_so(storage: MemoryStorage) -> None:
    with pytest.raises(UnknownThing):
        resume_session(storage, "0" * 32)


@pytest.mark.parametrize("exercise_id", load_catalogue().exercises)
def test_every_exercise_can_be_done_on_its_own(exercise_id: str, storage: MemoryStorage) -> None:
    """At its own dose, left then right, from the first word to the last question."""
    doses = doses_of(load_catalogue().exercise(exercise_id))
    player = Player(storage, *doses)
    player.send(Begin())
    player.until(Phase.ASK_PAIN)
    planned = sum(dose.work_s for dose in doses)
    assert len(storage.session(player.id).done) == sum(dose.sets for dose in doses)
    assert player.at.state.t_s > planned * 0.5


def test_a_session_followed_from_where_it_was_is_the_one_replayed_from_its_start(
    storage: MemoryStorage,
) -> None:
    """Two storages that hold one id with different logs never see each other's either."""
    player = Player(storage)
    player.send(Begin())
    player.until(Phase.REST)
    other = MemoryStorage()
    other.save_session(storage.session(player.id))
    log = storage.session_events(player.id)
    for number, event in enumerate(log[:2]):
        other.add_session_event(player.id, number, event)
    assert resume_session(other, player.id).next_number == 2
    assert resume_session(other, player.id).session.done == ()
    again = resume_session(storage, player.id)
    assert (again.state, again.session) == (player.at.state, player.at.session)


def test_a_camera_switched_on_before_the_first_cue_begins_nothing(storage: MemoryStorage) -> None:
    player = Player(storage)
    player.send(Camera(t_s=0, on=True))
    assert open_session(storage, NOW) is None
    player.send(Begin())
    assert open_session(storage, NOW) is not None


def test_a_watched_set_is_on_record_with_what_was_seen(storage: MemoryStorage) -> None:
    """From the start pose to the last way back, through the log."""
    exercise_id = next(one.id for one in WATCHED if one.dose.reps > 1)
    planned = Dose(
        exercise_id=exercise_id,
        side=Side.LEFT,
        sets=2,
        reps=2,
        hold_s=2,
        rest_s=4,
        reason=Message(id="session_chosen", params={"exercise": "x"}),
    )
    player = Player(storage, planned)
    player.send(Camera(t_s=0, on=True))
    player.send(Begin())
    player.until(Phase.POSITION)
    player.see(SeenWhat.IN_POSITION, 0.0)
    player.until(Phase.MOVE)
    for peak in (0.6, 1.0, 0.95):
        player.see(SeenWhat.MOVING, 0.3)
        if peak > 0.8:
            player.see(SeenWhat.AT_END, 0.8)
            player.see(SeenWhat.LEFT_END, 0.6, after_s=1.9)
        player.see(SeenWhat.BACK, peak)
    (done,) = storage.session(player.id).done
    assert (done.reps_done, done.watched, done.reps_half) == (2, True, 1)
    assert done.hold_done_s == pytest.approx(3.8)
    assert done.best_share == 1.0


def test_a_side_is_stretched_no_more_than_ten_minutes_in_any_seven_days(
    storage: MemoryStorage,
) -> None:
    begun = start_session(storage, (dose(),), now=NOW).session
    done = DoneSet(
        at=NOW, exercise_id=STRETCH, side=Side.LEFT, set_number=1, reps_done=1, hold_done_s=590.0
    )
    storage.save_session(begun.model_copy(update={"done": (done,), "finished_at": NOW}))
    tomorrow, week_later = NOW + timedelta(days=1), NOW + timedelta(days=7)
    stretch = doses_of(load_catalogue().exercise(STRETCH), [Side.LEFT])
    with pytest.raises(BlockedForSafety) as refused:
        start_session(storage, stretch, now=tomorrow)
    assert refused.value.message_id == "blocked_too_much_stretching"
    start_session(storage, doses_of(load_catalogue().exercise(STRETCH), [Side.RIGHT]), now=tomorrow)
    start_session(storage, stretch, now=week_later)
