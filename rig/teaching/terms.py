"""Which products each part of the calibration is made of.

All but `REST_SPREAD` hold at least one feature that is zero at rest, so that a leg at rest reads
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

DETECTOR = (
    "turned",
    "turned*|turned|",
    "turned*turned",
    "turned*turned*turned",
    *(
        f"turned*{name}"
        for name in (*POSTURE, "stretch", "hip_width", "knee_width", "thigh_out*thigh_out")
    ),
    "turned*turned*thigh_out",
    "turned*turned*thigh_down",
    "stretch",
    "knee_out",
    "knee_down",
    "other_swing",
)

HIKE = (
    "hips_rise",
    "knees_rise",
    "shoulders_rise",
    "trunk_lean",
    *(
        f"{joint}_{way}"
        for joint in ("hip", "other_hip", "knee", "other_knee", "shoulders")
        for way in ("out", "down")
    ),
    "turned",
    "turned*|turned|",
    "turned*turned",
    "turned*thigh_out",
    "other_swing",
    "stretch",
)

REST_SPREAD = (
    "1",
    "knee_width",
    "hip_width",
    "trunk",
    "thigh_down",
    "other_thigh_down",
    "thigh_out*other_thigh_out",
)
