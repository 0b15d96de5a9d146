"""Frames a second of the live test against bare tasks-vision, in the same Chromium.

    python benchmarks/live_browser.py [CLIP] [--seconds 15] [--rounds 3]

Bare is a page that does nothing but hand each new video frame to ``detectForVideo``, in its own
thread as tasks-vision's examples do. The live test also counts people, draws, and sends every frame
to a socket that swallows it. The two take turns, so that a busy machine weighs on both alike; the
middle of the rounds' ratios counts. Exits with 1 when the aim is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route, WebSocketRoute

TASKS_VISION = ROOT / "frontend/node_modules/@mediapipe/tasks-vision"
CLIP = ROOT / "tests/clips/front.mp4"
AIM_RATIO = 0.9
WARM_UP_S = 4.0
READY_MS = 60_000
MOVING = {
    "phase": "go",
    "side": "left",
    "direction": "internal",
    "repeat": 1,
    "repeats": 3,
    "hold_share": 0,
    "swing_deg": 20,
    "remark": None,
    "caption": "",
    "running": True,
    "paused": False,
}
KINDS = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
BARE_PAGE = """<!doctype html><title>bare</title><video muted playsinline></video>
<script type="module">
import { FilesetResolver, PoseLandmarker } from "./vision_bundle.mjs";
const files = await FilesetResolver.forVisionTasks("./wasm");
const landmarker = await PoseLandmarker.createFromOptions(files, {
  baseOptions: {
    modelAssetPath: "/static/built/pose/pose_landmarker_full.task",
    delegate: "CPU",
  },
  runningMode: "VIDEO",
});
const video = document.querySelector("video");
const size = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
video.srcObject = await navigator.mediaDevices.getUserMedia({ video: size });
await video.play();
window.frames_seen = 0;
const look = (now) => {
  video.requestVideoFrameCallback(look);
  if (landmarker.detectForVideo(video, now).landmarks.length > 0) window.frames_seen += 1;
};
video.requestVideoFrameCallback(look);
</script>"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip", type=Path, nargs="?", default=CLIP)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    rounds = measure(given.clip, given.seconds, given.rounds)
    for element_fps, bare_fps in rounds:
        print(f"live test {element_fps:5.1f}, bare tasks-vision {bare_fps:5.1f} frames a second")
    ratio = median(element_fps / bare_fps for element_fps, bare_fps in rounds)
    print(f"load {os.getloadavg()[0]:.1f}; ratio {ratio:.2f} (aim: at least {AIM_RATIO})")
    return 0 if ratio >= AIM_RATIO else 1


def measure(clip: Path, seconds: float, rounds: int) -> list[tuple[float, float]]:
    """Frames a second of the live test and of bare tasks-vision, once a round."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COXA_HOME"] = f"{folder}/home"
        os.environ["DJANGO_SETTINGS_MODULE"] = "coxa.site.settings"
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in this thread
        import django

        django.setup()
        from playwright.sync_api import sync_playwright

        from scripts.chromium import find_chromium
        from tests.browser.camera import as_camera, browser_with_camera
        from tests.browser.conftest import _served

        chromium = find_chromium()
        if chromium is None:
            raise SystemExit("no Chromium found: python scripts/chromium.py --install")
        film = as_camera(clip, Path(folder))
        with (
            sync_playwright() as playwright,
            _served(Path(folder) / "served") as address,
            browser_with_camera(playwright.chromium, chromium, film) as browser,
        ):
            return [
                (live_fps(browser, address, seconds), bare_fps(browser, address, seconds))
                for _ in range(rounds)
            ]


def live_fps(browser: Browser, address: str, seconds: float) -> float:
    """Frames a second that the live test sends once the place is found."""
    from coxa.capture import FRAME
    from tests.browser.camera import show_live_test

    page = browser.new_page()
    sent = 0

    def answer(line: WebSocketRoute) -> None:
        def take(message: str | bytes) -> None:
            nonlocal sent
            if isinstance(message, bytes):
                first, sent = sent == 0, sent + len(message) // FRAME.itemsize
                if first:
                    line.send(json.dumps({"kind": "view", "view": MOVING, "cues": []}))

        line.on_message(take)

    page.route_web_socket("**/live/*", answer)
    show_live_test(page, address)
    page.get_by_role("button", name="Begin").click()
    page.locator(".controls .end").wait_for(timeout=READY_MS)
    page.wait_for_timeout(1000 * WARM_UP_S)
    before, begin_s = sent, time.monotonic()
    page.wait_for_timeout(1000 * seconds)
    fps = (sent - before) / (time.monotonic() - begin_s)
    page.close()
    return fps


def bare_fps(browser: Browser, address: str, seconds: float) -> float:
    """Frames a second in which bare tasks-vision finds somebody."""
    page = browser.new_page()
    page.route("**/bare/**", serve_bare)
    page.goto(f"{address}bare/index.html")
    page.wait_for_function("window.frames_seen > 0", timeout=READY_MS)
    page.wait_for_timeout(1000 * WARM_UP_S)
    before, begin_s = page.evaluate("window.frames_seen"), time.monotonic()
    page.wait_for_timeout(1000 * seconds)
    fps = (page.evaluate("window.frames_seen") - before) / (time.monotonic() - begin_s)
    page.close()
    return float(fps)


def serve_bare(route: Route) -> None:
    """The bare page, or a file of the package as it is."""
    name = route.request.url.split("/bare/", 1)[1]
    if name == "index.html":
        route.fulfill(body=BARE_PAGE, content_type="text/html")
    else:
        file = TASKS_VISION / name
        route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])


if __name__ == "__main__":
    sys.exit(main())
