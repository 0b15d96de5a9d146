"""Which muscles hold a pose: the least sum of squared activations that balances every joint.

A muscle gives at most its greatest force times its force-length curve, its tendon taken as rigid;
passive tension and co-contraction are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import mujoco
import numpy as np

from anatomy.leg import Leg, Matrix, Posed, Vector, slope
from anatomy.loads import GRAVITY_M_S2, Load
from coxa.body import Bears

BALANCE_WEIGHT = 1e3
"""What a newton metre out of balance costs, squared, beside activations of at most 1."""
CURVE_WIDTH = 0.45
"""Of the force-length curve (Thelen, J Biomech Eng 2003;125:70)."""
_SUPPORT_N = 100.0
_SUPPORT_COST = 1e-6


@dataclass(frozen=True)
class Work:
    """What the muscles do in one pose."""

    activations: Vector
    """Of every muscle of the leg, 0 to 1."""
    moment_nm: Vector
    """What the muscles give together: hip flexion, adduction, internal rotation; knee flexion."""
    unbalanced_nm: float
    """What remained out of balance, for want of strength in the model."""


def hold(leg: Leg, angles: Vector, load: Load) -> Work:
    """How the leg's muscles hold ``load`` with the joints at ``angles``."""
    here, around = leg.at(angles), leg.around(angles)
    wanted_nm = required_nm(here, around, load)
    arms_m = -np.array([slope(a.lengths_m, b.lengths_m) for a, b in around])
    muscles = arms_m * strength_n(leg, here)
    props = _props_nm(around, load)
    if load.bears is Bears.THE_BODY:
        # A standing knee is locked, and its ankle's muscles are not in this model.
        wanted_nm, muscles, props = wanted_nm[:3], muscles[:3], props[:3]
    shares = _least_effort(np.hstack([muscles, props]), wanted_nm, props.shape[1])
    activations = shares[: muscles.shape[1]]
    given = muscles @ activations
    out = wanted_nm - given - props @ shares[muscles.shape[1] :]
    moment = np.zeros(4)
    moment[: len(given)] = given
    return Work(activations, moment, float(np.abs(out).max()))


def strength_n(leg: Leg, posed: Posed) -> Vector:
    """The force each muscle could give at its length."""
    stretch = (posed.lengths_m - leg.slack_m) / leg.fibres_m
    force: Vector = leg.forces_n * np.exp(-((stretch - 1) ** 2) / CURVE_WIDTH)
    return force


def required_nm(here: Posed, around: tuple[tuple[Posed, Posed], ...], load: Load) -> Vector:
    """What must be given at each joint for the leg to stay where it is, nothing propping it."""
    if load.bears is Bears.THE_BODY:
        arm = load.upper_body_kg_m - load.upper_body_kg * here.hip
        return np.array([GRAVITY_M_S2 * _upon_thigh(here, a, b, load, arm) for a, b in around])
    return np.array(
        [
            GRAVITY_M_S2 * load.up @ slope(a.mass_moment_kg_m, b.mass_moment_kg_m)
            - load.pull_n @ slope(a.ankle, b.ankle)
            for a, b in around
        ]
    )


def _upon_thigh(here: Posed, before: Posed, after: Posed, load: Load, arm: Vector) -> float:
    """How a point of the body rises as the body turns upon a thigh that stands."""
    up = here.femur.T @ load.up
    return float(up @ slope(before.femur.T @ arm, after.femur.T @ arm))


def _props_nm(around: tuple[tuple[Posed, Posed], ...], load: Load) -> Matrix:
    """What each thing that the leg leans on does at each joint, per 100 N of it."""
    columns = [
        [_SUPPORT_N * load.up @ slope(getattr(a, point), getattr(b, point)) for a, b in around]
        for point in load.leans_on
    ]
    return np.array(columns).reshape(len(load.leans_on), len(around)).T


def _least_effort(gives: Matrix, wanted: Vector, props: int) -> Vector:
    count = gives.shape[1]
    cost = np.ones(count)
    upper = np.ones(count)
    if props:
        cost[-props:], upper[-props:] = _SUPPORT_COST, np.inf
    hessian = np.ascontiguousarray(np.diag(cost) + BALANCE_WEIGHT * gives.T @ gives)
    shares = np.zeros(count)
    rank = mujoco.mju_boxQP(
        shares,
        np.zeros((count, count + 7)),
        np.zeros(count, dtype=np.int32),
        hessian,
        -BALANCE_WEIGHT * gives.T @ wanted,
        np.zeros(count),
        np.minimum(upper, 1e6),
    )
    if rank < 0:
        raise ArithmeticError("the work could not be shared out among the muscles")
    return shares
