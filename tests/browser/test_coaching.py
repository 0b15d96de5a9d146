"""The player with the camera: from a film's pixels to what counts and is said; what may fail."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coxa.capture import FRAME
from tests.browser.coaching import EXERCISE, SIDE, Coaching, coached, dose, film_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

CUES = {"at-end": "Hold", "fault": "Heels together", "mended": "That is it"}
"""What is said of what is seen in the film."""
MOST_DELAY_S = 0.5
"""From the moment the page hears what was seen to the words about it."""


@pytest.fixture(scope="module")
def coaching(
    browser: Browser, chromium: Path, tmp_path_factory: pytest.TempPathFactory, axe_script: str
) -> Iterator[Coaching]:
    """One browser for the whole module, since starting one with its camera takes a while."""
    folder = tmp_path_factory.mktemp("coaching")
    film = film_of(Path(__file__).parent.parent / "clips", folder)
    kind = browser.browser_type
    with coached(kind, chromium, film, folder / "home", "laptop", axe_script) as visit:
        yield visit
        assert not visit.wrong


def test_from_pixels_to_counted_repetitions_and_spoken_cues(coaching: Coaching) -> None:
    """The film does one right, one with a fault, half a one, over and over: two are counted."""
    page = coaching.page
    binary: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framesent", lambda sent: binary.append(len(sent)) if isinstance(sent, bytes) else None
        ),
    )
    coaching.open(dose(reps=2))
    coaching.site.look_over()
    coaching.choose_the_camera()
    page.get_by_role("button", name="Begin").click()
    page.locator("coxa-player .set-up").wait_for()
    coaching.wait_until(lambda: coaching.screen()["watched"])
    coaching.wait_for("ask-pain", 120)
    whats = [one["what"] for one in coaching.seen()]
    assert whats.count("at-end") >= 2
    reactions_s = [
        delay_s for what, words in CUES.items() for delay_s in coaching.reactions_s(what, words)
    ]
    assert reactions_s, (coaching.captions(), coaching.seen())
    assert min(reactions_s) <= MOST_DELAY_S, reactions_s
    # Landmarks alone left the page: whole frames of numbers, and nothing else.
    assert binary
    assert all(size % FRAME.itemsize == 0 for size in binary)
    page.get_by_role("button", name="0, no pain").click()
    page.get_by_role("button", name="Done", exact=True).click()
    page.get_by_role("heading", name="Done").wait_for()
    (done,) = _done_sets(coaching)
    assert (done["exercise_id"], done["side"]) == (EXERCISE, SIDE.value)
    assert (done["watched"], done["reps_done"]) == (True, 2)


def test_a_reload_keeps_the_choice_and_a_hidden_page_lets_go_of_the_camera(
    coaching: Coaching,
) -> None:
    page = coaching.page
    coaching.open(dose(reps=3))
    button = page.get_by_role("button", name="The camera", exact=True)
    assert button.get_attribute("aria-pressed") == "true", "remembered on this device"
    page.keyboard.press("Space")
    coaching.wait_until(lambda: coaching.screen()["camera"])
    page.reload()
    page.locator("coxa-player .word", has_text="Paused").wait_for()
    assert not coaching.camera_runs(), "asked for only on a tap or a key"
    page.keyboard.press("Space")
    coaching.wait_until(coaching.camera_runs)
    coaching.wait_until(lambda: bool(coaching.seen()))
    coaching.show(visible=False)
    coaching.wait_until(lambda: coaching.screen()["paused"] == "hidden")
    assert not coaching.camera_runs()
    coaching.show(visible=True)
    coaching.wait_until(coaching.camera_runs)
    page.locator("coxa-player .word", has_text="Paused").wait_for()


def test_a_broken_line_comes_back_by_itself_and_a_lost_camera_leaves_the_clock(
    coaching: Coaching,
) -> None:
    page = coaching.page
    coaching.open(dose(reps=6))
    coaching.choose_the_camera()
    page.get_by_role("button", name="Begin").click()
    coaching.wait_until(lambda: coaching.screen()["camera"])
    page.evaluate("window.sockets.at(-1).close()")
    coaching.wait_until(lambda: page.evaluate("window.sockets.length") == 2)
    coaching.wait_until(lambda: coaching.screen()["watched"])
    page.evaluate(
        """() => {
            const video = document.querySelector("coxa-player").shadowRoot.querySelector("video");
            video.srcObject.getVideoTracks()[0].dispatchEvent(new Event("ended"));
        }"""
    )
    coaching.wait_until(lambda: coaching.said("The camera is off. I go on by the clock."))
    screen = coaching.screen()
    assert (screen["camera"], screen["watched"]) == (False, False)
    coaching.wait_for("hold")
    page.keyboard.press("Space")
    assert page.get_by_text("The camera is gone").is_visible()
    coaching.site.look_over()


def test_whoever_refuses_the_camera_is_led_by_the_clock(
    browser: Browser, chromium: Path, tmp_path: Path
) -> None:
    """By keyboard alone."""
    with coached(browser.browser_type, chromium, None, tmp_path / "home", "phone") as visit:
        page = visit.page
        visit.open(dose(reps=1, hold_s=1))
        page.get_by_role("button", name="The camera", exact=True).focus()
        page.keyboard.press("Enter")
        page.get_by_text("The camera was refused.").wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        visit.wait_for("intro")
        page.keyboard.press("n")
        visit.wait_for("ask-pain")
        assert not visit.screen()["camera"]
        assert not visit.wrong


def _done_sets(coaching: Coaching) -> list[dict[str, object]]:
    with closing(sqlite3.connect(coaching.home / "coxa.sqlite3")) as records:
        found = records.execute(
            "select data from coxa_sessionrow where id = ?", (coaching.id,)
        ).fetchone()
    done: list[dict[str, object]] = json.loads(found[0])["done"]
    return done
