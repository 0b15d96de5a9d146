"""Every word that the phone's page shows by itself, in the phone's language."""

from __future__ import annotations

from django.utils.translation import gettext

from coxa.quantities import Test
from coxa.site.templatetags.coxa import test_name


def phone_words() -> dict[str, object]:
    """The data block that ``frontend/src/phone/words.ts`` reads."""
    return _joining() | _preparing() | _testing() | _ending()


def _joining() -> dict[str, object]:
    return {
        "title": gettext("Measure with this phone"),
        "join": gettext("Type the code"),
        "joinAgain": gettext("Not let in yet"),
        "joinHint": gettext("It stands on the laptop, beside the square."),
        "code": gettext("Code"),
        "joinButton": gettext("Go on"),
        "joining": gettext("Asking the laptop …"),
        "noAnswer": gettext(
            "The laptop does not answer. Nothing is lost: check that this phone is in the same "
            "Wi-Fi, and that the laptop's page still shows the code. Then try again."
        ),
    }


def _preparing() -> dict[str, object]:
    names = {test.value: test_name(test) for test in Test}
    return {
        "tests": {value: name[:1].upper() + name[1:] for value, name in names.items()},
        "left": gettext("Left"),
        "leftLetter": gettext("L"),
        "right": gettext("Right"),
        "rightLetter": gettext("R"),
        "hip": gettext("{side} hip"),
        "strap": [
            gettext(
                "Strap this phone to the front of that shin, a hand's breadth below the knee, on "
                "the flat inner side of the bone."
            ),
            gettext("The screen faces away from your leg. The top may be up or down."),
            gettext("Firmly: it must not slide. A scarf, a sock or a sports band will do."),
            gettext("Put the sound on. You are told what to do; you need not look."),
        ],
        "whichLeg": gettext("On which leg?"),
        "allow": gettext("Let this page feel the phone move"),
        "allowHint": gettext(
            "Your phone may ask. Only how it is turned goes to your own laptop; no picture, no "
            "sound, no place."
        ),
        "asking": gettext("Waiting for the phone's sensors …"),
        "blindTitle": gettext("The phone does not tell how it moves"),
        "blind": gettext(
            "This phone or this browser gives out no motion. Nothing is lost: try the phone's own "
            "browser (Safari or Chrome), look whether motion sensors are switched off in its "
            "settings, or measure with the camera."
        ),
        "deniedTitle": gettext("The motion sensors are not allowed"),
        "denied": gettext(
            "This page was not allowed to use the motion sensors. Nothing is lost: close this tab, "
            "scan the code once more and say yes, or allow motion in the browser's settings."
        ),
        "again": gettext("Try again"),
        "ready": gettext("The phone feels itself move"),
        "readyHint": gettext(
            "Strap it to that shin: in front, below the knee, screen facing away. Press start, "
            "then take your place. You are told when to keep still, and when to move."
        ),
        "laptopSpeaks": gettext("The laptop tells you what to do. This phone shows it."),
        "start": gettext("Start: {hip}"),
        "sound": {
            "voice": gettext("Voice"),
            "beeps": gettext("Beeps"),
            "silent": gettext("Silent"),
        },
        "soundButton": gettext("Sound:"),
        "noVoice": gettext("This browser has no voice, so there are tones and captions."),
    }


def _testing() -> dict[str, object]:
    return {
        "phases": {
            "place": gettext("Take your place"),
            "neutral": gettext("Keep still"),
            "go": gettext("Go"),
            "hold": gettext("Hold"),
            "back": gettext("Slowly back"),
            "rest": gettext("Rest"),
            "done": gettext("Done"),
        },
        "directions": {
            "internal": gettext("Foot outward"),
            "external": gettext("Foot inward"),
        },
        "repeat": gettext("{number} of {all}"),
        "stop": gettext("Stop"),
        "pinch": gettext("It pinches"),
        "lost": gettext("The laptop is out of reach. Go on: the phone keeps everything."),
        "interrupted": gettext(
            "The page was out of sight, so this leg begins anew. Keep the screen on and this page "
            "open."
        ),
    }


def _ending() -> dict[str, object]:
    return {
        "sending": gettext("Reading what you did …"),
        "sendingLostTitle": gettext("The laptop is out of reach"),
        "sendingLost": gettext("Keep this page open: I send everything when it is back."),
        "refused": gettext("This test cannot go on"),
        "resultTitle": gettext("This is how far it turns"),
        "stopped": gettext("Stopped"),
        "notRead": gettext("I could not read this one"),
        "otherLeg": gettext("Now the other leg: {side}"),
        "onceMore": gettext("This leg once more"),
        "finish": gettext("That is all"),
        "finishing": gettext("Handing over to the laptop …"),
        "overTitle": gettext("Done"),
        "pinchTitle": gettext("Stop. Let the leg hang"),
        "pinchNow": gettext(
            "A pinch at the front of the hip ends the test. Never push through it. I am telling "
            "the laptop."
        ),
        "endedTitle": gettext("The test has ended"),
        "save": gettext("Save the recording on this phone"),
        "saveHint": gettext("A table (CSV). coxa can read it later: coxa measure FILE.csv."),
    }
