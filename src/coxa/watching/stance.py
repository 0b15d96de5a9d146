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


class Finder:
    """Looks for the start pose of one exercise in single frames."""

    def __init__(self, template: Template, width_px: int, height_px: int) -> None:
        self._priors = [_prior(template, lens) for lens in lenses(template, width_px, height_px)]

    def find(self, seen_px: Floats, visibility: Floats) -> Belief:
        """The likeliest start pose for landmarks (marks, 2); judge it by its misfit."""
        found = [
            _placed(prior, seen_px).updated(seen_px, visibility, ROUNDS) for prior in self._priors
        ]
        return min(found, key=strangeness)


def lenses(template: Template, width_px: int, height_px: int) -> list[Lens]:
    """Cameras to begin from: the catalogue's, gone round a little, and on the person's other side.

    So a camera beside the person may stay where it is when the legs are changed.
    """
    views = [template.camera]
    mirrored = _mirrored(template.camera, template.at(0.0)[0].mean(axis=0))
    apart_m = np.linalg.norm(np.subtract(mirrored.position, template.camera.position))
    if apart_m > SAME_PLACE_M:
        views.append(mirrored)
    return [
        turned_lens(replace(template, camera=view), yaw, width_px, height_px)
        for view in views
        for yaw in YAWS
    ]


def _mirrored(view: CameraView, middle: Floats) -> CameraView:
    def other(place: tuple[float, float, float]) -> tuple[float, float, float]:
        return 2 * float(middle[0]) - place[0], place[1], place[2]

    return CameraView(position=other(view.position), target=other(view.target))


def strangeness(belief: Belief) -> float:
    """How unlike the start pose it is: misfit in metres, and own ways beyond what people have."""
    beyond = np.abs(belief.own_deg) / OWN_SD_DEG
    return belief.misfit + 0.01 * float(np.sqrt(np.mean(beyond**2)))


def turned_lens(template: Template, yaw: float, width_px: int, height_px: int) -> Lens:
    """The catalogue's camera gone round the person."""
    start = template.at(0.0)[0]
    lens = lens_of(template.camera, start.mean(axis=0), width_px, height_px)
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
