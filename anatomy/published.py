"""What others computed or measured, to compare with: never used in the computation."""

from __future__ import annotations

BENDS_DEG = (0, 40, 60, 90)
ARMS_MM = {
    "piriformis": (-26, -5, 6, 19),
    "gluteus-medius-front": (13, 39, 48, 52),
    "gluteus-medius-middle": (-13, 16, 27, 36),
    "gluteus-medius-back": (-34, -6, 7, 21),
    "gluteus-minimus-front": (9, 35, 44, 49),
    "gluteus-minimus-middle": (-1, 26, 37, 45),
    "gluteus-minimus-back": (-14, 14, 25, 36),
    "tensor-fasciae-latae": (1, 21, 31, 44),
    "gluteus-maximus-upper": (-22, -4, 3, 12),
    "gluteus-maximus-middle": (-21, -8, -3, 4),
    "gluteus-maximus-lower": (-18, -12, -10, -8),
}
"""Of MyoLeg, from an earlier computation apart from this one; the signs are Delp's (1999)."""

QUADRATUS_FEMORIS_MM = (-35, -44, -41, -31)
"""From other published attachment points than those taken here."""

MCGOVERN = ((0, 0, 45), (90, 0, -45), (90, 30, 0))
"""McGovern 2017, strings on 17 cadaver hips: turned in; bent and turned out; bent and crossed."""

LENGTHS = [
    # Percent of an earlier computation, fibre lengths a little different: four points are allowed.
    # flexion, adduction, rotation, knee; muscle; percent of fibre length; allowed difference
    ((90, 0, 35, 90), "piriformis", -55, 4),
    ((90, 0, 35, 90), "obturator-externus", 17, 4),
    ((90, 0, 35, 90), "gemellus-inferior", 13, 4),
    ((90, 0, 35, 90), "gluteus-medius-front", -47, 4),
    ((55, 15, 30, 75), "piriformis", 17, 4),
    ((55, 15, 30, 75), "obturator-internus", 19, 4),
    ((55, 15, 30, 75), "gemellus-inferior", 35, 4),
    ((55, 15, 30, 75), "gluteus-medius-front", -19, 4),
    ((70, 10, 35, 90), "gemellus-inferior", 31, 4),
    ((70, 10, 35, 90), "gluteus-medius-front", -37, 4),
    ((70, 10, 35, 90), "piriformis", -15, 4),
    ((75, -25, -40, 100), "gluteus-medius-front", 37, 4),
    ((75, -25, -40, 100), "tensor-fasciae-latae", 23, 4),
    ((45, 0, 30, 90), "gemellus-inferior", 32, 4),
    # Another path and a shorter fibre (Delp's): about a third more.
    ((90, 0, 35, 90), "quadratus-femoris", 19, 13),
    ((45, 0, 30, 90), "quadratus-femoris", 32, 13),
    ((70, 10, 35, 90), "obturator-externus", 20, 10),
]
