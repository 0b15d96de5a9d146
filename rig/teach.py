"""Fits `coxa.angles`' calibration on stills, proves it on others: other bodies, rooms, cameras.

The features are the product's own (`coxa.angles`), so that what is fitted is what will run.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from coxa.angles import read_body, seated_angles, seated_setup
from coxa.angles.calibration import features
from coxa.capture import PoseRecording
from coxa.pose import BlazePose, Model
from coxa.quantities import Side
from rig.body_data import Floats

RIDGE = 1.0
FRAME_S = 0.1


@dataclass(frozen=True)
class Still:
    """One turned leg: what the model showed since neutral, and the truth; internal positive."""

    measured_deg: float
    true_tilt_deg: float
    true_rotation_deg: float
    knee_offset: float
    seen_hike_deg: float
    true_hike_deg: float


@dataclass(frozen=True)
class Setting:
    """One body before one camera at neutral."""

    seen_yaw_deg: float
    true_yaw_deg: float
    excess_spread_deg: float


def learn(folder: Path, model: Model) -> tuple[list[Still], list[Setting]]:
    """Run the pose model over a folder of stills; a set in which a leg is lost is left out."""
    stills: list[Still] = []
    settings: list[Setting] = []
    for lines in _sets(folder).values():
        recording = _recording(folder, lines, model)
        body = read_body(recording)
        if not (body.usable[Side.LEFT].all() and body.usable[Side.RIGHT].all()):
            continue
        angles = seated_angles(body)
        neutral = np.arange(len(lines)) == 0
        setup = seated_setup(body, neutral, float(angles.trunk_lean_deg[0]))
        lean = angles.shank_lean_deg
        zero = lines[0]["truth"]
        true_spread = zero["shank_tilt_left_deg"] + zero["shank_tilt_right_deg"]
        spread = float(lean[Side.LEFT][0] - lean[Side.RIGHT][0])
        settings.append(
            Setting(setup.yaw_deg, lines[0]["scene"]["camera"]["yaw_deg"], spread - true_spread)
        )
        for frame, line in enumerate(lines[1:], start=1):
            side = _turned_side(line)
            truth = line["truth"]
            stills.append(
                Still(
                    measured_deg=float(angles.turned_deg(side, float(lean[side][0]))[frame]),
                    true_tilt_deg=truth[f"shank_tilt_{side}_deg"] - zero[f"shank_tilt_{side}_deg"],
                    true_rotation_deg=truth[f"hip_rotation_{side}_deg"]
                    - zero[f"hip_rotation_{side}_deg"],
                    knee_offset=setup.knee_offset[side],
                    seen_hike_deg=float(angles.hike_deg(side, neutral)[frame]),
                    true_hike_deg=(1 if side is Side.LEFT else -1)
                    * (truth["pelvis_hike_deg"] - zero["pelvis_hike_deg"]),
                )
            )
    return stills, settings


def fit(stills: list[Still]) -> list[float]:
    """Ridge coefficients (7,) from the measured to the true change of the shank's tilt."""
    terms = _terms(stills)
    target = np.array([still.true_tilt_deg for still in stills])
    solved = np.linalg.solve(terms.T @ terms + RIDGE * np.eye(terms.shape[1]), terms.T @ target)
    return [round(float(value), 4) for value in solved]


def fit_yaw_gain(settings: list[Setting]) -> float:
    """Least-squares gain from the seen to the true yaw."""
    seen = np.array([s.seen_yaw_deg for s in settings])
    true = np.array([s.true_yaw_deg for s in settings])
    return round(float(seen @ true / (seen @ seen)), 3)


def report(
    stills: list[Still], settings: list[Setting], entry: dict[str, Any]
) -> dict[str, dict[str, float]]:
    """Errors before and after, of rotation where the pelvis kept still, and of what watches it."""
    level = [s for s in stills if abs(s.true_hike_deg) < 2.5]
    rotation = np.array([s.true_rotation_deg for s in level])
    measured = np.array([s.measured_deg for s in level])
    hike = np.array([s.true_hike_deg for s in stills])
    seen_hike = np.array([s.seen_hike_deg for s in stills])
    yaw = np.array([entry["yaw_gain"] * s.seen_yaw_deg - s.true_yaw_deg for s in settings])
    return {
        "rotation, pelvis level, naive": _errors(measured - rotation),
        "rotation, pelvis level, calibrated": _errors(
            _terms(level) @ np.array(entry["coefficients"]) - rotation
        ),
        "pelvis hike": _errors(seen_hike - hike),
        "camera yaw": _errors(yaw),
        "spread of hanging shanks": _errors(
            np.array([s.excess_spread_deg for s in settings]) - entry["rest_spread_deg"]
        ),
    }


def teach(
    fit_folder: Path, wide_folder: Path, held_folder: Path, models: tuple[Model, ...]
) -> dict[str, Any]:
    """The calibration's table, with the held-out errors of each model beside its coefficients."""
    table: dict[str, Any] = {}
    for model in models:
        stills, settings = learn(fit_folder, model)
        _, wide = learn(wide_folder, model)
        entry: dict[str, Any] = {
            "coefficients": fit(stills),
            "yaw_gain": fit_yaw_gain(wide),
            "rest_spread_deg": round(float(np.mean([s.excess_spread_deg for s in settings])), 2),
        }
        held, held_settings = learn(held_folder, model)
        entry["taught_on"] = {"stills": len(stills), "settings": len(settings)}
        entry["held_out"] = report(held, held_settings, entry)
        table[f"blazepose-{model}"] = entry
    return table


def _sets(folder: Path) -> dict[str, list[dict[str, Any]]]:
    sets: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "stills.jsonl").read_text().splitlines():
        record = json.loads(line)
        sets[record["set"]].append(record)
    return sets


def _recording(folder: Path, lines: list[dict[str, Any]], model: Model) -> PoseRecording:
    """A set's stills as if they were the frames of one recording."""
    pose = BlazePose(model)
    size_px = lines[0]["scene"]["camera"]
    found = []
    for frame, line in enumerate(lines):
        picture = cv2.imread(str(folder / line["file"]))
        assert picture is not None
        found.append(pose.follow(np.asarray(picture, np.uint8), frame * FRAME_S))
    lost = np.full((33, 3), np.nan, np.float32)
    return PoseRecording(
        time_s=np.arange(len(lines), dtype=np.float64) * FRAME_S,
        image_px=np.array([f.image_px if f else lost[:, :2] for f in found], np.float32),
        world_m=np.array([f.world_m if f else lost for f in found], np.float32),
        visibility=np.array([f.visibility if f else lost[:, 0] for f in found], np.float32),
        score=np.array([f.score if f else 0.0 for f in found], np.float32),
        people=np.full(len(lines), -1, np.int8),
        width_px=size_px["width_px"],
        height_px=size_px["height_px"],
        model=pose.name,
        source=lines[0]["set"],
    )


def _turned_side(line: dict[str, Any]) -> Side:
    """The leg that turned further than what its pelvis' tilt alone asks of an idle one."""
    hike = line["angles"]["hike_deg"]
    left = abs(line["angles"]["rotation_left_deg"] + hike)
    right = abs(line["angles"]["rotation_right_deg"] - hike)
    return Side.LEFT if left > right else Side.RIGHT


def _terms(stills: list[Still]) -> Floats:
    measured = np.array([still.measured_deg for still in stills])
    terms: Floats = features(measured, np.array([still.knee_offset for still in stills]))
    return terms


def _errors(error: Floats) -> dict[str, float]:
    size = np.abs(error)
    return {
        "n": len(error),
        "mae_deg": round(float(size.mean()), 2),
        "rmse_deg": round(float(np.sqrt((error**2).mean())), 2),
        "p95_deg": round(float(np.percentile(size, 95)), 2),
        "worst_deg": round(float(size.max()), 1),
        "bias_deg": round(float(error.mean()), 2),
    }
