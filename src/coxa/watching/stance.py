"""Recognising the start pose: could the figure, seen from about there, look like this person?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from coxa.body.figure import CameraView
from coxa.watching.belief import Belief
from coxa.watching.lens import Lens, lens_of
from coxa.watching.points import MARKS, Floats
from coxa.watching.template import OWN_WAYS, Template

SHARE_SD, FAULT_SD, OWN_SD_DEG = 0.06, 0.05, 7.0
YAW_SD, PITCH_SD, ROLL_SD = np.radians([14.0, 9.0, 5.0])
ASIDE_SHARE, NEARER_SHARE = 0.35, 0.35
"""Of the distance: how far the body may be from the middle of the picture, and from where it should
be."""
YAWS = tuple(np.radians([-22.0, 0.0, 22.0]))
"""Cameras to begin the search from, about the vertical, beside the catalogue's own."""
ROUNDS = 6
SAME_PLACE_M = 0.8
USUAL_MISFIT_M, USUAL_UNLIKE, USUAL_ROUND_DEG = 0.03, 0.7, 16.0
STRANGE = 1.4
"""Root mean square of the three: beyond it, landmarks are those of something else."""


class Finder:
    """Looks for the start pose of one exercise in single frames."""

    def __init__(self, template: Template, width_px: int, height_px: int) -> None:
        self._places = [
            (lens, [_prior(template, turned(lens, yaw)) for yaw in YAWS])
            for lens in lenses(template, width_px, height_px)
        ]

    def find(self, seen_px: Floats, visibility: Floats) -> tuple[Belief, float]:
        """The likeliest start pose for landmarks (marks, 2), and how strange it would be.

        Up to about ``STRANGE`` people and cameras differ from the figure's; beyond, this is
        something else.
        """
        found = [
            (start := _placed(prior, seen_px).updated(seen_px, visibility, ROUNDS),
             strangeness(start, lens))
            for lens, priors in self._places
            for prior in priors
        ]  # fmt: skip
        return min(found, key=lambda one: one[1])


def strangeness(start: Belief, catalogues: Lens) -> float:
    """How unlike the start pose it is: landmarks off, joints unlike, camera elsewhere; about 1
    where all three are as far off as is usual.
    """
    unlike = np.sqrt(np.mean((start.own_deg / OWN_SD_DEG) ** 2))
    there = start.lens.moved(start.mean[-6:-3], start.mean[-3:])
    cosine = (np.trace(there.turn @ catalogues.turn.T) - 1) / 2
    round_deg = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
    parts = (start.misfit / USUAL_MISFIT_M, unlike / USUAL_UNLIKE, round_deg / USUAL_ROUND_DEG)
    return float(np.sqrt(np.mean(np.square(parts))))


def lenses(template: Template, width_px: int, height_px: int) -> list[Lens]:
    """The catalogue's camera, and the same on the person's other side where that is elsewhere: so
    a camera beside the person may stay where it is when the legs are changed.
    """
    middle = template.at(0.0)[0].mean(axis=0)
    views = [template.camera]
    mirrored = _mirrored(template.camera, middle)
    apart_m = np.linalg.norm(np.subtract(mirrored.position, template.camera.position))
    if apart_m > SAME_PLACE_M:
        views.append(mirrored)
    return [lens_of(view, middle, width_px, height_px) for view in views]


def _mirrored(view: CameraView, middle: Floats) -> CameraView:
    def other(place: tuple[float, float, float]) -> tuple[float, float, float]:
        return 2 * float(middle[0]) - place[0], place[1], place[2]

    return CameraView(position=other(view.position), target=other(view.target))


def turned(lens: Lens, yaw: float) -> Lens:
    """The camera gone round the person, radians."""
    return lens.moved(np.array([0.0, yaw, 0.0]), np.zeros(3))


def _prior(template: Template, lens: Lens) -> Belief:
    size = 1 + len(template.fault_ids) + len(OWN_WAYS)
    distance_m = lens.offset_m[2]
    aside = (ASIDE_SHARE * distance_m) ** 2
    spread = np.zeros((size + 6, size + 6))
    spread[range(size), range(size)] = [
        SHARE_SD**2,
        *[FAULT_SD**2] * len(template.fault_ids),
        *[OWN_SD_DEG**2] * len(OWN_WAYS),
    ]
    spread[size : size + 3, size : size + 3] = _turn_spread(lens)
    spread[range(size + 3, size + 6), range(size + 3, size + 6)] = [
        aside,
        aside,
        (NEARER_SHARE * distance_m) ** 2,
    ]
    return Belief(template, lens, np.zeros(size + 6), spread, np.zeros((len(MARKS), 2)))


def _turn_spread(lens: Lens) -> Floats:
    """Yaw about the vertical, pitch and roll about the camera's level axes."""
    forward = lens.turn[2] * [1.0, 0.0, 1.0]
    forward /= np.linalg.norm(forward)
    axes = np.stack([[0.0, 1.0, 0.0], np.cross(forward, [0.0, 1.0, 0.0]), forward], axis=1)
    spread: Floats = axes @ np.diag([YAW_SD**2, PITCH_SD**2, ROLL_SD**2]) @ axes.T
    return spread


def _placed(prior: Belief, seen_px: Floats) -> Belief:
    """The search begins with the body as large as it is seen, and where."""
    here = np.isfinite(seen_px).all(axis=1)
    if here.sum() < len(MARKS) // 2:
        return prior
    expected, _ = prior.lens.seen(prior.template.at(0.0)[0])
    size = np.linalg.norm(seen_px[here] - seen_px[here].mean(axis=0))
    size0 = np.linalg.norm(expected[here] - expected[here].mean(axis=0))
    lens = prior.lens
    depth_m = float(np.clip(lens.offset_m[2] * size0 / max(size, 1.0), 0.7, 6.0))
    offset_m = lens.offset_m * depth_m / lens.offset_m[2]
    nearer = replace(lens, offset_m=offset_m)
    expected, _ = nearer.seen(prior.template.at(0.0)[0])
    aside_px = (seen_px[here] - expected[here]).mean(axis=0)
    offset_m = offset_m + np.append(aside_px / nearer.focal_px * depth_m, 0.0)
    return replace(prior, lens=replace(lens, offset_m=offset_m))
