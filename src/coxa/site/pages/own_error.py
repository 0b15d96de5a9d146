"""How far one reading is off: the method's figure and the person's own, each with its origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from coxa.evidence import SeriesAnswer, error_words
from coxa.quantities import Direction
from coxa.records import Message
from coxa.site.templatetags.coxa import turns


@dataclass(frozen=True)
class ErrorLine:
    """One figure: whose it is, what it says, and for the method where it comes from."""

    whose: str
    says: Message
    source: Message | None = None


def error_lines(answers: Sequence[SeriesAnswer]) -> list[ErrorLine]:
    """The lines of all series of one technique; what both directions share is said once."""
    words = {one.series.direction: error_words(one.error) for one in answers if one.error}
    methods = {direction: (said.method, said.source) for direction, said in words.items()}
    owns = {direction: (said.own,) for direction, said in words.items()}
    return _lines(gettext("The method"), methods) + _lines(gettext("You"), owns)


def _lines(who: str, said: Mapping[Direction, tuple[Message, ...]]) -> list[ErrorLine]:
    if len({str(what) for what in said.values()}) == 1:
        return [ErrorLine(who, *next(iter(said.values())))]
    return [
        ErrorLine(f"{who}, {turns(direction)}", *said[direction])
        for direction in Direction
        if direction in said
    ]
