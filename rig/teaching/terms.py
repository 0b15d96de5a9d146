"""Which products each part of the calibration is made of.

All but `REST_LEAN` hold at least one feature that is zero at rest, so that a leg at rest reads
zero.
"""

from itertools import combinations_with_replacement

MOVED = ("swing", "stretch")
POSTURE = ("thigh_out", "thigh_down", "rest_lean", "other_rest_lean", "trunk")

PROJECTION = tuple(
    "*".join(names)
    for degree in (1, 2, 3)
    for names in combinations_with_replacement(MOVED + POSTURE, degree)
    if set(names) & set(MOVED)
)

# All that has moved since rest, and all that the rest shows of body, posture and camera.
CHANGES = (
    "swing",
    "stretch",
    "other_swing",
    "hips_rise",
    "knees_rise",
    "shoulders_rise",
    "trunk_lean",
    *(
        f"{joint}_{way}"
        for joint in ("hip", "other_hip", "knee", "other_knee", "shoulders")
        for way in ("out", "down")
    ),
)
STANDING = (
    *POSTURE,
    "other_thigh_out",
    "other_thigh_down",
    "length_ratio",
    "hip_width",
    "knee_width",
)
TURNED = ("turned", "turned*|turned|", "turned*turned")

DETECTOR = (
    *TURNED,
    "turned*turned*turned",
    *(f"turned*{name}" for name in CHANGES + STANDING),
    *(f"turned*turned*{name}" for name in STANDING),
    *(f"turned*{a}*{b}" for a, b in combinations_with_replacement(STANDING, 2)),
    *CHANGES,
)

HIKE = (*TURNED, "turned*thigh_out", *CHANGES)

REST_LEAN = (
    "1",
    "thigh_out",
    "other_thigh_out",
    "thigh_down",
    "other_thigh_down",
    "trunk",
    "hip_width",
    "knee_width",
    "length_ratio",
    "thigh_out*thigh_out",
    "thigh_out*other_thigh_out",
    "other_thigh_out*other_thigh_out",
    "thigh_out*thigh_down",
    "thigh_out*trunk",
    "other_thigh_out*trunk",
)
