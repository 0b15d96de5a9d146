"""Who says the cues of a test by phone: the phone, or one page of the laptop, never both."""

from __future__ import annotations

from typing import Any

import pytest

from coxa.quantities import Side
from coxa.site.phone.messages import FromPhone, PhoneSound, PhoneState
from coxa.site.phone.voice import LATE_S, PAGE_GONE_S, STILL_WORTH_S, Speaker, Voice

PAGE, OTHER = "page", "other"
PHONE, LAPTOP = Speaker.PHONE, Speaker.LAPTOP
AHEAD_S = 5000.0
"""The laptop's clock began so long before the phone's."""


class Room:
    """A phone and a laptop's page; time passes when it is told to."""

    def __init__(self) -> None:
        self.s = 100.0
        self.voice = Voice(lambda: self.s + AHEAD_S)

    def phone(self, step: int, sound: PhoneSound | None = None, **more: Any) -> Speaker:
        """The phone tells of a step; what it is answered."""
        said = {"state": PhoneState.RUNNING, "side": Side.LEFT, "take": 1, "sent_s": self.s}
        self.voice.hear(FromPhone.model_validate(said | {"step": step, "sound": sound} | more))
        return self.voice.answer

    def aloud(self) -> Speaker | None:
        return self.voice.aloud

    def page_says(self, page: str = PAGE) -> bool:
        return self.voice.lend(page) and self.voice.is_for(page)


@pytest.fixture
def room() -> Room:
    """With a laptop that was chosen, and whose page is there."""
    room = Room()
    room.voice.chosen = LAPTOP
    room.voice.lend(PAGE)
    return room


def test_the_phone_speaks_unless_asked_otherwise() -> None:
    room = Room()
    room.voice.lend(PAGE)
    assert room.phone(0, PhoneSound.VOICE) is PHONE
    assert room.aloud() is PHONE
    assert not room.page_says()


def test_a_step_is_given_to_the_laptop_and_the_phone_is_told_so(room: Room) -> None:
    assert room.phone(0) is LAPTOP
    assert room.aloud() is LAPTOP
    assert room.page_says()
    assert room.voice.step == "1-0"


def test_without_a_page_that_can_speak_the_phone_does(room: Room) -> None:
    room.s += PAGE_GONE_S + 0.1
    assert room.phone(0) is PHONE
    assert room.aloud() is None, "until the phone has begun"
    room.phone(0, PhoneSound.VOICE)
    assert room.aloud() is PHONE


def test_a_page_that_comes_back_does_not_say_what_the_phone_was_left(room: Room) -> None:
    room.s += PAGE_GONE_S + 0.1
    room.phone(0)
    assert not room.page_says()
    assert room.phone(0) is PHONE, "the answer to one step never changes from phone to laptop"
    assert not room.page_says()
    assert room.phone(1) is LAPTOP


def test_a_phone_that_has_taken_over_is_not_spoken_over(room: Room) -> None:
    room.phone(0)
    room.phone(0, PhoneSound.VOICE)
    assert room.aloud() is PHONE
    assert not room.page_says()
    assert room.voice.answer is LAPTOP, "the next one"


def test_a_message_that_was_long_on_its_way_is_not_said(room: Room) -> None:
    room.phone(0)
    room.s += 10
    assert room.phone(1, sent_s=room.s - LATE_S - 0.1) is PHONE
    assert not room.page_says()
    room.voice.lend(PAGE)
    assert room.phone(2) is LAPTOP


def test_a_phones_clock_that_began_anew_makes_nothing_late(room: Room) -> None:
    room.phone(3)
    assert room.phone(0, take=2, sent_s=0.5) is LAPTOP
    assert room.page_says()


def test_a_message_that_was_overtaken_brings_nothing_back(room: Room) -> None:
    room.phone(4)
    room.phone(3, sent_s=room.s - 2)
    assert room.voice.step == "1-4"
    room.phone(4)
    assert room.voice.step == "1-4"


def test_what_is_asked_for_late_is_only_shown(room: Room) -> None:
    room.phone(0)
    room.s += STILL_WORTH_S + 0.1
    assert not room.page_says()


def test_of_two_windows_one_speaks(room: Room) -> None:
    room.phone(0)
    assert not room.page_says(OTHER)
    assert room.page_says(PAGE)
    room.s += PAGE_GONE_S + 0.1
    assert room.voice.lend(OTHER)
    assert not room.voice.lend(PAGE)


def test_before_a_leg_the_phone_learns_who_says_the_first_step(room: Room) -> None:
    room.phone(0, state=PhoneState.READY)
    assert room.voice.answer is LAPTOP
    room.voice.chosen = PHONE
    assert room.voice.answer is PHONE


def test_who_hears_tones_is_read_to(room: Room) -> None:
    room.phone(0, PhoneSound.BEEPS)
    assert room.aloud() is None
