"""Time per frame of ``record_video`` against bare inference of the same nets, in one run.

    python benchmarks/measure_speed.py VIDEO [--model heavy] [--threads 2] [--rounds 3]

Bare inference is given finished inputs and is asked for nothing but the nets' own runs: as many
of the landmark net and of the detector as ``record_video`` made. Rounds alternate, so that a busy
machine weighs on both alike; the middle of the rounds counts. Prints the processor's time too.
Exits with 1 when the aim is missed.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np

from coxa.capture import record_video
from coxa.pose import MODELS, BlazePose, Model
from coxa.pose.net import Floats, Net, Pixels

AIM_RATIO = 1.2


@dataclass(frozen=True)
class Spent:
    """Time spent: by the clock, and by the processor over all threads."""

    wall_s: float
    cpu_s: float


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path)
    parser.add_argument("--model", choices=MODELS, default="heavy")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    video, model, threads = given.video, given.model, given.threads
    frames, calls = count_calls(video, model, threads)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole: list[Spent] = []
    bare: list[Spent] = []
    for _ in range(given.rounds):
        pose = BlazePose(model, threads)
        bare_nets = bare_runs(pose, calls)
        whole.append(spent(partial(record_video, video, pose=pose)))
        bare.append(spent(bare_nets))
    ratio = statistics.median(a.wall_s / b.wall_s for a, b in zip(whole, bare, strict=True))
    print(f"{video.name}, {model}, {threads} threads, {frames} frames, load {os.getloadavg()[0]}")
    print(f"runs of a net by the side of its input: {calls}")
    for name, rounds in (("record_video", whole), ("bare inference", bare)):
        wall_ms = 1000 * statistics.median(one.wall_s for one in rounds) / frames
        cpu_ms = 1000 * statistics.median(one.cpu_s for one in rounds) / frames
        print(f"{name:15} {wall_ms:6.1f} ms a frame, {cpu_ms:6.1f} ms of the processor")
    print(f"ratio {ratio:.3f} (aim: under {AIM_RATIO}); peak memory {peak_mb:.0f} MB")
    return 0 if ratio < AIM_RATIO else 1


def spent(work: Callable[[], object]) -> Spent:
    """Time that ``work`` takes."""
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - wall_s, time.process_time() - cpu_s)


def count_calls(video: Path, model: Model, threads: int) -> tuple[int, dict[int, int]]:
    """Frames, and how often ``record_video`` runs each net, by the side of its input."""
    calls: dict[int, int] = {}
    with recorded(calls):
        frames = record_video(video, model=model, threads=threads).frame_count
    return frames, calls


@contextmanager
def recorded(calls: dict[int, int]) -> Iterator[None]:
    """Count the runs of every net."""
    run = Net.run

    def counting(net: Net, picture_bgr: Pixels) -> list[Floats]:
        calls[net.side_px] = calls.get(net.side_px, 0) + 1
        return run(net, picture_bgr)

    with patch.object(Net, "run", counting):
        yield


def bare_runs(pose: BlazePose, calls: dict[int, int]) -> Callable[[], None]:
    """So many runs of the nets of ``pose``, on inputs that are ready."""
    nets = [pose._detector._net, pose._landmarker._net]
    random = np.random.default_rng(0)
    inputs = [random.random((1, net.side_px, net.side_px, 3), np.float32) for net in nets]

    def run() -> None:
        for net, picture in zip(nets, inputs, strict=True):
            for _ in range(calls.get(net.side_px, 0)):
                net._net.set_tensor(net._input, picture)
                net._net.invoke()

    return run


if __name__ == "__main__":
    sys.exit(main())
