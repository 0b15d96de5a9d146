"""The angle mathematics alone, from landmarks to readings, against the pose that gave them.

    python benchmarks/angle_mathematics.py [VIDEO] [--model full] [--rounds 20]

One run reads the video, the rounds judge its landmarks as a seated test. Times are the
processor's, over all threads, since other work on the machine hardly changes them. Exits with 1
when the mathematics takes more than its share, or when it found nothing to measure.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from coxa.assessment import assess
from coxa.capture import record_video
from coxa.pose import MODELS

CLIP = Path(__file__).parents[1] / "tests" / "clips" / "front.mp4"
AIM_SHARE = 0.01


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?", default=CLIP)
    parser.add_argument("--model", choices=MODELS, default="full")
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    begin_s = time.process_time()
    recording = record_video(given.video, model=given.model)
    pose_s = time.process_time() - begin_s
    measurement = assess(recording)
    taken_s = []
    for _ in range(given.rounds):
        begin_s = time.process_time()
        assess(recording)
        taken_s.append(time.process_time() - begin_s)
    angles_s = statistics.median(taken_s)
    frames, share = recording.frame_count, angles_s / pose_s
    measured = sum(reading.accepted for reading in measurement.readings)
    print(f"{given.video.name}, {frames} frames, {measured} of 4 readings accepted")
    print(f"pose ({given.model}) {frames / pose_s:10.0f} frames a second of the processor's time")
    print(f"angles      {frames / angles_s:10.0f} frames a second, {1000 * angles_s:.1f} ms in all")
    print(f"share {share:.2%} of the pose (aim: under {AIM_SHARE:.0%})")
    return 0 if share < AIM_SHARE and measured else 1


if __name__ == "__main__":
    sys.exit(main())
