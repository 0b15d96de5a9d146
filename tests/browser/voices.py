"""A browser with voices: headless ones have none. What is said is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

VOICES = """
const voice = (name, lang, localService = true) =>
  ({name, lang, localService, voiceURI: `urn:${name}`, default: false});
window.told = [];
const here = [voice("Samantha", "en-US"), voice("Daniel", "en-GB"), voice("Anna", "de-DE"),
              voice("Far away", "en-US", false)];
speechSynthesis.getVoices = () => here;
speechSynthesis.cancel = () => {};
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
speechSynthesis.speak = (one) => {
  if (one.text === "") return;
  const {text, rate, volume, lang} = one;
  window.told.push({text, rate, volume, lang, voice: one.voice?.name, at_ms: performance.now()});
  one.dispatchEvent(new Event("start"));
};
"""


def give_voices(page: Page) -> None:
    """Before the page is opened: three voices of this device, and one from outside."""
    page.add_init_script(VOICES)


def told(page: Page) -> list[dict[str, object]]:
    """What was said aloud, in order, each with voice, rate and volume."""
    said: list[dict[str, object]] = page.evaluate("window.told")
    return said
