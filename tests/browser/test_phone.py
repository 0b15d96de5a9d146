"""A phone on the shin, in a real browser with sensors that tell what a shin does, over HTTPS."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coxa.app.phone_script import phone_script
from coxa.assessment import assess_phone
from coxa.capture import read_orientation_csv
from coxa.quantities import Direction, Side, Test
from coxa.wording import say
from tests.browser.conftest import _served, _watch
from tests.browser.phone import QUICK, VOICE, Shin, said
from tests.browser.steps import Site
from tests.synthetic_phone import Leg, Strap

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

# Two legs last as long as they last, and a busy machine looks the pages over slowly.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
LYING: ViewportSize = {"width": 844, "height": 390}
NEAR_DEG = 2.5


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app, in a hurry, for all tests here."""
    with _served(tmp_path_factory.mktemp("phone"), QUICK) as address:
        yield address


class Room:
    """A laptop and the phones in its network."""

    def __init__(self, browser: Browser, address: str, axe_script: str, close: ExitStack) -> None:
        self.browser = browser
        self.axe_script = axe_script
        self.close = close
        self.wrong: list[str] = []
        self.expected: str | None = None
        context = browser.new_context(
            viewport=LAPTOP,
            base_url=address,
            reduced_motion="reduce",
        )
        close.callback(context.close)
        self.laptop = context.new_page()
        self.laptop.set_default_timeout(30_000)
        self.site = Site(self.laptop, axe_script)
        self.watch(self.laptop, address)

    def watch(self, page: Page, address: str) -> None:
        found = _watch(page, address)
        self.close.callback(lambda: self.wrong.extend(found))

    def invite(self, side: str = "Left", test: str = "Sitting") -> tuple[str, str]:
        """Ask for a phone on the laptop: the address and the code that it shows."""
        self.site.delete_everything()
        self.site.clear()
        self.site.open("measure/")
        self.laptop.get_by_role("link", name="With a phone on your shin").click()
        self.site.look_over()
        self.laptop.get_by_role("radio", name=test).check()
        self.laptop.get_by_role("radio", name=side, exact=True).check()
        self.laptop.get_by_role("radio", name="No", exact=True).check()
        self.site.press("Use a phone")
        address = re.search(r"https://\S+/", self.site.text())
        assert address
        return address[0], self.laptop.locator(".code").inner_text()

    def phone(self, address: str) -> Page:
        """Another phone, whose person has gone past the warning."""
        context = self.browser.new_context(
            viewport=PHONE, ignore_https_errors=True, has_touch=True, accept_downloads=True,
            is_mobile=True,
        )  # fmt: skip
        self.close.callback(context.close)
        page = context.new_page()
        page.set_default_timeout(30_000)
        self.watch(page, address)
        return page

    def look_over(self, page: Page) -> None:
        Site(page, self.axe_script).look_over()

    def shows(self, text: str) -> None:
        """The laptop comes to show this."""
        self.laptop.get_by_text(text).first.wait_for()
        self.site.look_over()


@pytest.fixture
def room(browser: Browser, app: str, axe_script: str) -> Iterator[Room]:
    with ExitStack() as close:
        opened = Room(browser, app, axe_script, close)
        yield opened
    wrong = [one for one in opened.wrong if opened.expected is None or opened.expected not in one]
    assert wrong == []


def stage(page: Page, name: str) -> None:
    """The phone's page comes to this screen."""
    page.locator(f'[data-stage="{name}"]').wait_for()


def allow(page: Page) -> None:
    page.get_by_role("button", name="Let this page feel the phone move").click()


def begin(page: Page, side: str) -> None:
    page.get_by_role("button", name=f"Start: {side} hip").click()


def degrees(told: str) -> list[int]:
    """Readings in a text, without their errors and repeats."""
    return [int(number) for number in re.findall(r"(\d+)° \(give or take", told)]


def told(page: Page) -> list[int]:
    """What the phone says of the leg; its reason where it could not read it."""
    shown = page.locator(".plain").inner_text()
    assert degrees(shown), shown
    return degrees(shown)


def test_both_legs_from_the_square_to_kept_readings(room: Room, tmp_path: Path) -> None:
    address, code = room.invite()
    assert room.laptop.locator(".square svg").is_visible()
    assert room.laptop.locator(".fingerprint").text_content().count(":") == 31  # type: ignore[union-attr]
    page = room.phone(address)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    assert page.url == address, "the code is gone from the address"
    room.look_over(page)
    room.shows("Your phone is here")

    shin = Shin(page, Leg(Test.SEATED, Side.LEFT), Strap(round_deg=15, tilt_deg=4))
    allow(page)
    shin.do(until="ready")
    room.look_over(page)
    room.shows("Ready when you are")
    begin(page, "Left")
    shin.do(until="result")
    room.look_over(page)
    assert told(page) == pytest.approx([33, 41], abs=NEAR_DEG)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the recording").click()
    saving.value.save_as(tmp_path / "left.csv")
    room.shows("That leg is read")

    shin.strap_to(
        Leg(Test.SEATED, Side.RIGHT), Strap(top_down=True, tilt_deg=-5),
        internal_deg=27.0, external_deg=-36.0,
    )  # fmt: skip
    page.get_by_role("button", name="Now the other leg: Right").click()
    stage(page, "ready")
    begin(page, "Right")
    shin.do(until="hold")
    page.set_viewport_size(LYING)
    shin.do(until="back")
    page.set_viewport_size(PHONE)
    shin.do(until="result")
    page.get_by_role("button", name="That is all").click()
    stage(page, "over")
    room.look_over(page)

    room.laptop.get_by_role("heading", name="Your reading").wait_for()
    room.site.look_over()
    assert "Sitting, phone on the shin" in room.site.text()
    read = [int(text.rstrip("°")) for text in room.laptop.locator(".figure").all_inner_texts()]
    assert read == pytest.approx([33, 41, 27, 36], abs=NEAR_DEG)
    room.site.press("Keep this reading")
    room.site.open("progress/")
    assert degrees(room.site.text()) == pytest.approx([33, 41, 27, 36], abs=NEAR_DEG)

    again = assess_phone(
        read_orientation_csv(tmp_path / "left.csv"), Test.SEATED, Side.LEFT,
        first_asked=Direction.INTERNAL,
    )  # fmt: skip
    assert [round(abs(r.value_deg or 0)) for r in again.accepted] == read[:2]


def test_lying_on_the_back_it_is_the_gyroscope_that_tells(room: Room) -> None:
    address, code = room.invite(side="Right", test="Lying on the back, knee up")
    page = room.phone(address)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    shin = Shin(page, Leg(Test.SUPINE_90_90, Side.RIGHT), internal_deg=30.0, external_deg=-38.0)
    allow(page)
    shin.do(until="ready")
    room.shows("Ready when you are")
    room.laptop.get_by_role("button", name="Start: right leg").click()
    shin.do(until="hold")
    shin.do(until="result")
    assert told(page) == pytest.approx([30, 38], abs=NEAR_DEG)
    room.laptop.get_by_role("button", name="That is all").click()
    room.laptop.get_by_role("heading", name="Your reading").wait_for()
    room.site.look_over()


def test_a_lost_network_stops_nobody_and_loses_nothing(room: Room) -> None:
    address, code = room.invite()
    page = room.phone(address)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    shin = Shin(page, Leg(Test.SEATED, Side.LEFT))
    allow(page)
    shin.do(until="ready")
    begin(page, "Left")
    shin.do(until="hold")
    page.context.set_offline(True)
    shin.do(until="back")
    shin.do(until="hold")
    room.shows("The phone is out of reach")
    shin.do(until="sending")
    page.get_by_text("The laptop is out of reach").wait_for()
    room.look_over(page)
    assert page.get_by_role("button", name="Save the recording").is_visible()
    page.context.set_offline(False)
    stage(page, "result")
    assert told(page) == pytest.approx([33, 41], abs=NEAR_DEG)
    # What the browser itself notes of a request that reached nobody is no fault of the page.
    room.expected = "ERR_INTERNET_DISCONNECTED"


def test_the_laptop_speaks_and_the_phone_only_while_nobody_is_reached(room: Room) -> None:
    room.laptop.add_init_script(VOICE)
    address, code = room.invite()
    page = room.phone(address)
    page.add_init_script(VOICE)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    room.shows("Who tells you what to do?")
    laptop = room.laptop.get_by_role("button", name="This laptop", exact=True)
    laptop.click()
    room.laptop.locator("#press-speak-laptop[aria-pressed=true]").wait_for()
    assert said(room.laptop) == ["This laptop tells you what to do."], "so loud it will be"
    shin = Shin(page, Leg(Test.SEATED, Side.LEFT))
    allow(page)
    shin.do(until="ready")
    room.site.look_over()
    page.get_by_text("The laptop tells you what to do").wait_for()
    room.look_over(page)
    begin(page, "Left")
    shin.do(until="hold")
    shin.do(until="back")
    assert room.laptop.locator("h1.cue").is_visible()
    room.site.look_over()
    assert said(page) == []
    page.get_by_text("Slowly back").first.wait_for()
    waited_until_s = time.monotonic() + 3
    while "And back." not in said(room.laptop) and time.monotonic() < waited_until_s:
        room.laptop.wait_for_timeout(20)
    by_laptop = said(room.laptop)[1:]
    assert "keep still" in " ".join(by_laptop[:2]).lower()
    assert any("Hold" in text for text in by_laptop)
    assert len(by_laptop) == len(set(by_laptop)), "each step once"

    page.context.set_offline(True)
    before = len(said(room.laptop))
    shin.do(until="hold")
    shin.do(until="back")
    assert any("Hold" in text for text in said(page)), "the phone has taken over"
    assert len(said(room.laptop)) == before
    page.context.set_offline(False)
    room.laptop.get_by_text("The phone is out of reach").wait_for(state="detached")
    shin.do(until="result")
    assert told(page) == pytest.approx([33, 41], abs=NEAR_DEG)
    assert len(said(room.laptop)) > before, "the laptop speaks again"
    asked = Counter(say(step.say) for step in phone_script(Test.SEATED, Side.LEFT) if step.say)
    heard = Counter(said(page) + said(room.laptop)[1:])
    assert heard <= asked, "nothing is said by both"
    assert (asked - heard).total() <= 2, "where a busy machine was late, it is shown only"
    room.expected = "ERR_INTERNET_DISCONNECTED"


def test_a_stranger_with_a_wrong_code_and_a_second_phone_are_not_let_in(room: Room) -> None:
    address, code = room.invite()
    stranger = room.phone(address)
    stranger.goto(address)
    room.look_over(stranger)
    stranger.get_by_label("Code").fill("WXYZ-2345")
    stranger.get_by_role("button", name="Go on").click()
    stranger.get_by_text("That is not the code").wait_for()
    room.look_over(stranger)
    own = room.phone(address)
    own.goto(address)
    own.get_by_label("Code").fill(code.lower())
    own.get_by_role("button", name="Go on").click()
    stage(own, "prepare")
    stranger.get_by_label("Code").fill(code)
    stranger.get_by_role("button", name="Go on").click()
    stranger.get_by_text("Another phone is measuring already").wait_for()
    room.shows("Another phone wanted to join and was not let in")
    stage(own, "prepare")


def test_sensors_that_tell_nothing_are_said_to_do_so(room: Room) -> None:
    """Without sensors a browser fires each event once, with nulls."""
    address, code = room.invite()
    page = room.phone(address)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    allow(page)
    stage(page, "blind")
    room.look_over(page)
    room.shows("The phone does not tell how it moves")


def test_a_page_loaded_again_half_way_begins_the_leg_anew(room: Room) -> None:
    address, code = room.invite()
    page = room.phone(address)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    shin = Shin(page, Leg(Test.SEATED, Side.LEFT))
    allow(page)
    shin.do(until="ready")
    begin(page, "Left")
    shin.do(until="hold")
    page.reload()
    stage(page, "prepare")
    page.get_by_text("this leg begins anew").wait_for()
    assert page.get_by_role("button", name="Save the recording").is_visible()
    allow(page)
    shin.do(until="ready")
    begin(page, "Left")
    shin.do(until="result")
    assert told(page) == pytest.approx([33, 41], abs=NEAR_DEG)


@pytest.mark.parametrize("on_the_phone", [True, False], ids=["phone", "laptop"])
def test_a_pinch_stops_both_and_keeps_nothing(room: Room, on_the_phone: bool) -> None:
    address, code = room.invite()
    page = room.phone(address)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    shin = Shin(page, Leg(Test.SEATED, Side.LEFT))
    allow(page)
    shin.do(until="ready")
    begin(page, "Left")
    shin.do(until="go")
    room.look_over(page)
    if on_the_phone:
        page.get_by_role("button", name="It pinches").click()
    else:
        room.laptop.get_by_role("button", name="It pinches in my groin").click()
    stage(page, "over")
    assert "Stop" in page.get_by_role("heading").inner_text()
    room.look_over(page)
    room.laptop.get_by_role("heading", name="Stop – the test is over for today").wait_for()
    room.site.look_over()
    room.site.open("progress/")
    assert degrees(room.site.text()) == []


def test_the_laptop_can_end_it_and_the_phone_is_told(room: Room) -> None:
    address, code = room.invite()
    page = room.phone(address)
    page.goto(f"{address}#{code}")
    stage(page, "prepare")
    room.shows("Your phone is here")
    room.laptop.get_by_role("button", name="End without keeping anything").click()
    stage(page, "over")
    page.get_by_text("The test was ended on the laptop").wait_for()
    room.laptop.get_by_role("link", name="Use a phone").wait_for()
    room.site.look_over()
