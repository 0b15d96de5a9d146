"""What a live frame costs in Python: taken in, looked at, stepped on, and shown ten times a second.

    python benchmarks/live_frames.py [--minutes 60] [--fps 30] [--rest-ms 0]

A stick figure's test is played over and over for so many minutes of frames, without waiting: one
capture for all of them, a new guide whenever one is done. With a rest before every fourth frame, as
between the messages of a page, the processor's caches are cold each time. Times are the processor's
over all threads; those of single frames are by the wall clock. Exits with 1 when a frame costs more
than its share on average, when the slowest hundredth is too slow, when memory grows, or when no
test was played to its end.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from coxa.assessment.guided import Watcher, plan_of, start, step, view
from coxa.capture import FRAME, LiveCapture
from coxa.quantities import Side
from tests.live_sitter import Wire, guided

AIM_US = 150.0
AIM_P99_MS = 10.0
AIM_GROWTH_MB = 2.0
SETTLED_SHARE = 0.2
VIEWS_PER_S = 10
TOGETHER = 4
"""Frames in a message of the page at 30 a second."""
PLAN = plan_of(Side.RIGHT, Side.LEFT)


@dataclass
class Noted:
    """What was seen on the way."""

    frame_us: NDArray[np.float64]
    memory_mb: list[float] = field(default_factory=list)
    done: int = 0
    cpu_s: float = 0.0


def main() -> int:
    """Play, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--fps", type=float, default=30.0)
    parser.add_argument("--rest-ms", type=float, default=0.0)
    given = parser.parse_args()
    packets = guided(PLAN, fps=given.fps, wire=Wire(noise_px=0.7)).packets
    frames = round(given.minutes * 60 * given.fps)
    noted = play(packets, frames, given.fps, given.rest_ms / 1000)
    mean_us = 1e6 * noted.cpu_s / frames
    median_us, p99_us = np.percentile(noted.frame_us, [50, 99])
    settled = noted.memory_mb[int(SETTLED_SHARE * len(noted.memory_mb)) :]
    growth_mb = settled[-1] - settled[0]
    print(
        f"{frames} frames, {given.minutes:.0f} min at {given.fps:.0f} a second, {noted.done} tests"
    )
    print(f"processor {mean_us:.0f} us a frame, views as JSON included (aim: {AIM_US:.0f})")
    print(
        f"wall median {median_us:.0f} us, p99 {p99_us:.0f} us, worst {max(noted.frame_us):.0f} us"
    )
    print(f"memory {settled[0]:.1f} -> {settled[-1]:.1f} MB, {growth_mb:+.1f} MB (aim: flat)")
    good = mean_us <= AIM_US and p99_us <= 1000 * AIM_P99_MS and growth_mb < AIM_GROWTH_MB
    return 0 if good and noted.done else 1


def play(packets: list[bytes], frames: int, fps: float, rest_s: float) -> Noted:
    """Send the packets over and over, renumbered, as one long session."""
    # Written now, so that its own pages are not taken for growth.
    noted = Noted(np.full(frames, -1.0))
    capture, watcher, state = LiveCapture(640, 640), Watcher(640, 640), start(PLAN)
    note_every, view_every = max(1, frames // 100), max(1, round(fps / VIEWS_PER_S))
    row = np.zeros(1, FRAME)
    for number in range(frames):
        if rest_s and number % TOGETHER == 0:
            time.sleep(rest_s)
        row[:] = np.frombuffer(packets[number % len(packets)], FRAME)
        row["number"], row["time_s"] = number, number / fps
        packet = row.tobytes()
        cpu_s, wall_s = time.process_time(), time.perf_counter()
        frame = capture.take(packet)
        assert frame is not None
        state, cues = step(state, watcher.look(frame))
        if cues or number % view_every == 0:
            json.dumps(view(state).to_dict() | {"cues": [cue.to_dict() for cue in cues]})
        noted.frame_us[number] = 1e6 * (time.perf_counter() - wall_s)
        noted.cpu_s += time.process_time() - cpu_s
        if state.over:
            noted.done += 1
            state = start(PLAN)
        if number % note_every == 0:
            noted.memory_mb.append(resident_mb())
    return noted


def resident_mb() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main())
