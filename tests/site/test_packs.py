"""The page of exercises tells which of a person's own packs were left out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from coxa.app.packs import use_packs
from coxa.site.catalogue import _catalogue_in
from coxa.site.storage import DjangoStorage
from tests.catalogue.packs import make_pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[Path]:
    """A folder of packs that is in use while a test runs."""
    yield tmp_path
    use_packs(None)
    _catalogue_in.cache_clear()


def in_use(packs: Path) -> None:
    use_packs(packs)
    _catalogue_in.cache_clear()


def test_own_exercises_have_their_page_and_stand_in_the_list(client: Client, packs: Path) -> None:
    make_pack(packs)
    in_use(packs)
    listed = client.get("/exercises/").content.decode()
    assert "/exercises/own-knee-drop/" in listed
    assert "left out" not in listed
    assert "Notes from a class." in client.get("/exercises/own-knee-drop/").content.decode()
    assert client.get("/exercises/own-knee-drop/handout/").status_code == 200


def test_a_pack_that_was_left_out_is_told_with_line_and_remedy(client: Client, packs: Path) -> None:
    file = make_pack(packs) / "exercises/own-knee-drop.toml"
    file.write_text(file.read_text().replace('"groin_pinch", "in', '"in', 1))
    in_use(packs)
    listed = client.get("/exercises/").content.decode()
    assert "/exercises/own-knee-drop/" not in listed
    assert "left out" in listed
    assert "class/own-knee-drop.toml:18" in listed
    assert "add groin_pinch" in listed


def test_when_a_pack_is_taken_away_what_was_done_with_it_stays_and_every_page_works(
    client: Client, packs: Path, cleared: DjangoStorage
) -> None:
    make_pack(packs)
    in_use(packs)
    begun = client.post("/session/begin/", {"exercise": "own-knee-drop", "side": "left"})
    player = begun.headers["Location"]
    assert client.get(player).status_code == 200
    in_use(packs / "none")
    assert [one.planned[0].exercise_id for one in cleared.sessions()] == ["own-knee-drop"]
    for page in ("/", "/session/", "/plan/", "/progress/", "/answer/", "/settings/readings/"):
        assert client.get(page, follow=True).status_code == 200, page
    gone = client.get(player)
    assert gone.status_code == 404
    assert "own-knee-drop" in gone.content.decode()
