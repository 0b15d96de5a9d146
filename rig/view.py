"""Looks at scenes: a contact sheet of the main moments, and the speed of drawing."""

import dataclasses
import time
from pathlib import Path

import cv2
import numpy as np

from rig.pose import Angles
from rig.protocol import HOLD, angles_at, script
from rig.scene import SIDES, Camera, Scene
from rig.stage import Stage
from rig.studio import Picture
from rig.truth import truth_of

COLUMNS = 3
BONES_DRAWN = (("hip", "knee"), ("knee", "ankle"), ("ankle", "toe"), ("shoulder", "elbow"))


def contact_sheet(scene: Scene, path: Path) -> None:
    """Write a PNG of the first frame and the middle of every first hold, with joints and angles
    drawn in.
    """
    plan = script(scene.protocol, scene.posture)
    holds = [s for s in plan.stretches if s.phase == HOLD and s.repeat == 1]
    times_s = [scene.protocol.film_from_s] + [(s.start_s + s.end_s) / 2 for s in holds]
    with Stage(scene) as stage:
        pictures = [_annotated(stage, angles_at(plan, t)) for t in times_s]
    while len(pictures) % COLUMNS:
        pictures.append(np.zeros_like(pictures[0]))
    rows = [np.hstack(pictures[k : k + COLUMNS]) for k in range(0, len(pictures), COLUMNS)]
    cv2.imwrite(str(path), np.vstack(rows)[:, :, ::-1])


def measure_speed(frames: int) -> str:
    """Draw a moving person and say how many pictures a second came out, for two sizes."""
    lines = []
    for width, height in ((640, 480), (640, 640)):
        scene = Scene("speed", camera=Camera(width_px=width, height_px=height))
        with Stage(scene) as stage:
            stage.picture(stage.pose(Angles()))
            began = time.perf_counter()
            for k in range(frames):
                stage.picture(stage.pose(Angles(rotation_left_deg=k % 40)))
            took_s = time.perf_counter() - began
        rate = f"{frames / took_s:.1f} pictures/s ({1000 * took_s / frames:.0f} ms each)"
        lines.append(f"{width}x{height}: {rate}")
    return "\n".join(lines)


def _annotated(stage: Stage, angles: Angles) -> Picture:
    posed = stage.pose(angles)
    picture = np.ascontiguousarray(stage.picture(posed))
    if not stage.scene.person:
        return picture
    marks, truth = stage.landmarks_px(posed), truth_of(posed)
    for side in SIDES:
        for a, b in BONES_DRAWN:
            ends = [tuple(round(v) for v in marks[f"{side}_{m}"]) for m in (a, b)]
            cv2.line(picture, ends[0], ends[1], (255, 240, 60), 1, cv2.LINE_AA)
    for k, (name, value) in enumerate(dataclasses.asdict(truth).items()):
        cv2.putText(
            picture,
            f"{name} {value:.1f}",
            (8, 18 + 16 * k),
            cv2.FONT_HERSHEY_SIMPLEX,
            0.42,
            (20, 20, 20),
            1,
        )
    return picture
