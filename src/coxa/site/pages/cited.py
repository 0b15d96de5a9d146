"""Sources as a page shows them: small numbers at what is claimed, one list at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from coxa.catalogue import Mark, Source


@dataclass(frozen=True)
class NumberedSource:
    """A source with its number on this page."""

    number: int
    source: Source

    @property
    def known_by(self) -> str:
        """How the figure came to this project, in words."""
        return {
            Mark.SEEN: gettext("read in the source"),
            Mark.COMPUTED: gettext("computed for this project"),
            Mark.DERIVED: gettext("derived from a number in the source"),
            Mark.MEMORY: gettext("commonly quoted"),
        }[self.source.mark]


def numbered(cited: Iterable[str], sources: Mapping[str, Source]) -> dict[str, NumberedSource]:
    """The sources in the order in which they are first named, numbered from 1."""
    order = dict.fromkeys(cited)
    return {name: NumberedSource(n, sources[name]) for n, name in enumerate(order, start=1)}
