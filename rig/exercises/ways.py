"""How a person differs from the figure: their own posture, what strays along, and never still."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from coxa.body.figure import Course
from coxa.body.figure.course import LEGS, LegCourse, TiltCourse
from rig.body_data import Floats

LEG_JOINTS = ("flexion", "adduction", "rotation", "knee")
TILTS = ("tilt", "list", "rotation")
POSTURE_SD_DEG, OTHER_LEG_SD_DEG, PELVIS_SD_DEG = 4.0, 5.0, 2.5
STRAY_SD_DEG, PELVIS_STRAY_SD_DEG = 3.0, 1.5
TREMOR_DEG, SWAY_DEG = (0.15, 0.5), (0.3, 1.0)
MOST_SD = 2.0
HEADING_SD_DEG, DRIFT_M = 4.0, (0.0, 0.015)
MOST_KNEE_DEG = 150.0


@dataclass(frozen=True)
class Ways:
    """One person in one film.

    `posture_deg` and `stray_deg` hold, for each joint of ``joints()``, how far it is off all the
    time, and what is added along the way to the end pose.
    """

    posture_deg: tuple[float, ...]
    stray_deg: tuple[float, ...]
    tremor_deg: float
    sway_deg: float
    heading_deg: float
    drift_m: float
    seed: int

    def applied(self, course: Course, shares: Floats, times_s: Floats) -> Course:
        """The course as this person goes it."""
        joints = joints_of()
        random = np.random.default_rng(self.seed)
        wander = wandering(random, times_s, len(joints))
        off: dict[tuple[str, str], Floats] = {}
        for k, (part, joint) in enumerate(joints):
            restless = self.sway_deg if part in ("trunk", "pelvis") else self.tremor_deg
            off[part, joint] = (
                self.posture_deg[k] + self.stray_deg[k] * shares + restless * wander[k]
            )
        legs = {leg: _leg(course.legs[leg], {j: off[leg, j] for j in LEG_JOINTS}) for leg in LEGS}
        pelvis = _tilts(course.pelvis, {t: off["pelvis", t] for t in TILTS})
        trunk = _tilts(course.trunk, {t: off["trunk", t] for t in TILTS})
        return replace(course, legs=legs, pelvis=pelvis, trunk=trunk)

    def drifted_m(self, times_s: Floats) -> Floats:
        """How far the whole body has crept on its mat, level (n, 3)."""
        x, z = self.drift_m * wandering(np.random.default_rng([self.seed, 1]), 0.25 * times_s, 2)
        return np.column_stack([x - x[0], np.zeros_like(x), z - z[0]])


def joints_of() -> list[tuple[str, str]]:
    """All that may be off: (part of the body, joint angle)."""
    legs = [(leg, joint) for leg in LEGS for joint in LEG_JOINTS]
    return legs + [(part, tilt) for part in ("pelvis", "trunk") for tilt in TILTS]


def random_ways(random: np.random.Generator) -> Ways:
    """Somebody."""
    usual = {"effect": POSTURE_SD_DEG, "other": OTHER_LEG_SD_DEG, "pelvis": PELVIS_SD_DEG,
             "trunk": POSTURE_SD_DEG}  # fmt: skip

    def drawn(sd: float) -> float:
        return float(sd * np.clip(random.normal(), -MOST_SD, MOST_SD))

    joints = joints_of()
    return Ways(
        posture_deg=tuple(drawn(usual[part]) for part, _ in joints),
        # What strays is the rest of the body: the leg that is meant goes the way that is filmed.
        stray_deg=tuple(
            0.0 if part == "effect"
            else drawn(PELVIS_STRAY_SD_DEG if part == "pelvis" else STRAY_SD_DEG)
            for part, _ in joints
        ),
        tremor_deg=float(random.uniform(*TREMOR_DEG)),
        sway_deg=float(random.uniform(*SWAY_DEG)),
        heading_deg=drawn(HEADING_SD_DEG),
        drift_m=float(random.uniform(*DRIFT_M)),
        seed=int(random.integers(1, 2**31)),
    )  # fmt: skip


def wandering(random: np.random.Generator, times_s: Floats, channels: int) -> Floats:
    """Slow smooth noise of about unit size (channels, n): a few sines of random pitch."""
    pitch_hz = random.uniform(0.15, 0.9, (channels, 4, 1))
    phase = random.uniform(0, 2 * np.pi, (channels, 4, 1))
    noise: Floats = np.sin(2 * np.pi * pitch_hz * times_s + phase).sum(axis=1) / 2.5
    return noise


def _leg(leg: LegCourse, off: dict[str, Floats]) -> LegCourse:
    made = replace(leg, **{joint: getattr(leg, joint) + by for joint, by in off.items()})
    return replace(made, knee=np.clip(made.knee, 0.0, MOST_KNEE_DEG))


def _tilts(tilts: TiltCourse, off: dict[str, Floats]) -> TiltCourse:
    return replace(tilts, **{name: getattr(tilts, name) + by for name, by in off.items()})
