"""``record_video`` against MediaPipe 0.10.21's own Python pose: throughput and landmarks.

    python benchmarks/against_mediapipe.py [VIDEO] [--models full heavy] [--rounds 3]

MediaPipe gets an environment of its own, ``.venv/mediapipe`` (1 GB, made at the first run from
``mediapipe.lock``; there are wheels for Python 3.9 to 3.12), the very same weights, and no
smoothing of its landmarks. Both read the same file, in turn, from making the model to the last
picture; ``record_video`` counts people besides. MediaPipe takes every video for one of 30 frames a
second. Compared are landmarks that both call visible. Exits with 1 when an aim is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coxa.capture import PoseRecording, record_video
from coxa.pose import MODELS, BlazePose, Model
from coxa.pose.weights_file import DETECTOR, landmark_weights, weights_path

HERE = Path(__file__).parent
ENVIRONMENT = HERE.parent / ".venv" / "mediapipe"
CLIP = HERE.parent / "tests" / "clips" / "front.mp4"
COMPLEXITY: dict[Model, int] = {"full": 1, "heavy": 2}

AIM_THROUGHPUT = 1.7
AIM_MEDIAN_PX = 1.5
MIN_VISIBILITY = 0.5
KNEES_AND_ANKLES = slice(25, 29)


@dataclass(frozen=True)
class Reading:
    """Landmarks (n, 33, 2) and visibility (n, 33) of a video, and the time they took."""

    image_px: NDArray[np.floating]
    visibility: NDArray[np.floating]
    wall_s: float
    cpu_s: float


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?", default=CLIP)
    parser.add_argument("--models", choices=MODELS, nargs="+", default=MODELS)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    python = environment()
    met = [compare(python, given.video, model, given.rounds) for model in given.models]
    print(f"aims: throughput at least {AIM_THROUGHPUT}, median at most {AIM_MEDIAN_PX} px")
    return 0 if all(met) else 1


def environment() -> Path:
    """The Python of MediaPipe's environment, which is made when it is missing."""
    python = ENVIRONMENT / "bin" / "python"
    ready = ENVIRONMENT / "ready"
    if not ready.exists():
        maker = sys.executable if sys.version_info < (3, 13) else "python3.12"
        subprocess.run([maker, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*install, "--requirement", str(HERE / "mediapipe.lock")], check=True)
        put_weights(python)
        ready.touch()
    return python


def put_weights(python: Path) -> None:
    """Put coxa's weights in the place of MediaPipe's."""
    where = [str(python), "-c", "import mediapipe; print(mediapipe.__path__[0])"]
    found = subprocess.run(where, check=True, capture_output=True, text=True).stdout
    modules = Path(found.strip()) / "modules"
    shutil.copy(weights_path(DETECTOR), modules / "pose_detection")
    for model in MODELS:
        shutil.copy(weights_path(landmark_weights(model)), modules / "pose_landmark")


def compare(python: Path, video: Path, model: Model, rounds: int) -> bool:
    """Print the rows of one model; whether both aims are met."""
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(read_here(video, model))
        theirs.append(read_there(python, video, model))
    count = len(ours[0].image_px)
    print(f"{video.name}, {model}, {count} frames, load {os.getloadavg()[0]:.1f}")
    for name, readings in (("coxa", ours), ("mediapipe", theirs)):
        wall_ms = 1000 * statistics.median(one.wall_s for one in readings) / count
        cpu_ms = 1000 * statistics.median(one.cpu_s for one in readings) / count
        print(f"  {name:10} {wall_ms:6.1f} ms a frame, {cpu_ms:6.1f} ms of the processor")
    pairs = list(zip(theirs, ours, strict=True))
    throughput = statistics.median(a.wall_s / b.wall_s for a, b in pairs)
    by_cpu = statistics.median(a.cpu_s / b.cpu_s for a, b in pairs)
    print(f"  throughput {throughput:.2f} times MediaPipe's ({by_cpu:.2f} by the processor's time)")
    median_px = print_difference(ours[0], theirs[0])
    return throughput >= AIM_THROUGHPUT and median_px <= AIM_MEDIAN_PX


def print_difference(ours: Reading, theirs: Reading) -> float:
    """Print how far the landmarks lie apart; the median over all visible ones."""
    visible = np.minimum(ours.visibility, theirs.visibility) >= MIN_VISIBILITY
    apart_px = np.linalg.norm(ours.image_px - theirs.image_px, axis=2)
    median_px, high_px = np.percentile(apart_px[visible], [50, 95])
    legs = apart_px[:, KNEES_AND_ANKLES][visible[:, KNEES_AND_ANKLES]]
    print(
        f"  landmarks apart: median {median_px:.2f} px, 95 % within {high_px:.2f} px; "
        f"knees and ankles median {np.median(legs):.2f} px ({visible.mean():.0%} visible to both)"
    )
    return float(median_px)


def read_here(video: Path, model: Model) -> Reading:
    """Read with coxa, on two threads."""
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    # MediaPipe never looks in a mirror, so landmarks are compared as they are without.
    recording: PoseRecording = record_video(video, pose=BlazePose(model, threads=2))
    wall_s, cpu_s = time.perf_counter() - wall_s, time.process_time() - cpu_s
    return Reading(recording.image_px, recording.visibility, wall_s, cpu_s)


def read_there(python: Path, video: Path, model: Model) -> Reading:
    """Read with MediaPipe, in a process of its own, whose start is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "landmarks.npz"
        worker = [str(python), str(HERE / "mediapipe_worker.py")]
        given = [str(video), str(COMPLEXITY[model]), str(output)]
        subprocess.run([*worker, *given], check=True, capture_output=True)
        with np.load(output) as kept:
            return Reading(**{name: kept[name] for name in kept})


if __name__ == "__main__":
    sys.exit(main())
