"""The voice: chosen, tried out, kept by the browser, used in a session; never one from outside."""

from __future__ import annotations

import re

import pytest

from tests.browser.steps import Site
from tests.browser.test_session import Player, dose
from tests.browser.test_session import player as player
from tests.browser.voices import give_voices, told

pytestmark = pytest.mark.browser

LAPTOP = pytest.mark.parametrize("page", ["laptop"], indirect=True)
TRIED = "Ease into the stretch. Hold. 30 seconds."


def test_a_voice_is_chosen_tried_and_kept(site: Site) -> None:
    """Voice, rate and loudness are heard in the trial, and are still there after a reload."""
    page = site.page
    give_voices(page)
    site.open("settings/")
    site.follow("Voice and sound")
    listed = page.get_by_label("Voice", exact=True).locator("option").all_inner_texts()
    assert listed == ["Samantha", "Daniel", "Anna"], "those of this device, English first"
    page.get_by_label("Voice", exact=True).select_option("Daniel")
    page.get_by_label("How fast").fill("1.2")
    page.get_by_label("How loud").fill("0.5")
    site.press("Try it")
    said = told(page)
    assert [one["text"] for one in said] == [TRIED]
    assert said[0] | {"at_ms": 0} == {
        "text": TRIED,
        "voice": "Daniel",
        "lang": "en-GB",
        "rate": 1.2,
        "volume": 0.5,
        "at_ms": 0,
    }
    page.reload()
    assert page.get_by_label("Voice", exact=True).input_value() == "urn:Daniel"
    assert page.get_by_label("How fast").get_attribute("aria-valuetext") == "20 % faster"
    assert page.get_by_label("How loud").get_attribute("aria-valuetext") == "50 %"


def test_without_a_voice_it_says_so_and_goes_on_with_tones(site: Site) -> None:
    """As here, where the browser has none: what is heard instead, and how to get one."""
    site.open("settings/voice/")
    page = site.page
    assert page.get_by_text("This browser has no voice on this device").is_visible()
    assert page.get_by_label("How fast").count() == 0
    site.press("Try it")
    assert page.locator(".said").inner_text() == TRIED
    assert page.get_by_text("You heard a tone").is_visible()
    page.get_by_role("radio", name="My screen reader").check()
    site.press("Try it")
    assert page.locator("coxa-voice-form [aria-live=assertive]").inner_text().strip() == TRIED


@LAPTOP
def test_the_chosen_voice_leads_the_session_and_no_screen_reader_repeats_it(
    player: Player,
) -> None:
    """What is said aloud stays out of the live regions; with a screen reader it is the reverse."""
    page = player.page
    give_voices(page)
    page.goto("settings/voice/")
    page.get_by_label("Voice", exact=True).select_option("Daniel")
    player.open(dose(hold_s=20)).begin()
    player.said("Left hip")
    assert {one["voice"] for one in told(page)} == {"Daniel"}
    assert "Left hip" in str(told(page)[0]["text"])
    status, alert = (page.locator(f"coxa-player > [role={role}]") for role in ("status", "alert"))
    assert status.inner_text() + alert.inner_text() == ""
    player.to_the_hold()
    player.key("v")
    page.get_by_role("radio", name="My screen reader").check()
    player.site.look_over()
    page.keyboard.press("Escape")
    before = len(told(page))
    player.key(" ")
    player.said("Back into position")
    page.wait_for_function("status => status.innerText !== ''", arg=status.element_handle())
    assert "Back into position" in status.inner_text() + alert.inner_text()
    assert len(told(page)) == before, "the page's own voice is quiet"


@LAPTOP
def test_the_voice_is_changed_in_a_pause_and_the_way_back_is_where_one_left(
    player: Player,
) -> None:
    """The sound button of a session that stands opens everything; after Done, space goes on."""
    player.open(dose(hold_s=20)).begin()
    player.to_the_hold()
    player.key(" ")
    player.until("Paused")
    page = player.page
    page.locator("coxa-player .sound").click()
    page.get_by_role("radio", name="Nothing to hear").check()
    page.get_by_role("button", name="Done", exact=True).click()
    assert page.locator("coxa-player .sound").get_attribute("data-sound") == "silent"
    player.until("Paused")
    player.key(" ")
    player.until("Get ready")


@LAPTOP
def test_whoever_dictates_can_switch_single_keys_off(player: Player) -> None:
    """A spoken "pain" must not press P; every button stays."""
    player.open(dose(hold_s=20))
    page = player.page
    page.locator("coxa-player .sound").click()
    page.get_by_role("checkbox", name=re.compile("Single keys")).uncheck()
    page.get_by_role("button", name="Done", exact=True).click()
    player.begin()
    player.key("p")
    page.wait_for_timeout(100)
    assert page.locator("coxa-pain-form").count() == 0
    page.get_by_role("button", name="It hurts").click()
    page.locator("coxa-pain-form").wait_for()


@LAPTOP
def test_the_screen_stays_on_also_after_another_app_was_in_front(player: Player) -> None:
    """A wake lock is held, lost with the page's sight, and taken again when it comes back."""
    page = player.page
    page.add_init_script(
        """window.locks = [];
        Object.defineProperty(navigator, "wakeLock", {value: {request: async () => {
          const one = {released: false, release: async () => { one.released = true; }};
          window.locks.push(one);
          return one;
        }}});"""
    )
    player.open(dose(hold_s=20)).begin()
    held = "window.locks.map(one => one.released)"
    assert page.evaluate(held) == [False]
    for state in ("hidden", "visible"):
        page.evaluate(
            """state => {
                Object.defineProperty(document, "visibilityState",
                                      {value: state, configurable: true});
                if (state === "hidden") window.locks.forEach(one => one.released = true);
                document.dispatchEvent(new Event("visibilitychange"));
            }""",
            state,
        )
    page.wait_for_function("window.locks.length === 2")
    assert page.evaluate(held) == [True, False]
    player.until("Paused")


def test_the_words_of_the_trial_are_those_of_the_coach() -> None:
    from coxa.wording import SENTENCES

    ease_in, hold = SENTENCES["coach_ease_in"], SENTENCES["coach_hold_seconds"]
    assert f"{ease_in} {hold.format(seconds=30)}" == TRIED
