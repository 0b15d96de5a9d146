"""`moment_arms.json`: how each muscle turns the hip as it bends."""

from __future__ import annotations

from typing import Any

import numpy as np

from anatomy.leg import Leg, Vector
from anatomy.muscles import hip_muscles
from anatomy.origins import made_by, origin, origins
from anatomy.scatter import confidences, scattered
from coxa.body import NEITHER_BELOW_MM, MomentArms

FLEXIONS_DEG = tuple(float(flexion) for flexion in range(-20, 121, 10))


def moment_arms(leg: Leg) -> dict[str, Any]:
    """How each muscle turns the hip over its bend, neither turned nor crossed, knee straight."""
    bends = [np.deg2rad([flexion, 0.0, 0.0, 0.0]) for flexion in FLEXIONS_DEG]

    def arms_mm() -> Vector:
        return 1000 * np.array([leg.moment_arms_m(bend)[2] for bend in bends]).ravel()

    shipped = arms_mm().reshape(len(bends), -1)
    draws = scattered(leg, arms_mm).reshape(-1, len(bends), shipped.shape[1])
    sure = [
        confidences(leg, shipped[row], draws[:, row], NEITHER_BELOW_MM) for row in range(len(bends))
    ]
    return {
        "made_by": made_by(),
        "origins": origins(),
        "muscles": [
            MomentArms(
                id=muscle.id,
                name=muscle.name,
                origin=origin(muscle),
                flexion_deg=FLEXIONS_DEG,
                arm_mm=tuple(round(float(arm), 1) for arm in shipped[:, column]),
                confidence=tuple(row[column] for row in sure),
            ).to_dict()
            for column, muscle in enumerate(hip_muscles())
        ],
    }
