"""The article, corrected, and what hip rotation is: sourced, readable without a script."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from coxa.catalogue import Verdict, load_catalogue
from coxa.site.storage import DjangoStorage

CATALOGUE = load_catalogue()


def page(web: Client, address: str) -> str:
    response = web.get(address)
    assert response.status_code == 200
    return response.content.decode()


def statements_shown(text: str) -> list[str]:
    return re.findall(r'<li class="statement" id="([\w-]+)"', text)


def test_the_question_is_answered_before_the_article_is_gone_through(web: Client) -> None:
    text = page(web, "/article/")
    assert CATALOGUE.article is not None
    first = text.index(escape(CATALOGUE.article.answer[0].words))
    assert first < text.index('id="statements"')
    assert statements_shown(text) == [one.id for one in CATALOGUE.article.statements]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_statements_of_one_verdict_have_an_address(web: Client, verdict: Verdict) -> None:
    assert CATALOGUE.article is not None
    wanted = [one.id for one in CATALOGUE.article.statements if one.verdict is verdict]
    assert statements_shown(page(web, f"/article/?verdict={verdict.value}")) == wanted


def test_an_unknown_verdict_shows_all(web: Client) -> None:
    assert CATALOGUE.article is not None
    assert len(statements_shown(page(web, "/article/?verdict=<b>"))) == len(
        CATALOGUE.article.statements
    )


@pytest.mark.parametrize("address", ["/article/", "/hip-rotation/"])
def test_every_number_leads_to_its_source_and_every_source_is_named(
    web: Client, address: str
) -> None:
    text = page(web, address)
    named = set(re.findall(r'href="#source-([\w-]+)"', text))
    listed = set(re.findall(r'<li id="source-([\w-]+)"', text))
    assert len(listed) > 10
    assert named == listed
    claims = re.findall(r'<p(?: class="lead")?>((?:(?!</p>).)*class="cite".*?)</p>', text, re.S)
    assert address != "/article/" or len(claims) > 50


def _type(web: Client, mode: str, **degrees: str) -> None:
    moment = timezone.localtime() - timedelta(minutes=1)
    form = {
        "test": "seated-rotation",
        "device": "goniometer",
        "mode": mode,
        "after_exercise": "no",
        "taken_at": moment.strftime("%Y-%m-%dT%H:%M"),
    }
    names = ("left_internal", "left_external", "right_internal", "right_external")
    answer = web.post("/measure/type/", form | dict.fromkeys(names, "") | degrees)
    assert answer.status_code == 302


def test_a_reading_stands_beside_published_ones_and_is_not_judged(
    web: Client, cleared: DjangoStorage
) -> None:
    assert "no reading of yours" in page(web, "/hip-rotation/")
    _type(web, "active", left_internal="30")
    text = page(web, "/hip-rotation/")
    assert "30° (give or take" in text
    assert "120 adults" in text
    assert not re.search(r"\b(?:ab)?normal\b", text)


def test_how_many_turn_further_is_told_only_where_the_spread_is_known(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/settings/you/", {"year_of_birth": str(timezone.localdate().year - 36), "sex": ""})
    _type(web, "passive", left_internal="30", left_external="40")
    text = page(web, "/hip-rotation/")
    assert re.search(r"Of a hundred like them, \d+ to \d+ turned further", text)
    alone = text[text.index("turns in") :].split("in and out together")[0]
    assert "Of a hundred" not in alone
