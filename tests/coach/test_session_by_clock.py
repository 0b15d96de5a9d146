"""A session that nobody disturbs: which phases follow each other, what is said, what is kept."""

from __future__ import annotations

import pytest

from coxa.coach import (
    Begin,
    Count,
    Cue,
    CueKind,
    Effort,
    Event,
    Pain,
    Phase,
    Priority,
    State,
    Tick,
    display,
    planned_s,
    replay,
    start,
    step,
)
from coxa.coach.state import Pace
from coxa.errors import UnknownThing, UsageFault
from coxa.quantities import Side
from coxa.wording import say
from tests.coach.session import (
    AT,
    EXERCISES,
    begin,
    due_s,
    lift,
    sentence,
    stretch,
    tick,
    ticks,
    until,
    words,
)


def phases(state: State) -> list[Phase]:
    return [state.phase, *(later.phase for later in ticks(state))]


def test_a_stretch_on_both_sides_goes_through_its_phases_in_order() -> None:
    """Intro, two held sets with a rest, the other side, then the question, which waits."""
    one_side = [
        Phase.GET_READY,
        *(Phase.MOVE, Phase.HOLD, Phase.RETURN, Phase.REST),
        *(Phase.MOVE, Phase.HOLD, Phase.RETURN),
    ]
    assert phases(begin(stretch(Side.LEFT), stretch(Side.RIGHT))) == [
        Phase.INTRO,
        *one_side,
        Phase.SWITCH_SIDES,
        *one_side,
        Phase.ASK_PAIN,
    ]


def test_reps_are_paced_up_hold_down() -> None:
    """Each repetition takes 2 s out, 2 s held, 3 s back."""
    state = until(begin(lift(sets=1, reps=2)), Phase.MOVE)
    times = []
    while state.phase in {Phase.MOVE, Phase.HOLD, Phase.RETURN}:
        before = state
        state, _ = tick(state)
        times.append((before.phase, round(state.phase_started_s - before.phase_started_s, 6)))
    assert times == [(Phase.MOVE, 2), (Phase.HOLD, 2), (Phase.RETURN, 3)] * 2


def test_every_set_is_put_on_record_as_it_ends() -> None:
    """Sets come out of the steps one by one, with their repetitions and the time held."""
    state = begin(lift(Side.LEFT), lift(Side.RIGHT))
    for later in ticks(state):
        state = later
    assert [(s.side, s.set_number, s.reps_done, s.hold_done_s) for s in state.done] == [
        (Side.LEFT, 1, 3, 6.0),
        (Side.LEFT, 2, 3, 6.0),
        (Side.RIGHT, 1, 3, 6.0),
        (Side.RIGHT, 2, 3, 6.0),
    ]


def test_the_end_asks_for_pain_then_effort_and_finishes() -> None:
    """The last questions wait for the person; their answers are kept."""
    *_, state = ticks(begin(stretch(sets=1)))
    assert state.phase is Phase.ASK_PAIN
    assert state.next_tick_s is None
    state, cues = step(state, Pain(t_s=state.t_s, score=1))
    assert state.phase is Phase.ASK_EFFORT
    assert words(cues) == ["coach_pain_within", "coach_ask_effort"]
    assert sentence(cues[0].message) == "1 of 10. Up to 3 is all right here, so we go on."
    state, cues = step(state, Effort(t_s=state.t_s, score=4, note="calm"))
    assert (state.phase, state.effort, state.note) == (Phase.FINISHED, 4, "calm")
    assert words(cues) == ["coach_finished"]
    assert [report.score for report in state.pain] == [1]


def test_between_exercises_the_question_goes_by_but_no_pain_is_made_up() -> None:
    """Without an answer the session goes on, and that there was none is kept."""
    state = until(begin(stretch(sets=1), lift(sets=1)), Phase.ASK_PAIN)
    state, cues = tick(state)
    assert state.phase is Phase.INTRO
    assert state.part.dose.exercise_id == "lift"
    assert state.unanswered == ("stretch",)
    assert state.pain == ()
    assert words(cues)[0] == "coach_intro_left"


def test_the_intro_names_exercise_and_side_then_tells_how() -> None:
    """What is said first replaces anything else; the explanation queues behind it."""
    waiting = start([stretch(Side.RIGHT)], EXERCISES, at=AT)
    _, cues = step(waiting, Begin())
    said = [say(cue.message) for cue in cues if cue.message]
    assert said == [
        "Stretch. Right hip.",
        "Sit on the floor.",
        "Let the knee drop in.",
        "Keep both sit bones down.",
    ]
    assert [cue.priority for cue in cues] == [Priority.NORMAL] + [Priority.LOW] * 3
    assert [cue.at_s for cue in cues] == sorted(cue.at_s for cue in cues)


def test_a_countdown_ends_exactly_with_its_phase() -> None:
    """Three, two, one fall on the last three seconds, the beep on the end."""
    state, cues = tick(begin(stretch()))
    assert state.phase is Phase.GET_READY
    end_s = due_s(state)
    counted = [
        (end_s - cue.at_s, cue.message.params["number"])
        for cue in cues
        if cue.message and cue.message.id == "coach_count"
    ]
    assert counted == [(3, 3), (2, 2), (1, 1)]
    assert [cue.at_s for cue in cues if cue.kind is CueKind.BEEP] == [end_s]


def test_a_long_hold_tells_its_length_its_middle_and_its_end() -> None:
    """30 s: told at once, halfway at 15 s, counted out, and a beep that needs no server."""
    moving = until(begin(stretch()), Phase.MOVE)
    state, cues = tick(moving)
    offsets = [(round(cue.at_s - state.t_s, 6), cue.kind) for cue in cues]
    assert words(cues)[:2] == ["coach_hold_seconds", "coach_halfway"]
    assert [offsets[1], offsets[-1]] == [(15, CueKind.SAY), (30, CueKind.BEEP)]


def test_all_cues_stay_within_their_phase() -> None:
    """Nothing is said before its phase begins or after it ends."""
    state = begin(stretch(Side.LEFT), stretch(Side.RIGHT), lift())
    while state.next_tick_s is not None:
        state, cues = tick(state)
        end_s = state.t_s if state.phase_ends_s is None else state.phase_ends_s
        assert all(state.phase_started_s <= cue.at_s <= end_s for cue in cues)


def test_every_message_of_a_session_has_a_sentence() -> None:
    """Cues and screens can all be put into words."""
    state = begin(stretch(Side.LEFT), stretch(Side.RIGHT), lift())
    cues: list[Cue] = []
    while state.next_tick_s is not None:
        state, new = tick(state)
        cues.extend(new)
        shown = display(state)
        for message in (shown.now, shown.next, shown.place, shown.ending):
            if message is not None:
                assert "{" not in say(message)
    assert all("{" not in say(cue.message) for cue in cues if cue.message)


def test_the_screen_counts_seconds_of_a_long_hold_and_repetitions_of_short_ones() -> None:
    """What the large number counts follows the dose."""
    held = display(until(begin(stretch()), Phase.HOLD))
    lifted = display(until(begin(lift()), Phase.HOLD))
    assert (held.count, lifted.count) == (Count.SECONDS, Count.REPS)
    assert (lifted.rep, lifted.reps) == (1, 3)
    assert sentence(held.next) == "Rest for 15 s"
    assert sentence(lifted.next) == "Number 2"


def test_the_screen_tells_how_far_along_the_session_is() -> None:
    """Sets behind never run ahead of the plan and end at all of them."""
    state = begin(stretch(Side.LEFT), stretch(Side.RIGHT), lift())
    behind = [display(later).sets_behind for later in ticks(state)]
    assert behind == sorted(behind)
    assert behind[-1] == state.sets_planned == 6


def test_the_same_log_gives_the_same_states_and_cues() -> None:
    """Replaying the events is the same as having lived through them."""
    first = start([stretch(), lift()], EXERCISES, at=AT)
    events: list[Event] = [Begin()]
    state, _ = step(first, events[0])
    cues_lived = []
    while state.next_tick_s is not None:
        events.append(Tick(t_s=due_s(state) + 0.1))
        state, cues = step(state, events[-1])
        cues_lived.append(cues)
    assert replay(first, events) == state
    again = step(first, events[0])[0]
    for event, cues in zip(events[1:], cues_lived, strict=True):
        again, repeated = step(again, event)
        assert repeated == cues


def test_a_state_survives_its_dictionary_form() -> None:
    """What is stored comes back equal."""
    for state in ticks(begin(stretch(), lift())):
        assert State.from_dict(state.to_dict()) == state


def test_lateness_within_grace_never_adds_up() -> None:
    """Every tick 0.4 s late: the phases still end at their own times."""
    exact = begin(lift())
    late = exact
    while exact.phase is not Phase.ASK_PAIN:
        exact = step(exact, Tick(t_s=due_s(exact)))[0]
        late = step(late, Tick(t_s=due_s(late) + 0.4))[0]
        assert late.phase_started_s == pytest.approx(exact.phase_started_s)
        assert late.phase_ends_s == exact.phase_ends_s


def test_one_late_tick_may_cross_a_short_phase() -> None:
    """Phases shorter than the lateness are all passed through, none is lost."""
    quick = stretch(hold_s=1).model_copy(update={"raise_s": 0.5, "lower_s": 0.5})
    state = until(begin(quick, pace=Pace(grace_s=3)), Phase.MOVE)
    state, cues = step(state, Tick(t_s=due_s(state) + 2.5))
    assert state.phase is Phase.REST
    assert words(cues)[:3] == ["coach_hold", "coach_ease_out", "coach_rest"]
    assert state.done[-1].hold_done_s == 1


def test_the_planned_time_is_what_the_clock_takes() -> None:
    """One question goes by and the last waits outside the clock: together two half waits."""
    state = begin(stretch(Side.LEFT), stretch(Side.RIGHT), lift())
    foretold_s = planned_s(state)
    *_, last = ticks(state)
    assert last.t_s == pytest.approx(foretold_s)


def test_nothing_to_do_and_unknown_exercises_are_refused() -> None:
    """With the remedy in words."""
    with pytest.raises(UsageFault):
        start([], EXERCISES, at=AT)
    with pytest.raises(UsageFault):
        start([stretch()] * 41, EXERCISES, at=AT)
    unknown = stretch().model_copy(update={"exercise_id": "headstand"})
    with pytest.raises(UnknownThing):
        start([unknown], EXERCISES, at=AT)
