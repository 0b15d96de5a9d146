"""Point 3: a session, hands-free, with a short dose and the real clock, at both sizes."""

from __future__ import annotations

import re
import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coxa.catalogue import load_catalogue
from coxa.quantities import Side
from coxa.records import Dose, Message, Record, ScreeningAnswers, Session
from coxa.safety import QUESTIONS
from tests.browser.steps import Site

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Request, Route

pytestmark = pytest.mark.browser

WHY = Message(id="session_chosen", params={"exercise": "it"})
STRETCH = "seated-internal-rotation"
LONGEST = max(load_catalogue().exercises.values(), key=lambda exercise: len(exercise.start))
PUSH_MS, PUSHES = 300, 200


def dose(side: Side = Side.LEFT, hold_s: float = 2, sets: int = 1, of: str = STRETCH) -> Dose:
    return Dose(exercise_id=of, side=side, sets=sets, hold_s=hold_s, rest_s=2, reason=WHY)


def keep(home: Path, table: str, record: Record, **columns: str | datetime) -> None:
    """Put a record into the store of the running app, as the app itself would."""
    from coxa.site import models

    name = getattr(models, table)._meta.db_table
    fields = {
        column: value.isoformat(" ") if isinstance(value, datetime) else value
        for column, value in columns.items()
    } | {"data": record.model_dump_json()}
    places = ", ".join("?" * len(fields))
    insert = f"INSERT INTO {name} ({', '.join(fields)}) VALUES ({places})"
    with closing(sqlite3.connect(home / "coxa.sqlite3", timeout=20)) as database, database:
        database.execute(insert, tuple(fields.values()))


class Player:
    """The player with a session of short doses, begun by its one button."""

    fast = True
    """Whether the page's clock is pushed along; the server goes by the player's clock anyway."""

    def __init__(self, site: Site, home: Path) -> None:
        self.site = site
        self.page: Page = site.page
        self.home = home
        self.id = ""
        self.flying: set[Request] = set()
        """Events on their way: the clock waits for their answers, as a person's would."""
        self.page.on("request", lambda request: self.flying.add(request))
        self.page.on("requestfinished", lambda request: self.flying.discard(request))
        self.page.on("requestfailed", lambda request: self.flying.discard(request))

    def open(self, *doses: Dose) -> Player:
        """Keep a session of these doses, as the start page does, and open it."""
        session = Session(id=uuid.uuid4().hex, started_at=datetime.now(UTC), planned=doses)
        keep(self.home, "SessionRow", session, id=session.id, started_at=session.started_at)
        self.id = session.id
        if self.fast:
            self.page.clock.install()
        self.page.goto(f"session/{self.id}/")
        return self

    def begin(self) -> Player:
        self.page.get_by_role("button", name="Begin").click()
        self.until("Get into position")
        return self

    @property
    def word(self) -> Locator:
        return self.page.locator("coxa-player .word")

    def until(self, word: str) -> None:
        """Wait for a phase by its word in the ring."""
        self.wait_for(self.word.filter(has_text=re.compile(f"^{word}$")))

    def wait_for(self, thing: Locator) -> None:
        """Wait until something shows; with ``fast``, the page's clock is pushed along."""
        pushes = PUSHES if self.fast else 0
        while pushes and not thing.is_visible():
            while self.flying:
                self.page.wait_for_timeout(10)
            self.page.clock.run_for(PUSH_MS)
            pushes -= 1
        thing.wait_for()

    def asked(self, question: str) -> None:
        self.wait_for(self.page.get_by_role("heading", name=question))

    def key(self, key: str) -> None:
        self.page.keyboard.press(key)

    def to_the_hold(self) -> None:
        """Skip the explanation; the countdown and the way into the stretch take their time."""
        self.key("n")
        self.until("Get ready")
        self.until("Hold")

    def number(self) -> int:
        return int(self.page.locator("coxa-player .number").inner_text())

    def said(self, words: str) -> None:
        self.wait_for(self.page.locator("coxa-player .caption").filter(has_text=words))

    def kept(self) -> dict[str, object]:
        found: dict[str, object] = self.page.evaluate(
            "id => fetch(`/api/sessions/${id}`).then(answer => answer.json())", self.id
        )
        return found

    def look_over(self) -> None:
        """Accessible, nothing cut off to the side, the count readable from afar."""
        self.site.look_over()


@pytest.fixture
def player(site: Site, home: Path) -> Player:
    """A person who answered every question with no."""
    at = datetime.now(UTC)
    answers = ScreeningAnswers(at=at, answers={question.id: False for question in QUESTIONS})
    keep(home, "ScreeningRow", answers, at=at)
    return Player(site, home)


def test_a_short_session_from_the_first_word_to_the_last(player: Player) -> None:
    """Two sides of one exercise by the clock alone, then pain, effort, and what was done."""
    player.fast = False
    player.open(dose(Side.LEFT), dose(Side.RIGHT))
    player.look_over()
    player.begin()
    player.look_over()
    player.to_the_hold()
    player.look_over()
    player.until("Switch sides")
    player.to_the_hold()
    page = player.page
    player.asked("Did it hurt?")
    player.look_over()
    page.get_by_role("button", name="2", exact=True).click()
    player.asked("How hard was it?")
    player.look_over()
    page.get_by_role("button", name="4", exact=True).click()
    page.get_by_label("Anything to remember?").fill("calm morning")
    page.get_by_role("button", name="Done", exact=True).click()
    page.get_by_role("heading", name="Done").wait_for()
    player.look_over()
    player.site.follow("See what you did")
    text = player.site.text()
    assert player.site.heading() == "Every set done, from the first to the last."
    assert text.count("1 of 1 set") == 2
    assert text.count("held for 2 s") == 2
    assert "calm morning" in text


def test_the_count_is_large_enough_for_three_metres(player: Player) -> None:
    """The number is at least 8 % of the screen's height; the main buttons at least 96 px."""
    player.open(dose(hold_s=20)).begin()
    player.to_the_hold()
    page = player.page
    viewport = page.viewport_size
    assert viewport is not None
    size = page.locator("coxa-player .number").evaluate(
        "one => parseFloat(getComputedStyle(one).fontSize)"
    )
    assert size >= 0.12 * viewport["height"]
    for button in page.locator("coxa-player .controls button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 96
        assert box["y"] + box["height"] <= viewport["height"]


def test_the_longest_set_up_text_leaves_the_buttons_free(player: Player) -> None:
    """The ring gives way; words and buttons do not lie on each other."""
    player.open(dose(of=LONGEST.id)).begin()
    player.said(LONGEST.start)
    parts = [".title", ".ring", ".caption", ".controls"]
    boxes = [player.page.locator(f"coxa-player {part}").bounding_box() for part in parts]
    for upper, lower in pairwise(box for box in boxes if box is not None):
        assert upper["y"] + upper["height"] <= lower["y"]
    ring = boxes[1]
    assert ring is not None
    assert ring["height"] >= 200


@pytest.mark.parametrize("how", ["space", "tap"])
def test_space_or_a_tap_pauses_and_goes_on(player: Player, how: str) -> None:
    """The count stands in a pause; afterwards the rest of the hold is held, not all of it."""
    player.open(dose(hold_s=8)).begin()
    player.to_the_hold()
    player.page.wait_for_timeout(2200)

    def press() -> None:
        if how == "space":
            player.key(" ")
        else:
            player.page.locator("coxa-player .stage").click(position={"x": 5, "y": 5})

    press()
    player.until("Paused")
    player.look_over()
    stood = player.kept()
    player.page.wait_for_timeout(1500)
    assert player.kept() == stood
    press()
    player.until("Get ready")
    player.until("Hold")
    assert 4 <= player.number() <= 6
    player.asked("Did it hurt?")


def test_a_groin_pinch_ends_the_session_at_once(player: Player) -> None:
    """P, the pinch, one score: stopped in plain words, and the set begun is on record."""
    player.open(dose(hold_s=20), dose(Side.RIGHT)).begin()
    player.to_the_hold()
    player.page.wait_for_timeout(1200)
    player.key("p")
    page = player.page
    page.get_by_role("button", name="A pinch at the front").click()
    assert page.get_by_text("That ends the session").is_visible()
    player.look_over()
    page.get_by_role("button", name="3", exact=True).click()
    page.get_by_role("heading", name="Stopped").wait_for()
    assert page.get_by_text("Never push through a pinch").first.is_visible()
    player.look_over()
    player.site.follow("See what you did")
    assert "when your body said so" in player.site.heading()
    page.goto("session/")
    assert page.get_by_role("link", name="Seated turn-in stretch").count() == 0, "it rests a week"


def test_a_reload_goes_on_at_the_set_where_it_stood(player: Player) -> None:
    """The set done before the reload stays done; the one under way waits, paused."""
    player.open(dose(sets=2, hold_s=3)).begin()
    player.to_the_hold()
    player.until("Rest")
    player.until("Hold")
    player.page.reload()
    player.until("Paused")
    assert player.page.get_by_text("Set 2 of 2").is_visible()
    player.look_over()
    player.key(" ")
    player.until("Hold")
    page = player.page
    player.asked("Did it hurt?")
    page.get_by_role("button", name="0, no pain").click()
    player.asked("How hard was it?")
    page.get_by_role("button", name="Done", exact=True).click()
    player.site.follow("See what you did")
    assert "2 of 2 sets" in player.site.text()


def test_a_hidden_page_pauses_itself(player: Player) -> None:
    """As when a call comes in."""
    player.open(dose(hold_s=30)).begin()
    player.to_the_hold()
    player.page.evaluate(
        """() => {
            Object.defineProperty(document, "visibilityState", {value: "hidden"});
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    player.until("Paused")
    player.said("the page was out of sight")


def test_a_lost_connection_pauses_and_loses_nothing(player: Player) -> None:
    """The server cannot be reached at the end of a hold; it is told so, and counts in the end."""
    player.open(dose(sets=2, hold_s=3)).begin()
    player.to_the_hold()
    page, down = player.page, "**/api/sessions/*/events"
    page.route(down, _out_of_reach)
    player.until("Paused")
    player.said("The connection is lost")
    player.look_over()
    page.unroute(down)
    player.said("Tap anywhere to go on")
    player.key(" ")
    player.asked("Did it hurt?")
    done = page.evaluate("id => fetch(`/session/${id}/done/`).then(r => r.text())", player.id)
    assert "2 of 2 sets" in done


def _out_of_reach(route: Route) -> None:
    """Answered as by an overloaded server; a broken line would fill the console by itself."""
    route.fulfill(status=408, body="")


def test_without_a_voice_there_are_captions_and_the_choice_is_remembered(player: Player) -> None:
    """Here the browser has no voices: every word is on the screen; M goes round the sounds."""
    player.open(dose(hold_s=20)).begin()
    page = player.page
    player.said("Left hip")
    player.key("m")
    assert page.locator("coxa-player .sound").inner_text().strip().endswith("Beeps")
    page.reload()
    player.until("Paused")
    assert page.locator("coxa-player .sound").get_attribute("data-sound") == "beeps"


def test_ending_early_is_asked_twice_and_keeps_what_was_done(player: Player) -> None:
    player.open(dose(sets=2)).begin()
    player.to_the_hold()
    player.until("Rest")
    player.key(" ")
    player.until("Paused")
    page = player.page
    page.get_by_role("button", name="End", exact=True).click()
    player.look_over()
    page.get_by_role("button", name="Back", exact=True).click()
    player.until("Paused")
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_role("button", name="End it").click()
    player.site.follow("See what you did")
    assert player.site.heading() == "1 of 2 sets, and each of them counts."


def test_one_exercise_only_can_be_chosen(player: Player) -> None:
    """From the start page, for one side."""
    page = player.page
    player.site.open("session/")
    page.get_by_text("One exercise only").click()
    player.site.look_over()
    form = page.get_by_role("form", name="Clamshell", exact=True)
    form.get_by_label("Side").select_option("right")
    form.get_by_role("button", name="Start Clamshell").click()
    page.get_by_role("heading", name="Clamshell").wait_for()
    assert page.locator("coxa-player .side").inner_text().split() == ["R", "Right"]


def test_the_plan_of_today_is_one_button_away(player: Player) -> None:
    """After a first reading the session can begin, and an open one is offered again."""
    player.site.type_in(left_internal=32, right_internal=18)
    player.site.open("session/")
    player.page.get_by_role("button", name=re.compile("Begin all the same|Start")).first.click()
    player.look_over()
    player.begin()
    player.key(" ")
    player.until("Paused")
    player.site.open("session/")
    assert "A session stands open" in player.site.text()
    player.site.follow("Go on where it stood")
    player.until("Paused")


def test_nobody_starts_who_has_not_answered(site: Site) -> None:
    """The start page leads to the questions first; the API refuses."""
    site.page.goto("session/")
    assert "/questions/" in site.page.url
