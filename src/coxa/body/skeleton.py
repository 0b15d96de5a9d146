"""A stick figure from a key pose: joint angles in, joint positions out.

World axes (ISB, Wu et al. 2002): x to where a standing person faces, y up, z to the person's right;
the origin lies midway between the hip joints. Lying on the back the head points to -x, on the
belly to +x. Hip angles turn in the order flexion, adduction, rotation about the thigh's own axis.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from coxa.catalogue import KeyPose, LegAngles, Orientation, Tilts
from coxa.quantities import Side

Matrix = NDArray[np.float64]
Point = tuple[float, float, float]

STATURE_M = 1.70

# Lengths as parts of stature, after Winter, Biomechanics and Motor Control (Drillis & Contini).
_THIGH, _SHANK, _FOOT, _TRUNK, _HEAD, _ARM = 0.245, 0.246, 0.11, 0.288, 0.13, 0.332
_HALF_HIPS, _HALF_SHOULDERS = 0.05, 0.11


class Joint(StrEnum):
    """Points of the figure; a paired one is named after the person's own side."""

    PELVIS = "pelvis"
    NECK = "neck"
    HEAD = "head"
    RIGHT_HIP = "right_hip"
    RIGHT_KNEE = "right_knee"
    RIGHT_ANKLE = "right_ankle"
    RIGHT_TOE = "right_toe"
    RIGHT_SHOULDER = "right_shoulder"
    RIGHT_HAND = "right_hand"
    LEFT_HIP = "left_hip"
    LEFT_KNEE = "left_knee"
    LEFT_ANKLE = "left_ankle"
    LEFT_TOE = "left_toe"
    LEFT_SHOULDER = "left_shoulder"
    LEFT_HAND = "left_hand"


BONES: tuple[tuple[Joint, Joint], ...] = (
    (Joint.PELVIS, Joint.NECK),
    (Joint.NECK, Joint.HEAD),
    (Joint.LEFT_HIP, Joint.RIGHT_HIP),
    (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER),
    *(
        (Joint(f"{side}_{upper}"), Joint(f"{side}_{lower}"))
        for side in Side
        for upper, lower in (
            ("hip", "knee"),
            ("knee", "ankle"),
            ("ankle", "toe"),
            ("shoulder", "hand"),
        )
    ),
)
"""Pairs of points to be joined by a line."""


def segments(pose: KeyPose, side: Side, stature_m: float = STATURE_M) -> Mapping[Joint, Point]:
    """Where every point of the figure is, in metres, when ``side`` gets the effect of ``pose``.

    The figure is built with the right side as the one that gets the effect, and mirrored in z
    for the left.
    """
    pelvis, trunk = pelvis_turn(pose), trunk_turn(pose)
    neck = trunk @ _up(_TRUNK)
    built = {
        "pelvis": np.zeros(3),
        "neck": neck,
        "head": neck + trunk @ _up(_HEAD),
        **_leg(pelvis, pose.effect_leg, "effect", +1),
        **_leg(pelvis, pose.other_leg, "other", -1),
        **_arm(trunk, neck, pose.orientation, "effect", +1),
        **_arm(trunk, neck, pose.orientation, "other", -1),
    }
    mirror = np.array([1.0, 1.0, 1.0 if side is Side.RIGHT else -1.0])
    points: dict[Joint, Point] = {}
    for name, place in built.items():
        named = name.replace("effect", str(side)).replace("other", str(side.other))
        x_m, y_m, z_m = (float(value) for value in place * mirror * stature_m)
        points[Joint(named)] = (x_m, y_m, z_m)
    return MappingProxyType(points)


def pelvis_turn(pose: KeyPose) -> Matrix:
    """How the pelvis of ``pose`` is turned in the world, when the right leg gets the effect."""
    turned: Matrix = _orientation(pose.orientation) @ _tilted(pose.pelvis)
    return turned


def trunk_turn(pose: KeyPose) -> Matrix:
    """How the trunk of ``pose`` is turned in the world, when the right leg gets the effect."""
    turned: Matrix = _orientation(pose.orientation) @ _tilted(pose.trunk)
    return turned


def _leg(pelvis: Matrix, leg: LegAngles, name: str, right: int) -> dict[str, Matrix]:
    """Points of one leg; ``right`` is +1 for a leg on the right of the body, else -1."""
    hip = pelvis @ np.array([0.0, 0.0, right * _HALF_HIPS])
    thigh = (
        pelvis
        @ _about_z(leg.hip_flexion_deg)
        @ _about_x(right * leg.hip_adduction_deg)
        @ _about_y(right * leg.hip_internal_rotation_deg)
    )
    shank = thigh @ _about_z(-leg.knee_flexion_deg)
    knee = hip - thigh @ _up(_THIGH)
    ankle = knee - shank @ _up(_SHANK)
    toe = ankle + shank @ np.array([_FOOT, 0.0, 0.0])
    return {f"{name}_hip": hip, f"{name}_knee": knee, f"{name}_ankle": ankle, f"{name}_toe": toe}


def _arm(
    trunk: Matrix, neck: Matrix, orientation: Orientation, name: str, right: int
) -> dict[str, Matrix]:
    """A straight arm beside the trunk; sitting on the floor, propped on the hand behind."""
    shoulder = neck + trunk @ np.array([0.0, -0.02, right * _HALF_SHOULDERS])
    if orientation is Orientation.FLOOR_SITTING:
        along = _about_z(-15) @ _up(-1)
    else:
        along = trunk @ _about_x(-right * 8) @ _up(-1)
    return {f"{name}_shoulder": shoulder, f"{name}_hand": shoulder + along * _ARM}


def _orientation(orientation: Orientation) -> Matrix:
    if orientation is Orientation.SUPINE:
        return _about_z(90)
    if orientation in (Orientation.PRONE, Orientation.QUADRUPED):
        return _about_z(-90)
    if orientation is Orientation.SIDE_LYING:
        return _about_x(-90)
    return np.eye(3)


def _tilted(tilts: Tilts) -> Matrix:
    turned: Matrix = (
        _about_z(-tilts.tilt_deg) @ _about_x(-tilts.list_deg) @ _about_y(tilts.rotation_deg)
    )
    return turned


def _up(length: float) -> Matrix:
    return np.array([0.0, length, 0.0])


def _about_x(angle_deg: float) -> Matrix:
    c, s = _cos_sin(angle_deg)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def _about_y(angle_deg: float) -> Matrix:
    c, s = _cos_sin(angle_deg)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def _about_z(angle_deg: float) -> Matrix:
    c, s = _cos_sin(angle_deg)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def _cos_sin(angle_deg: float) -> tuple[float, float]:
    angle_rad = np.deg2rad(angle_deg)
    return float(np.cos(angle_rad)), float(np.sin(angle_rad))
