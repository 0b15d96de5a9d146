"""Compiles the translations: what translators write (.po) into what the app reads (.mo)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path("src/coxa/site/locale")


def compiled(po: Path) -> bytes:
    """The compiled form of one file of translations.

    Raises
    ------
    babel.messages.pofile.PoFileError
        When the file is not well formed; the message names the line.
    """
    with po.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def translation_files(root: Path) -> list[Path]:
    """Every file of translations, in a stable order."""
    return sorted((root / LOCALE).glob("*/LC_MESSAGES/django.po"))
