"""The catalogue and the questions in the language of whoever is served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from django.utils.translation import get_language, gettext, override

from coxa.catalogue import Catalogue, load_catalogue
from coxa.records import Record, in_other_words

Key = TypeVar("Key")
Kept = TypeVar("Kept", bound=Record)


def catalogue() -> Catalogue:
    """The catalogue in the language that is active now; pages show no other."""
    return _catalogue_in(get_language() or "en")


def in_this_language(record: Kept) -> Kept:
    """One record, such as a question, in the language that is active now."""
    return in_other_words(record, _translated)


@lru_cache(maxsize=8)
def _catalogue_in(language: str) -> Catalogue:
    with override(language):
        known = load_catalogue()
        return replace(
            known,
            exercises=_all(known.exercises),
            tests=_all(known.tests),
            norms=_all(known.norms),
            sources=_all(known.sources),
            article=known.article and in_this_language(known.article),
            hip_rotation=known.hip_rotation and in_this_language(known.hip_rotation),
        )


def _all(records: Mapping[Key, Kept]) -> Mapping[Key, Kept]:
    return MappingProxyType({key: in_this_language(one) for key, one in records.items()})


def _translated(words: str) -> str:
    # gettext answers an empty string with the head of its file.
    return gettext(words) if words else words
