"""Template filters: messages in words, degrees with their error, plain dates."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from coxa.records import Message
from coxa.wording import say

register = template.Library()


@register.filter
def words(message: Message) -> str:
    """The sentence for a message id with parameters."""
    return say(message, gettext)
