"""The page of many people: the own file to be read, others' files put together, nothing kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coxa.evidence import Share
from coxa.exchange import read_shares, write_pool, write_share
from coxa.quantities import Side
from coxa.site.storage import DjangoStorage
from tests.app.courses import keep_course
from tests.evidence.pool.shares import people

GAINS_DEG = [6.1, 2.3, 8.4, 4.0, -0.8, 5.5, 7.2, 3.1, 9.6, 1.4, 4.8, 6.6]


@pytest.fixture
def trained(storage: DjangoStorage) -> DjangoStorage:
    """Somebody whose left hip trained while the right one waited."""
    start = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
    keep_course(storage, start, gain_deg={Side.LEFT: 6.0})
    return storage


def hand_in(web: Client, *contents: bytes) -> Any:
    files = [
        SimpleUploadedFile(f"p{number}.json", content) for number, content in enumerate(contents)
    ]
    return web.post("/people/", {"shares": files})


def text(answer: Any) -> str:
    return str(answer.content.decode())


def each(shares: Sequence[Share]) -> list[bytes]:
    return [write_share(one) for one in shares]


def test_without_a_gain_the_page_says_what_it_takes(web: Client) -> None:
    answer = web.get("/people/")
    assert answer.status_code == 200
    assert "There is no gain to share yet" in text(answer)
    assert web.get("/people/share.json").status_code == 400


def test_the_own_file_is_shown_whole_before_it_is_saved(
    web: Client, trained: DjangoStorage
) -> None:
    saved = web.get("/people/share.json")
    assert saved.headers["Content-Disposition"] == 'attachment; filename="coxa-share.json"'
    (own,) = read_shares([("own", saved.content)])
    shown = text(web.get("/people/")).replace("&quot;", '"')
    assert json.dumps(own.to_dict(), indent=2) in shown


def test_files_are_put_together_with_picture_and_figures(web: Client) -> None:
    page = text(hand_in(web, *each(people(GAINS_DEG))))
    assert "Yes: in 12 people the hip turned in about 4.8° further on average" in page
    assert page.count("<svg") >= 2
    assert "Hartung" not in page.split("<main")[0]
    assert "DerSimonian" in page
    assert "with theirs in mind" not in page


def test_a_gathered_file_will_do_and_nothing_of_it_is_kept(web: Client) -> None:
    assert "in 12 people" in text(hand_in(web, write_pool(people(GAINS_DEG))))
    assert "in 12 people" not in text(web.get("/people/"))


def test_the_own_answer_stands_beside_the_one_that_borrows(
    web: Client, trained: DjangoStorage
) -> None:
    page = text(hand_in(web, write_pool(people(GAINS_DEG))))
    assert "with theirs in mind" in page
    assert "With what 12 other people gained in mind" in page
    assert "The verdict is from your own readings alone" in page


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        ([], "Choose at least one file"),
        ([b"{"], "p0.json: This is no JSON"),
        ([b'{"format": "coxa-share", "version": 8}'], "Update coxa"),
    ],
)
def test_wrong_files_are_named_and_nothing_is_put_together(
    web: Client, contents: list[bytes], told: str
) -> None:
    good = each(people(GAINS_DEG)) if contents else []
    answer = hand_in(web, *contents, *good)
    assert answer.status_code == 422
    assert told in text(answer)
    assert "on average" not in text(answer)


def test_what_a_file_says_cannot_smuggle_markup_in(web: Client) -> None:
    content = b'{"format": "coxa-share", "version": 1, "token": "x", "<script>alert(1)": 1}'
    assert "<script>alert" not in text(hand_in(web, content))


def test_files_without_a_gain_have_a_plain_answer(web: Client) -> None:
    assert "nothing to put together yet" in text(hand_in(web, write_pool([])))


def test_the_settings_lead_there(web: Client) -> None:
    assert 'href="/people/"' in text(web.get("/settings/"))
