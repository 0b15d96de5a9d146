"""The rival of the square corner: projection learnt from unrendered skeletons.

A cubic in the leg's picture at rest and now, ridge-fitted on thousands of skeletons before random
cameras. It is not shipped; `python -m rig.positions compare` says what it would have been worth.
"""

import itertools
from pathlib import Path
from typing import Any

import numpy as np

from coxa.assessment.bent_leg_rules import RULES
from coxa.quantities import ANKLE_SIGN, Side
from rig.body_data import Floats
from rig.positions.draws import ViewDraw, other_setting, random_angles, random_scene
from rig.positions.gather import TESTS, gather, leg_picture
from rig.positions.posing import take_position
from rig.positions.scene import Position
from rig.positions.stage import camera_of, position_truth
from rig.positions.teach import LEVEL_DEG, TURN_TERMS, errors, fit_terms, value
from rig.skeleton import figure

PENALTY = 1e-3
PARTS = ("UpLeg", "Leg", "Foot")


def learn_projection(position: Position, view: ViewDraw, bodies: int, each: int) -> Floats:
    """Coefficients of the cubic, from `bodies` × `each` pairs of skeletons at rest and turned."""
    random = np.random.default_rng(9)
    rows, target = [], []
    for number in range(bodies):
        scene = random_scene(random, f"skeleton_{number}", position, view, "fit")
        body = figure(scene.body)
        for _ in range(each):
            scene = other_setting(random, scene, scene.name, view)
            side, lens = scene.posture.tested, camera_of(scene)
            seen, truth = [], []
            for neutral in (True, False):
                angles = random_angles(random, position, side, neutral)
                posed = take_position(body, position, scene.posture, angles)
                joints = np.array([posed.joints[f"{side.title()}{part}"] for part in PARTS])
                seen.append(lens.pixels(joints))
                turned = position_truth(position, posed, angles)
                truth.append(getattr(turned, f"hip_rotation_{side}_deg"))
            test = TESTS[position]
            sign = ANKLE_SIGN[test, RULES[test].view, Side(side)]
            rows.append(leg_picture(sign, list(seen[0]), list(seen[1])))
            target.append(truth[1] - truth[0])
    table = _cubic(np.array(rows))
    square = table.T @ table + PENALTY * len(table) * np.eye(table.shape[1])
    return np.asarray(np.linalg.solve(square, table.T @ np.array(target)))


def compare(folder: Path, position: Position, view: ViewDraw) -> dict[str, Any]:
    """Errors on the held-out stills, pelvis level: on true joints and on the pose model's."""
    cubic = learn_projection(position, view, bodies=24, each=200)
    fit, _ = gather(folder / f"{position}_fit", "heavy")
    held, _ = gather(folder / f"{position}_held", "heavy")
    for turns in (fit, held):
        turns.features["learned"] = np.radians(_cubic(turns.picture) @ cubic)
    terms = tuple("*".join(_renamed(factor) for factor in term.split("*")) for term in TURN_TERMS)
    taught, _ = fit_terms(fit, terms, fit.true_deg, {"learned": 180 / np.pi})
    corner, _ = fit_terms(fit, TURN_TERMS, fit.true_deg, {"turn": 180 / np.pi})
    level = held.level(LEVEL_DEG)
    true_deg = level.true_deg
    return {
        "naive": errors(level.naive_deg - true_deg),
        "square corner": errors(np.degrees(level.features["turn"]) - true_deg),
        "learnt projection": errors(np.degrees(level.features["learned"]) - true_deg),
        "square corner, detector undone": errors(value(level, corner) - true_deg),
        "learnt projection, detector undone": errors(value(level, taught) - true_deg),
    }


def _renamed(factor: str) -> str:
    return {"turn": "learned", "|turn|": "|learned|"}.get(factor, factor)


def _cubic(picture: Floats) -> Floats:
    """(n, 84): all products of up to three of the six numbers."""
    columns = [np.ones(len(picture))]
    for degree in (1, 2, 3):
        for chosen in itertools.combinations_with_replacement(range(picture.shape[1]), degree):
            columns.append(np.prod(picture[:, chosen], axis=1))
    return np.stack(columns, axis=-1)
