"""What a page of the report is made of; the web page and the PDF show the same blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coxa.exchange.answer_figures import Rows


@dataclass(frozen=True)
class Heading:
    """Names what stands below it."""

    words: str


@dataclass(frozen=True)
class Lead:
    """The sentence that is read first."""

    words: str


@dataclass(frozen=True)
class Paragraph:
    """Sentences; quiet ones may be passed over."""

    words: str
    quiet: bool = False


@dataclass(frozen=True)
class Bullets:
    """Sentences that do not belong together, each on its own."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A drawing; ``draw`` takes the width and gives an SVG."""

    draw: Callable[[int], str]


Block = Heading | Lead | Paragraph | Bullets | Picture | Rows
Page = tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """Two pages with a title and a line of origin below it."""

    title: str
    origin: str
    pages: tuple[Page, Page]
    foot: str
