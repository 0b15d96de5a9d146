"""The live test's server over a real loopback socket: time a frame, time to an answer, memory.

    python benchmarks/live_server.py [--seconds 120] [--minutes 60] [--fps 30]

The app is served as ``coxa serve`` does. First a stick figure's whole tests are sent at the pace of
a camera for so many seconds: the processor's time of the server (all threads, views as JSON
included) a frame, and the time from sending a frame until its answer has come. Then so many minutes
of frames are sent as quickly as they are taken, test after test, while the server's memory is
watched. Exits with 1 when a frame costs too much, the slowest hundredth of the answers comes too
late, memory grows, or a test does not end with its reading.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import numpy as np
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from coxa.assessment.guided import random_plan  # noqa: E402
from tests.live_sitter import Wire, guided  # noqa: E402

SEED = 1
BEFORE = f"""
import secrets
secrets.randbits = lambda bits: {SEED}
from coxa.site.start import start
start()
from datetime import UTC, datetime
from coxa.records import ScreeningAnswers
from coxa.safety import QUESTIONS
from coxa.site.storage import DjangoStorage
answers = {{question.id: False for question in QUESTIONS}}
DjangoStorage().add_screening(ScreeningAnswers(at=datetime.now(UTC), answers=answers))
"""
AIM_US = 150.0
AIM_P99_MS = 10.0
AIM_MB_PER_HOUR = 5.0
SETTLED_SHARE = 0.2
ANSWER_S = 30.0


@dataclass
class Told:
    """What a client saw."""

    answer_ms: list[float] = field(default_factory=list)
    cpu_s: float = 0.0
    frames: int = 0
    tests: int = 0
    memory_mb: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Server:
    """The app in a process of its own."""

    address: str
    pid: int

    @property
    def cpu_s(self) -> float:
        """The processor's time so far, of all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory_mb(self) -> float:
        """Resident now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    """Serve, send, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--fps", type=float, default=30.0)
    given = parser.parse_args()
    packets = guided(random_plan(SEED), fps=given.fps, wire=Wire(noise_px=0.7)).packets
    paced, hour = Told(), Told()
    with served() as server:
        play(server, packets, paced, 2.0, given.fps)  # everything is imported once
        paced = Told()
        play(server, packets, paced, given.seconds, given.fps)
        cpu_s = server.cpu_s
        while hour.frames < given.minutes * 60 * given.fps:
            play(server, packets, hour)
            hour.memory_mb.append(server.memory_mb)
        hour.cpu_s = server.cpu_s - cpu_s
    frame_us, busy_us = (1e6 * told.cpu_s / told.frames for told in (paced, hour))
    p50_ms, p99_ms = np.percentile(paced.answer_ms, [50, 99])
    grown_mb = growth_mb_per_hour(hour.memory_mb, hour.frames / given.fps)
    print(f"load {os.getloadavg()[0]:.1f}; {paced.frames} frames at {given.fps:.0f} a second")
    print(
        f"processor {frame_us:.0f} us a frame (aim: {AIM_US:.0f}), "
        f"{busy_us:.0f} when they come all at once, with the pages and readings of all tests"
    )
    print(
        f"{len(paced.answer_ms)} answers: median {p50_ms:.2f} ms, p99 {p99_ms:.2f} ms "
        f"(aim: {AIM_P99_MS:.0f}), worst {max(paced.answer_ms):.1f} ms"
    )
    print(
        f"{hour.frames} frames, {hour.tests} tests: memory {hour.memory_mb[0]:.1f} -> "
        f"{hour.memory_mb[-1]:.1f} MB, {grown_mb:+.1f} MB an hour (aim: {AIM_MB_PER_HOUR:.0f})"
    )
    good = frame_us <= AIM_US and p99_ms <= AIM_P99_MS and grown_mb <= AIM_MB_PER_HOUR
    return 0 if good and hour.tests else 1


@contextlib.contextmanager
def served() -> Iterator[Server]:
    """The app on a free port, with a person whom nothing keeps from measuring."""
    program = f"{BEFORE}\nfrom coxa.site import serve; serve(port=0)"
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            [sys.executable, "-c", program],
            env=os.environ | {"COXA_HOME": f"{folder}/home"},
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        found = re.search(r"http://\S+/", process.stdout.readline())
        assert found, "the app did not say where it is"
        try:
            yield Server(found[0], process.pid)
        finally:
            process.terminate()


def play(
    server: Server,
    packets: list[bytes],
    told: Told,
    seconds: float = float("inf"),
    fps: float | None = None,
) -> None:
    """One test after another for so many seconds of frames, at the pace of a camera.

    Without a limit and a pace, one whole test as quickly as it is taken.
    """
    left = round(seconds * fps) if fps else len(packets)
    while left > 0:
        played = packets[:left]
        with opened(server) as line:
            cpu_s = server.cpu_s
            # The last frame of all starts the reading, which is no part of a frame's time.
            send(line, played[:-1], told, fps)
            told.cpu_s += server.cpu_s - cpu_s
            whole = ends(line, played[-1]) if len(played) == len(packets) else False
        told.tests += whole
        told.frames += len(played)
        left -= len(played)


@contextlib.contextmanager
def opened(server: Server) -> Iterator[ClientConnection]:
    """The socket of a new test; an unfinished one is stopped at the end."""
    path, ticket = new_ticket(server.address)
    address = server.address.replace("http", "ws", 1).rstrip("/") + path
    with connect(address, origin=Origin(server.address.rstrip("/")), compression=None) as line:
        hello = {"kind": "hello", "ticket": ticket, "secret": None}
        line.send(json.dumps(hello | {"width_px": 640, "height_px": 640}))
        assert json.loads(line.recv(ANSWER_S))["kind"] == "welcome"
        yield line
        with contextlib.suppress(Exception):
            line.send(json.dumps({"kind": "answer", "answer": "stop", "reason": None}))
            hear_out(line)


def new_ticket(address: str) -> tuple[str, str]:
    """Path of a socket and what opens it, as the page gets them."""
    web = build_opener(HTTPCookieProcessor(CookieJar()))
    page = web.open(f"{address}measure/live/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "after_exercise": "no", "take_over": "on"}
    page = web.open(f"{address}measure/live/", urlencode(form).encode()).read().decode()
    found = re.search(r'data-socket="([^"]+)"\s+data-ticket="([^"]+)"', page)
    assert found
    return found[1], found[2]


def send(line: ClientConnection, packets: list[bytes], told: Told, fps: float | None) -> None:
    """Packets in their order, and what comes meanwhile."""
    sent_s: dict[int, float] = {}
    begin_s = time.perf_counter()
    for number, packet in enumerate(packets):
        sent_s[number] = time.perf_counter()
        line.send(packet)
        listen(line, told, sent_s, begin_s + (number + 1) / fps if fps else None)


def ends(line: ClientConnection, packet: bytes) -> bool:
    """Send the last packet of a test; whether it was read."""
    line.send(packet)
    while (answer := json.loads(line.recv(ANSWER_S)))["kind"] == "view":
        pass
    return bool(answer["kind"] == "done")


def listen(
    line: ClientConnection, told: Told, sent_s: dict[int, float], until_s: float | None
) -> None:
    """Take in what comes until the next frame is due, or what has come already."""
    while True:
        wait_s = 0.0 if until_s is None else max(0.0, until_s - time.perf_counter())
        try:
            answer = json.loads(line.recv(wait_s))
        except TimeoutError:
            return
        assert answer["kind"] == "view", answer
        # The first view that answers a frame: later ones of the same frame are told by the clock.
        at_s = sent_s.pop(answer["number"], None)
        if until_s is not None and at_s is not None:
            told.answer_ms.append(1000 * (time.perf_counter() - at_s))


def hear_out(line: ClientConnection) -> None:
    """Until the server has hung up."""
    for _ in line:
        pass


def growth_mb_per_hour(memory_mb: list[float], seconds: float) -> float:
    """The slope of a line through all but the first fifth."""
    if len(memory_mb) < 3:
        return 0.0
    times_h = np.linspace(0, seconds / 3600, len(memory_mb))
    first = int(SETTLED_SHARE * len(memory_mb))
    return float(np.polyfit(times_h[first:], memory_mb[first:], 1)[0])


if __name__ == "__main__":
    sys.exit(main())
