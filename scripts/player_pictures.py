"""Takes the pictures of the player's states in docs/pictures, at a laptop's and a phone's size.

The app, the coach and the page are the real ones; the camera plays a film of the tests. What the
camera makes of it is dictated here, so that every state comes by in its turn.

    python scripts/player_pictures.py [folder [laptop|phone …]]
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from coxa.quantities import Side  # noqa: E402
from coxa.records import Dose, Message, ScreeningAnswers, Session  # noqa: E402
from coxa.safety import QUESTIONS  # noqa: E402
from scripts.chromium import find_chromium  # noqa: E402
from tests.browser.camera import as_camera, browser_with_camera  # noqa: E402
from tests.browser.conftest import SIZES, _served  # noqa: E402
from tests.browser.test_session import keep  # noqa: E402
from tests.browser.voices import VOICES  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocketRoute

FILM = ROOT / "tests/clips/exercise/player.mp4"
PICTURES = ROOT / "docs/pictures"
QUALITY = 55
PACKET_BYTES = 816
FIGURE_MS = 2500
"""The figure is drawn by a machine without a graphics card here."""
CAMERA_FPS = 6
"""Enough for a picture now and then, and little for the nets to do."""
HOLD_S = 5
WHY = Message(id="session_chosen", params={"exercise": "it"})


def side_lying(side: Side) -> Dose:
    """Before the camera, as in its film."""
    return Dose(
        exercise_id="clamshell",
        side=side,
        sets=1,
        reps=6,
        hold_s=HOLD_S,
        raise_s=1,
        lower_s=1,
        rest_s=5,
        reason=WHY,
    )


def seated(side: Side, sets: int) -> Dose:
    """By the clock."""
    return Dose(
        exercise_id="seated-internal-rotation",
        side=side,
        sets=sets,
        hold_s=8,
        rest_s=10,
        reason=WHY,
    )


@dataclass
class Watched:
    """Stands in for the server's eyes: says of every frame what it was told to say."""

    glimpse: dict[str, Any] = field(default_factory=dict)
    moments: list[dict[str, Any]] = field(default_factory=list)
    turn: int = 0

    def answer(self, line: WebSocketRoute) -> None:
        line.on_message(lambda message: self._heard(line, message))

    def _heard(self, line: WebSocketRoute, message: str | bytes) -> None:
        if isinstance(message, str):
            told = json.loads(message)
            if told["kind"] == "exercise":
                self.turn = told["turn"]
                line.send(json.dumps({"kind": "watching", "turn": self.turn}))
            return
        number = int.from_bytes(message[-PACKET_BYTES:][:4], "little")
        seen, self.moments = self.moments, []
        looks = {
            "kind": "looks",
            "turn": self.turn,
            "number": number,
            "glimpse": self.glimpse,
            "seen": seen,
        }
        line.send(json.dumps(looks))

    def looks(self, share: float | None, *, set_up: str | None = None, placed: bool = True) -> None:
        self.glimpse = {
            "share": share,
            "rotation_deg": None,
            "in_position": placed and share is not None and share < 0.1,
            "at_end": share is not None and share > 0.9,
            "set_up": set_up,
            "seen": share is not None or set_up not in {"nobody", None},
        }

    def sees(self, what: str, share: float | None = None, fault_id: str | None = None) -> None:
        self.moments.append({"what": what, "share": share, "fault_id": fault_id, "ago_s": 0.0})


@dataclass
class Tour:
    """One size of the screen, and the way through its states."""

    page: Page
    home: Path
    folder: Path
    size: str
    watched: Watched

    def open(self, *doses: Dose) -> None:
        at = datetime.now(UTC)
        session = Session(id=uuid.uuid4().hex, started_at=at, planned=doses)
        keep(self.home, "SessionRow", session, id=session.id, started_at=session.started_at)
        self.page.goto(f"session/{session.id}/")

    def take(self, state: str, settle_ms: int = 400) -> None:
        self.page.wait_for_timeout(settle_ms)
        path = self.folder / f"player-{state}-{self.size}.jpg"
        self.page.screenshot(path=path, type="jpeg", quality=QUALITY)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB", flush=True)

    def until(self, word: str) -> None:
        self.page.locator("coxa-player .word").get_by_text(word, exact=True).wait_for()

    def awake(self) -> None:
        """Go on where the page paused by itself: drawing the figure holds a slow machine up."""
        paused = self.page.locator("coxa-player .word").get_by_text("Paused", exact=True)
        if paused.is_visible():
            self.key(" ")
            paused.wait_for(state="detached")

    def paused(self) -> None:
        """Paused, also where the page has done that by itself."""
        if not self.page.locator("coxa-player .play").is_visible():
            self.key(" ")
        self.until("Paused")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def key(self, key: str) -> None:
        self.page.keyboard.press(key)

    def caption(self, words: str) -> None:
        self.page.locator("coxa-player .caption").filter(has_text=words).wait_for()

    def before_the_camera(self) -> None:
        """From the first screen to a repetition, a fault, and a camera that goes."""
        page, watched = self.page, self.watched
        watched.looks(None, set_up="too-small")
        self.open(side_lying(Side.RIGHT), side_lying(Side.LEFT))
        self.press("The camera")
        page.get_by_text("The camera is ready.").wait_for(timeout=60_000)
        self.take("waiting-camera")
        self.press("Begin")
        self.page.wait_for_timeout(FIGURE_MS)
        self.awake()
        self.take("intro")
        self.awake()
        self.key("n")
        self.page.wait_for_timeout(FIGURE_MS)
        self.awake()
        page.get_by_text("You are too far away").wait_for()
        self.take("set-up", FIGURE_MS)
        watched.looks(0.02)
        page.get_by_text("I see you in position").wait_for()
        self.take("in-position", FIGURE_MS)
        watched.sees("in-position", 0.02)
        self.until("Get ready")
        self.take("get-ready")
        page.locator("coxa-player .word").get_by_text("Get ready").wait_for(state="detached")
        watched.looks(0.5)
        watched.sees("moving", 0.3)
        self.take("move", 1200)
        self._to_the_end()
        self.until("Hold")
        self.take("hold", 900)
        watched.looks(0.7)
        watched.sees("left-end", 0.7)
        self.take("hold-waits", 1200)
        self._whole_and_back()
        self._half()
        self._fault()

    def _to_the_end(self) -> None:
        self.watched.looks(1.0)
        self.watched.sees("at-end", 1.0)

    def _whole_and_back(self) -> None:
        self._to_the_end()
        self.until("Slowly back")
        self.watched.looks(0.02)
        self.watched.sees("back", 1.0)
        self.page.wait_for_timeout(800)

    def _half(self) -> None:
        self.watched.looks(0.5)
        self.watched.sees("moving", 0.3)
        self.page.wait_for_timeout(1500)
        self.watched.looks(0.02)
        self.watched.sees("back", 0.55)
        self.take("half-rep", 500)

    def _fault(self) -> None:
        self.watched.looks(0.6)
        self.watched.sees("moving", 0.3)
        self.page.wait_for_timeout(800)
        self.watched.sees("fault", 0.6, "feet-part")
        self.page.locator("coxa-player .caption.fault").wait_for()
        self.take("fault")
        self.watched.sees("mended", 0.7, "feet-part")
        self._whole_and_back()

    def without_it(self) -> None:
        """Out of the picture, the camera gone, a pause, pain, and the stop that a pinch is."""
        self.watched.looks(None, set_up="nobody")
        self.watched.sees("lost")
        self.take("nobody", 2600)
        self.watched.looks(0.02)
        self.watched.sees("found")
        self.watched.sees("in-position", 0.02)
        self.page.wait_for_timeout(FIGURE_MS)
        self.awake()
        self.watched.sees("in-position", 0.02)
        self.until("Move")
        self.page.locator("coxa-player video").evaluate(
            "video => video.srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))"
        )
        self.page.locator("canvas.preview").wait_for(state="detached")
        self.take("lost-camera")
        self.paused()
        self.take("paused")
        self.key("v")
        self.take("voice")
        self.key("Escape")
        self.key("p")
        self.take("pain")
        self.page.get_by_role("button", name="A pinch at the front").click()
        self.take("pinch")
        self.press("6")
        self.page.get_by_role("heading", name="Stopped").wait_for()
        self.take("stopped")

    def by_the_clock(self) -> None:
        """A stretch without a camera: the rest, the other side, a lost line, effort, the end."""
        self.open(seated(Side.LEFT, 2), seated(Side.RIGHT, 1))
        self.take("waiting")
        self.press("Begin")
        self.until("Get into position")
        self.key("n")
        self.until("Hold")
        self.take("clock", 1500)
        self.until("Rest")
        self.take("rest", 1000)
        self.until("Hold")
        self.until("Switch sides")
        self.take("switch-sides", 1000)
        self.key("n")
        self.until("Hold")
        self.page.route("**/api/sessions/*/events", lambda route: route.fulfill(status=408))
        self.caption("The connection is lost")
        self.take("lost-connection")
        self.page.unroute("**/api/sessions/*/events")
        self.caption("Tap anywhere to go on")
        self.key(" ")
        self.page.get_by_role("heading", name="Did it hurt?").wait_for()
        self.take("asked")
        self.page.get_by_role("button", name="0, no pain").click()
        self.page.get_by_role("heading", name="How hard was it?").wait_for()
        self.take("effort")
        self.press("4")
        self.press("Done")
        self.page.get_by_role("link", name="See what you did").wait_for()
        self.take("finished")
        self.page.get_by_role("link", name="See what you did").click()
        self.page.wait_for_load_state()
        self.take("done")


@contextmanager
def tours(folder: Path, sizes: tuple[str, ...]) -> Iterator[Iterator[Tour]]:
    """One tour for each size, of an app with a data folder of its own."""
    from playwright.sync_api import sync_playwright

    chromium = find_chromium()
    assert chromium is not None, "no Chromium: make test gets one"
    with (
        tempfile.TemporaryDirectory() as scratch,
        _served(Path(scratch) / "home") as address,
        sync_playwright() as playwright,
        browser_with_camera(
            playwright.chromium, chromium, as_camera(FILM, Path(scratch), CAMERA_FPS)
        ) as browser,
    ):
        home = Path(scratch) / "home"
        os.environ |= {"COXA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "coxa.site.settings"}
        django.setup()
        at = datetime.now(UTC)
        answers = ScreeningAnswers(at=at, answers={question.id: False for question in QUESTIONS})
        keep(home, "ScreeningRow", answers, at=at)

        def each() -> Iterator[Tour]:
            for size in sizes:
                width, height = SIZES[size]
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    base_url=address,
                    color_scheme="dark",
                    reduced_motion="reduce",
                    has_touch=size == "phone",
                )
                page = context.new_page()
                page.set_default_timeout(40_000)
                page.add_init_script(VOICES)
                watched = Watched()
                page.route_web_socket("**/coach/**", watched.answer)
                yield Tour(page, home, folder, size, watched)
                context.close()

        yield each()


def main(arguments: list[str]) -> int:
    """Take every picture at every size."""
    folder = Path(arguments[0]) if arguments else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    with tours(folder, tuple(arguments[1:]) or tuple(SIZES)) as each:
        for tour in each:
            tour.by_the_clock()
            tour.before_the_camera()
            tour.without_it()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
