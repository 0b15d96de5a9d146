"""What an exercise does to the muscles: told as computed, with a person's own end if wanted."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from coxa.body import Does, muscles_of, told
from coxa.catalogue import Exercise, load_catalogue
from coxa.site.pages import muscles
from coxa.site.storage import DjangoStorage
from coxa.wording import say

EXERCISES = load_catalogue().exercises


def section(web: Client, address: str) -> str:
    text = web.get(address).content.decode()
    return text[text.index('id="muscles"') : text.index('id="sources"')]


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda one: one.id)
def test_every_computed_sentence_is_told(web: Client, exercise: Exercise) -> None:
    text = section(web, f"/exercises/{exercise.id}/")
    both = muscles_of(exercise)
    sentences = [say(message) for leg in (both.effect, both.other) for message in told(leg)]
    assert [words for words in sentences if escape(words) not in text] == []


def test_bars_lie_on_the_side_of_what_happens(web: Client) -> None:
    text = section(web, "/exercises/reverse-clam/")
    rows = re.findall(
        r'<tr class="(\w+)"><th scope="row">([^<]+)</th>\s*<td class="drawn"><svg.*?'
        r'<rect x="([\d.]+)" y="1.5" width="([\d.]+)"',
        text,
        re.S,
    )
    assert {does for does, *_ in rows} == {"lengthens", "shortens"}
    for does, name, start, width in rows:
        assert float(width) > 0, name
        middle = float(start) if does == "lengthens" else float(start) + float(width)
        assert middle == pytest.approx(50, abs=0.02), name


def test_the_surprise_stands_out(web: Client) -> None:
    effect = muscles_of(EXERCISES["standing-internal-rotation"]).effect
    assert effect.surprise is not None
    text = section(web, "/exercises/standing-internal-rotation/")
    assert re.search(r'<p class="notice">You may be surprised', text)


def test_no_strength_is_told_as_a_number(web: Client) -> None:
    text = section(web, "/exercises/clamshell/")
    without_lengths = re.sub(r'<td class="drawn">\S+ %</td>', "", text)
    assert "%" not in re.sub(r"<[^>]+>", "", without_lengths)


def test_ones_own_end_takes_the_place_of_the_pictured_one(
    web: Client, cleared: DjangoStorage
) -> None:
    moment = timezone.localtime() - timedelta(minutes=1)
    form = {
        "test": "seated-rotation", "device": "goniometer", "mode": "active",
        "after_exercise": "no", "taken_at": moment.strftime("%Y-%m-%dT%H:%M"),
        "left_internal": "12", "left_external": "", "right_internal": "", "right_external": "",
    }  # fmt: skip
    assert web.post("/measure/type/", form).status_code == 302
    name = "seated-internal-rotation"
    pictured = section(web, f"/exercises/{name}/")
    own = section(web, f"/exercises/{name}/?end=left")
    assert "your own end, 12°" in pictured
    assert re.search(r'href="\?end=left#muscles" aria-current="true"', own)
    theirs = muscles_of(EXERCISES[name], 12.0).effect.muscles
    longer = max((one for one in theirs), key=lambda one: one.change_percent)
    assert longer.does is Does.LENGTHENS
    assert f">{round(longer.change_percent)} %<" in own
    assert own != pictured


def test_poses_without_a_table_are_told_as_that(
    web: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key pose was changed and the table was not: the page says so and shows the rest."""
    one = EXERCISES["clamshell"]
    fewer = one.model_copy(update={"key_poses": one.key_poses[1:]})
    monkeypatch.setattr(muscles, "muscles_of", lambda _, end: muscles_of(fewer, end))
    text = section(web, "/exercises/clamshell/")
    assert "key poses of Clamshell have changed" in text
    assert one.target in text
