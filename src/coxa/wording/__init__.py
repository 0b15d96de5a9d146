"""Sentences for message ids: the only place, beside page templates, where words are kept.

``say(message)`` gives the English sentence; a translating function may be passed in, so that the
site (Django's gettext) and the terminal use the same source sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from coxa.errors import CoxaError
from coxa.records import Message
from coxa.wording.sentences import SENTENCES

__all__ = ["SENTENCES", "say", "say_error"]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _unchanged(sentence: str) -> str:
    return sentence


def say(message: Message, translate: Callable[[str], str] = _unchanged) -> str:
    """The sentence for ``message``, with its parameters filled in.

    A parameter that is itself a word of this project (a side, an exercise's name, a step) is
    translated too; several names in one are joined by commas. A day as ``2026-03-02`` is written
    out.

    Raises
    ------
    KeyError
        When no sentence has this id: a fault of the program, held by a test.
    """
    values = {
        name: _word(value, translate) if isinstance(value, str) else value
        for name, value in message.params.items()
    }
    return translate(SENTENCES[message.id]).format(**values)


def _word(value: str, translate: Callable[[str], str]) -> str:
    # gettext answers an empty string with the head of its file.
    if not value:
        return value
    if day := _as_day(value):
        return _written(day, translate)
    whole = translate(value)
    if whole != value:
        return whole
    return ", ".join(translate(part) if part else part for part in value.split(", "))


def _as_day(value: str) -> date | None:
    if not DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _written(day: date, translate: Callable[[str], str]) -> str:
    return translate(SENTENCES["date_written"]).format(
        day=day.day, month=translate(SENTENCES[f"month_{day.month}"]), year=day.year
    )


def say_error(error: CoxaError, translate: Callable[[str], str] = _unchanged) -> str:
    """The sentence for an error raised on purpose."""
    return say(Message(id=error.message_id, params=error.params), translate)
