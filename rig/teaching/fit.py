"""Ridge regression of the calibration's parts, in the order in which they build on one another."""

from collections.abc import Sequence

import numpy as np

from coxa.angles import Calibration, rotation_features
from coxa.angles.familiarity import Familiarity
from coxa.angles.polynomial import Polynomial, products
from coxa.quantities import Side
from rig.body_data import Floats
from rig.teaching.committee import Hidden, teach_committee
from rig.teaching.examples import Examples
from rig.teaching.skeletons import simulate
from rig.teaching.terms import (
    CHANGES,
    OUTLINE,
    PROJECTION,
    REST_LEAN,
    REST_OUTLINE,
    STANDING,
)

SKELETONS, SKELETON_SEED = 60_000, 1
RIDGE_PROJECTION, RIDGE_REST = 1.0, 3.0
DIGITS = 5
UNSEEN_SHARE = 0.15
"""Of the examples, for which the nets are told that no outline was seen."""
REST_TOLERANCE_SDS = 2.5
"""Of the lean of a hanging shank: refuses about one leg in eighty that hangs as it should."""
MISREAD_SDS, SIFTINGS = 3.0, 5
"""A resting leg further off than this was misread and says nothing about the others."""
SD_OF_MEDIAN_ERROR = 1.4826
USUAL_HIKE_SD_DEG = 1.2
"""Of people told to keep both sit bones down, whose hike is too small to be refused: assumed."""
Features = dict[str, Floats]


def ridge(features: Features, terms: Sequence[str], target: Floats, weight: float) -> Polynomial:
    """Coefficients of `terms` for `target` (n,), each term scaled to unit size before `weight`."""
    matrix = np.stack(products(features, terms), axis=-1)
    size = np.sqrt((matrix**2).mean(axis=0)) + 1e-12
    scaled = matrix / size
    normal = scaled.T @ scaled + weight * np.eye(len(terms))
    found = np.linalg.solve(normal, scaled.T @ target) / size
    return Polynomial({t: round(float(c), DIGITS) for t, c in zip(terms, found, strict=True)})


def sifted_ridge(
    features: Features, terms: Sequence[str], target: Floats, weight: float
) -> tuple[Polynomial, float]:
    """:func:`ridge` without what was misread, and the spread of what remains of the others."""
    kept = np.ones(len(target), dtype=np.bool_)
    for _ in range(SIFTINGS):
        found = ridge({n: v[kept] for n, v in features.items()}, terms, target[kept], weight)
        off = np.abs(found(features) - target)
        kept = off < MISREAD_SDS * SD_OF_MEDIAN_ERROR * np.median(off)
    return found, _rms(off[kept])


def fit_projection() -> Polynomial:
    """What projection does, from unrendered skeletons."""
    pairs = simulate(SKELETONS, SKELETON_SEED)
    features = rotation_features(pairs.rest, pairs.turned, Side.LEFT)
    return ridge(features, PROJECTION, pairs.turn_deg, RIDGE_PROJECTION)


def fit_model(projection: Polynomial, fit: Examples, version: str) -> Calibration:
    """What one pose model does beyond that, from rendered stills."""
    projected_deg = projection(fit.features)
    seen = {**fit.features, "turned": np.radians(projected_deg)}
    outlined = bool(fit.features["outline_seen"].any())
    detector = teach_committee(
        seen,
        CHANGES + (OUTLINE if outlined else ()),
        STANDING + (REST_OUTLINE if outlined else ()),
        {"turn_deg": fit.turn_deg - projected_deg, "hike_deg": fit.hike_deg},
        Hidden(OUTLINE + REST_OUTLINE if outlined else (), UNSEEN_SHARE),
    )
    hike_deg = detector(seen)[0][:, 1]
    rest = resting_legs(fit)
    lean_deg = np.degrees(rest["rest_lean"])
    rest_lean, rest_spread_deg = sifted_ridge(rest, REST_LEAN, lean_deg, RIDGE_REST)
    return Calibration(
        version=version,
        projection=projection,
        detector=detector,
        familiarity=Familiarity.of(fit.features, STANDING, DIGITS),
        hike_share=share_of_hike(_rms(hike_deg - fit.hike_deg)),
        yaw_gain=_gain(seen_yaw_deg(fit), fit.yaw_deg),
        rest_lean=rest_lean,
        rest_tolerance_deg=round(REST_TOLERANCE_SDS * rest_spread_deg, 1),
    )


def resting_legs(examples: Examples) -> Features:
    """Features of one leg of each set at rest, (m,) for m sets."""
    names = [line["set"] for line in examples.lines]
    _, first = np.unique(names, return_index=True)
    return {name: values[first] for name, values in examples.features.items()}


def seen_yaw_deg(examples: Examples) -> Floats:
    """(n,) yaw by geometry alone, from the knees' shift against the hips."""
    shift = (examples.features["thigh_out"] - examples.features["other_thigh_out"]) / 2
    sign = np.array([1.0 if side is Side.LEFT else -1.0 for side in examples.sides])
    return np.degrees(np.arcsin(np.clip(-sign * shift, -1, 1)))


def _gain(seen: Floats, true: Floats) -> float:
    return round(float(seen @ true / (seen @ seen)), 3)


def share_of_hike(error_deg: float) -> float:
    """How much of a small seen hike is real: the weight of least expected square error."""
    usual = USUAL_HIKE_SD_DEG**2
    return round(usual / (usual + error_deg**2), 2)


def _rms(values: Floats) -> float:
    return float(np.sqrt((values**2).mean()))
