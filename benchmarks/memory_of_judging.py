"""The memory and the time that judging a very long recording takes.

    python benchmarks/memory_of_judging.py [VIDEO] [--minutes 60] [--frames-per-s 15]

VIDEO is read once; its landmarks, forwards and backwards, make a recording of so many minutes with
hundreds of repeats, kept in a file as ``record_video`` keeps them. What the process holds at most
while ``assess`` reads it is set against what it held before. The landmarks themselves are pages of
that file, which the system can take back at any time; the rest is memory of the process's own.
The same for a quarter of the film tells whether it grows faster than the film. Exits with 1 when
an aim is missed. Linux only.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import time
from itertools import cycle
from pathlib import Path

import numpy as np

from coxa.assessment import assess
from coxa.capture import PoseRecording, record_video
from coxa.capture.spool import FRAME, Spool

CLIP = Path(__file__).parents[1] / "tests" / "clips" / "front.mp4"
PROCESS = Path("/proc/self")
SHORT_SHARE = 0.25
# An hour at 15 frames a second has 54,000.
AIM_BYTES_PER_FRAME = 1000
AIM_TIME_GROWTH = 1.5


def main() -> int:
    """Lengthen, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?", default=CLIP)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--frames-per-s", type=float, default=15.0)
    given = parser.parse_args()
    seen = record_video(given.video, model="full")
    assess(seen)  # everything is imported and learnt before anything is measured
    frames = round(given.minutes * 60 * given.frames_per_s)
    # The long one first: memory that a first judging has left behind would make its own look small.
    own_mb, long_s = judged(lengthened(seen, frames, given.frames_per_s))
    _, short_s = judged(lengthened(seen, round(frames * SHORT_SHARE), given.frames_per_s))
    aim_mb = AIM_BYTES_PER_FRAME * frames / 1e6
    slower = long_s / short_s * SHORT_SHARE
    print(f"own memory {own_mb:.0f} MB at most (aim: {aim_mb:.0f})")
    print(f"time of a frame, the whole over a quarter: {slower:.2f} (aim: {AIM_TIME_GROWTH})")
    return 0 if own_mb <= aim_mb and slower <= AIM_TIME_GROWTH else 1


def judged(recording: PoseRecording) -> tuple[float, float]:
    """Megabytes of the process's own that judging takes at most, and seconds."""
    landmarks_mb = recording.frame_count * FRAME.itemsize / 1e6
    before_mb = memory_mb("VmRSS")
    (PROCESS / "clear_refs").write_text("5", encoding="ascii")  # forgets the peak until now
    begin_s = time.perf_counter()
    found = assess(recording)
    spent_s = time.perf_counter() - begin_s
    peak_mb = memory_mb("VmHWM") - before_mb
    repeats = sum(len(reading.repeats) for reading in found.readings)
    print(f"{recording.frame_count} frames, {repeats} repeats held: judged in {spent_s:.1f} s,")
    print(f"  {peak_mb:.0f} MB more at most, of it {landmarks_mb:.0f} the landmarks' file")
    return peak_mb - landmarks_mb, spent_s


def lengthened(seen: PoseRecording, frames: int, frames_per_s: float) -> PoseRecording:
    """The same landmarks over and over, as many frames, in a file."""
    rows = np.zeros(seen.frame_count, FRAME)
    for name in FRAME.fields or ():
        rows[name] = getattr(seen, name)
    with Spool() as spool:
        for index, row in zip(
            range(frames), cycle(np.concatenate([rows, rows[::-1]])), strict=False
        ):
            row["time_s"] = index / frames_per_s
            spool._file.write(row.tobytes())
        kept = spool.rows()
    found = {name: kept[name] for name in FRAME.fields or ()}
    return dataclasses.replace(seen, **found)  # type: ignore[arg-type]


def memory_mb(kind: str) -> float:
    """A line of the process's status, in MB of 10^6 bytes."""
    lines = (PROCESS / "status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(kind)).split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main())
