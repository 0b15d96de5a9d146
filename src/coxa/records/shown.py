"""Which strings of a record are words for a person, and the same record in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from coxa.records.base import Record

Translate = Callable[[str], str]
Kept = TypeVar("Kept", bound=Record)


class Shown:
    """Marks an annotated string, such as ``Annotated[str, SHOWN]``, as words for a person."""


SHOWN = Shown()


def shown_words(record: Record) -> Iterator[str]:
    """Every sentence of a record, of the records in it too, that a person is shown."""
    found: list[str] = []

    def collect(words: str) -> str:
        found.append(words)
        return words

    in_other_words(record, collect)
    return iter(found)


def in_other_words(record: Kept, translate: Translate) -> Kept:
    """The same record with every shown sentence translated; all else is left as it is."""
    changed = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        marked = any(isinstance(mark, Shown) for mark in field.metadata)
        translated = _translated(value, field.annotation, marked, translate)
        if translated is not value:
            changed[name] = translated
    return record.model_copy(update=changed) if changed else record


def _translated(value: Any, kind: Any, marked: bool, translate: Translate) -> Any:
    if isinstance(value, Record):
        return in_other_words(value, translate)
    if isinstance(value, str):
        return translate(value) if marked or _is_marked(kind) else value
    if isinstance(value, tuple):
        inner = get_args(_plain(kind))
        inner_kind = inner[0] if inner else Any
        return tuple(_translated(one, inner_kind, False, translate) for one in value)
    return value


def _is_marked(kind: Any) -> bool:
    """Whether an annotation, or one of a union's, carries the mark."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        return any(isinstance(mark, Shown) for mark in marks) or _is_marked(inner)
    if get_origin(kind) in (Union, UnionType):
        return any(_is_marked(one) for one in get_args(kind))
    return False


def _plain(kind: Any) -> Any:
    """The annotation of a tuple without its constraints, and without ``None`` beside it."""
    if get_origin(kind) is Annotated:
        return _plain(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        others = [one for one in get_args(kind) if one is not type(None)]
        return _plain(others[0])
    return kind
