"""What a test by phone asks for, second by second: the protocol of the other ways of measuring.

The phone plays it by its own clock, so that a network that fails does not stop anybody half-way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coxa.catalogue import TestProtocol, load_catalogue
from coxa.quantities import Direction, Side, Test
from coxa.records import Message, Record

ASKED_FIRST = Direction.INTERNAL
THEN = Direction.EXTERNAL
LYING = (Test.PRONE, Test.SUPINE_90_90)


class PhonePhase(StrEnum):
    """What the person does."""

    PLACE = "place"
    NEUTRAL = "neutral"
    GO = "go"
    HOLD = "hold"
    BACK = "back"
    REST = "rest"
    DONE = "done"


class PhoneStep(Record):
    """One thing to do, for so long. What the phone feels counts from the first neutral on."""

    phase: PhonePhase
    lasts_s: float
    say: Message | None = None
    direction: Direction | None = None
    repeat: int = 0


@dataclass(frozen=True)
class Pace:
    """How long each thing may take, beside what the protocol says, in seconds."""

    place_s: float = 9.0
    lie_down_s: float = 18.0
    """The same for who lies down first."""
    settle_s: float = 3.0
    """Until it was said to keep still, and the leg does."""
    first_go_s: float = 5.5
    go_s: float = 3.5
    react_s: float = 1.0
    """Until "hold" was heard."""
    back_s: float = 3.0
    rest_s: float = 1.5
    other_way_s: float = 5.0
    done_s: float = 2.0


USUAL = Pace()


def phone_script(test: Test, side: Side, pace: Pace = USUAL) -> tuple[PhoneStep, ...]:
    """The steps for one leg."""
    protocol = load_catalogue().tests[test]
    name = test.value.replace("-", "_")
    place = Message(id=f"phone_place_{name}")
    still = Message(id=f"phone_still_{name}")
    place_s = pace.lie_down_s if test in LYING else pace.place_s
    neutral_s = pace.settle_s + protocol.neutral_s
    return (
        PhoneStep(phase=PhonePhase.PLACE, lasts_s=place_s, say=place),
        PhoneStep(phase=PhonePhase.NEUTRAL, lasts_s=neutral_s, say=still),
        *_one_way(side, ASKED_FIRST, protocol, pace),
        PhoneStep(
            phase=PhonePhase.REST, lasts_s=pace.other_way_s, say=Message(id="live_other_way")
        ),
        *_one_way(side, THEN, protocol, pace),
        PhoneStep(phase=PhonePhase.DONE, lasts_s=pace.done_s, say=Message(id="live_done")),
    )


def _one_way(
    side: Side, direction: Direction, protocol: TestProtocol, pace: Pace
) -> Iterator[PhoneStep]:
    for repeat in range(1, protocol.repeats + 1):
        first = repeat == 1
        go = (
            Message(id=f"live_go_{side.value}_{direction.value}")
            if first
            else Message(id="live_again", params={"number": repeat})
        )
        parts = (
            (PhonePhase.GO, pace.first_go_s if first else pace.go_s, go),
            (PhonePhase.HOLD, pace.react_s + protocol.hold_s, Message(id="live_hold")),
            (PhonePhase.BACK, pace.back_s, Message(id="live_back")),
            (PhonePhase.REST, pace.rest_s, None),
        )
        for phase, lasts_s, say in parts:
            yield PhoneStep(
                phase=phase, lasts_s=lasts_s, say=say, direction=direction, repeat=repeat
            )
