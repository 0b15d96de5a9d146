"""Every word of the voice settings, in the page's language: on their page and in the player."""

from __future__ import annotations

from django.utils.translation import gettext

from coxa.records import Message
from coxa.wording import say

TRIED = ("coach_ease_in", "coach_hold_seconds")
"""What is said to try a voice: sentences that the coach says in every session."""


def voice_words() -> dict[str, object]:
    """The words that ``frontend/src/player/voice-form.ts`` shows."""
    return {
        "who": gettext("How are you told what to do?"),
        "ways": {
            "voice": gettext("A voice"),
            "reader": gettext("My screen reader"),
            "beeps": gettext("Tones"),
            "silent": gettext("Nothing to hear"),
        },
        "means": {
            "voice": gettext("This page speaks. Every word is on the screen, too."),
            "reader": gettext(
                "Choose this if a screen reader is on, so that two voices do not talk at once. "
                "It gets every word from this page."
            ),
            "beeps": gettext("A short tone for new words on the screen, a high one for an end."),
            "silent": gettext("Every word is on the screen."),
        },
        "voice": gettext("Voice"),
        "others": gettext("Other languages"),
        "none": gettext(
            "This browser has no voice on this device for this language. So you hear tones, and "
            "every word is on the screen. A voice can be added in the settings of your device, "
            "under speech or read aloud."
        ),
        "onlyHere": gettext(
            "Only voices that live on this device are listed: the others would send every "
            "sentence to somebody else's machine."
        ),
        "rate": gettext("How fast"),
        "asItComes": gettext("As it comes"),
        "slower": gettext("{percent} % slower"),
        "faster": gettext("{percent} % faster"),
        "volume": gettext("How loud"),
        "percent": gettext("{percent} %"),
        "vibrates": gettext("This device also vibrates when a part ends, or when it is urgent"),
        "keys": gettext(
            "Single keys lead a session (space, N, P, M, V). Switch this off if you dictate to "
            "this device."
        ),
        "tryIt": gettext("Try it"),
        "trial": " ".join(_say(sentence) for sentence in TRIED),
        "tried": {
            "voice": gettext(
                "Heard nothing? Turn up the volume of this device, or choose another voice."
            ),
            "reader": gettext("Your screen reader has been given this sentence."),
            "beeps": gettext("You heard a tone. Nothing? Turn up the volume of this device."),
            "silent": gettext("There is nothing to hear. This is how you read it."),
        },
        "failed": gettext(
            "This voice did not start. Nothing is lost: choose another one. Until then you hear "
            "tones, and every word is on the screen."
        ),
        "kept": gettext("What you choose is kept in this browser, on this device only."),
        "done": gettext("Done"),
    }


def _say(message_id: str) -> str:
    return say(Message(id=message_id, params={"seconds": 30}), gettext)
