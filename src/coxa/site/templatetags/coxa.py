"""Template filters: messages in words, degrees with their error, sides and directions."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from coxa.app.keep_measurement import is_of_sample
from coxa.app.type_reading import instrument_name
from coxa.catalogue import DoseRange, Norm
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import (
    Amendment,
    Change,
    Dose,
    KeptReading,
    Message,
    Reading,
    Series,
    Session,
)
from coxa.safety import Whom
from coxa.wording import say

register = template.Library()

MINUS = "\N{MINUS SIGN}"


@register.filter
def words(message: Message) -> str:
    """The sentence for a message id with parameters."""
    return say(message, gettext)


@register.filter
def degrees(value_deg: float) -> str:
    """Whole degrees with a true minus sign."""
    rounded = round(value_deg)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded)}°"


@register.filter
def size(reading: Reading | KeptReading) -> str:
    """How far the hip turned in the reading's own direction, without the sign of the record."""
    direction = reading.direction if isinstance(reading, Reading) else reading.series.direction
    return "" if reading.value_deg is None else degrees(direction.sign * reading.value_deg)


@register.filter
def give_or_take(reading: Reading | KeptReading) -> str:
    """The reading as a person is told it: "33° (give or take 4°)"."""
    if reading.value_deg is None or reading.error95_deg is None:
        return ""
    return gettext("{size} (give or take {error})").format(
        size=size(reading), error=degrees(reading.error95_deg)
    )


@register.filter
def signed_by(value_deg: float, direction: Direction) -> str:
    """A signed rotation as its size in ``direction``."""
    return degrees(direction.sign * value_deg)


@register.filter
def side_name(side: Side) -> str:
    return gettext("Left") if side is Side.LEFT else gettext("Right")


@register.filter
def side_mark(side: Side) -> SafeString:
    """A side with its colour, its shape and its letter."""
    return format_html('<span class="side {}">{}</span>', side.value, side_name(side))


@register.filter
def turns(direction: Direction) -> str:
    """A direction in plain words."""
    return gettext("turns in") if direction is Direction.INTERNAL else gettext("turns out")


@register.filter
def field_word(direction: Direction) -> str:
    """A direction in the words of the field."""
    inward = direction is Direction.INTERNAL
    return gettext("internal rotation") if inward else gettext("external rotation")


@register.filter
def test_name(test: Test) -> str:
    names = {
        Test.SEATED: gettext("sitting"),
        Test.PRONE: gettext("lying on the belly"),
        Test.SUPINE_90_90: gettext("lying on the back, knee up"),
        Test.STANDING: gettext("standing, knee lifted"),
    }
    return names[test]


@register.filter
def device_name(device: Device) -> str:
    names = {
        Device.CAMERA: gettext("camera"),
        Device.PHONE: gettext("phone on the shin"),
        Device.GONIOMETER: gettext("goniometer"),
        Device.INCLINOMETER: gettext("inclinometer"),
        Device.OTHER: gettext("another instrument"),
    }
    return names[device]


@register.filter
def mode_name(mode: Mode) -> str:
    return gettext("by your own muscles") if mode is Mode.ACTIVE else gettext("moved by a hand")


@register.filter
def series_name(series: Series) -> str:
    """What a course of readings is called."""
    instrument = instrument_name(series) or device_name(series.device)
    parts = (test_name(series.test), instrument, mode_name(series.mode))
    name = ", ".join(parts)
    return name[:1].upper() + name[1:]


@register.filter
def whom(see: Whom) -> str:
    """Whom to see, as the end of "Please see ..."."""
    names = {
        Whom.EMERGENCY: gettext("an emergency department, now"),
        Whom.DOCTOR_TODAY: gettext("a doctor, today"),
        Whom.SURGEON: gettext("the surgeon who treated you"),
        Whom.DOCTOR: gettext("your doctor"),
        Whom.PHYSIOTHERAPIST: gettext("a physiotherapist"),
        Whom.MIDWIFE: gettext("your midwife"),
        Whom.PARENT: gettext("a parent or another adult you trust"),
    }
    return names[see]


@register.filter
def percent(share: float) -> int:
    return round(100 * share)


@register.filter
def get(mapping: dict[object, object], key: object) -> object:
    """An entry of a mapping, ``None`` when it is not there."""
    return mapping.get(key)


@register.filter
def amount(dose: Dose | DoseRange) -> str:
    """How much, in words: "3 × 30 s" or "2 sets of 8, each held for 2 s"."""
    hold = f"{dose.hold_s:g}"
    if dose.reps == 1:
        return gettext("{sets} × {hold} s").format(sets=dose.sets, hold=hold)
    if dose.sets == 1:
        return gettext("{reps} times, each held for {hold} s").format(reps=dose.reps, hold=hold)
    return gettext("{sets} sets of {reps}, each held for {hold} s").format(
        sets=dose.sets, reps=dose.reps, hold=hold
    )


@register.filter
def of_sample(reading: KeptReading) -> bool:
    """Whether the reading is of the sample recording."""
    return is_of_sample(reading)


@register.filter
def spread_low(norm: Norm) -> str:
    """Where the lower end of two in three people of a published sample lies."""
    return degrees(norm.mean_deg - (norm.sd_deg or 0))


@register.filter
def spread_high(norm: Norm) -> str:
    """Where the upper end of two in three people of a published sample lies."""
    return degrees(norm.mean_deg + (norm.sd_deg or 0))


@register.filter
def worst_pain(session: Session) -> str:
    """The highest pain told in a session; a dash when none was told."""
    return str(max((report.score for report in session.pain), default="–"))


@register.filter
def change_words(amendment: Amendment) -> str:
    """A change of a reading in one line."""
    before = give_or_take(amendment.before) if amendment.before else ""
    after = give_or_take(amendment.after) if amendment.after else ""
    told = {
        Change.CORRECT: gettext("Corrected: {before} became {after}"),
        Change.MOVE_SIDE: gettext("Moved to the other side: {after}"),
        Change.DELETE: gettext("Deleted: {before}"),
        Change.UNDO: gettext("A change was undone: {after}"),
    }
    return told[amendment.kind].format(before=before, after=after or gettext("deleted again"))
