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
from tests.browser.camera import ELEMENT, as_camera, browser_with_camera, show_live_test
from tests.browser.conftest import _watch
from tests.browser.steps import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, WebSocketRoute

pytestmark = pytest.mark.browser

SLOWEST_FPS = 10
RUN_FRAMES = 15
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
            "may_skip": True,
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
        while len(self.server.frames) < count:
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
    times_s = frames["time_s"]
    assert np.all(np.diff(times_s) > 0)
    # The quickest second or so: what else the machine does meanwhile is not the page's fault.
    assert max(RUN_FRAMES / (times_s[RUN_FRAMES:] - times_s[:-RUN_FRAMES])) > SLOWEST_FPS
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


PHASES: dict[str, dict[str, object]] = {
    "raise_hand": {"caption": "Raise your right hand."},
    "neutral": {"hold_share": 0.4},
    "go": {"side": "left", "direction": "internal", "repeat": 2, "swing_deg": 17.4},
    "hold": {"side": "right", "direction": "external", "repeat": 3, "hold_share": 0.6},
    "rest": {"side": "right"},
}


def test_every_phase_is_accessible_and_its_word_is_large(live: Live, axe_script: str) -> None:
    site = Site(live.page, axe_script)
    site.look_over()
    live.begin()
    live.wait_for_frames(1)
    for width, height in ((1280, 800), (390, 844)):
        live.page.set_viewport_size({"width": width, "height": height})
        for phase, changes in PHASES.items():
            live.server.show(phase=phase, **changes)
            live.page.locator(f".moment[data-phase={phase}]").wait_for()
            site.look_over()
            if phase == "hold":
                word = live.page.locator("h1.word")
                size = word.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
                assert size >= 0.08 * height
                for button in live.page.get_by_role("button").all():
                    box = button.bounding_box()
                    assert box is not None
                    assert box["x"] >= 0
                    assert box["y"] + box["height"] <= height
                    least = 96 if button.inner_text() in {"It pinches", "Stop"} else 48
                    assert min(box["width"], box["height"]) >= least


def test_keys_and_buttons_say_what_the_person_means(live: Live) -> None:
    live.begin()
    live.wait_for_frames(1)
    live.server.show(phase="go", side="left", direction="internal", repeat=1)
    for key in (" ", " ", "r", "s"):
        live.page.keyboard.press(key)
    live.page.get_by_role("button", name="It pinches").click()
    live.page.wait_for_timeout(200)
    told = [said["answer"] for said in live.server.words if said["kind"] == "answer"]
    assert told == ["pause", "resume", "repeat", "skip_side", "pinch"]
    live.server.show(phase="stopped", running=False)
    live.page.get_by_role("link", name="Leave").wait_for()


def test_a_broken_line_is_taken_up_and_nothing_comes_twice(live: Live) -> None:
    live.begin()
    live.wait_for_frames(10)
    live.server.lines[-1].close(code=1011)
    live.page.get_by_text("The connection is lost").first.wait_for()
    live.wait_for_frames(len(live.server.frames) + 10)
    hellos = [said for said in live.server.words if said["kind"] == "hello"]
    assert [said["secret"] for said in hellos] == [None, "s3cret"]
    assert np.all(np.diff(live.server.frames["number"].astype(int)) >= 1)


def test_the_reading_is_where_the_page_goes(live: Live) -> None:
    live.begin()
    live.wait_for_frames(1)
    live.server.show(phase="done", running=False)
    live.page.get_by_text("Reading what you did").first.wait_for()
    live.server.tell({"kind": "done", "job": "abc"})
    live.page.wait_for_url("**/*job=abc")


def test_without_a_camera_the_other_ways_are_offered(page: Page, address: str) -> None:
    show_live_test(page, address)
    page.get_by_role("button", name="Begin").click()
    told = page.get_by_role("alert").filter(has_text="camera").first
    assert told.inner_text() in {"I find no camera", "The camera was refused"}
    assert page.get_by_role("link", name="Type a reading instead").is_visible()


TRACK = """const track = document.querySelector("coxa-live-test").shadowRoot
    .querySelector("video").srcObject.getVideoTracks()[0];"""


def test_a_refused_camera_is_told_and_the_other_ways_are_offered(
    browser: Browser, chromium: Path, address: str, axe_script: str
) -> None:
    with browser_with_camera(browser.browser_type, chromium, None) as opened:
        page = opened.new_page(viewport={"width": 390, "height": 844})
        show_live_test(page, address, ELEMENT | {"data-phone": "/phone"})
        page.get_by_role("button", name="Begin").click()
        page.get_by_role("alert").filter(has_text="The camera was refused").wait_for()
        assert page.get_by_role("link", name="Measure with a phone").is_visible()
        assert page.get_by_role("link", name="Type a reading instead").is_visible()
        assert page.get_by_role("button", name="Try again").is_visible()
        Site(page, axe_script).look_over()


def test_a_camera_that_is_unplugged_is_told_and_the_same_test_goes_on_with_it(live: Live) -> None:
    live.begin()
    live.wait_for_frames(5)
    live.server.show(phase="go", side="left", direction="internal", repeat=1)
    # A camera of a file cannot be pulled out; this is what the browser tells of one that was.
    live.page.evaluate(
        f"() => {{ {TRACK} track.stop(); track.dispatchEvent(new Event('ended')); }}"
    )
    live.page.get_by_role("alert").filter(has_text="The camera is gone").wait_for()
    before = len(live.server.frames)
    live.page.get_by_role("button", name="Try again").click()
    live.wait_for_frames(before + 5)
    told = [(said.get("answer"), said.get("reason")) for said in live.server.words[1:]]
    assert told == [("pause", "camera"), ("resume", None)]
    assert np.all(np.diff(live.server.frames["number"].astype(int)) == 1)


def test_a_camera_that_stops_sending_pauses_the_test(live: Live) -> None:
    live.begin()
    live.wait_for_frames(1)
    live.server.show(phase="go", side="left", direction="internal", repeat=1)
    live.page.evaluate(f"() => {{ {TRACK} track.dispatchEvent(new Event('mute')); }}")
    live.page.get_by_text("Paused: the camera sends no picture.").first.wait_for()
    assert live.server.words[-1] == {"kind": "answer", "answer": "pause", "reason": "camera"}


def test_a_camera_without_any_picture_is_told(live: Live) -> None:
    live.page.evaluate(
        """() => { navigator.mediaDevices.getUserMedia = async () =>
            new MediaStream([new MediaStreamTrackGenerator({ kind: "video" })]); }"""
    )
    live.begin()
    live.page.get_by_role("alert").filter(has_text="The camera sends no picture").wait_for(
        timeout=READY_MS
    )
    assert live.page.get_by_role("link", name="Type a reading instead").is_visible()
    assert not live.server.words


def test_a_page_out_of_sight_pauses_and_goes_on_when_asked(live: Live) -> None:
    live.begin()
    live.wait_for_frames(1)
    live.server.show(phase="go", side="left", direction="internal", repeat=1)
    live.page.evaluate(
        """() => {
            Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    live.page.get_by_text("Paused, because this page was out of sight.").first.wait_for()
    assert live.server.words[-1] == {"kind": "answer", "answer": "pause", "reason": "hidden"}
    live.page.get_by_role("button", name="Go on").click()
    live.page.wait_for_timeout(200)
    assert live.server.words[-1] == {"kind": "answer", "answer": "resume", "reason": None}


def test_sound_is_asked_for_only_where_there_is_a_voice(live: Live) -> None:
    """The browser of these tests has none."""
    assert live.page.evaluate("speechSynthesis.getVoices().length") == 0
    text = live.page.locator(".intro").inner_text()
    assert "Put the sound on" not in text
    assert "Tones tell when it goes on" in text
    live.page.get_by_role("button", name="Sound: Beeps").click()
    live.page.get_by_role("button", name="Sound: Silent").wait_for()


def test_only_the_worker_may_run_webassembly(page: Page, address: str) -> None:
    policies = {}
    for name in (
        "built/main.js",
        "built/pose-worker.js",
        "built/pose/vision_wasm_module_internal.js",
    ):
        policies[name] = page.request.get(f"{address}static/{name}").headers[
            "content-security-policy"
        ]
    assert [name for name, policy in policies.items() if "unsafe" in policy] == [
        "built/pose-worker.js"
    ]
    assert "'wasm-unsafe-eval'" in policies["built/pose-worker.js"]
    wasm = page.request.get(f"{address}static/built/pose/vision_wasm_module_internal.wasm")
    assert wasm.headers["content-type"] == "application/wasm"
