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

    Raises
    ------
    KeyError
        When no sentence has this id: a fault of the program, held by a test.
    """
    return translate(SENTENCES[message.id]).format(**message.params)


def say_error(error: CoxaError, translate: Callable[[str], str] = _unchanged) -> str:
    """The sentence for an error raised on purpose."""
    return say(Message(id=error.message_id, params=error.params), translate)
