"""A person's own end of range in the place of the catalogue's, feet on the floor as before."""

from __future__ import annotations

from coxa.body.figure.contact import LEAST_SLOPE, ON_THE_TRUNK, put_down
from coxa.body.figure.course import still
from coxa.body.figure.posing import Posed, posed
from coxa.body.figure.rest import rest
from coxa.body.figure.surface import heights, sampled
from coxa.catalogue import Exercise, KeyPose

STANDS_BELOW_M = 0.03
"""A foot of the catalogue's pose that is no higher than this stands or lies on the floor."""

AS_BEFORE_M, PROBE_DEG, STEPS, MOST_STEP_DEG = 0.002, 1.0, 6, 10.0
DEEPEST_M, HIGHEST_M = -0.012, 0.012


def with_own_end(exercise: Exercise, own_end_deg: float | None) -> tuple[KeyPose, ...]:
    """The key poses with the end at a person's own hip rotation; what is on the way scales with it.

    A foot that stands stays on the floor: its knee bends as it must. Where no knee can bring it
    there (a shin that lies on the floor), the catalogue's poses are shown.
    """
    end_deg = exercise.end_pose.effect_leg.hip_internal_rotation_deg
    if own_end_deg is None or end_deg == 0:
        return exercise.key_poses
    share = own_end_deg / end_deg
    own = [_standing(_turned(pose, share), pose) for pose in exercise.key_poses]
    found = tuple(pose for pose in own if pose is not None)
    return found if len(found) == len(own) else exercise.key_poses


def shows_own_end(exercise: Exercise, own_end_deg: float) -> bool:
    """Whether the figure can go as far as the person, or shows the catalogue's poses instead."""
    return with_own_end(exercise, own_end_deg) != exercise.key_poses


def _turned(pose: KeyPose, share: float) -> KeyPose:
    turned_deg = pose.effect_leg.hip_internal_rotation_deg * share
    leg = pose.effect_leg.model_copy(update={"hip_internal_rotation_deg": turned_deg})
    return pose.model_copy(update={"effect_leg": leg})


def _standing(pose: KeyPose, like: KeyPose) -> KeyPose | None:
    """The pose with its foot as high as in another one, where that stands; None: impossible."""
    if pose.orientation not in ON_THE_TRUNK:
        return pose
    wanted_m = _foot_m(_down(like))
    if wanted_m > STANDS_BELOW_M:
        return pose
    for _ in range(STEPS):
        above_m = _foot_m(_down(pose)) - wanted_m
        if above_m < AS_BEFORE_M:
            break  # a foot that would go lower is kept up by put_down
        slope = (_foot_m(_down(_bent(pose, PROBE_DEG))) - wanted_m - above_m) / PROBE_DEG
        if abs(slope) < LEAST_SLOPE:
            break
        step_deg = max(-MOST_STEP_DEG, min(MOST_STEP_DEG, -above_m / slope))
        pose = _bent(pose, step_deg)
    down = _down(pose)
    deep = heights(down).min() < DEEPEST_M
    return None if deep or _foot_m(down) - wanted_m > HIGHEST_M else pose


def _bent(pose: KeyPose, by_deg: float) -> KeyPose:
    knee_deg = min(max(pose.effect_leg.knee_flexion_deg + by_deg, 0.0), 150.0)
    leg = pose.effect_leg.model_copy(update={"knee_flexion_deg": knee_deg})
    return pose.model_copy(update={"effect_leg": leg})


def _down(pose: KeyPose) -> Posed:
    course = still(pose)
    return put_down(rest(), course, posed(rest(), course))


def _foot_m(down: Posed) -> float:
    """Height of the lowest point of the foot on the side of the effect."""
    return float(heights(down, sampled().side("Left", "Foot", "ToeBase")).min())
