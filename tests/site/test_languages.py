"""Another language reaches every sentence of every page, and the pages follow who asks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from django.test import Client, override_settings
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_AP, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import override

from coxa.catalogue import load_catalogue
from coxa.records import in_other_words, shown_words
from coxa.site.catalogue import catalogue
from coxa.site.storage import DjangoStorage
from coxa.wording import say
from scripts.messages import template
from tests.site.test_pages import PAGES, typed

# A language that Django knows, and whose own words no page of coxa shows.
PSEUDO = "eo"
MORE_PAGES = (
    "/article/",
    "/hip-rotation/",
    "/exercises/twisted-legs/",
    "/exercises/band-internal-rotation/",
    "/measure/live/",
    "/measure/phone/",
    "/session/",
    "/morning/",
    "/questions/result/",
)
SAME_EVERYWHERE = {"coxa", "English", "Deutsch", "goniometer"}
"""Names, and what is typed as it stands."""
SHOWN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")
LETTERS = re.compile(r"[^\W\d_]{2,}")


# Names of days and months are Django's own.
with override(PSEUDO):
    DJANGOS = (WEEKDAYS, WEEKDAYS_ABBR, MONTHS, MONTHS_3, MONTHS_AP)
    DATES = re.compile("|".join(str(word) for table in DJANGOS for word in table.values()), re.I)


class Shown(HTMLParser):
    """What of a page a person reads or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent: list[str] = []
        self._script: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("script", "style") or values.get("translate") == "no":
            self._silent.append(tag)
        self.words += [values[name] or "" for name in SHOWN_ATTRIBUTES if name in values]

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.words.append(" ".join(data.split()))
        elif self._silent and data.lstrip().startswith("{"):
            self.words += [str(word) for word in _strings(json.loads(data))]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key != "id":
                yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str):
        yield value


@pytest.fixture
def pseudo(tmp_path: Path) -> Iterator[None]:
    """Every sentence stands in brackets; whatever does not was never translated."""
    english = template()
    english.locale = None
    for message in english:
        if isinstance(message.id, str):
            message.string = f"⟦{message.id}⟧" if message.id else ""
        else:
            message.string = tuple(f"⟦{one}⟧" for one in message.id)
    folder = tmp_path / PSEUDO / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, english)
    languages = [("en", "English"), (PSEUDO, "Deutsch")]
    with override_settings(LANGUAGES=languages, LOCALE_PATHS=[tmp_path]):
        _forget()
        yield
    _forget()


def _forget() -> None:
    from coxa.site import catalogue as in_languages

    in_languages._catalogue_in.cache_clear()


def untranslated(html: str) -> list[str]:
    shown = Shown()
    shown.feed(html)
    found = []
    kept = SAME_EVERYWHERE | {source.citation for source in load_catalogue().sources.values()}
    for words in shown.words:
        plain = re.sub(r"⟦[^⟧]*⟧", "", re.sub(r"⟦[^⟦⟧]*⟧", "", words))
        plain = DATES.sub("", plain)
        if "⟦" in words or words in kept or not LETTERS.search(plain):
            continue
        found.append(words)
    return found


@pytest.mark.parametrize("address", [*PAGES, *MORE_PAGES])
def test_no_sentence_of_a_page_is_left_in_english(
    web: Client, cleared: DjangoStorage, pseudo: None, address: str
) -> None:
    asked = {"Accept-Language": PSEUDO}
    web.post("/measure/type/", typed(left_internal="30", right_external="41.5"), headers=asked)
    response = web.get(address, headers=asked)
    assert response.status_code in (200, 302)
    left = untranslated(response.content.decode())
    assert left == [], left


def test_the_page_speaks_the_browsers_language_and_the_choice_in_the_settings_wins(
    web: Client, cleared: DjangoStorage
) -> None:
    german = {"Accept-Language": "de-AT,de;q=0.9"}
    assert (
        "Wie weit dreht sich jede Hüfte?" in web.get("/measure/", headers=german).content.decode()
    )
    web.post("/settings/language/", {"language": "en", "next": "/settings/"}, headers=german)
    page = web.get("/measure/", headers=german).content.decode()
    assert "How far does each hip turn?" in page
    assert '<html lang="en">' in page


def test_cues_and_exercises_are_spoken_in_german() -> None:
    with override("de"):
        german = catalogue()
        assert german.exercise("clamshell").name == "Muschelübung"
    from django.utils.translation import gettext

    from coxa.records import Message

    exercise = load_catalogue().exercise("clamshell").name
    with override("de"):
        cue = say(Message(id="coach_intro_left", params={"exercise": exercise}), gettext)
        told = say(
            Message(id="plan_left_out", params={"exercises": f"{exercise}, Twisted legs"}), gettext
        )
    assert cue == "Muschelübung. Linke Hüfte."
    assert told == "Weggelassen: Muschelübung, Verdrehte Beine."


def test_a_record_in_other_words_keeps_all_that_is_not_words() -> None:
    exercise = load_catalogue().exercise("seated-internal-rotation")
    loud = in_other_words(exercise, str.upper)
    assert list(shown_words(loud)) == [words.upper() for words in shown_words(exercise)]
    assert loud.id == exercise.id
    assert loud.dose == exercise.dose
    assert loud.key_poses == exercise.key_poses
    assert loud.sources == exercise.sources
