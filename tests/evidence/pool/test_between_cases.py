"""The average over people against published effects between cases, from the cases' own readings.

Two designs of Hedges, Pustejovsky & Shadish, *Res Synth Methods* 2013;4:324-341, examples 2 and 1:
a line for each person's baseline and one for the treatment. They divide the average by a spread
between people, to put different scales side by side; degrees need no such thing, so it is the
average itself that is compared here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from coxa.evidence.pool.average import average_of
from coxa.evidence.pool.random_effects import People, weighted

# Children's speech with their mothers: Laski, Charlop & Schreibman, J Appl Behav Anal 1988;21:391.
SPEECH = (
    (
        (27.6, 23.96, 23.83, 47.26),
        (52.7, 60.99, 66.6, 52.5, 85.88, 47.05, 66.28, 54.05, 51.23),
    ),
    (
        (49.67, 23.57, 26.38, 28.35, 45.11),
        (70.67, 79.13, 84.09, 88.56, 80.9, 91.84, 63.42, 70.38),
    ),
    (
        (0, 0, 0, 0, 0, 0, 0),
        (28.07, 28.2, 57.15, 72.37, 45.56, 52.3, 28.37, 60.37, 57.46),
    ),
    (
        (32.84, 14.26, 0, 7.99, 23.55, 11.51, 28.22, 44.94, 35.02, 4.34),
        (69.26, 69.96, 62.98, 58.13, 58.17, 27.67, 70.85),
    ),
    (
        (46.7, 56.07, 32.28, 36.7, 59.93, 12.05, 34.95),
        (75.18, 92.15, 85.84, 83.33, 81.16, 74.86, 86.54, 74.96, 87.13),
    ),
    (
        (52.32, 51.99, 65.23, 57.28, 67.55, 57.62, 55.46),
        (78.31, 89.4, 72.35, 86.59, 81.79, 89.57, 84.11),
    ),
    (
        (58.06, 65.79, 52.63, 72.37, 81.91, 71.38, 73.52, 70.56),
        (45.39, 77.14, 71.88, 77.14, 87.01, 84.7, 74.18, 54.11, 74.67, 76.15, 83.39),
    ),
    (
        (41.36, 73.04, 47.25, 67.13, 62.1, 56.91, 66.66, 51, 72.87, 48.41, 16.96),
        (81.37, 86.48, 69.98, 78.41, 72.21, 70.51, 67.47, 84.53, 81),
    ),
)
# Quality of writing: Saddler, Behforooz & Asaro, J Spec Educ 2008;42:79.
WRITING = (
    ((2, 2, 3, 2), (4, 4, 4)),
    ((3, 4, 2), (5, 5, 6)),
    ((4, 4, 3, 2), (5, 4, 4)),
    ((2, 2, 2, 2), (4, 4, 5)),
    ((1, 1, 2, 1), (3, 4, 4)),
    ((3, 3, 3, 3), (5, 6, 6)),
)

Cases = Sequence[tuple[Sequence[float], Sequence[float]]]


def simple(cases: Cases) -> People:
    """Each person's difference of means, all taken to be equally exact."""
    differences = np.array([np.mean(after) - np.mean(before) for before, after in cases])
    return People(differences, np.ones(len(cases)), np.ones((len(cases), 1)))


@pytest.mark.parametrize(("cases", "published"), [(SPEECH, 31.822475), (WRITING, 2.097222)])
def test_the_average_is_the_published_numerator(cases: Cases, published: float) -> None:
    """``D`` bar of the paper's examples, as the authors' scdhlm has it to six digits."""
    assert average_of(simple(cases)).mean_deg == pytest.approx(published, abs=5.01e-7)


def test_weighing_people_by_how_exact_they_are_comes_to_the_one_stage_model() -> None:
    """Pustejovsky, Hedges & Shadish, *J Educ Behav Stat* 2014;39:368-393, on the same children.

    A model of all readings at once, with one effect for everybody, gives 30.68366 (scdhlm's
    README; scatter of readings 13.8842, likeness of neighbours 0.252769). In two stages, each
    child alone first, very little is lost.
    """
    effects = np.array([_alone(before, after, 13.8842, 0.252769) for before, after in SPEECH])
    people = People(effects[:, 0], effects[:, 1], np.ones((len(effects), 1)))
    assert weighted(people, 0.0).coefficients[0] == pytest.approx(30.68366, abs=0.05)
    differing = average_of(people)
    assert differing.heterogeneity is not None
    assert differing.heterogeneity.q_p < 0.01  # the children do differ
    assert differing.interval95_deg[0] < 30.68366 < differing.interval95_deg[1]


def _alone(
    before: Sequence[float], after: Sequence[float], sd: float, likeness: float
) -> tuple[float, float]:
    """One child's effect and its variance, by generalised least squares."""
    values = np.array([*before, *after])
    treated = np.repeat([0.0, 1.0], [len(before), len(after)])
    apart = np.abs(np.subtract.outer(np.arange(len(values)), np.arange(len(values))))
    inverse = np.linalg.inv(sd**2 * likeness**apart)
    design = np.column_stack([np.ones(len(values)), treated])
    cover = np.linalg.inv(design.T @ inverse @ design)
    found = cover @ design.T @ inverse @ values
    return float(found[1]), float(cover[1, 1])
