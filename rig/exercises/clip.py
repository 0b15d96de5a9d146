"""The film of an exercise that browser tests play to the player's camera, over and over.

It begins and ends in the start pose, so that its end runs into its beginning.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coxa.catalogue import load_shipped
from rig.exercises.film import film
from rig.exercises.plan import plan_of
from rig.exercises.script import Rep, Script, Stay

EXERCISE = "clamshell"
FAULT = "feet-part"
FPS = 12.0

SCRIPT = Script((
    Stay(3.0),
    Rep("right", 1.0, 1.4, 2.6, 1.4, 1.6),
    Rep("fault", 1.0, 1.4, 3.0, 1.4, 1.6, {FAULT: 1.2}),
    Rep("half", 0.5, 1.0, 1.0, 1.0, 2.0),
))  # fmt: skip


def film_for_the_player(folder: Path) -> Path:
    """Write ``player.mp4`` and its truth: one repetition right, one with a fault, half a one."""
    plan = plan_of("dev", load_shipped().exercises[EXERCISE], 1, 0, "said", "exercise")
    sensor = replace(plan.sensor, fps=FPS)
    film(replace(plan, name="player", script=SCRIPT, shake=None, sensor=sensor), folder)
    return folder / "player.mp4"
