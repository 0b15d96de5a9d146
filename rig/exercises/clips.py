"""The short clips of exercises that the tests read, as ``clips.toml`` declares them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from coxa.catalogue import Exercise, load_shipped
from coxa.quantities import Side
from rig.exercises.coming import FROM_STANDING
from rig.exercises.plan import (
    FilmPlan,
    Reps,
    Shake,
    idle_script,
    interruption,
    random_spot,
    standing_about,
)
from rig.exercises.script import Script, Stay, Take
from rig.exercises.ways import random_ways
from rig.ground.draws import random_look
from rig.ground.parts import supply
from rig.scene import Camera
from rig.scenes import CLIPS

DECLARED = Path(__file__).parent / "clips.toml"
FOLDER = CLIPS / "exercise"
CRF = 29
BLUR_PX, NOISE = 0.8, 0.8


def declared() -> Iterator[FilmPlan]:
    """Every clip, in the order of the file."""
    data = tomllib.loads(DECLARED.read_text("utf-8"))
    for number, clip in enumerate(data["clip"]):
        yield _plan(number, clip, data["fps"], data["start_s"])


def _plan(number: int, clip: dict[str, Any], fps: float, start_s: float) -> FilmPlan:
    exercise = load_shipped().exercises[clip["exercise"]]
    random = np.random.default_rng([7, number])
    stock, side = supply("fit"), Side(clip["side"])
    body, room = stock.bodies[clip["body"]], stock.rooms[clip["room"]]
    look = replace(random_look(random, stock, room), phone="none")
    ways, nothing = random_ways(random), clip.get("story") == "nothing"
    script = idle_script(exercise) if nothing else _script(exercise, random, clip["takes"], start_s)
    return FilmPlan(
        name="nothing" if nothing else exercise.id,
        part="dev", story="nothing" if nothing else "exercise",
        exercise=exercise.id, side=side, person=clip["body"], place="said",
        body=body, look=look, room=room,
        spot=random_spot(random, exercise, side, body, ways, "said"),
        sensor=Camera(fps=fps, blur_px=BLUR_PX, noise=NOISE),
        ways=ways, script=script,
        shake=Shake(*standing_about(script), 12.0, 1) if nothing else None,
    )  # fmt: skip


def _script(
    exercise: Exercise, random: np.random.Generator, names: list[str], start_s: float
) -> Script:
    reps = Reps(exercise, random)
    plain = {"right": reps.right, "half": lambda: reps.half(0.55), "fast": reps.fast}
    takes: list[Take] = [Stay(start_s)]
    for name in names:
        if name == "up":
            takes += interruption(1 / len(FROM_STANDING[exercise.end_pose.orientation]))
        else:
            takes.append(plain[name]() if name in plain else reps.fault(name))
    return Script(tuple(takes))
