"""The watch socket's server over a real loopback socket: time a frame, time to an answer.

    python benchmarks/watch_server.py [--seconds 60] [--exercise clamshell]

The app is served as ``coxa serve`` does. A figure that does an exercise is sent at the player's
pace, 15 frames a second, two in a message as the page sends them: the processor's time of the whole
server (all threads) a frame, and the time from sending a message until its answer is there. Once
while the start pose is searched for (somebody walks past), once while repetitions are followed. How
long it takes until an exercise is watched, posing its figure included, is told too.

Exits with 1 when a frame costs too much or the slowest hundredth of the answers comes too late.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import HTTPCookieProcessor, Request, build_opener

import numpy as np
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.live_server import ANSWER_S, Server, served  # noqa: E402
from coxa.catalogue import load_catalogue  # noqa: E402
from coxa.quantities import Side  # noqa: E402
from tests import synthetic_exercise  # noqa: E402
from tests.synthetic_exercise import HEIGHT_PX, WIDTH_PX, SyntheticFrame, frames, reps  # noqa: E402
from tests.watch_page import packets  # noqa: E402

FPS, TOGETHER = 15.0, 2
AIM_MS, AIM_P99_MS = 10.0, 50.0
"""For a frame, of one core; for an answer, which is a tenth of the half second that a cue has."""


@dataclass
class Told:
    """What the page saw."""

    answer_ms: list[float] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    cpu_s: float = 0.0
    frames: int = 0


def main() -> int:
    """Serve, send, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--exercise", default="clamshell")
    given = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}")
    synthetic_exercise.FPS = FPS
    exercise = load_catalogue().exercise(given.exercise)
    peaks = [1.0] * int((given.seconds - 3) / 5.5)
    does = list(frames(exercise, Side.LEFT, reps(*peaks), given.seconds))
    with served() as server, opened(server, given.exercise) as line:
        followed = send(server, line, list(packets(does)))
    with served() as server, opened(server, given.exercise) as line:
        searched = send(server, line, list(packets(passers_by(does))))
    assert followed.seen.count("back") == len(peaks)
    assert "in-position" not in searched.seen
    return 0 if all([judged("followed", followed), judged("searched for", searched)]) else 1


def passers_by(does: list[SyntheticFrame]) -> list[SyntheticFrame]:
    """The same landmarks in the places of others: a body, but in no pose of the exercise."""
    random = np.random.default_rng(1)
    order = random.permutation(len(does[0].image_px) // 2)
    return [
        SyntheticFrame(one.time_s, tuple(np.reshape(one.image_px, (-1, 2))[order].ravel()))
        for one in does
    ]


def judged(name: str, told: Told) -> bool:
    """Print; whether the aims are met."""
    frame_ms = 1000 * told.cpu_s / told.frames
    p50_ms, p99_ms = np.percentile(told.answer_ms, [50, 99])
    print(
        f"{name}: {told.frames} frames at {FPS:.0f} a second, {TOGETHER} a message: processor "
        f"{frame_ms:.2f} ms a frame (aim: {AIM_MS:.0f}), {100 * frame_ms * FPS / 1000:.1f} % of a "
        f"core; {len(told.answer_ms)} answers: median {p50_ms:.1f} ms, p99 {p99_ms:.1f} ms (aim: "
        f"{AIM_P99_MS:.0f}), worst {max(told.answer_ms):.1f} ms; {len(told.seen)} moments"
    )
    return bool(frame_ms <= AIM_MS and p99_ms <= AIM_P99_MS)


def opened(server: Server, exercise_id: str) -> ClientConnection:
    """The socket of a new session of this exercise, which is watched already."""
    path, ticket = new_session(server.address, exercise_id)
    address = server.address.replace("http", "ws", 1).rstrip("/") + path
    line = connect(address, origin=Origin(server.address.rstrip("/")), compression=None)
    size = {"width_px": WIDTH_PX, "height_px": HEIGHT_PX}
    line.send(json.dumps({"kind": "hello", "ticket": ticket} | size))
    for turn in (1, 2):
        asked = {"exercise_id": exercise_id, "side": Side.LEFT, "turn": turn}
        begun_s = time.perf_counter()
        line.send(json.dumps({"kind": "exercise"} | asked))
        assert json.loads(line.recv(ANSWER_S))["kind"] == "watching"
        print(f"watched after {1000 * (time.perf_counter() - begun_s):.0f} ms", end=", ")
    print()
    return line


def new_session(address: str, exercise_id: str) -> tuple[str, str]:
    """Path of the socket and what opens it, as the player's page has them."""
    web = build_opener(HTTPCookieProcessor())
    page = web.open(f"{address}session/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    body = json.dumps({"exercise_id": exercise_id, "side": Side.LEFT}).encode()
    told = {"Content-Type": "application/json", "X-CSRFToken": token[1]}
    begun = web.open(Request(f"{address}api/sessions", body, told | {"Referer": address}))
    session_id = json.loads(begun.read())["id"]
    player = web.open(f"{address}session/{session_id}/").read().decode()
    found = re.search(r'data-socket="([^"]+)"\s+data-ticket="([^"]+)"', player)
    assert found
    return found[1], found[2]


def send(server: Server, line: ClientConnection, sent: list[bytes]) -> Told:
    """Packets at the camera's pace, each message answered before the next one is due."""
    told = Told(frames=len(sent))
    cpu_s, begin_s = server.cpu_s, time.perf_counter()
    for first in range(0, len(sent), TOGETHER):
        bundle = sent[first : first + TOGETHER]
        due_s = begin_s + (first + len(bundle) - 1) / FPS
        time.sleep(max(0.0, due_s - time.perf_counter()))
        sent_s = time.perf_counter()
        line.send(b"".join(bundle))
        answer = json.loads(line.recv(ANSWER_S))
        assert answer["kind"] == "looks", answer
        told.answer_ms.append(1000 * (time.perf_counter() - sent_s))
        told.seen += [one["what"] for one in answer["seen"]]
    told.cpu_s = server.cpu_s - cpu_s
    return told


if __name__ == "__main__":
    sys.exit(main())
