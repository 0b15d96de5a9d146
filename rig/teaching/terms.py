"""Which features and products each part of the calibration is made of.

Each product of `PROJECTION` holds a feature that is zero at rest, so that a leg at rest reads zero.
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

# What the detector's nets are shown: all that has moved since rest, and all that the rest shows of
# body, posture and camera.
OUTLINE = ("outline_swing", "other_outline_swing", "outline_out", "outline_wide", "outline_narrow")
CHANGES = (
    "turned",
    "swing",
    "stretch",
    "other_swing",
    "hips_rise",
    "knees_rise",
    "shoulders_rise",
    "trunk_lean",
    *(
        f"{joint}_{way}"
        for joint in ("hip", "other_hip", "knee", "other_knee", "shoulders", "foot")
        for way in ("out", "down")
    ),
)
REST_OUTLINE = ("outline_seen", "rest_outline_lean", "rest_outline_wide", "rest_outline_narrow")
STANDING = (
    *POSTURE,
    "other_thigh_out",
    "other_thigh_down",
    "length_ratio",
    "hip_width",
    "knee_width",
    "rest_foot_out",
    "rest_foot_down",
)

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
    "rest_foot_out",
    "rest_foot_down",
    "rest_foot_out*rest_foot_down",
    "rest_foot_out*thigh_down",
    "rest_foot_down*thigh_out",
    *REST_OUTLINE,
)
