"""Goals, things and places in words."""

from __future__ import annotations

from django.utils.translation import gettext

from coxa.catalogue import Place
from coxa.records import GoalTag, Wanted
from coxa.site.catalogue import catalogue


def goal_name(tag: GoalTag) -> str:
    names = {
        GoalTag.WALKING: gettext("Walking"),
        GoalTag.RUNNING: gettext("Running"),
        GoalTag.SQUATTING: gettext("Squatting"),
        GoalTag.JUMPING: gettext("Jumping"),
        GoalTag.SPORT: gettext("A sport, or dance"),
        GoalTag.OTHER: gettext("Something else"),
    }
    return names[tag]


def wanted_name(wanted: Wanted) -> str:
    names = {
        Wanted.IN: gettext("Turn in further (the foot goes outward)"),
        Wanted.OUT: gettext("Turn out further (the foot goes inward)"),
        Wanted.BOTH: gettext("Both"),
    }
    return names[wanted]


def thing_name(thing: str) -> str:
    """A thing at hand; one that only somebody's own exercises know goes by their name for it."""
    names = {
        "mat": gettext("A mat or carpet"),
        "chair": gettext("A firm chair"),
        "pillow": gettext("Pillows or cushions"),
        "towel": gettext("A towel"),
        "wall": gettext("A free wall"),
        "band": gettext("A resistance band"),
        "anchor": gettext("A firm point low down for a band"),
    }
    return names.get(thing) or _in_an_exercise(thing)


def place_had(place: Place) -> str:
    names = {
        Place.FLOOR: gettext("Sitting on the floor"),
        Place.MAT_OR_BED: gettext("Lying on a mat or a bed"),
        Place.CHAIR: gettext("Sitting on a chair"),
        Place.STANDING: gettext("Standing"),
        Place.WALL: gettext("Lying at a wall"),
    }
    return names[place]


def _in_an_exercise(thing: str) -> str:
    for exercise in catalogue().exercises.values():
        for needed in exercise.equipment:
            if needed.id == thing:
                return needed.name
    return thing
