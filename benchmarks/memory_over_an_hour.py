"""The memory of the process over a long recording: does it grow with the recording's length?

    python benchmarks/memory_over_an_hour.py [VIDEO] [--minutes 60] [--frames-per-s 15]
    python benchmarks/memory_over_an_hour.py --model full --minutes 4

The frames of VIDEO, small, are written over and over into a film of so many minutes, which
``record_video`` reads. Without ``--model`` a light stand-in takes the place of the nets (an hour is
54,000 frames), so that film, frames and spool are watched; with it, the nets as well. Resident
memory is noted every five seconds of film; the slope is fitted from a fifth of the film on. Exits
with 1 when memory grows. What judging the landmarks takes is told by ``memory_of_judging.py``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

import cv2
import numpy as np

from coxa.capture import record_video
from coxa.capture.spool import FRAME
from coxa.pose import MODELS, BlazePose, Landmarks, PoseModel
from coxa.pose.net import Pixels

CLIP = Path(__file__).parents[1] / "tests" / "clips" / "one_repeat.mp4"
SIZE_PX = (320, 240)
NOTE_EVERY_S = 5.0
SETTLED_SHARE = 0.2
AIM_MB_PER_HOUR = 5.0
# Short films: so much may come and go by itself.
AIM_GROWTH_MB = 2.0


class StandIn:
    """Sees the same body in every picture, at no cost."""

    name = "blazepose-full"

    def __init__(self) -> None:
        still = np.asarray(cv2.resize(first_frames(CLIP, 1)[0], (640, 480)), np.uint8)
        self._found = BlazePose("full").follow(still, 0.0)

    def follow(self, picture_bgr: Pixels, time_s: float) -> Landmarks | None:
        """The body of the first picture."""
        return self._found

    def count_people(self, picture_bgr: Pixels, followed: Landmarks | None) -> int:
        """One."""
        return 1


class Watched:
    """A pose model that notes the process's memory now and then."""

    def __init__(self, pose: PoseModel) -> None:
        self._pose = pose
        self.name = pose.name
        self.notes: list[tuple[float, float]] = []

    def follow(self, picture_bgr: Pixels, time_s: float) -> Landmarks | None:
        """As the model; notes time and memory."""
        if time_s >= len(self.notes) * NOTE_EVERY_S:
            self.notes.append((time_s, resident_mb()))
        return self._pose.follow(picture_bgr, time_s)

    def count_people(self, picture_bgr: Pixels, followed: Landmarks | None) -> int:
        """As the model."""
        return self._pose.count_people(picture_bgr, followed)


def main() -> int:
    """Film, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?", default=CLIP)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--model", choices=MODELS)
    parser.add_argument("--frames-per-s", type=float, default=15.0)
    given = parser.parse_args()
    pose = Watched(BlazePose(given.model) if given.model else StandIn())
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "long.mp4"
        write_film(film, first_frames(given.video, 300), given.minutes, given.frames_per_s)
        recording = record_video(film, pose=pose)
    times_s, memory_mb = np.array(pose.notes).T
    settled = times_s >= SETTLED_SHARE * times_s[-1]
    slope = float(np.polyfit(times_s[settled] / 3600, memory_mb[settled], 1)[0])
    growth_mb = slope * float(np.ptp(times_s[settled])) / 3600
    count = recording.frame_count
    shown = f"{times_s[-1] / 60:.0f} min of {given.frames_per_s:g} frames a second, {count} read"
    print(f"{shown}, {given.model or 'stand-in for the nets'}")
    for share in (0.0, SETTLED_SHARE, 0.5, 1.0):
        at = round(share * (len(times_s) - 1))
        print(f"  after {times_s[at] / 60:5.1f} min {memory_mb[at]:7.1f} MB")
    print(f"slope {slope:+.2f} MB an hour of film, {growth_mb:+.2f} MB in all")
    print(f"landmarks: {count * FRAME.itemsize / 1e6:.1f} MB, in a file until they are judged")
    print(f"aim: under {AIM_MB_PER_HOUR} MB an hour, or under {AIM_GROWTH_MB} MB in all")
    return 0 if slope < AIM_MB_PER_HOUR or growth_mb < AIM_GROWTH_MB else 1


def first_frames(video: Path, count: int) -> list[Pixels]:
    """Up to ``count`` frames of a video, small."""
    capture = cv2.VideoCapture(str(video))
    found: list[Pixels] = []
    while len(found) < count and capture.grab():
        found.append(np.asarray(cv2.resize(capture.retrieve()[1], SIZE_PX), np.uint8))
    capture.release()
    return found


def write_film(path: Path, frames: list[Pixels], minutes: float, frames_per_s: float) -> None:
    """Write a film of so many minutes, over and over the frames given, forwards and backwards."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), frames_per_s, SIZE_PX)
    for frame in islice(cycle(frames + frames[::-1]), round(minutes * 60 * frames_per_s)):
        writer.write(frame)
    writer.release()


def resident_mb() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main())
