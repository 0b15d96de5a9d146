"""Keeps the translations in step with the English sentences.

    python scripts/messages.py            bring every .po file up to date
    python scripts/messages.py --check    say what is missing, stale or broken; exit 1 if anything

English sentences stand in four places: page templates, ``gettext`` calls, ``coxa.wording`` and the
data files of catalogue and safety. No system tool is needed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from build_parts.messages import LOCALE, translation_files  # noqa: E402

os.environ.setdefault("COXA_HOME", str(ROOT / ".venv/home"))

from coxa.catalogue import load_catalogue  # noqa: E402
from coxa.records import shown_words  # noqa: E402
from coxa.safety import CHANGED, QUESTIONS  # noqa: E402
from coxa.wording import SENTENCES  # noqa: E402

KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACE = re.compile(r"%\((\w+)\)[sd]|\{(\w+)[^}]*\}")
SIDES = ("left", "right")
MINUTE_OF_HEAD = datetime(2026, 1, 1, tzinfo=UTC)
Found = tuple[str, int, str | tuple[str, ...], str | None]


def found_messages() -> Iterator[Found]:
    """Every English sentence: file, line, sentence (or singular and plural), context."""
    yield from _in_python()
    yield from _in_templates()
    for sentence in SENTENCES.values():
        yield ("wording", 0, sentence, None)
    for side in SIDES:
        yield ("wording", 0, side, None)
    known = load_catalogue()
    kinds = (known.exercises, known.tests, known.norms, known.sources)
    records = [one for kind in kinds for one in kind.values()]
    texts = [text for text in (known.article, known.hip_rotation) if text is not None]
    for record in (*records, *QUESTIONS, CHANGED, *texts):
        for sentence in shown_words(record):
            yield ("data", 0, sentence, None)


def _in_python() -> Iterator[Found]:
    for path in sorted((ROOT / "src/coxa/site").rglob("*.py")):
        yield from _extracted(path, path.read_bytes())


def _in_templates() -> Iterator[Found]:
    pages = ROOT / "src/coxa/site/templates"
    for path in sorted([*pages.rglob("*.html"), *pages.rglob("*.svg")]):
        source = path.read_text(encoding="utf-8")
        # What templatize leaves looks like Python to xgettext; its line breaks mean nothing.
        python = " ".join(templatize(source, origin=str(path)).split("\n"))
        yield from _extracted(path, python.encode())


def _extracted(path: Path, python: bytes) -> Iterator[Found]:
    name = path.relative_to(ROOT).as_posix()
    options = {"encoding": "utf-8"}
    for line, sentence, _, context in extract(
        "python", BytesIO(python), keywords=KEYWORDS, options=options
    ):
        yield (name, line, sentence, context)


def template() -> Catalog:
    """All English sentences as an empty catalogue of translations."""
    gathered = Catalog(project="coxa", charset="utf-8", creation_date=MINUTE_OF_HEAD, fuzzy=False)
    for file, _, sentence, context in found_messages():
        gathered.add(sentence, locations=[(file, 0)], context=context)
    return gathered


def updated(po: Path, english: Catalog) -> Catalog:
    """The translations of one file, in step with the English sentences."""
    with po.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    catalogue.update(english, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """A file of translations as it is kept: sorted, one place a sentence, no line numbers."""
    out = BytesIO()
    write_po(out, catalogue, sort_output=True, include_lineno=False, width=100)
    return out.getvalue()


def faults(catalogue: Catalog) -> Iterator[str]:
    """What is missing or broken, a line each."""
    for message in catalogue:
        if not message.id:
            continue
        problem = _fault(message)
        if problem:
            first = message.id if isinstance(message.id, str) else message.id[0]
            yield f"{problem}: {first!r}"


def _fault(message: Message) -> str | None:
    said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    if not all(said):
        return "not translated"
    if message.fuzzy:
        return "marked as fuzzy"
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    wanted = {place for source in sources for place in _places(source)}
    if any(_places(one) - wanted for one in said):
        return "names a value that the English sentence does not have"
    if isinstance(message.id, str) and _places(message.id) - _places(said[0]):
        return "leaves out a value"
    return None


def _places(sentence: str) -> set[str]:
    return {first or second for first, second in PLACE.findall(sentence)}


def main(arguments: list[str]) -> int:
    """Update or check every file of translations; returns the exit code."""
    english = template()
    wrong = 0
    for po in translation_files(ROOT):
        catalogue = updated(po, english)
        content = written(catalogue)
        if arguments != ["--check"]:
            po.write_bytes(content)
        elif po.read_bytes() != content:
            wrong += 1
            print(f"{po.relative_to(ROOT)}: out of step. Remedy: make messages")
        for fault in faults(catalogue):
            wrong += 1
            print(f"{po.relative_to(ROOT)}: {fault}")
    print(f"{len(english)} English sentences; {wrong} faults in {LOCALE}")
    return 1 if wrong and arguments == ["--check"] else 0


if __name__ == "__main__":
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)
    raise SystemExit(main(sys.argv[1:]))
