"""The font for printing is the one in the WOFF file, table by table."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from build_parts.woff import truetype

FONTS = "frontend/node_modules/@fontsource/atkinson-hyperlegible-next/files"
WOFF = "atkinson-hyperlegible-next-latin-400-normal.woff"


@pytest.fixture
def woff(root: Path) -> bytes:
    return (root / FONTS / WOFF).read_bytes()


def test_the_unpacked_font_is_read_by_a_library_that_knows_the_format(
    woff: bytes, tmp_path: Path
) -> None:
    from PIL import ImageFont
    from reportlab.pdfbase.ttfonts import TTFontFile

    path = tmp_path / "font.ttf"
    path.write_bytes(truetype(woff))
    face = TTFontFile(str(path))
    face.checksumTables()
    assert face.name == b"AtkinsonHyperlegibleNext-Regular"
    assert all(ord(sign) in face.charToGlyph for sign in "äöüßÄÖÜé°×–−“”„…")
    assert ImageFont.truetype(str(path), 40).getlength("M") > 20


def test_a_damaged_file_is_no_font(woff: bytes) -> None:
    with pytest.raises(ValueError, match="not a WOFF"):
        truetype(b"OTTO" + woff[4:])
    first_entry_size = 44 + 12
    wrong = int.from_bytes(woff[first_entry_size : first_entry_size + 4], "big") + 4
    with pytest.raises((ValueError, zlib.error)):
        truetype(woff[:first_entry_size] + wrong.to_bytes(4, "big") + woff[first_entry_size + 4 :])
