"""Sentences for message ids: the only place, beside page templates, where words are kept.

``say(message)`` gives the English sentence; a translating function may be passed in, so that the
site (Django's gettext) and the terminal use the same source sentences.
"""

from __future__ import annotations

from collections.abc import Callable

from coxa.errors import CoxaError
from coxa.records import Message
from coxa.wording.sentences import SENTENCES

__all__ = ["SENTENCES", "say", "say_error"]


def _unchanged(sentence: str) -> str:
    return sentence


def say(message: Message, translate: Callable[[str], str] = _unchanged) -> str:
    """The sentence for ``message``, with its parameters filled in.

    A parameter that is itself a word of this project (a side, an exercise's name, a step) is
    translated too; several names in one are joined by commas.

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
    whole = translate(value)
    if whole != value:
        return whole
    return ", ".join(translate(part) if part else part for part in value.split(", "))


def say_error(error: CoxaError, translate: Callable[[str], str] = _unchanged) -> str:
    """The sentence for an error raised on purpose."""
    return say(Message(id=error.message_id, params=error.params), translate)
