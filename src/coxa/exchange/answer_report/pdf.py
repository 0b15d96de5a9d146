"""The report as PDF: A4, two pages, the type a little smaller where there is much to say."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Spacer,
    Table,
)
from reportlab.platypus import Paragraph as Written

from coxa.exchange.answer_figures import Rows
from coxa.exchange.answer_report.blocks import (
    Block,
    Bullets,
    Heading,
    Lead,
    Page,
    Paragraph,
    Picture,
    Report,
)
from coxa.exchange.answer_report.svg import Drawing
from coxa.exchange.drawing import WIDE
from coxa.exchange.handout.fonts import BOLD, REGULAR
from coxa.exchange.handout.paper import WIDTH_PT, fitted
from coxa.exchange.handout.pdf import (
    AT_TOP,
    INK,
    LINE,
    NO_PADDING,
    SOFT,
    Command,
)

TEXT_PT = 9.0
SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)
PAGES = 2


def report_pdf(report: Report, *, language: str = "en") -> bytes:
    """The report in the largest type with which it fits on two pages; always the same bytes.

    Raises
    ------
    MissingPart
        When the fonts for printing are not there.
    ValueError
        When it does not fit in the smallest type either: too much is said.
    """
    return fitted(
        lambda scale: _Sheets(scale).all_of(report),
        SCALES,
        pages=PAGES,
        title=report.title,
        language=language,
    )


class _Sheets:
    """Turns blocks into flowables at one size of type."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        size_pt = TEXT_PT * scale
        self._text = ParagraphStyle(
            "text", fontName=REGULAR, fontSize=size_pt, leading=1.25 * size_pt, textColor=INK
        )
        self._bold = ParagraphStyle("bold", self._text, fontName=BOLD)
        self._title = ParagraphStyle("title", self._bold, fontSize=16 * scale, leading=19 * scale)
        self._heading = ParagraphStyle(
            "heading", self._bold, fontSize=1.15 * size_pt, leading=1.4 * size_pt
        )
        self._lead = ParagraphStyle(
            "lead", self._bold, fontSize=1.25 * size_pt, leading=1.55 * size_pt
        )
        self._small = ParagraphStyle(
            "small", self._text, fontSize=0.9 * size_pt, leading=1.1 * size_pt, textColor=SOFT
        )
        self._cell = ParagraphStyle("cell", self._text, fontSize=0.92 * size_pt)
        self._cell_bold = ParagraphStyle("cell_bold", self._bold, fontSize=0.92 * size_pt)

    def all_of(self, report: Report) -> list[Flowable]:
        first, second = report.pages
        return [
            Written(escape(report.title), self._title),
            Written(escape(report.origin), self._small),
            *self._page(first),
            PageBreak(),
            *self._page(second),
            self._space(2),
            Written(escape(report.foot), self._small),
        ]

    def _space(self, height_mm: float) -> Flowable:
        return Spacer(0, height_mm * mm * self._scale)

    def _page(self, page: Page) -> Iterator[Flowable]:
        for block in page:
            yield self._space(2.5 if isinstance(block, Heading) else 1)
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Flowable]:
        match block:
            case Heading(words):
                yield Written(escape(words), self._heading)
            case Lead(words):
                yield Written(escape(words), self._lead)
            case Paragraph(words, quiet):
                yield Written(escape(words), self._small if quiet else self._text)
            case Bullets(lines):
                style = ParagraphStyle("line", self._text, leftIndent=self._text.fontSize)
                yield from (Written(escape(one), style, bulletText="•") for one in lines)
            case Picture(draw):
                yield Drawing(draw(WIDE), WIDTH_PT * min(self._scale, 0.97))
            case Rows():
                yield self._table(block)

    def _table(self, found: Rows) -> Flowable:
        head = [Written(escape(one), self._cell_bold) for one in found.head]
        rows = [[Written(escape(cell), self._cell) for cell in row] for row in found.rows]
        caption = Written(escape(found.caption), self._bold)
        filling = [caption, *[""] * (len(head) - 1)]
        style: list[Command] = [
            *NO_PADDING,
            ("SPAN", (0, 0), (-1, 0)),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
            AT_TOP,
        ]
        return Table([filling, head, *rows], _widths(found), style=style)


def _widths(found: Rows) -> list[float]:
    """By the longest cell of each column, no column narrower than a tenth."""
    columns = list(zip(found.head, *found.rows, strict=True))
    longest = [min(max(len(cell) for cell in column), 60) for column in columns]
    shares = [max(one / sum(longest), 0.1) for one in longest]
    return [WIDTH_PT * share / sum(shares) for share in shares]
