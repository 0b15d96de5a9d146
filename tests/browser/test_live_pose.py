"""The live test in a real Chromium whose camera plays a clip: landmarks come, nothing goes out."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from coxa.capture import record_video
from coxa.capture.live import FRAME
from tests.browser.camera import as_camera, browser_with_camera, show_live_test
from tests.browser.conftest import _watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, WebSocketRoute

pytestmark = pytest.mark.browser

SLOWEST_FPS = 10
READY_MS = 60_000


@dataclass
class Server:
    """Stands in for the live socket: keeps what comes, sends what it is told to."""

    words: list[dict[str, object]] = field(default_factory=list)
    packets: list[bytes] = field(default_factory=list)
    lines: list[WebSocketRoute] = field(default_factory=list)

    def answer(self, line: WebSocketRoute) -> None:
        self.lines.append(line)
        line.on_message(self.take)

    def take(self, message: str | bytes) -> None:
        if isinstance(message, bytes):
            self.packets.append(message)
            return
        said = json.loads(message)
        self.words.append(said)
        if said["kind"] == "hello":
            self.tell({"kind": "welcome", "secret": "s3cret", "next_number": 0})

    def tell(self, message: object) -> None:
        self.lines[-1].send(json.dumps(message))

    def show(self, **changes: object) -> None:
        view = {
            "phase": "place",
            "side": None,
            "direction": None,
            "repeat": 0,
            "repeats": 3,
            "hold_share": 0,
            "swing_deg": None,
            "remark": None,
            "caption": "",
            "running": True,
            "paused": False,
        }
        self.tell({"kind": "view", "view": view | changes, "cues": []})

    @property
    def frames(self) -> np.ndarray:
        return np.frombuffer(b"".join(self.packets), FRAME)


@dataclass
class Live:
    page: Page
    server: Server

    def begin(self) -> None:
        self.page.get_by_role("button", name="Begin").click()

    def wait_for_frames(self, count: int) -> None:
        until_s = time.monotonic() + READY_MS / 1000
        while len(self.server.packets) < count:
            assert time.monotonic() < until_s, "too few frames came"
            self.page.wait_for_timeout(100)


@pytest.fixture(scope="module")
def front(browser: Browser, chromium: Path, tmp_path_factory: pytest.TempPathFactory):
    clip = Path(__file__).parents[1] / "clips" / "front.mp4"
    film = as_camera(clip, tmp_path_factory.mktemp("camera"))
    with browser_with_camera(browser.browser_type, chromium, film) as opened:
        yield opened


@pytest.fixture
def live(front: Browser, address: str) -> Iterator[Live]:
    page = front.new_page(viewport={"width": 1280, "height": 800})
    wrong = _watch(page, address)
    server = Server()
    page.route_web_socket("**/live/*", server.answer)
    show_live_test(page, address)
    yield Live(page, server)
    page.close()
    assert not [one for one in wrong if "/live/" not in one]


def test_landmarks_come_out_at_more_than_ten_frames_a_second(live: Live) -> None:
    live.begin()
    live.wait_for_frames(120)
    frames = live.server.frames
    assert live.server.words[0]["ticket"] == "ticket"
    assert live.server.words[0]["secret"] is None
    assert (live.server.words[0]["width_px"], live.server.words[0]["height_px"]) == (640, 480)
    assert np.all(np.diff(frames["number"].astype(int)) == 1)
    times_s = frames["time_s"][20:]
    assert np.all(np.diff(times_s) > 0)
    assert (len(times_s) - 1) / (times_s[-1] - times_s[0]) > SLOWEST_FPS
    assert np.all(frames["score"] == 1)
    counted = frames["people"][frames["people"] >= 0]
    assert len(counted) >= 2
    assert np.all(counted == 1)


def test_the_joints_lie_where_the_recorded_path_finds_them(live: Live, clips: Path) -> None:
    """The clip's trunk hardly moves: its middle pose is the same whatever part has been seen."""
    live.begin()
    live.wait_for_frames(60)
    recorded = record_video(clips / "front.mp4", model="full")
    steady = [11, 12, 23, 24]
    here = np.median(live.server.frames["image_px"][:, steady], axis=0)
    there = np.median(recorded.image_px[:, steady], axis=0)
    assert np.abs(here - there).max() < 3
