"""A calibration is heard about bodies like those that taught it, and about no others."""

from __future__ import annotations

import json

import numpy as np
import pytest

from coxa.angles import calibration_for, leg_features
from coxa.angles.calibration import STRANGE_DOUBT_DEG
from coxa.angles.familiarity import Familiarity
from coxa.quantities import Side
from tests.angles.test_details import detailed
from tests.angles.test_features import seen

NAMES = ("trunk", "thigh")
DIGITS = 6
MODELS = ("blazepose-heavy", "blazepose-full")


def bodies(count: int = 4000) -> dict[str, np.ndarray]:
    """Whose thigh goes with the trunk."""
    random = np.random.default_rng(3)
    trunk, own = random.normal(size=(2, count))
    return {"trunk": 1.5 + 0.2 * trunk, "thigh": 0.3 + 0.1 * trunk + 0.02 * own}


def known() -> Familiarity:
    return Familiarity.of(bodies(), NAMES, DIGITS)


def body(trunk: float, thigh: float) -> dict[str, np.ndarray]:
    return {"trunk": np.array(trunk), "thigh": np.array(thigh)}


def test_of_those_that_taught_it_all_but_one_in_a_hundred_are_wholly_known() -> None:
    assert np.mean(known()(bodies()) == 1.0) == pytest.approx(0.99, abs=0.001)


def test_distance_counts_in_spreads_and_knows_what_goes_together() -> None:
    assert known().distance(body(1.5, 0.3)) == pytest.approx(0.0, abs=0.1)
    assert known().distance(body(1.7, 0.4)) == pytest.approx(1.0, abs=0.1)
    # As far from the mean, but no body has a long trunk and a short thigh.
    assert known().distance(body(1.7, 0.2)) == pytest.approx(10.0, rel=0.1)


def test_it_fades_steadily_from_wholly_known_to_wholly_strange() -> None:
    edge = known().inside
    shares = [
        float(known()(body(1.5 + 0.2 * far * edge, 0.3 + 0.1 * far * edge)))
        for far in (0.9, 1.25, 1.5, 1.75, 2.1, 50.0)
    ]
    assert shares == pytest.approx([1.0, 0.75, 0.5, 0.25, 0.0, 0.0], abs=0.06)


def test_a_few_bodies_that_were_misread_change_nothing() -> None:
    misread = {name: np.append(values, values[:40] + 90) for name, values in bodies().items()}
    assert Familiarity.of(misread, NAMES, DIGITS).inside == pytest.approx(known().inside, rel=0.05)
    assert Familiarity.of(misread, NAMES, DIGITS).distance(body(1.7, 0.4)) == pytest.approx(
        known().distance(body(1.7, 0.4)), rel=0.05
    )


def test_a_feature_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="thigh"):
        known()({"trunk": np.zeros(1)})


def test_it_is_kept_as_plain_json() -> None:
    again = Familiarity.from_dict(json.loads(json.dumps(known().to_dict())))
    np.testing.assert_array_equal(again(bodies()), known()(bodies()))


@pytest.mark.parametrize("model", MODELS)
def test_of_a_strange_body_the_projection_stands_alone_with_the_error_of_a_plain_angle(
    model: str,
) -> None:
    calibration = calibration_for(model)
    features = leg_features(detailed(seen()), detailed(seen(left_deg=20)), Side.LEFT)
    strange = features | {"trunk": features["trunk"] + 5}
    read = calibration.read(strange)
    assert read.turn_deg == pytest.approx(calibration.projection(strange))
    assert read.doubt_deg == pytest.approx(STRANGE_DOUBT_DEG)


@pytest.mark.parametrize("model", MODELS)
def test_of_a_known_body_the_nets_are_heard_in_full(model: str) -> None:
    calibration = calibration_for(model)
    assert calibration.detector is not None
    assert calibration.familiarity is not None
    features = leg_features(detailed(seen()), detailed(seen(left_deg=20)), Side.LEFT)
    middle = dict(zip(calibration.familiarity.names, calibration.familiarity.centre, strict=True))
    typical = features | {name: np.asarray(value) for name, value in middle.items()}
    projected_deg = calibration.projection(typical)
    found, differing = calibration.detector({**typical, "turned": np.radians(projected_deg)})
    read = calibration.read(typical)
    assert read.turn_deg == pytest.approx(projected_deg + found[..., 0])
    assert read.hike_deg == pytest.approx(found[..., 1])
    assert read.doubt_deg == pytest.approx(differing[..., 0])
