"""Time per frame of ``record_video`` against bare inference of the same nets, in one run.

    python benchmarks/measure_speed.py [VIDEO] [--model heavy] [--threads 2] [--rounds 3]

Bare inference is asked for nothing but the nets' own runs, on inputs that are ready: as many of the
landmark net and of the detector as ``record_video`` has just made. The two take turns every thirty
frames, so that a busy machine weighs on both alike; the middle of these ratios counts. The
processor's time, over all threads, hardly depends on other work, but a net with several threads
also spends it on waiting. Exits with 1 when the aim is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from coxa.capture import record_video
from coxa.pose import MODELS, BlazePose, Landmarks
from coxa.pose.net import Floats, Net, Pixels

CLIP = Path(__file__).parents[1] / "tests" / "clips" / "front.mp4"
AIM_RATIO = 1.1
TURN_FRAMES = 30


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?", default=CLIP)
    parser.add_argument("--model", choices=MODELS, default="heavy")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    turns: list[Turn] = []
    with counted_runs() as runs:
        for _ in range(given.rounds):
            pose = InTurns(BlazePose(given.model, given.threads, both_ways=True), runs, turns)
            record_video(given.video, pose=pose, threads=given.threads)
    whole, bare = (np.array([getattr(turn, name) for turn in turns]) for name in ("whole", "bare"))
    wall, processor = np.median(whole / bare, axis=0)
    print(f"{given.video.name}, {given.model}, {given.threads} threads, {len(turns)} turns", end="")
    print(f" of {TURN_FRAMES} frames, load {os.getloadavg()[0]:.1f}")
    for name, spent_s in (("record_video", whole), ("bare inference", bare)):
        wall_ms, cpu_ms = 1000 * np.median(spent_s, axis=0) / TURN_FRAMES
        print(f"{name:15} {wall_ms:6.1f} ms a frame, {cpu_ms:6.1f} ms of the processor")
    print(f"ratio {wall:.3f}, by the processor's time {processor:.3f} (aim: at most {AIM_RATIO})")
    return 0 if wall <= AIM_RATIO else 1


@dataclass(frozen=True)
class Turn:
    """Seconds by the clock and of the processor for some frames, and for their bare inference."""

    whole: NDArray[np.float64]
    bare: NDArray[np.float64]


@dataclass
class InTurns:
    """A pose model that stops every thirty frames to repeat their inference bare."""

    pose: BlazePose
    runs: Counter[Net]
    turns: list[Turn]
    begin_s: NDArray[np.float64] | None = None
    frames: int = 0
    inputs: dict[Net, Floats] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As the model."""
        return self.pose.name

    def follow(self, picture_bgr: Pixels, time_s: float) -> Landmarks | None:
        """As the model. The first turn, in which everything is new, is not counted."""
        if self.frames % TURN_FRAMES == 0:
            if self.begin_s is not None:
                whole = clocks_s() - self.begin_s
                self.turns.append(Turn(whole, self.bare_s()))
            self.runs.clear()
            self.begin_s = clocks_s() if self.frames else None
        self.frames += 1
        return self.pose.follow(picture_bgr, time_s)

    def count_people(self, picture_bgr: Pixels, followed: Landmarks | None) -> int:
        """As the model."""
        return self.pose.count_people(picture_bgr, followed)

    def bare_s(self) -> NDArray[np.float64]:
        """What as many runs of the nets take, and nothing else."""
        for net in self.runs.keys() - self.inputs.keys():
            shape = (1, net.side_px, net.side_px, 3)
            self.inputs[net] = np.random.default_rng(0).random(shape, np.float32)
        begin_s = clocks_s()
        for net, count in self.runs.items():
            for _ in range(count):
                net._input()[:] = self.inputs[net]
                net._net.invoke()
        return clocks_s() - begin_s


@contextmanager
def counted_runs() -> Iterator[Counter[Net]]:
    """How often each net has run since the counter was cleared."""
    runs: Counter[Net] = Counter()
    run = Net.run

    def counting(net: Net, picture_bgr: Pixels) -> list[Floats]:
        runs[net] += 1
        return run(net, picture_bgr)

    with patch.object(Net, "run", counting):
        yield runs


def clocks_s() -> NDArray[np.float64]:
    """The clock, and the processor's time over all threads of this process."""
    return np.array([time.perf_counter(), time.process_time()])


if __name__ == "__main__":
    sys.exit(main())
