"""A Chromium whose camera plays a clip, and a page that holds nothing but the live test."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import cv2

from coxa.capture.video import Picture, read_frames
from coxa.site.middleware.headers import POLICY
from coxa.site.pages.live_words import live_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType, Page

PAGE = "bare-live-test"
HTMX = '{"includeIndicatorStyles": false, "allowEval": false}'
ELEMENT = {
    "data-socket": "/live/" + "0" * 32,
    "data-ticket": "ticket",
    "data-csrf": "",
    "data-task": "/static/built/pose/pose_landmarker_full.task",
    "data-wasm": "/static/built/pose",
    "data-next": f"/{PAGE}?job={{job}}",
    "data-leave": f"/{PAGE}?left",
    "data-phone": "",
    "data-typing": f"/{PAGE}?typing",
}


MJPEG_FPS = 30
"""At this rate Chromium plays such a file, which does not tell its own."""
JPEG_QUALITY = 92


def as_camera(clip: Path, folder: Path, fps: int = MJPEG_FPS) -> Path:
    """The clip in the form that Chromium plays as a camera, over and over.

    Another rate than the usual one takes a file without compression, ten times as large.
    """
    film = folder / f"{clip.stem}.{'mjpeg' if fps == MJPEG_FPS else 'y4m'}"
    with film.open("wb") as camera:
        for picture, times in _at_rate(clip, fps):
            if fps == MJPEG_FPS:
                camera.write(_jpeg(picture) * times)
                continue
            if not camera.tell():
                height, width = picture.shape[:2]
                camera.write(f"YUV4MPEG2 W{width} H{height} F{fps}:1 Ip A1:1 C420jpeg\n".encode())
            plain = cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420).tobytes()
            camera.write((b"FRAME\n" + plain) * times)
    return film


def _jpeg(picture: Picture) -> bytes:
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])[1].tobytes()


def _at_rate(clip: Path, fps: int) -> Iterator[tuple[Picture, int]]:
    """Each picture with how often it stands at this rate; the last as long as the one before."""
    frames = list(read_frames(clip))
    starts_s = [frame.time_s for frame in frames]
    ends_s = [*starts_s[1:], 2 * starts_s[-1] - starts_s[-2]]
    for frame, end_s in zip(frames, ends_s, strict=True):
        yield frame.picture, round(end_s * fps) - round(frame.time_s * fps)


@contextmanager
def browser_with_camera(kind: BrowserType, chromium: Path, film: Path | None) -> Iterator[Browser]:
    """A browser of its own, since a browser has one camera from its start.

    Without a film there is a camera, but its person says no to every page that asks for it.
    """
    arguments = ["--use-fake-device-for-media-stream"]
    if film is None:
        arguments.append("--use-fake-ui-for-media-stream=deny")
    else:
        arguments.append("--use-fake-ui-for-media-stream")
        arguments.append(f"--use-file-for-fake-video-capture={film}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    opened = kind.launch(executable_path=str(chromium), args=arguments)
    yield opened
    opened.close()


def show_live_test(page: Page, address: str, element: Mapping[str, str] = ELEMENT) -> None:
    """Open a page of the app's own address and policy with the element alone."""
    attributes = " ".join(f'{name}="{value}"' for name, value in element.items())
    words = json.dumps(live_words()).replace("<", "\\u003c")
    body = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Live test</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<meta name=\"htmx-config\" content='{HTMX}'>"
        '<link rel="stylesheet" href="/static/built/main.css">'
        '<link rel="stylesheet" href="/static/coxa/tokens.css">'
        '<script type="module" src="/static/built/main.js"></script></head><body><main>'
        f'<script type="application/json" id="live-words">{words}</script>'
        f"<coxa-live-test {attributes}></coxa-live-test></main></body></html>"
    )
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
    page.route(f"**/{PAGE}*", lambda route: route.fulfill(body=body, headers=headers))
    page.goto(f"{address}{PAGE}")
