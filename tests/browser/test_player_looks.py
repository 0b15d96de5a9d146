"""The player as it is seen and reached: from three metres, in the dark, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.browser.looks import (
    SIZES,
    Target,
    contrasts,
    digits_px,
    moving,
    tab_stops,
    targets,
)
from tests.browser.test_session import Player, dose
from tests.browser.test_session import player as player

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("page", ["laptop"], indirect=True),
]

COUNT_SHARE = 0.08
CONTRAST = 7.0
TARGET_PX = 96
NIGHT = "rgb(17, 16, 14)"
RING_PX = 3


def waiting(player: Player) -> None:
    player.open(dose(hold_s=30))


def intro(player: Player) -> None:
    waiting(player)
    player.begin()


def hold(player: Player) -> None:
    intro(player)
    player.to_the_hold()


def rest(player: Player) -> None:
    player.open(dose(hold_s=1, sets=2)).begin()
    player.to_the_hold()
    player.until("Rest")


def paused(player: Player) -> None:
    hold(player)
    player.key(" ")
    player.until("Paused")


def voice(player: Player) -> None:
    paused(player)
    player.key("v")
    player.page.locator("coxa-voice-form").wait_for()


def pain(player: Player) -> None:
    hold(player)
    player.key("p")
    player.page.get_by_role("button", name="A pinch at the front").click()


def effort(player: Player) -> None:
    player.open(dose(hold_s=1)).begin()
    player.to_the_hold()
    player.asked("Did it hurt?")
    player.page.get_by_role("button", name="0, no pain").click()
    player.asked("How hard was it?")


Reach = Callable[[Player], None]
FORMS: tuple[Reach, ...] = (waiting, voice, pain, effort)
LED: tuple[Reach, ...] = (intro, hold, rest, paused)
"""While it is led, nobody sits at the screen."""


def named(reach: Reach) -> str:
    return reach.__name__


@pytest.mark.parametrize("reach", FORMS, ids=named)
def test_a_form_is_dark_stands_out_and_goes_by_keyboard(player: Player, reach: Reach) -> None:
    """Whatever the system prefers: dark, 7:1, nothing cut off at three sizes, focus ringed."""
    player.page.emulate_media(color_scheme="light")
    reach(player)
    assert unreached(player.page) == []
    assert at_every_size(player.page, hard_to_read) == []


@pytest.mark.parametrize("reach", LED, ids=named)
def test_a_led_session_is_read_and_hit_from_the_floor(player: Player, reach: Reach) -> None:
    """The same; and every button is 96 px at least, on the screen, on no other."""
    player.page.emulate_media(color_scheme="light")
    reach(player)
    assert at_every_size(player.page, hard_to_read) == []
    assert at_every_size(player.page, hard_to_hit) == []
    assert unreached(player.page) == []


def test_the_count_is_read_from_three_metres_and_nothing_moves(player: Player) -> None:
    """The digits themselves are 8 % of the height; the ring goes in steps without motion."""
    hold(player)
    page = player.page
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        share = digits_px(page) / height
        assert share >= COUNT_SHARE, f"{share:.3f} at {width}x{height}"
    assert moving(page) == []
    passed = page.locator("coxa-player .ring").first.evaluate(
        "ring => Number(ring.style.getPropertyValue('--passed')) * 20"
    )
    assert passed == pytest.approx(round(passed))
    page.emulate_media(reduced_motion="no-preference")
    assert moving(page), "the measure would see a transition where there is one"


def at_every_size(page: Page, wrong: Callable[[Page, int, int], list[str]]) -> list[str]:
    """What is wrong at a phone's, a tablet's and a laptop's size."""
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}x{height}: {what}" for what in wrong(page, width, height)]
    return found


def hard_to_read(page: Page, width: int, height: int) -> list[str]:
    ground = page.locator("coxa-player").evaluate("one => getComputedStyle(one).backgroundColor")
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [
        *(["not dark"] if ground != NIGHT else []),
        *([f"{wide} px wide"] if wide > width else []),
        *(
            f"contrast {one['ratio']:.1f} of “{one['text']}”"
            for one in contrasts(page)
            if one["ratio"] < CONTRAST
        ),
        *(
            f"“{one['name']}” is cut off at the side"
            for one in targets(page)
            if one["left"] < 0 or one["right"] > width
        ),
    ]


def hard_to_hit(page: Page, width: int, height: int) -> list[str]:
    found = targets(page)
    assert len(found) >= 4
    return [
        *(f"nameless {one['kind']}" for one in found if not one["name"]),
        *(
            f"“{one['name']}” is {one['width']:.0f}x{one['height']:.0f} px"
            for one in found
            if min(one["width"], one["height"]) < TARGET_PX
        ),
        *(
            f"“{one['name']}” is off the screen"
            for one in found
            if one["top"] < 0 or one["bottom"] > height
        ),
        *(f"“{a['name']}” lies on “{b['name']}”" for a, b in combinations(found, 2) if _meet(a, b)),
    ]


def _meet(one: Target, other: Target) -> bool:
    beside = one["right"] <= other["left"] or other["right"] <= one["left"]
    above = one["bottom"] <= other["top"] or other["bottom"] <= one["top"]
    return not beside and not above


def unreached(page: Page) -> list[str]:
    """Buttons that Tab never comes to, and what shows no ring when it has the focus."""
    stops = tab_stops(page)
    reached = {stop["name"] for stop in stops}
    return [
        *(f"no ring: “{stop['name']}”" for stop in stops if stop["ring_px"] < RING_PX),
        *(f"no way to “{one['name']}”" for one in targets(page) if one["name"] not in reached),
    ]


def test_a_whole_session_by_keyboard_alone(player: Player) -> None:
    """Begin, pause, voice, pain and its form, effort: no pointer, no touch."""
    player.open(dose(hold_s=3))
    page = player.page
    press(page, "Begin")
    player.until("Get into position")
    player.to_the_hold()
    player.key(" ")
    player.until("Paused")
    player.key("v")
    page.get_by_role("radio", name="A voice").press("ArrowDown")
    assert page.get_by_role("radio", name="My screen reader").is_checked()
    player.key("Escape")
    player.key(" ")
    player.until("Hold")
    player.key("p")
    press(page, "1")
    player.until("Paused")
    player.key(" ")
    player.until("Hold")
    player.asked("Did it hurt?")
    press(page, "0, no pain")
    player.asked("How hard was it?")
    press(page, "3")
    press(page, "Done")
    page.get_by_role("link", name="See what you did").press("Enter")
    page.wait_for_url("**/done/")


def press(page: Page, name: str) -> None:
    """Tab to a button by its name and press it."""
    for _ in range(30):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => {
              let one = document.activeElement;
              while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
              return one?.getAttribute("aria-label") ?? one?.innerText?.trim() ?? "";
            }"""
        )
        if at == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab never came to “{name}”")
