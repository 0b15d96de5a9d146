"""What the coach says of faults that the camera sees: one at a time, never nagging."""

from __future__ import annotations

from coxa.coach import (
    Phase,
    display,
)
from coxa.records import SeenWhat
from tests.coach.session import lift, sentence, stretch
from tests.coach.watched import Watched


def test_a_fault_is_told_at_once_and_shown_while_it_is_seen() -> None:
    session = Watched(lift(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    assert session.see(SeenWhat.FAULT, fault_id="trunk-leans") == ["coach_words"]
    assert sentence(display(session.state).fault) == "Sit tall."
    assert session.wait(1) == []
    session.see(SeenWhat.MENDED, fault_id="trunk-leans")
    assert display(session.state).fault is None
    assert session.wait(1) == ["coach_mended"]
    assert session.state.seen.faults == ("trunk-leans",)


def test_no_nagging() -> None:
    """The same fault for a minute: three times, eight seconds apart, then only shown."""
    session = Watched(stretch(sets=1, hold_s=60)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.AT_END, 0.8)
    session.see(SeenWhat.FAULT, fault_id="pelvis-rolls")
    session.wait(50)
    told_s = [at_s for at_s, cue in session.cues if cue.message and cue.message.id == "coach_words"]
    told_s = told_s[-3:]
    assert [round(later - told_s[0], 3) for later in told_s] == [0, 8, 16]
    assert display(session.state).fault is not None
    session.see(SeenWhat.MENDED, fault_id="pelvis-rolls")
    assert session.wait(0.5) == ["coach_mended"]
    session.see(SeenWhat.FAULT, fault_id="pelvis-rolls")
    session.see(SeenWhat.MENDED, fault_id="pelvis-rolls")
    assert "coach_mended" not in session.wait(2)


def test_of_two_faults_one_is_told() -> None:
    """The catalogue's first one is shown; the other waits until that is mended."""
    session = Watched(lift(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    assert session.see(SeenWhat.FAULT, fault_id="pelvis-rolls") == ["coach_words"]
    assert session.see(SeenWhat.FAULT, fault_id="trunk-leans") == []
    session.wait(2)
    session.see(SeenWhat.MENDED, fault_id="pelvis-rolls")
    assert sentence(display(session.state).fault) == "Sit tall."
    assert session.wait(2.5) == ["coach_mended", "coach_words"]


def test_an_unknown_fault_and_one_outside_the_work_are_not_spoken_of() -> None:
    session = Watched(lift())
    session.see(SeenWhat.IN_POSITION, 0.0)
    assert session.see(SeenWhat.FAULT, fault_id="pelvis-rolls") == []
    assert session.see(SeenWhat.FAULT, fault_id="no-such-fault") == []
    assert display(session.state).fault is None
    session.until(Phase.MOVE)
    assert sentence(display(session.state).fault) == "Keep the pelvis still."


def test_getting_up_mends_no_fault() -> None:
    """The watcher forgets the fault as it loses the person: that is no praise."""
    session = Watched(lift(sets=1)).in_place()
    session.see(SeenWhat.MOVING, 0.3)
    session.see(SeenWhat.FAULT, fault_id="pelvis-rolls")
    session.wait(1)
    session.see(SeenWhat.MENDED, fault_id="pelvis-rolls")
    session.see(SeenWhat.OUT_OF_POSITION)
    session.wait(5)
    assert "coach_mended" not in session.heard
