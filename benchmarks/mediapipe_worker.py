"""Reads a video with MediaPipe's own Python pose; run by the Python of its own environment.

    python benchmarks/mediapipe_worker.py VIDEO COMPLEXITY OUTPUT.npz

``against_mediapipe.py`` runs it. Writes landmarks in pixels (n, 33, 2), visibility (n, 33), both
NaN where nobody was found, and the time spent from making the model to the last picture, by the
clock and by the processor over all threads.
"""

from __future__ import annotations

import sys
import time

import cv2
import mediapipe  # type: ignore[import-not-found]
import numpy as np

NOBODY = [(float("nan"),) * 3] * 33


def main(video: str, complexity: str, output: str) -> None:
    """Read the video and write the landmarks."""
    frames: list[list[tuple[float, float, float]]] = []
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    pose = mediapipe.solutions.pose.Pose(model_complexity=int(complexity), smooth_landmarks=False)
    capture = cv2.VideoCapture(video, cv2.CAP_FFMPEG)
    while True:
        good, picture = capture.read()
        if not good:
            break
        height, width = picture.shape[:2]
        found = pose.process(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)).pose_landmarks
        seen = [(m.x * width, m.y * height, m.visibility) for m in found.landmark] if found else []
        frames.append(seen or NOBODY)
    wall_s, cpu_s = time.perf_counter() - wall_s, time.process_time() - cpu_s
    marks = np.array(frames)
    np.savez(output, image_px=marks[..., :2], visibility=marks[..., 2], wall_s=wall_s, cpu_s=cpu_s)


if __name__ == "__main__":
    main(*sys.argv[1:])
