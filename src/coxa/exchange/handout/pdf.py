"""A sheet as PDF: A4, one page, the type a little smaller where there is much to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, Paragraph, Spacer, Table

from coxa.exchange.handout.content import Handout, Part, Picture
from coxa.exchange.handout.fonts import BOLD, REGULAR
from coxa.exchange.handout.paper import WIDTH_PT, fitted
from coxa.exchange.handout.pictures import drawn_part
from coxa.exchange.handout.square_code import SquareCode

Load = Callable[[str], bytes]
"""Gives a picture's bytes by its name."""

Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]
"""How a table looks between two of its cells."""

GAP_PT = 8 * mm
CODE_PT = 26 * mm
PICTURE_PT = 46 * mm
SMALL_PICTURE_PT = 18 * mm
WIDEST = 1.7
"""A picture is made smaller when it would be wider than this many times its wanted height."""
WIDEST_SMALL = 1.35
"""The same of the small pictures beside text, which stands in one line whatever their width."""
TEXT_PT = 10.5
SCALES = (1.12, 1.06, 1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)
SMALLEST_SCALE = SCALES[-1]
INK, SOFT, LINE, STOP, QUIET = (
    HexColor(code) for code in ("#23201c", "#5a544b", "#b8b0a3", "#8c1d18", "#f6f2eb")
)
NO_PADDING: list[Command] = [
    (f"{edge}PADDING", (0, 0), (-1, -1), 0) for edge in ("LEFT", "RIGHT", "TOP", "BOTTOM")
]
WARNING: list[Command] = [
    ("BACKGROUND", (0, 0), (-1, -1), QUIET),
    ("LINEBEFORE", (0, 0), (0, -1), 2.5, STOP),
]
AT_TOP: Command = ("VALIGN", (0, 0), (-1, -1), "TOP")


def pdf_of(handout: Handout, load: Load, *, language: str = "en") -> bytes:
    """The sheet, in the largest type with which it fits on one page; always the same bytes.

    Raises
    ------
    MissingPart
        When the fonts for printing are not there.
    ValueError
        When it does not fit in the smallest type either: too much is said.
    """
    return fitted(
        lambda scale: _Sheet(load, scale).all_of(handout),
        SCALES,
        pages=1,
        title=handout.title,
        language=language,
    )


class _Sheet:
    """Turns the parts of a sheet into flowables at one size of type."""

    def __init__(self, load: Load, scale: float) -> None:
        self._load = load
        self._scale = scale
        size_pt = TEXT_PT * scale
        self._text = ParagraphStyle(
            "text", fontName=REGULAR, fontSize=size_pt, leading=1.3 * size_pt, textColor=INK
        )
        self._bold = ParagraphStyle("bold", self._text, fontName=BOLD)
        self._title = ParagraphStyle(
            "title", self._bold, fontSize=2 * size_pt, leading=2.2 * size_pt
        )
        self._lead = ParagraphStyle(
            "lead", self._text, fontSize=1.15 * size_pt, leading=1.45 * size_pt
        )
        self._small = ParagraphStyle(
            "small", self._text, fontSize=0.82 * size_pt, leading=size_pt, textColor=SOFT
        )
        self._caption = ParagraphStyle("caption", self._small, alignment=TA_CENTER)

    def all_of(self, handout: Handout) -> list[Flowable]:
        story = [self._head(handout), self._space(3)]
        if handout.pictures:
            story += [self._pictures(handout.pictures), self._space(2)]
        story.append(self._columns(handout))
        if handout.rows:
            story += [self._space(3), self._days(handout)]
        return [*story, self._space(3), Paragraph(escape(handout.foot), self._small)]

    def _space(self, height_mm: float) -> Flowable:
        return Spacer(0, height_mm * mm * self._scale)

    def _head(self, handout: Handout) -> Flowable:
        words = [
            Paragraph(escape(handout.title), self._title),
            self._space(1),
            Paragraph(escape(handout.lead), self._lead),
        ]
        code = [
            SquareCode(handout.link, CODE_PT),
            Paragraph(escape(handout.link_words), self._caption),
        ]
        widths = [WIDTH_PT - CODE_PT - GAP_PT, GAP_PT, CODE_PT]
        return Table([[words, "", code]], widths, style=[*NO_PADDING, AT_TOP])

    def _pictures(self, pictures: Sequence[Picture]) -> Flowable:
        cells = [
            [self._image(one, PICTURE_PT), Paragraph(escape(one.caption), self._caption)]
            for one in pictures
        ]
        style: list[Command] = [*NO_PADDING, ("ALIGN", (0, 0), (-1, -1), "CENTER")]
        return Table([cells], [WIDTH_PT / len(cells)] * len(cells), style=style)

    def _image(self, picture: Picture, height_pt: float, widest: float = WIDEST) -> Image:
        content, (width_px, height_px) = drawn_part(self._load(picture.name))
        share = min(height_pt, widest * height_pt * height_px / width_px) * self._scale / height_px
        return Image(BytesIO(content), width_px * share, height_px * share)

    def _columns(self, handout: Handout) -> Flowable:
        main_pt = (WIDTH_PT - GAP_PT) * handout.main_share
        beside_pt = WIDTH_PT - GAP_PT - main_pt
        cells = [self._column(handout.main, main_pt), "", self._column(handout.beside, beside_pt)]
        return Table([cells], [main_pt, GAP_PT, beside_pt], style=[*NO_PADDING, AT_TOP])

    def _column(self, parts: Sequence[Part], width_pt: float) -> list[Flowable]:
        found: list[Flowable] = []
        for part in parts:
            found += [self._part(part, width_pt), self._space(2.5)]
        return found or [self._space(1)]

    def _part(self, part: Part, width_pt: float) -> Flowable:
        """A heading with its lines, in a box where it warns, beside a picture where it has one."""
        lines = [
            Paragraph(escape(line), self._line_style(part), bulletText=self._bullet(part, number))
            for number, line in enumerate(part.lines, start=1)
        ]
        cell = [Paragraph(escape(part.title), self._bold), *lines]
        if part.picture:
            image = self._image(part.picture, SMALL_PICTURE_PT, WIDEST_SMALL)
            image.hAlign = "LEFT"
            picture_pt = (WIDEST_SMALL + 0.15) * SMALL_PICTURE_PT * self._scale
            widths = [picture_pt, width_pt - picture_pt]
            return Table([[image, cell]], widths, style=[*NO_PADDING, AT_TOP])
        return Table([[cell]], [width_pt], style=WARNING if part.warning else NO_PADDING)

    def _bullet(self, part: Part, number: int) -> str | None:
        if part.numbered:
            return f"{number}."
        return "•" if len(part.lines) > 1 else None

    def _line_style(self, part: Part) -> ParagraphStyle:
        if not part.numbered and len(part.lines) == 1:
            return self._text
        indent_pt = (1.5 if part.numbered else 1.1) * self._text.fontSize
        return ParagraphStyle(
            "line",
            self._text,
            leftIndent=indent_pt,
            bulletFontName=REGULAR,
            bulletFontSize=self._text.fontSize,
        )

    def _days(self, handout: Handout) -> Flowable:
        heads = [Paragraph(escape(one), self._bold) for one in handout.row_heads]
        rows = [
            [Paragraph(escape(row.day), self._bold), Paragraph(escape(row.due), self._text), ""]
            for row in handout.rows
        ]
        widths = [WIDTH_PT * 0.14, WIDTH_PT * 0.72, WIDTH_PT * 0.14]
        style: list[Command] = [("GRID", (0, 0), (-1, -1), 0.5, LINE), AT_TOP]
        return Table([heads, *rows], widths, style=style)
