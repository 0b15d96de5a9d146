"""Every word of the live test that the page shows by itself, in the page's language."""

from __future__ import annotations

from django.utils.translation import gettext


def live_words() -> dict[str, object]:
    """The data block that ``frontend/src/live/words.ts`` reads."""
    return {
        "title": gettext("Measure with the camera"),
        "intro": [
            gettext("Next, your browser asks whether this page may use the camera. Say yes."),
            gettext("The picture stays on this page. It is not saved and not sent."),
        ],
        "told": {
            "voice": gettext("You are told what to do, step by step. Put the sound on."),
            "beeps": gettext(
                "You read what to do, step by step, in large letters. Tones tell when it goes on."
            ),
            "silent": gettext("You read what to do, step by step, in large letters."),
        },
        "begin": gettext("Begin"),
        "keys": gettext("Space: pause · R: once more · S: skip · P: it pinches · M: sound"),
        "asking": gettext("Your browser is asking whether this page may use the camera."),
        "loading": gettext("Getting ready: {percent} %"),
        "trying": gettext("Trying how quickly this machine can look …"),
        "faults": _faults(),
        "again": gettext("Try again"),
        "anew": gettext("Start again"),
        "leave": gettext("Leave"),
        "phone": gettext("Measure with a phone"),
        "typing": gettext("Type a reading instead"),
        "camera": gettext("Camera"),
        "cameraNumber": gettext("Camera {number}"),
        "phases": {
            "place": gettext("Take your place"),
            "raise_hand": gettext("Raise your right hand"),
            "neutral": gettext("Hang still"),
            "go": gettext("Go"),
            "hold": gettext("Hold"),
            "back": gettext("Slowly back"),
            "rest": gettext("Rest"),
            "done": gettext("Done"),
            "stopped": gettext("Stopped"),
        },
        "directions": {
            "internal": gettext("Foot outward"),
            "external": gettext("Foot inward"),
        },
        "repeat": gettext("{number} of {all}"),
        "about": gettext("about {degrees}°"),
        "left": gettext("Left"),
        "leftLetter": gettext("L"),
        "right": gettext("Right"),
        "rightLetter": gettext("R"),
        "paused": gettext("Paused"),
        "pause": gettext("Pause"),
        "goOn": gettext("Go on"),
        "skip": {
            "place": gettext("Go on all the same"),
            "raise_hand": gettext("Skip the hand"),
            "neutral": gettext("Go on all the same"),
            "movement": gettext("Skip this movement"),
        },
        "repeatIt": gettext("Once more"),
        "pinch": gettext("It pinches"),
        "stop": gettext("Stop"),
        "hidden": gettext("Paused, because this page was out of sight."),
        "cameraGone": gettext("Paused: the camera sends no picture."),
        "lost": gettext("The connection is lost. Let your leg hang and rest: I keep trying."),
        "found": gettext("The connection is back."),
        "working": gettext("Reading what you did …"),
        "sound": {
            "voice": gettext("Voice"),
            "beeps": gettext("Beeps"),
            "silent": gettext("Silent"),
        },
        "soundButton": gettext("Sound:"),
        "preview": gettext("What the camera sees, as in a mirror, with the joints found drawn in."),
        "diagnostics": {
            "title": gettext("How it runs"),
            "fps": gettext("Pictures a second"),
            "frame": gettext("Milliseconds a picture"),
            "delegate": gettext("Worked out by"),
            "dropped": gettext("Left out"),
            "people": gettext("People in view"),
        },
    }


def _faults() -> dict[str, dict[str, str]]:
    return {
        "refused": _told(
            gettext("The camera was refused"),
            gettext(
                "Allow it at the camera sign beside the address, then try again. Or measure "
                "without a camera."
            ),
        ),
        "absent": _told(
            gettext("I find no camera"),
            gettext("Plug one in and try again, or measure without one."),
        ),
        "busy": _told(
            gettext("Another program has the camera"),
            gettext("Close the call or program that uses it, then try again."),
        ),
        "unplugged": _told(
            gettext("The camera is gone"),
            gettext("It was unplugged or switched off. Plug it in again, then try again."),
        ),
        "dark": _told(
            gettext("The camera sends no picture"),
            gettext(
                "Its cover may be closed, or another program may hold it. Open the cover, close "
                "that program, then try again. Nothing is lost."
            ),
        ),
        "insecure": _told(
            gettext("The browser gives no camera to this address"),
            gettext("Open coxa on the machine it runs on, at the address that it printed."),
        ),
        "unsupported": _told(
            gettext("This browser cannot do it"),
            gettext("Take a current Chrome, Edge, Firefox or Safari, or measure another way."),
        ),
        "model": _told(
            gettext("The part that finds your joints did not load"),
            gettext("Load the page again. If it stays so, install coxa again; records stay."),
        ),
        "line": _told(
            gettext("The connection to coxa is gone"),
            gettext(
                "Start coxa again if it was stopped, then load this page again. This one test is "
                "lost; all that you kept is still there."
            ),
        ),
        "refused_by_server": _told(gettext("The test cannot go on"), ""),
        # What these say comes with them.
        "stopped": _told(gettext("Stopped"), ""),
        "unread": _told(gettext("I could not read this test"), ""),
    }


def _told(title: str, what: str) -> dict[str, str]:
    return {"title": title, "what": what}
