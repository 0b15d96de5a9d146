"""`muscle_paths.json`: where each muscle runs, for whoever draws muscles on a body."""

from __future__ import annotations

from typing import Any

from anatomy.leg import Leg, joint_centres, muscle_path
from anatomy.muscles import hip_muscles
from anatomy.origins import made_by

FRAMES = (
    "right side, metres; x forward, y up, z to the person's right, in the frame of each bone with "
    "the body upright and the knee straight"
)


def muscle_paths(leg: Leg) -> dict[str, Any]:
    """Points of every hip muscle, with the joint centres to scale each bone by."""
    return {
        "made_by": made_by(),
        "frames": FRAMES,
        "joints": {name: list(place) for name, place in joint_centres(leg).items()},
        "muscles": [
            {
                "id": muscle.id,
                "name": muscle.name,
                "added": muscle.added,
                "points": [list(point) for point in muscle_path(leg, muscle)],
            }
            for muscle in hip_muscles()
        ],
    }
