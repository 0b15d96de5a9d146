"""Every word of the player, in the page's language: the front end holds none of its own."""

from __future__ import annotations

from django.utils.translation import gettext

from coxa.site.pages.session_camera import camera_words
from coxa.site.pages.voice_words import voice_words


def player_words() -> dict[str, object]:
    """The data block that ``frontend/src/player/words.ts`` reads."""
    return {
        "begin": gettext("Begin"),
        "beginHint": gettext(
            "Put the screen where you can see it from the floor. You are told everything; you "
            "need not touch it again."
        ),
        "loading": gettext("One moment …"),
        "pause": gettext("Pause"),
        "goOn": gettext("Go on"),
        "paused": gettext("Paused"),
        "tapToPause": gettext("Tap anywhere to pause"),
        "tapToGoOn": gettext("Tap anywhere to go on"),
        "next": gettext("Next"),
        "nextUp": gettext("Then"),
        "pain": gettext("It hurts"),
        "end": gettext("End"),
        "endAsk": gettext("End the session here? What you did is kept."),
        "endYes": gettext("End it"),
        "back": gettext("Back"),
        "again": gettext("Try again"),
        "leave": gettext("Leave"),
        "seeDone": gettext("See what you did"),
        "left": gettext("Left"),
        "leftLetter": gettext("L"),
        "right": gettext("Right"),
        "rightLetter": gettext("R"),
        "of": gettext("of {number}"),
        "progress": gettext("{behind} of {planned} sets"),
        "keys": gettext("Space: pause · N: next · P: it hurts · M: sound · V: voice"),
        "sound": {
            "voice": gettext("Voice"),
            "reader": gettext("Screen reader"),
            "beeps": gettext("Beeps"),
            "silent": gettext("Silent"),
        },
        "soundButton": gettext("Sound:"),
        "voice": voice_words(),
        "camera": camera_words(),
        "noVoice": gettext("This browser has no voice, so there are tones and captions."),
        "lost": gettext(
            "The connection is lost. Ease out and rest: nothing is lost, I keep trying."
        ),
        "found": gettext("The connection is back."),
        **_pain_words(),
        "effortTitle": gettext("How hard was it?"),
        "effortNone": gettext("no effort"),
        "effortMost": gettext("all I could"),
        "effortNote": gettext("Anything to remember? (if you like)"),
        "effortDone": gettext("Done"),
    }


def _pain_words() -> dict[str, object]:
    return {
        "painSigns": gettext("Do you feel any of these?"),
        "painScore": gettext("How much does it hurt?"),
        "painNone": gettext("no pain"),
        "painWorst": gettext("worst"),
        "painGoesOn": gettext("I go on in {seconds} s. Touch anything, and I wait."),
        "painSkip": gettext("No answer, go on"),
        "groinPinch": gettext("A pinch at the front of the hip or in the groin"),
        "groinPinchMeans": gettext("That ends the session. Tell me how strong it is."),
        "stopSigns": [
            {"id": "tingling_numbness", "label": gettext("Tingling or numbness")},
            {"id": "inner_knee_pain", "label": gettext("Pain inside the knee")},
            {"id": "catch_or_lock", "label": gettext("A catch or lock in the hip")},
            {"id": "pelvis_pain", "label": gettext("Pain in the pelvis, front or back")},
        ],
    }
