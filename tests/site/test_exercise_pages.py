"""The exercises: found by words and boxes without a script, told in full, taken away."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client
from django.utils.html import escape

from coxa.app.screening import clearance
from coxa.catalogue import Exercise, load_catalogue, load_shipped
from coxa.records import ScreeningAnswers
from coxa.safety import QUESTIONS
from coxa.site import stills
from coxa.site.pages.exercise_search import Search, minutes_both_sides
from coxa.site.stills import still_name
from coxa.site.storage import DjangoStorage
from coxa.wording import say

EXERCISES = load_catalogue().exercises
SHEET = re.compile(rb"/Type /Page\b")


def shown(web: Client, query: str) -> set[str]:
    text = web.get(f"/exercises/?{query}").content.decode()
    return set(re.findall(r'<h3><a href="/exercises/([\w-]+)/"', text))


def test_without_a_search_all_are_shown(web: Client) -> None:
    assert shown(web, "") == set(EXERCISES)


def test_words_are_looked_for_whatever_their_case_and_accents(web: Client) -> None:
    assert "clamshell" in shown(web, "q=CLAMshell")
    assert "clamshell" in shown(web, "q=cl%C3%A0mshell")
    both = shown(web, "q=band+ankle")
    assert both
    assert both <= shown(web, "q=band") & shown(web, "q=ankle")


@pytest.mark.parametrize(
    "query",
    ["turns=in", "turns=out", "kind=stretch", "place=chair", "needs=band", "needs=nothing",
     "minutes=5"],
)  # fmt: skip
def test_a_box_leaves_some_and_closes_some(web: Client, query: str) -> None:
    found = shown(web, query)
    assert set() < found < set(EXERCISES)


def test_boxes_hold_together(web: Client) -> None:
    found = shown(web, "turns=in&kind=stretch&minutes=5")
    assert found
    for name in found:
        one = EXERCISES[name]
        assert one.aim.turns_in
        assert one.kind.value == "stretch"
        assert minutes_both_sides(one) <= 5


def test_what_nobody_knows_leaves_the_box_open_or_finds_nothing_but_never_fails(
    web: Client,
) -> None:
    assert shown(web, "minutes=soon") == set(EXERCISES)
    assert shown(web, "place=moon") == set()
    assert "Leave one of the boxes open" in web.get("/exercises/?q=zzz").content.decode()


def test_a_search_keeps_its_boxes() -> None:
    boxes = Search.of(QueryDict("place=chair")).boxes(EXERCISES.values())
    chosen = {box.name: one.value for box in boxes for one in box.choices if one.chosen}
    assert chosen["place"] == "chair"
    assert chosen["kind"] == ""


def test_closed_exercises_are_marked_with_why(web: Client, storage: DjangoStorage) -> None:
    answers = {question.id: question.id == "knee_injury" for question in QUESTIONS}
    storage.add_screening(ScreeningAnswers(at=datetime.now(UTC), answers=answers))
    closed = clearance(storage, datetime.now(UTC)).exercises_closed
    assert set() < set(closed) < set(EXERCISES)
    cards = web.get("/exercises/").content.decode().split("<h3>")[1:]
    marked = {
        name
        for card in cards
        for name in re.findall(r'^<a href="/exercises/([\w-]+)/"', card)
        if escape(say(closed[name]) if name in closed else "\0") in card
    }
    assert marked == set(closed)
    one = next(iter(closed))
    assert escape(say(closed[one])) in web.get(f"/exercises/{one}/").content.decode()


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda one: one.id)
def test_a_page_tells_everything(web: Client, exercise: Exercise) -> None:
    text = web.get(f"/exercises/{exercise.id}/").content.decode()
    told = [
        exercise.start, *exercise.steps, exercise.breathing, exercise.feel, exercise.feel_not,
        exercise.effect.words, exercise.target, *exercise.names,
        f"Never more than {exercise.dose.ceilings.sets} sets, ",
        *(fault.cue for fault in exercise.faults),
        *(thing.check for thing in exercise.equipment),
        *(way.words for way in (*exercise.easier, *exercise.harder)),
        *(one.correction for one in exercise.corrections),
    ]  # fmt: skip
    assert [words for words in told if escape(words) not in text] == []
    assert "Stop at:" in text
    for source in exercise.sources:
        assert f'id="source-{source}"' in text


def test_the_sheet_of_an_exercise_can_be_printed_and_fetched(web: Client) -> None:
    page = web.get("/exercises/clamshell/handout/")
    assert page.status_code == 200
    assert "<svg" in page.content.decode()
    pdf = web.get("/exercises/clamshell/handout.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert 'filename="coxa-clamshell.pdf"' in pdf.headers["Content-Disposition"]
    assert pdf.content.startswith(b"%PDF-")


def test_the_sheet_of_a_plan_can_be_printed_and_fetched(
    web: Client, cleared: DjangoStorage
) -> None:
    assert web.get("/plan/handout/").status_code == 200
    assert web.get("/plan/handout.pdf").content.startswith(b"%PDF-")


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_sheet_is_one_page_in_every_language(
    web: Client, cleared: DjangoStorage, language: str
) -> None:
    web.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    addresses = ["/plan/handout.pdf", *(f"/exercises/{name}/handout.pdf" for name in EXERCISES)]
    pages = {one: len(SHEET.findall(web.get(one).content)) for one in addresses}
    assert {one: count for one, count in pages.items() if count != 1} == {}
    told = web.get("/exercises/clamshell/handout/").content.decode()
    assert ("Stop at once at" in told) == (language == "en")


def test_the_build_drew_every_picture_that_pages_and_sheets_ask_for() -> None:
    wanted = [(one, pose) for one in load_shipped().exercises.values() for pose in one.key_poses]
    missing = [f"{one.id}: {pose.id}" for one, pose in wanted if not still_name(one, pose)]
    assert missing == []


def test_every_fault_of_posture_is_shown_beside_the_right_way(web: Client) -> None:
    for one in load_shipped().exercises.values():
        page = web.get(f"/exercises/{one.id}/").content.decode()
        drawn = set(re.findall(rf"stills/{one.id}-fault-([\w-]+)-(?:front|side|above)\.", page))
        of_posture = {fault.id for fault in one.faults if fault.change}
        assert drawn == of_posture, one.id
        assert page.count("Not like this") == len(of_posture)


def test_without_pictures_pages_and_sheets_do_without(
    web: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(stills, "STATIC", tmp_path)
    for address in ("/exercises/", "/exercises/clamshell/", "/exercises/clamshell/handout/"):
        assert "stills/" not in web.get(address).content.decode()
    assert len(SHEET.findall(web.get("/exercises/clamshell/handout.pdf").content)) == 1


def test_no_sheet_of_an_exercise_that_is_not_there(web: Client) -> None:
    assert web.get("/exercises/handstand/handout.pdf").status_code == 404
