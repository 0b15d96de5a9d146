"""Sheets of A4 as PDF, in the largest type with which everything fits on so many pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, SimpleDocTemplate
from reportlab.platypus.doctemplate import LayoutError

from coxa.exchange.handout.fonts import register

MARGIN_PT = 14 * mm
FRAME_PADDING_PT = 6  # what the library leaves free inside its margins
EDGE_PT = MARGIN_PT - FRAME_PADDING_PT
WIDTH_PT = A4[0] - 2 * MARGIN_PT

Contents = Callable[[float], list[Flowable]]
"""Makes what stands on the sheets, for a scale of the type."""


def fitted(
    contents: Contents, scales: Sequence[float], *, pages: int, title: str, language: str
) -> bytes:
    """The document at the first of ``scales`` that takes ``pages`` pages; always the same bytes.

    Raises
    ------
    MissingPart
        When the fonts for printing are not there.
    ValueError
        When it does not fit at the last scale either: too much is said.
    """
    register()
    for scale in scales:
        made = _built(contents(scale), pages, title, language)
        if made is not None:
            return made
    raise ValueError(f"{title} does not fit; pages that it may take: {pages}")


def _built(contents: list[Flowable], pages: int, title: str, language: str) -> bytes | None:
    """The document, ``None`` when it takes more pages."""
    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=EDGE_PT,
        rightMargin=EDGE_PT,
        topMargin=EDGE_PT,
        bottomMargin=EDGE_PT,
        title=title,
        author="coxa",
        lang=language,
        invariant=1,
    )
    try:
        document.build(contents)
    except LayoutError:
        return None
    return out.getvalue() if document.page == pages else None
