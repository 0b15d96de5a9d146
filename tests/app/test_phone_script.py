"""What a test by phone asks for: the protocol, whole, in words that there are."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.app.measure_phone import ReadTake, joined, one_a_leg, read_take
from coxa.app.phone_script import ASKED_FIRST, PhonePhase, phone_script
from coxa.catalogue import load_catalogue
from coxa.quantities import Direction, Side, Test
from coxa.wording import say
from tests.synthetic_phone import Leg, going, wear

LEGS = [(test, side) for test in Test for side in Side]


@pytest.mark.parametrize(("test", "side"), LEGS)
def test_it_asks_for_the_whole_protocol_in_words_that_there_are(test: Test, side: Side) -> None:
    protocol = load_catalogue().tests[test]
    steps = phone_script(test, side)
    for direction in Direction:
        own = [step for step in steps if step.direction is direction]
        assert [step.repeat for step in own if step.phase is PhonePhase.HOLD] == list(
            range(1, protocol.repeats + 1)
        )
        assert min(s.lasts_s for s in own if s.phase is PhonePhase.HOLD) >= protocol.hold_s
    neutral = next(step for step in steps if step.phase is PhonePhase.NEUTRAL)
    assert neutral.lasts_s >= protocol.neutral_s
    said = [say(step.say) for step in steps if step.say]
    assert len(said) > 2 * 3 * protocol.repeats
    assert any(side.value in sentence.lower() for sentence in said)


def test_who_lies_down_first_has_more_time() -> None:
    lying, sitting = (
        phone_script(test, Side.LEFT)[0].lasts_s for test in (Test.PRONE, Test.SEATED)
    )
    assert lying >= 15 > sitting


def test_the_first_movement_is_the_one_that_the_reading_takes_for_the_first() -> None:
    first = next(s for s in phone_script(Test.SEATED, Side.LEFT) if s.direction)
    assert first.direction is ASKED_FIRST


def taken(side: Side, ends_deg: tuple[float, ...] = (30, 31, 30, -40, -41, -40)) -> ReadTake:
    worn = wear(going(ends_deg), leg=Leg(Test.SEATED, side))
    return read_take(worn, Test.SEATED, side)


def test_two_legs_become_one_measurement() -> None:
    takes = [taken(Side.RIGHT), taken(Side.LEFT)]
    found = joined(takes)
    read = [(r.side, r.direction, round(r.value_deg or 0)) for r in found.accepted]
    assert read == [
        (Side.LEFT, Direction.INTERNAL, 30), (Side.LEFT, Direction.EXTERNAL, -40),
        (Side.RIGHT, Direction.INTERNAL, 30), (Side.RIGHT, Direction.EXTERNAL, -40),
    ]  # fmt: skip
    assert [curve.side for curve in found.curves] == [Side.LEFT, Side.RIGHT]
    assert found.frame_count == sum(len(take.recording.time_s) for take in takes)


def test_a_leg_done_again_counts_as_last_read_but_a_refusal_takes_nothing_away() -> None:
    good, better = taken(Side.LEFT), taken(Side.LEFT, (35, 36, 35, -40, -41, -40))
    spoilt = taken(Side.LEFT, (-30, -30, -30, 40, 40, 40))
    assert not spoilt.worth_keeping, "the first movement went the other way"
    assert one_a_leg([good, better])[Side.LEFT] is better
    assert one_a_leg([good, spoilt])[Side.LEFT] is good
    assert one_a_leg([spoilt, good])[Side.LEFT] is good
    assert one_a_leg([spoilt])[Side.LEFT] is spoilt
    internal = joined([spoilt, better]).accepted[0]
    assert internal.value_deg == pytest.approx(35.3, abs=1.0)
    assert np.isfinite(internal.error95_deg or np.nan)
