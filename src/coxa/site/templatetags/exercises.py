"""Template filters of the exercise pages: places, aims, doses, pictures, in words."""

from __future__ import annotations

import segno
from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from coxa.catalogue import (
    Aim,
    CommonFault,
    Condition,
    DoseRange,
    Exercise,
    KeyPose,
    Kind,
    Place,
    StopSign,
)
from coxa.records import Message
from coxa.safety import PAIN_LIMIT
from coxa.site.stills import fault_names, still_name
from coxa.wording import say

register = template.Library()


@register.filter
def place_name(place: Place) -> str:
    return {
        Place.FLOOR: gettext("on the floor"),
        Place.MAT_OR_BED: gettext("lying on a mat or bed"),
        Place.CHAIR: gettext("on a chair"),
        Place.STANDING: gettext("standing"),
        Place.WALL: gettext("at a wall"),
    }[place]


@register.filter
def kind_name(kind: Kind) -> str:
    return {
        Kind.STRETCH: gettext("stretch"),
        Kind.ACTIVE_CONTROL: gettext("by your own strength"),
        Kind.STRENGTH: gettext("strength"),
    }[kind]


@register.filter
def aim_turns(aim: Aim) -> str:
    """Which way an exercise works, in plain words."""
    return gettext("turning in") if aim.turns_in else gettext("turning out")


@register.filter
def minutes_words(minutes: int) -> str:
    return ngettext("{n} minute for both sides", "{n} minutes for both sides", minutes).format(
        n=minutes
    )


@register.filter
def days_words(dose: DoseRange) -> str:
    days = ngettext("{n} day a week", "{n} days a week", dose.days_per_week)
    return days.format(n=dose.days_per_week)


@register.filter
def dose_notes(dose: DoseRange) -> list[str]:
    """What holds besides the dose itself: rest, age, and what is never exceeded."""
    notes = []
    if dose.hours_between:
        notes.append(
            gettext("At least {hours} hours until the next day of it.").format(
                hours=dose.hours_between
            )
        )
    if dose.hold_over_65_s:
        notes.append(gettext("Over 65: hold for {hold} s.").format(hold=f"{dose.hold_over_65_s:g}"))
    most = dose.ceilings
    return [
        *notes,
        gettext("Never more than {sets} sets, {hold} s a hold, {days} days a week.").format(
            sets=most.sets, hold=f"{most.hold_s:g}", days=most.days_per_week
        ),
    ]


@register.filter
def other_names(exercise: Exercise) -> str:
    """Every name but the first."""
    return ", ".join(exercise.names[1:])


@register.filter
def sign_words(sign: StopSign, kind: Kind) -> str:
    """A stop sign in words; the pain limit is that of the kind of exercise."""
    message = Message(id=f"sign_{sign.value}", params={"limit": PAIN_LIMIT[kind]})
    return say(message, gettext)


@register.filter
def condition_words(condition: Condition) -> str:
    return say(Message(id=f"closed_for_{condition.value}"), gettext)


@register.filter
def square_code(address: str) -> SafeString:
    """A code that a phone's camera reads, as a drawing."""
    drawn = segno.make_qr(address, error="m").svg_inline(scale=4, border=2, omitsize=True)
    return mark_safe(drawn)  # drawn by the library; the address is in its pattern, not its text


@register.filter
def right_and_wrong(exercise: Exercise, fault: CommonFault) -> list[str]:
    """The addresses of the two pictures of a fault; none where none were drawn."""
    return [static(name) for name in fault_names(exercise, fault) or ()]


@register.filter
def still(exercise: Exercise, pose: KeyPose) -> str:
    """The address of the picture of a key pose, empty when none was drawn."""
    name = still_name(exercise, pose)
    return static(name) if name else ""
