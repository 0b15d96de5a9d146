"""Unrendered people: joints of a seated body, before and after a leg turns, seen by random cameras.

They teach what projection alone does to an angle, by the ten thousand and in a second. Bodies are
sticks: what a pose model makes of a picture is taught by the rendered stills.
Axes as in the rig: x to the person's left, y up, z forward; the left leg is the one that turns.
"""

from dataclasses import dataclass

import numpy as np

from coxa.quantities import Side
from rig.body_data import Floats

Joints = dict[Side, dict[str, Floats]]

X, Y, Z = np.eye(3)
MOST_TURN_DEG = 50.0
SEAT_ABOVE_FLOOR_SHANKS = 1.15
LANDMARK_SD = 0.025
"""Of a pose model's landmark, in shank lengths; as much again is common to both pictures."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """``n`` bodies at rest and turned, in the picture (n, 2), and the shank's true turn (n,).

    The turn is counted from the vertical of the pelvis at rest: hip rotation plus the pelvis' hike.
    """

    rest: Joints
    turned: Joints
    turn_deg: Floats


def simulate(count: int, seed: int, most_yaw_deg: float = 22.0) -> Pairs:
    """Random bodies, postures, turns and cameras, within what the proving ground draws."""
    random = np.random.default_rng(seed)

    def uniform(low: float, high: float) -> Floats:
        return random.uniform(low, high, count)

    def normal(mean: float, spread: float) -> Floats:
        return random.normal(mean, spread, count)

    thigh_m = normal(0.40, 0.03)
    body = _Body(
        half_pelvis_m=normal(0.085, 0.01),
        half_shoulders_m=normal(0.17, 0.015),
        trunk_m=normal(0.50, 0.04),
        thigh_m=thigh_m,
        shank_m=thigh_m * normal(1.0, 0.05),
        hip_flexion_deg=uniform(78, 102),
        knee_flexion_deg=uniform(74, 106),
        abduction_deg=uniform(2, 17),
        slouch_deg=uniform(-2, 18),
    )
    turn_deg = uniform(-MOST_TURN_DEG, MOST_TURN_DEG)
    hike_deg = np.where(random.random(count) < 0.4, uniform(-8, 8), normal(0, 0.8))
    still = np.zeros(count)
    lean_deg = normal(0, 3)
    view = _camera(body, random, count, most_yaw_deg)
    rest = body.joints(still, still, still, lean_deg, still)
    turned = body.joints(
        turn_deg - hike_deg,
        normal(0, 2) + hike_deg,
        hike_deg,
        lean_deg + normal(0, 4),
        normal(0, 0.01),
    )
    seen = (_seen(rest, view), _seen(turned, view))
    return Pairs(*_blurred(seen, random), turn_deg)


@dataclass(frozen=True, eq=False)
class _Body:
    half_pelvis_m: Floats
    half_shoulders_m: Floats
    trunk_m: Floats
    thigh_m: Floats
    shank_m: Floats
    hip_flexion_deg: Floats
    knee_flexion_deg: Floats
    abduction_deg: Floats
    slouch_deg: Floats

    def joints(
        self,
        left_deg: Floats,
        right_deg: Floats,
        hike_deg: Floats,
        lean_deg: Floats,
        slide_m: Floats,
    ) -> Joints:
        """Joint centres (n, 3), metres from the middle of the hips."""
        pelvis, trunk = _about(Z, hike_deg), _about(Z, lean_deg) @ _about(X, self.slouch_deg)
        slide = slide_m[:, None] * X
        found: Joints = {}
        for side, sign, turn_deg in ((Side.LEFT, 1, left_deg), (Side.RIGHT, -1, right_deg)):
            thigh, shank = self._leg(sign)
            turned = pelvis @ _about(thigh, sign * turn_deg)
            hip = slide + _apply(pelvis, sign * self.half_pelvis_m[:, None] * X)
            knee = hip + _apply(pelvis, thigh) * self.thigh_m[:, None]
            shoulder = np.stack([sign * self.half_shoulders_m, self.trunk_m, 0 * self.trunk_m], -1)
            found[side] = {
                "hip": hip,
                "knee": knee,
                "ankle": knee + _apply(turned, shank) * self.shank_m[:, None],
                "shoulder": slide + _apply(trunk, shoulder),
            }
        return found

    def _leg(self, sign: int) -> tuple[Floats, Floats]:
        """Directions (n, 3) of the thigh and of the hanging shank, in the pelvis' frame."""
        flexion, spread = np.radians(self.hip_flexion_deg), np.radians(self.abduction_deg)
        bend = np.radians(self.knee_flexion_deg)[:, None]
        thigh = np.stack(
            [
                sign * np.sin(spread),
                -np.cos(flexion) * np.cos(spread),
                np.sin(flexion) * np.cos(spread),
            ],
            axis=-1,
        )
        down = -Y + thigh[:, 1:2] * thigh
        down /= np.linalg.norm(down, axis=1, keepdims=True)
        return thigh, np.cos(bend) * thigh + np.sin(bend) * down


@dataclass(frozen=True, eq=False)
class _View:
    facing: Floats
    place_m: Floats


def _camera(body: _Body, random: np.random.Generator, count: int, most_yaw_deg: float) -> _View:
    distance_m, height_m = random.uniform(1.0, 4.0, count), random.uniform(0.2, 1.4, count)
    hip_height_m = SEAT_ABOVE_FLOOR_SHANKS * body.shank_m
    aim_m = hip_height_m + random.normal(0.1, 0.1, count)
    pitch_deg = np.degrees(np.arctan2(aim_m - height_m, distance_m))
    yaw_deg = random.uniform(-most_yaw_deg, most_yaw_deg, count)
    roll_deg = np.clip(random.normal(0, 5, count), -20, 20)
    turn = _about(Y, yaw_deg)
    place_m = _apply(turn, distance_m[:, None] * Z)
    place_m[:, 1] = height_m - hip_height_m
    place_m[:, 2] += 0.4 * body.thigh_m
    return _View(turn @ _about(X, pitch_deg) @ _about(Z, -roll_deg), place_m)


def _seen(joints: Joints, view: _View) -> Joints:
    def project(points: Floats) -> Floats:
        seen = np.einsum("nji,nj->ni", view.facing, points - view.place_m)
        return np.asarray(np.stack([seen[:, 0], -seen[:, 1]], axis=-1) / -seen[:, 2:])

    return {
        side: {part: project(at) for part, at in parts.items()} for side, parts in joints.items()
    }


def _blurred(pair: tuple[Joints, Joints], random: np.random.Generator) -> tuple[Joints, Joints]:
    """A pose model's own uncertainty: a share that stays with a person, and one that does not."""
    results: tuple[Joints, Joints] = ({}, {})
    shank = np.linalg.norm(pair[0][Side.LEFT]["ankle"] - pair[0][Side.LEFT]["knee"], axis=1)
    for side, parts in pair[0].items():
        for result in results:
            result[side] = {}
        for part, at in parts.items():
            lasting = random.normal(0, LANDMARK_SD, at.shape)
            for joints, result in zip(pair, results, strict=True):
                passing = random.normal(0, LANDMARK_SD / 2, at.shape)
                result[side][part] = joints[side][part] + shank[:, None] * (lasting + passing)
    return results


def _about(axis: Floats, angle_deg: Floats) -> Floats:
    """Rotation matrices (n, 3, 3) about unit axes (3,) or (n, 3): Rodrigues' formula."""
    x, y, z = np.moveaxis(np.broadcast_to(axis, (len(angle_deg), 3)), -1, 0)
    zero = np.zeros_like(x)
    cross = np.stack([zero, -z, y, z, zero, -x, -y, x, zero], axis=-1).reshape(-1, 3, 3)
    angle = np.radians(angle_deg)[:, None, None]
    result: Floats = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return result


def _apply(rotation: Floats, vectors: Floats) -> Floats:
    result: Floats = (rotation @ np.broadcast_to(vectors, (len(rotation), 3))[..., None])[..., 0]
    return result
