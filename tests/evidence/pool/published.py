"""Published data with published results: thirteen trials of a vaccine, one row each.

Colditz et al., *JAMA* 1994;271:698-702; columns: ill and well with the vaccine, ill and well
without, distance from the equator in degrees. The log risk ratios and their variances are what
Viechtbauer, *J Stat Softw* 2010;36(3) works with.
"""

from __future__ import annotations

import numpy as np

from coxa.evidence.pool.random_effects import People

TRIALS = np.array(
    [
        (4, 119, 11, 128, 44),
        (6, 300, 29, 274, 55),
        (3, 228, 11, 209, 42),
        (62, 13536, 248, 12619, 52),
        (33, 5036, 47, 5761, 13),
        (180, 1361, 372, 1079, 44),
        (8, 2537, 10, 619, 19),
        (505, 87886, 499, 87892, 13),
        (29, 7470, 45, 7232, 27),
        (17, 1699, 65, 1600, 42),
        (186, 50448, 141, 27197, 18),
        (5, 2493, 3, 2338, 33),
        (27, 16886, 29, 17825, 33),
    ],
    dtype=float,
)
LATITUDE = TRIALS[:, 4]


def trials(design: np.ndarray | None = None) -> People:
    """The trials as if they were people."""
    ill, well, ill_without, well_without, _ = TRIALS.T
    given, without = ill + well, ill_without + well_without
    ratio = np.log(ill / given) - np.log(ill_without / without)
    variance = 1 / ill - 1 / given + 1 / ill_without - 1 / without
    return People(ratio, variance, np.ones((13, 1)) if design is None else design)
