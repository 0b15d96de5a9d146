"""Landmarks of somebody who does an exercise: the catalogue's figure before a camera, with noise.

Nothing here comes from pictures; ``validation/COACH.md`` tells what remains of it with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from coxa.body.figure import mixed, pose_figure
from coxa.catalogue import Exercise, changed
from coxa.quantities import Side
from coxa.records import LANDMARK_COUNT
from coxa.watching.points import MARKS, points_of
from coxa.watching.stance import lenses, turned
from coxa.watching.template import template

WIDTH_PX, HEIGHT_PX = 640, 480
FPS = 12.0

Course = Callable[[float], float]
"""The share of the way at a time."""


@dataclass(frozen=True)
class SyntheticFrame:
    time_s: float
    image_px: tuple[float, ...]
    visibility: tuple[float, ...] = (0.95,) * LANDMARK_COUNT
    score: float = 1.0


def reps(*peaks: float, begin_s: float = 2.0, move_s: float = 1.2, hold_s: float = 2.0) -> Course:
    """Repetitions one after another, each to its peak, with a second of rest after each."""
    whole_s = 2 * move_s + hold_s + 1.0

    def share(t_s: float) -> float:
        number, within_s = divmod(t_s - begin_s, whole_s)
        if t_s < begin_s or number >= len(peaks):
            return 0.0
        ramp = min(within_s / move_s, (2 * move_s + hold_s - within_s) / move_s)
        return peaks[int(number)] * float(np.clip(ramp, 0.0, 1.0))

    return share


def frames(
    exercise: Exercise,
    side: Side,
    course: Course,
    until_s: float,
    *,
    faults: Mapping[str, Course] | None = None,
    yaw_deg: float = 0.0,
    noise_px: float = 2.0,
    seed: int = 1,
) -> Iterator[SyntheticFrame]:
    """Frames of the exercise; ``faults`` give how much of each there is at a time."""
    random = np.random.default_rng(seed)
    start = next(pose for pose in exercise.key_poses if pose.id == "start")
    changes = {fault.id: fault.change for fault in exercise.faults if fault.change}
    wanted = faults or {}
    poses = [start, exercise.end_pose]
    poses += [changed(exercise.end_pose, changes[name]) for name in wanted]
    times_s = np.arange(0.0, until_s, 1 / FPS)
    shares = np.zeros((len(times_s), len(poses)))
    for row, t_s in zip(shares, times_s, strict=True):
        there = course(t_s)
        amounts = [there * amount(t_s) for amount in wanted.values()]
        row[:] = [1 - there, there - sum(amounts), *amounts]
    lens = turned(
        lenses(template(exercise, side), WIDTH_PX, HEIGHT_PX)[0], float(np.radians(yaw_deg))
    )
    for t_s, points_m in zip(
        times_s, points_of(pose_figure(mixed(poses, shares), side)), strict=True
    ):
        pixels, _ = lens.seen(points_m)
        image_px = np.full((LANDMARK_COUNT, 2), np.nan)
        image_px[list(MARKS)] = pixels + random.normal(0, noise_px, pixels.shape)
        yield SyntheticFrame(float(t_s), tuple(image_px.ravel()))
