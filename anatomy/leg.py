"""MyoLeg's right leg with the missing hip muscles added: posed, it tells lengths and places.

Everything is in the pelvis' own frame (x forward, y up, z to the right), metres.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import mujoco
import myo_sim
import numpy as np
from numpy.typing import NDArray

from anatomy.muscles import SIDE, Muscle, PathPoint, added_paths, hip_muscles, knee_muscles
from coxa.catalogue import LegAngles

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

JOINTS = tuple(f"{name}{SIDE}" for name in ("hip_flexion", "hip_adduction", "hip_rotation"))
KNEE = f"knee_angle{SIDE}"
BONES = {"pelvis": "pelvis", "femur": f"femur{SIDE}", "tibia": f"tibia{SIDE}"}
_LEG_BODIES = tuple(f"{name}{SIDE}" for name in ("femur", "tibia", "talus", "calcn", "toes"))

_STEP_RAD = 1e-4


@dataclass(frozen=True)
class Posed:
    """The leg in one pose, seen from the pelvis."""

    lengths_m: Vector
    """Of every muscle, hip muscles first, then those of the knee."""
    mass_moment_kg_m: Vector
    """Mass times place, summed over the leg: its weight's work when it moves."""
    hip: Vector
    knee: Vector
    ankle: Vector
    femur: Matrix
    """Turns a direction of the femur's frame into the pelvis' frame."""


def angles_rad(leg: LegAngles) -> Vector:
    """Flexion, adduction and internal rotation of the hip, flexion of the knee."""
    return np.deg2rad(
        [
            leg.hip_flexion_deg,
            leg.hip_adduction_deg,
            leg.hip_internal_rotation_deg,
            leg.knee_flexion_deg,
        ]
    )


class Leg:
    """The model, ready to be posed."""

    def __init__(self) -> None:
        spec = myo_sim.FRAGMENT_SPEC_BUILDERS["myolegs"]()
        for muscle_id, points in added_paths().items():
            _add_path(spec, muscle_id, points)
        self.model = spec.compile()
        self.data = mujoco.MjData(self.model)
        self.muscles: tuple[Muscle, ...] = (*hip_muscles(), *knee_muscles())
        self._tendons = [self.model.tendon(muscle.tendon).id for muscle in self.muscles]
        self._joints = [self.model.joint(name).qposadr[0] for name in (*JOINTS, KNEE)]
        self._bodies = [self.model.body(name).id for name in _LEG_BODIES]
        self.fibres_m = np.array([muscle.fibre_m for muscle in self.muscles])
        self.forces_n = np.array([muscle.force_n for muscle in self.muscles])
        self.slack_m = self._slack_lengths_m()

    @property
    def mass_kg(self) -> float:
        """Of the leg: thigh, shank, foot."""
        return float(self.model.body_mass[self._bodies].sum())

    def at(self, angles: Vector) -> Posed:
        """The leg with the hip and the knee at ``angles`` (radians), the knee's glide included."""
        data = self.data
        data.qpos[:] = 0
        data.qpos[self._joints] = angles
        self._glide()
        mujoco.mj_kinematics(self.model, data)
        mujoco.mj_comPos(self.model, data)
        mujoco.mj_tendon(self.model, data)
        pelvis = data.body("pelvis")
        frame, origin = pelvis.xmat.reshape(3, 3), pelvis.xpos.copy()
        masses = self.model.body_mass[self._bodies]
        centres = (data.xipos[self._bodies] - origin) @ frame
        return Posed(
            lengths_m=data.ten_length[self._tendons].copy(),
            mass_moment_kg_m=masses @ centres,
            hip=(data.body(BONES["femur"]).xpos - origin) @ frame,
            knee=(data.body(BONES["tibia"]).xpos - origin) @ frame,
            ankle=(data.body(f"talus{SIDE}").xpos - origin) @ frame,
            femur=frame.T @ data.body(BONES["femur"]).xmat.reshape(3, 3),
        )

    def around(self, angles: Vector) -> tuple[tuple[Posed, Posed], ...]:
        """For each joint angle the poses a little before and after, for central differences."""
        steps = np.eye(len(angles)) * _STEP_RAD
        return tuple((self.at(angles - step), self.at(angles + step)) for step in steps)

    def moment_arms_m(self, angles: Vector) -> Matrix:
        """How each muscle turns each joint: a row for a joint angle, a column for a muscle."""
        return -np.array(
            [slope(before.lengths_m, after.lengths_m) for before, after in self.around(angles)]
        )

    def _glide(self) -> None:
        # The knee glides and the patella follows by polynomials of the knee angle, which only the
        # solver of a moving simulation would apply.
        model, data = self.model, self.data
        for row in range(model.neq):
            follower = model.jnt_qposadr[model.eq_obj1id[row]]
            leader = model.jnt_qposadr[model.eq_obj2id[row]]
            data.qpos[follower] = np.polyval(model.eq_data[row][4::-1], data.qpos[leader])

    def _slack_lengths_m(self) -> Vector:
        # MyoLeg keeps Rajagopal's tendon slack lengths. An added muscle is assumed to have its
        # optimal length half-way from standing to sitting.
        own = self.model.tendon_lengthspring[self._tendons, 0]
        added = np.array([muscle.added for muscle in self.muscles])
        half_way = self.at(np.deg2rad([45.0, 0.0, 0.0, 45.0])).lengths_m
        slack: Vector = np.where(added, half_way - self.fibres_m, own)
        return slack


def slope(before: Vector, after: Vector) -> Vector:
    """The change for a radian, from a little before to a little after."""
    changed: Vector = (after - before) / (2 * _STEP_RAD)
    return changed


def muscle_path(leg: Leg, muscle: Muscle) -> tuple[PathPoint, ...]:
    """The points that a muscle runs through, each in the frame of its own bone."""
    model = leg.model
    tendon = model.tendon(muscle.tendon).id
    first = model.tendon_adr[tendon]
    wraps = range(first, first + model.tendon_num[tendon])
    sites = [model.wrap_objid[w] for w in wraps if model.wrap_type[w] == mujoco.mjtWrap.mjWRAP_SITE]
    leg.at(np.zeros(4))
    return tuple(_place(leg, site) for site in sites)


def _place(leg: Leg, site: int) -> PathPoint:
    # What ends on the patella is told in the frame of the tibia, as with a straight knee.
    owner = leg.model.body(leg.model.site_bodyid[site]).name
    bone = next((bone for bone, body in BONES.items() if body == owner), "tibia")
    body = leg.data.body(BONES[bone])
    x, y, z = (leg.data.site_xpos[site] - body.xpos) @ body.xmat.reshape(3, 3)
    return bone, round(float(x), 4), round(float(y), 4), round(float(z), 4)


def joint_centres(leg: Leg) -> Mapping[str, PathPoint]:
    """The hip's centre in the pelvis, the knee's in the femur, the ankle's in the tibia."""
    model = leg.model
    children = {"hip": "femur", "knee": "tibia"}
    places = {joint: model.body(BONES[bone]).pos for joint, bone in children.items()}
    places["ankle"] = model.body(f"talus{SIDE}").pos
    return {
        joint: (bone, *(round(float(value), 4) for value in places[joint]))  # type: ignore[misc]
        for joint, bone in (("hip", "pelvis"), ("knee", "femur"), ("ankle", "tibia"))
    }


def _add_path(spec: mujoco.MjSpec, muscle_id: str, points: tuple[PathPoint, ...]) -> None:
    tendon = spec.add_tendon(name=muscle_id)
    for number, (bone, *place) in enumerate(points):
        site = f"{muscle_id}-{number}"
        spec.body(BONES[bone]).add_site(name=site, pos=place)
        tendon.wrap_site(site)
