"""A whole live test: the app, a Chromium whose camera plays a clip, and what went to and fro.

The person in the clip does not hear what is asked: the clip goes through the test at the guide's
own pace, right leg first, over and over. So the app of these visits always asks for the right leg
first.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coxa.capture.live import FRAME
from coxa.records import Measurement
from tests.browser.camera import MJPEG_FPS, as_camera, browser_with_camera
from tests.browser.conftest import SIZES, _served, _watch
from tests.browser.steps import Site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserType, Page, WebSocket

RIGHT_FIRST = 1
"""With this seed the right leg is drawn first."""
ORDER = f"import secrets; secrets.randbits = lambda bits: {RIGHT_FIRST}"
WHOLE_TEST_S = 280.0
SOON_S = 60.0


@dataclass
class Sitting:
    """One live test as the page shows it and as its socket heard it."""

    site: Site
    home: Path
    wrong: list[str]
    views: list[dict[str, Any]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    packets: list[bytes] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.site.page

    def hear(self, socket: WebSocket) -> None:
        """Keep all that goes through a socket of the page."""
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def sit_down(self) -> None:
        """As far as the camera."""
        self.site.clear()
        self.page.goto("measure/live/")
        self.page.get_by_role("radio", name="No", exact=True).check()
        self.site.press("Go on to the camera")
        self.page.get_by_role("button", name="Begin").click()

    def wait_for(self, phase: str, seconds: float = SOON_S) -> None:
        self.wait_until(lambda: bool(self.views) and self.views[-1]["phase"] == phase, seconds)

    def wait_for_remark(self, words: str) -> None:
        """The page shows this as what is to be put right."""
        self.page.locator(".caption", has_text=words).wait_for(timeout=1000 * SOON_S)

    def wait_until(self, done: Any, seconds: float) -> None:
        until_s = time.monotonic() + seconds
        fault = self.page.locator("coxa-live-test [role=alert] h1")
        while not done():
            assert time.monotonic() < until_s, self.said[-5:]
            assert not fault.count(), fault.inner_text()
            self.page.wait_for_timeout(200)

    def wait_for_the_reading(self) -> Measurement:
        """The page that shows it is open."""
        self.wait_until(lambda: "/measure/live/" not in self.page.url, WHOLE_TEST_S)
        self.site.look_over()
        found = self.jobs()
        assert len(found) == 1
        return found[0]

    def landmarks(self) -> Path:
        """The file of the one job that waits for a decision."""
        (found,) = self.home.rglob("landmarks.npz")
        return found

    def jobs(self) -> list[Measurement]:
        """All that was handed in."""
        with closing(sqlite3.connect(self.home / "coxa.sqlite3")) as records:
            rows = records.execute("select measurement from coxa_job").fetchall()
        return [Measurement.from_dict(json.loads(row[0])) for row in rows]

    @property
    def frames(self) -> NDArray[np.void]:
        return np.frombuffer(b"".join(self.packets), FRAME)

    @property
    def fps(self) -> float:
        """Frames a second that came to the server."""
        times_s = self.frames["time_s"]
        return float((len(times_s) - 1) / (times_s[-1] - times_s[0]))

    def _sent(self, message: str | bytes) -> None:
        if isinstance(message, bytes):
            self.packets.append(message)

    def _received(self, message: str | bytes) -> None:
        heard = json.loads(message)
        if heard["kind"] == "view":
            self.views.append(heard["view"])
            self.said += [cue["text"] for cue in heard["cues"] if cue["text"]]


@contextmanager
def sitting(
    kind: BrowserType,
    chromium: Path,
    clip: Path,
    folder: Path,
    *,
    fps: int = MJPEG_FPS,
    axe_script: str = "",
) -> Iterator[Sitting]:
    """An app with a new data folder, and a browser whose camera plays a clip."""
    film, home = as_camera(clip, folder, fps), folder / "home"
    try:
        with (
            _served(home, ORDER) as address,
            browser_with_camera(kind, chromium, film) as browser,
        ):
            width, height = SIZES["laptop"]
            context = browser.new_context(
                viewport={"width": width, "height": height}, base_url=address
            )
            page = context.new_page()
            live = Sitting(Site(page, axe_script), home, _watch(page, address))
            page.on("websocket", live.hear)
            yield live
    finally:
        film.unlink()
