"""The type family for printing, unpacked by the build."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from coxa.errors import MissingPart

FOLDER = Path(__file__).parent / "fonts"
REGULAR, BOLD = "coxa-regular", "coxa-bold"


@cache
def register() -> None:
    """Make the two weights known to the PDF library.

    Raises
    ------
    MissingPart
        When the build has not unpacked them.
    """
    for name in (REGULAR, BOLD):
        path = FOLDER / f"{name.removeprefix('coxa-')}.ttf"
        if not path.is_file():
            raise MissingPart("handout_no_font")
        registerFont(TTFont(name, str(path)))
