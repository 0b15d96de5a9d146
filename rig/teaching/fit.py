"""Ridge regression of the calibration's parts, in the order in which they build on one another."""

from collections.abc import Sequence

import numpy as np

from coxa.angles import Calibration, rotation_features
from coxa.angles.polynomial import Polynomial, products
from coxa.quantities import Side
from rig.body_data import Floats
from rig.teaching.examples import Examples
from rig.teaching.skeletons import simulate
from rig.teaching.terms import DETECTOR, HIKE, PROJECTION, REST_SPREAD

SKELETONS, SKELETON_SEED = 60_000, 1
RIDGE_PROJECTION, RIDGE_DETECTOR, RIDGE_HIKE, RIDGE_SPREAD = 1.0, 10.0, 10.0, 3.0
DIGITS = 5

Features = dict[str, Floats]


def ridge(features: Features, terms: Sequence[str], target: Floats, weight: float) -> Polynomial:
    """Coefficients of `terms` for `target` (n,), each term scaled to unit size before `weight`."""
    matrix = np.stack(products(features, terms), axis=-1)
    size = np.sqrt((matrix**2).mean(axis=0)) + 1e-12
    scaled = matrix / size
    normal = scaled.T @ scaled + weight * np.eye(len(terms))
    found = np.linalg.solve(normal, scaled.T @ target) / size
    return Polynomial({t: round(float(c), DIGITS) for t, c in zip(terms, found, strict=True)})


def fit_projection() -> Polynomial:
    """What projection does, from unrendered skeletons."""
    pairs = simulate(SKELETONS, SKELETON_SEED)
    features = rotation_features(pairs.rest, pairs.turned, Side.LEFT)
    return ridge(features, PROJECTION, pairs.turn_deg, RIDGE_PROJECTION)


def fit_model(projection: Polynomial, fit: Examples, version: str) -> Calibration:
    """What one pose model does beyond that, from rendered stills."""
    projected_deg = projection(fit.features)
    seen = {**fit.features, "turned": np.radians(projected_deg)}
    return Calibration(
        version=version,
        projection=projection,
        detector=ridge(seen, DETECTOR, fit.turn_deg - projected_deg, RIDGE_DETECTOR),
        hike=ridge(seen, HIKE, fit.hike_deg, RIDGE_HIKE),
        yaw_gain=_gain(seen_yaw_deg(fit), fit.yaw_deg),
        rest_spread=ridge(fit.features, REST_SPREAD, seen_spread_deg(fit.features), RIDGE_SPREAD),
    )


def seen_spread_deg(features: Features) -> Floats:
    """(n,) how far apart the two shanks seem to rest."""
    return np.degrees(features["rest_lean"] + features["other_rest_lean"])


def seen_yaw_deg(examples: Examples) -> Floats:
    """(n,) yaw by geometry alone, from the knees' shift against the hips."""
    shift = (examples.features["thigh_out"] - examples.features["other_thigh_out"]) / 2
    sign = np.array([1.0 if side is Side.LEFT else -1.0 for side in examples.sides])
    return np.degrees(np.arcsin(np.clip(-sign * shift, -1, 1)))


def _gain(seen: Floats, true: Floats) -> float:
    return round(float(seen @ true / (seen @ seen)), 3)
