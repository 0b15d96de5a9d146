"""Uploads that are gigantic, empty, of the wrong kind or broken off: refused, nothing stays."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, override_settings

from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.storage import DjangoStorage
from coxa.site.upload_limit import BESIDES_BYTES, UploadLimit
from tests.browser.conftest import _served

CLIP = (Path(__file__).parent.parent / "clips" / "left_internal_only.mp4").read_bytes()
WAYS: list[str] = ["/measure/video/", "/api/measurements"]


def hand_in(web: Client, way: str, content: bytes, name: str = "me.mp4") -> HttpResponse:
    form = {"recording": SimpleUploadedFile(name, content), "after_exercise": "no"}
    response: Any = web.post(way, form)
    answer: HttpResponse = response
    return answer


def nothing_stays() -> bool:
    return not Job.objects.exists() and not list(settings.HOME.uploads.iterdir())


def changed(at: bytes, value: bytes) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        start = content.index(at) + len(at)
        return content[:start] + value + content[start + len(value) :]

    return change


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing in it": (lambda _: b"", "empty"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(500), "not a video"),
    "a web page": (lambda _: b"<html></html>" * 50, "not a video"),
    "broken off": (lambda content: content[: len(content) // 2], "cut off"),
    "absurd": (
        changed(b"stsz", b"\0\0\0\0" + b"\0\0\0\1" + b"\x04\xff\xff\xff"),
        "more pictures than any recording",
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_refused_at_once(
    web: Client, cleared: DjangoStorage, way: str, name: str
) -> None:
    spoil, told = BAD[name]
    response = hand_in(web, way, spoil(CLIP))
    assert response.status_code == 422
    text = response.content.decode()
    assert told in text
    assert "ecords are unchanged" in text or "nothing is lost" in text
    assert nothing_stays()


@pytest.mark.parametrize("way", WAYS)
def test_no_file_at_all(web: Client, cleared: DjangoStorage, way: str) -> None:
    assert web.post(way, {"recording": "words"}).status_code == 422
    assert web.post(way, {}).status_code == 422
    assert web.post(way, b"rubbish", content_type="multipart/form-data").status_code in {400, 422}
    assert nothing_stays()


@pytest.mark.parametrize("way", WAYS)
def test_a_file_beyond_the_limit_is_let_go(web: Client, cleared: DjangoStorage, way: str) -> None:
    with override_settings(COXA_MAX_UPLOAD_BYTES=1000):
        response = hand_in(web, way, CLIP)
    assert response.status_code == 422
    assert nothing_stays()


@pytest.mark.parametrize(
    "name",
    ["名" * 150, "🦵" * 90, "x" * 5000, "a\nb\t", "%s{0}"],
    ids=["wide", "emoji", "long", "breaks", "formats"],
)
@pytest.mark.parametrize("way", WAYS)
def test_any_name_fits_on_the_disk(
    web: Client, cleared: DjangoStorage, way: str, name: str
) -> None:
    assert hand_in(web, way, CLIP, f"{name}.mp4").status_code in {202, 302}
    job = Job.objects.get()
    assert jobs.video_file(job).read_bytes() == CLIP
    jobs.let_go(job.id)
    assert nothing_stays()


def asked(path: str, length: int | None, chunks: int) -> tuple[list[dict[str, Any]], int]:
    """What the limit answers to a body in pieces of 1 MB, and how many of them it took."""
    sent: list[dict[str, Any]] = []
    taken = 0

    async def receive() -> dict[str, Any]:
        nonlocal taken
        taken += 1
        return {"type": "http.request", "body": bytes(1024**2), "more_body": taken < chunks}

    async def send(event: Any) -> None:
        sent.append(event)

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        while (await receive())["more_body"]:
            pass
        await send({"type": "http.response.start", "status": 200})

    headers = [] if length is None else [(b"content-length", str(length).encode())]
    scope = {"type": "http", "path": path, "headers": headers}
    # In a thread of its own: browser tests before this one leave a loop running in the main one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(UploadLimit(inner)(scope, receive, send))).result()
    return sent, taken


@override_settings(COXA_MAX_UPLOAD_BYTES=5 * 1024**2)
@pytest.mark.parametrize("path", WAYS)
def test_a_gigantic_body_is_turned_away_before_it_is_taken_in(path: str) -> None:
    sent, taken = asked(path, 10**15, 100)
    assert (sent[0]["status"], taken) == (413, 0)
    assert b"larger than" in sent[1]["body"]
    sent, taken = asked(path, None, 100)
    assert sent[0]["status"] == 413
    assert taken * 1024**2 <= 5 * 1024**2 + BESIDES_BYTES + 1024**2
    assert asked(path, 3 * 1024**2, 3)[0][0]["status"] == 200


def test_an_upload_that_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    """A real server: the line goes dead in the middle of the file."""
    with _served(tmp_path) as address:
        host, port = address.removeprefix("http://").rstrip("/").split(":")
        start = (
            b'--x\r\nContent-Disposition: form-data; name="recording"; filename="me.mp4"\r\n\r\n'
        )
        head = (
            f"POST /api/measurements HTTP/1.1\r\nHost: {host}:{port}\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {10**8}\r\n\r\n"
        )
        with socket.create_connection((host, int(port))) as line:
            line.sendall(head.encode() + start + CLIP)
        time.sleep(1.0)
        assert not list((tmp_path / "uploads").iterdir())
        with socket.create_connection((host, int(port))) as line:
            line.sendall(f"GET /healthy HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
            assert line.recv(12).startswith(b"HTTP/1.1")
