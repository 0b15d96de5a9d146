"""The calibration as shipped, on bodies that share no code with what taught it."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from coxa.angles import Calibration, calibration_for, leg_features, rotation_features
from coxa.angles.calibration import STRANGE_DOUBT_DEG
from coxa.angles.polynomial import Polynomial, products
from coxa.quantities import Side
from tests.angles.test_details import detailed
from tests.angles.test_features import seen
from tests.synthetic_body import Camera

MODELS = ("blazepose-heavy", "blazepose-full")


def test_a_polynomial_is_the_sum_of_its_products() -> None:
    features = {"a": np.array([2.0, -3.0]), "b": np.array([5.0, 7.0])}
    sum_of = Polynomial({"1": 1.0, "a": 10.0, "a*b": 100.0, "b*|a|": 1000.0})
    assert sum_of(features).tolist() == [1 + 20 + 1000 + 10_000, 1 - 30 - 2100 + 21_000]


def test_an_unknown_feature_is_an_error() -> None:
    with pytest.raises(KeyError):
        products({"a": np.zeros(1)}, ["a*c"])


@pytest.mark.parametrize("model", MODELS)
def test_rest_reads_zero(model: str) -> None:
    calibration = calibration_for(model)
    for side in Side:
        features = leg_features(detailed(seen()), detailed(seen()), side)
        at_rest = calibration.read(features)
        assert at_rest.rotation_deg == pytest.approx(0.0, abs=1e-9)
        assert at_rest.hike_deg == pytest.approx(0.0, abs=1e-9)
        assert calibration.familiarity is not None
        strange = 1 - calibration.familiarity(features)
        assert at_rest.doubt_deg == pytest.approx(strange * STRANGE_DOUBT_DEG, abs=1e-9)


def test_an_unknown_model_is_left_as_it_is() -> None:
    features = rotation_features(seen(), seen(left_deg=30), Side.LEFT)
    plain = calibration_for("another")
    assert plain.read(features).rotation_deg == pytest.approx(np.degrees(features["swing"]))


CAMERAS = [
    Camera(yaw_deg=yaw_deg, height_m=height_m, pitch_deg=pitch_deg)
    for yaw_deg in (-18, 0, 18)
    for height_m, pitch_deg in ((0.5, 0.0), (1.2, -12.0))
]


def test_projection_is_undone_for_true_joints() -> None:
    """Root mean square error over cameras, sides and turns: about half of the plain angle's."""
    calibration = calibration_for(MODELS[0])
    plain, undone = [], []
    for camera in CAMERAS:
        rest = seen(camera=camera)
        for turn_deg in (-40, -20, 20, 40):
            for side in Side:
                turned = (
                    seen(left_deg=turn_deg, camera=camera)
                    if side is Side.LEFT
                    else seen(right_deg=turn_deg, camera=camera)
                )
                features = rotation_features(rest, turned, side)
                plain.append(float(np.degrees(features["swing"])) - turn_deg)
                undone.append(float(calibration.projection(features)) - turn_deg)
    assert _rms(undone) < 0.6 * _rms(plain)
    assert _rms(undone) < 1.5


@pytest.mark.parametrize("model", MODELS)
def test_part_of_a_small_hike_is_taken_out_of_the_turn(model: str) -> None:
    calibration = calibration_for(model)
    tilted = detailed(seen(left_deg=20, right_hike_deg=-3))
    turn = calibration.read(leg_features(detailed(seen()), tilted, Side.LEFT))
    assert 0.5 < float(turn.turn_deg - turn.rotation_deg) < 3


@pytest.mark.parametrize("side", list(Side))
def test_the_full_model_is_read_without_an_outline(side: Side) -> None:
    """It is the one that reads live, where no outline is looked at."""
    calibration = calibration_for("blazepose-full")
    rest, turned = detailed(seen()), detailed(seen(left_deg=20, right_deg=20))
    blind_rest, blind = (
        detailed(seen(), unseen=True),
        detailed(seen(left_deg=20, right_deg=20), unseen=True),
    )
    with_outline = calibration.read(leg_features(rest, turned, side)).turn_deg
    without = calibration.read(leg_features(blind_rest, blind, side)).turn_deg
    assert with_outline == without


def _rms(values: list[float]) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def test_every_number_has_its_origin() -> None:
    table = json.loads(files("coxa.angles").joinpath("calibration.json").read_text("utf-8"))
    assert table["made_by"]
    for entry in table["models"].values():
        assert entry["taught_on"]["people"] >= 50
        assert entry["held_out_people"] >= 20
        held_out = entry["held_out"]
        naive = held_out["rotation, pelvis level, naive"]["rmse_deg"]
        assert held_out["rotation, pelvis level, calibrated"]["rmse_deg"] < 0.6 * naive


def test_a_calibration_of_another_version_is_another_series() -> None:
    versions = {calibration_for(model).version for model in (*MODELS, "another")}
    assert len(versions) == 2
    assert isinstance(calibration_for("another"), Calibration)
