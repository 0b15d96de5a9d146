"""What the player needs for the camera: its words, and of each exercise where the camera goes."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from coxa.catalogue import Exercise
from coxa.records import Session
from coxa.site.catalogue import catalogue
from coxa.site.coach.ticket import ticket_for
from coxa.site.pages.figure import figure_words
from coxa.site.templatetags.exercises import still


def camera_context(session: Session) -> dict[str, Any]:
    """For ``session_player.html``: a ticket of the watch socket, the exercises by their ids."""
    ids = dict.fromkeys(dose.exercise_id for dose in session.planned)
    known = catalogue()
    return {
        "ticket": ticket_for(session.id),
        "shown": {one: _shown(known.exercise(one)) for one in ids},
    }


def _shown(exercise: Exercise) -> dict[str, Any]:
    """What ``frontend/src/player/shown.ts`` reads of an exercise."""
    start = next(pose for pose in exercise.key_poses if pose.id == "start")
    return {
        "watched": exercise.camera.counts,
        "place": exercise.camera.words,
        "motion": f"{reverse('exercise-motion', args=[exercise.id])}?side={{side}}",
        "still": still(exercise, start),
        "figure": figure_words(exercise.name),
    }


def camera_words() -> dict[str, Any]:
    """The part of the player's words that is about the camera."""
    return {
        "choose": gettext("Who counts?"),
        "with": gettext("The camera"),
        "without": gettext("The clock"),
        "why": gettext(
            "The camera counts what you do and tells you when something slips. Its picture stays "
            "on this page. It is not saved and not sent."
        ),
        "byClock": gettext("You hear when to move and when to rest. Nothing watches you."),
        "asking": gettext("Your browser is asking whether this page may use the camera."),
        "loading": gettext("Getting ready: {percent} %"),
        "coming": gettext("The camera is on. One moment …"),
        "ready": gettext("The camera is ready."),
        "blind": gettext("I see nothing just now. The clock counts until I do."),
        "faults": _faults(),
        "place": gettext("Where the camera goes"),
        "setUp": {
            "nobody": gettext("I can't see you yet. Get into the picture."),
            "cut-off": gettext("I can't see all of you. Move the camera back."),
            "too-small": gettext("You are too far away. Move the camera nearer."),
            "pose": gettext("I see you. Get into position, as the figure shows."),
            "still": gettext("That's it. Keep still for a moment."),
            "dark": gettext("It is too dark for me. Put on a light."),
            "waiting": gettext("One moment …"),
            "ready": gettext("I see you in position."),
        },
        "goOnWithout": gettext("Go on without"),
        "on": gettext("Camera on"),
        "off": gettext("Camera off"),
        "button": gettext("Camera"),
        "hide": gettext("Hide picture"),
        "show": gettext("Show picture"),
        "preview": gettext("What the camera sees, as in a mirror, with the joints found drawn in."),
        "start": gettext("Start"),
        "end": gettext("End"),
        "best": gettext("Your furthest today"),
        "range": gettext("{percent} % of the way"),
        "keys": gettext("C: camera"),
    }


def _faults() -> dict[str, str]:
    """What happened, that the session goes on, what to do."""
    on = gettext("The clock counts meanwhile.")
    told = {
        "refused": gettext(
            "The camera was refused. Allow it at the camera sign beside the address, then switch "
            "it on again."
        ),
        "absent": gettext("I find no camera. Plug one in, then switch it on again."),
        "busy": gettext(
            "Another program has the camera. Close that program, then switch it on again."
        ),
        "unplugged": gettext(
            "The camera is gone: it was unplugged or switched off. Plug it in, then switch it on "
            "again."
        ),
        "dark": gettext("The camera sends no picture. Open its cover, then switch it on again."),
        "insecure": gettext(
            "The browser gives no camera to this address. Open coxa on the machine it runs on."
        ),
        "unsupported": gettext(
            "This browser cannot watch. Take a current Chrome, Edge, Firefox or Safari."
        ),
        "model": gettext(
            "The part that finds your joints did not load. Load the page again to use the camera."
        ),
        "turned-down": "",  # comes with its words
    }
    return {fault: f"{words} {on}".strip() for fault, words in told.items()}
