"""A session before the camera: the app, a Chromium whose camera plays a film, what it saw and said.

The person in the film does not hear the coach: the film goes round and round, and what the coach
waits for comes by when it comes.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coxa.quantities import Side
from coxa.records import Dose, Message, ScreeningAnswers, Session
from coxa.safety import QUESTIONS
from tests.browser.camera import as_camera, browser_with_camera
from tests.browser.conftest import SIZES, _served, _watch
from tests.browser.steps import Site
from tests.browser.test_session import keep

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType, Page

EXERCISE, SIDE = "clamshell", Side.RIGHT
"""Done in the film."""
SOON_S = 90.0

VIDEO = 'document.querySelector("coxa-player")?.shadowRoot.querySelector("video")'

NOTES = """
window.seen = []; window.captions = []; window.sockets = [];
const Native = window.WebSocket;
window.WebSocket = class extends Native {
  constructor(...given) {
    super(...given);
    this.taken = new Map();
    window.sockets.push(this);
    this.addEventListener("message", ({data}) => {
      const told = JSON.parse(data);
      if (told.kind !== "looks") return;
      for (const one of told.seen) {
        const at_ms = this.taken.get(told.number) - 1000 * one.ago_s;
        window.seen.push({...one, at_ms, told_ms: performance.now()});
      }
    });
  }
  send(data) {
    for (let at = 0; typeof data !== "string" && at < data.byteLength; at += 816) {
      const frame = new DataView(data, at, 816);
      this.taken.set(frame.getUint32(0, true), 1000 * frame.getFloat64(8, true));
    }
    super.send(data);
  }
};
setInterval(() => {
  const root = document.querySelector("coxa-player")?.shadowRoot;
  const text = root?.querySelector(".caption")?.innerText.trim() ?? "";
  if (text === (window.captions.at(-1)?.text ?? "")) return;
  window.captions.push({text, at_ms: performance.now()});
}, 20);
"""
"""Notes when each moment was before the camera, when the page heard of it, and every caption."""


@dataclass
class Coaching:
    """One session as the page shows it."""

    site: Site
    home: Path
    wrong: list[str]
    id: str = ""

    @property
    def page(self) -> Page:
        return self.site.page

    def open(self, *doses: Dose) -> None:
        """Keep a session of these doses, as the start page does, and open it."""
        at = datetime.now(UTC)
        answers = ScreeningAnswers(at=at, answers={question.id: False for question in QUESTIONS})
        keep(self.home, "ScreeningRow", answers, at=at)
        session = Session(id=uuid.uuid4().hex, started_at=at, planned=doses)
        keep(self.home, "SessionRow", session, id=session.id, started_at=session.started_at)
        self.id = session.id
        self.page.goto(f"session/{self.id}/")

    def choose_the_camera(self) -> None:
        self.page.get_by_role("button", name="The camera", exact=True).click()
        self.page.get_by_text("The camera is ready.").wait_for(timeout=1000 * SOON_S)

    def screen(self) -> dict[str, Any]:
        """Where the session stands, as the app has it."""
        found: dict[str, Any] = self.page.evaluate(
            "id => fetch(`/api/sessions/${id}`).then(answer => answer.json())", self.id
        )["screen"]
        return found

    def wait_until(self, done: Any, seconds: float = SOON_S) -> None:
        until_s = time.monotonic() + seconds
        while not done():
            told = (self.screen(), self.captions()[-5:], self.seen()[-8:])
            assert time.monotonic() < until_s, told
            self.page.wait_for_timeout(100)

    def wait_for(self, phase: str, seconds: float = SOON_S) -> None:
        self.wait_until(lambda: self.screen()["phase"] == phase, seconds)

    def seen(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate("window.seen")
        return found

    def captions(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate("window.captions")
        return found

    def reactions_s(self, what: str, words: str) -> list[float]:
        """From each time that the page heard of this to the words about it, where they came."""
        said_ms = [one["at_ms"] for one in self.captions() if one["text"].startswith(words)]
        heard_ms = [one["told_ms"] for one in self.seen() if one["what"] == what]
        after = ([word for word in said_ms if word >= heard] for heard in heard_ms)
        return [
            (words_ms[0] - heard) / 1000
            for words_ms, heard in zip(after, heard_ms, strict=True)
            if words_ms
        ]

    def said(self, words: str) -> bool:
        return any(words in one["text"] for one in self.captions())

    def camera_runs(self) -> bool:
        """Whether the page holds the camera."""
        return bool(self.page.evaluate(f"{VIDEO}?.srcObject?.active === true"))

    def show(self, *, visible: bool) -> None:
        """As when another tab is opened, or this one again."""
        self.page.evaluate(
            """state => {
                const now = {value: state, configurable: true};
                Object.defineProperty(document, "visibilityState", now);
                document.dispatchEvent(new Event("visibilitychange"));
            }""",
            "visible" if visible else "hidden",
        )


def dose(
    reps: int = 2, hold_s: float = 2, sets: int = 1, side: Side = SIDE, exercise_id: str = EXERCISE
) -> Dose:
    why = Message(id="session_chosen", params={"exercise": "it"})
    return Dose(
        exercise_id=exercise_id,
        side=side,
        sets=sets,
        reps=reps,
        hold_s=hold_s,
        raise_s=1,
        lower_s=1,
        rest_s=3,
        reason=why,
    )


@contextmanager
def coached(
    kind: BrowserType, chromium: Path, film: Path | None, home: Path, size: str, axe: str = ""
) -> Iterator[Coaching]:
    """An app with a new data folder, and a browser whose camera plays a film, or is refused."""
    with _served(home) as address, browser_with_camera(kind, chromium, film) as browser:
        yield _visit(browser, address, home, size, axe)


def _visit(browser: Browser, address: str, home: Path, size: str, axe: str) -> Coaching:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, base_url=address, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.add_init_script(NOTES)
    return Coaching(Site(page, axe), home, _watch(page, address))


def film_of(clips: Path, folder: Path) -> Path:
    """The film in the form that Chromium plays."""
    return as_camera(clips / "exercise" / "player.mp4", folder)
