"""Pictures of exercises: the same film comes again, and people are where the truth says."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("moderngl")

from coxa.catalogue import load_shipped
from coxa.quantities import Side
from rig.body_data import CACHE, WHEEL
from rig.exercises.film import film
from rig.exercises.plan import plan_of
from rig.exercises.script import Away, Rep, Script
from rig.exercises.spot import Spot
from rig.exercises.stage import Stage
from rig.ground.draws import random_look
from rig.ground.parts import supply
from rig.ground.stills import quick_studio
from rig.scene import Camera

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CACHE / WHEEL).exists(), reason="body data not fetched"),
]
EXERCISES = load_shipped().exercises
SOME = ("clamshell", "seated-turn-out", "prone-wipers", "twisted-legs", "standing-airplane")


@pytest.fixture(scope="module")
def _drawing():
    try:
        quick_studio().__exit__()
    except Exception as error:  # noqa: BLE001 - no EGL on this machine
        pytest.skip(f"cannot draw here: {error}")


@pytest.mark.usefixtures("_drawing")
def test_the_same_plan_gives_the_same_film_and_truth(tmp_path):
    whole = plan_of("dev", EXERCISES["seated-turn-out"], 1, 0, "said", "exercise")
    rep = Rep("right", 1.0, 0.3, 0.2, 0.3, 0.1, {"leans": 1.0})
    plan = replace(whole, script=Script((Away(0.3, 1.0, 0.0), rep)))
    made = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        film(plan, folder)
        made.append(sorted((path.name, path.read_bytes()) for path in folder.iterdir()))
    assert made[0] == made[1]
    assert [name for name, _ in made[0]] == [f"{plan.name}.mp4", f"{plan.name}.truth.json"]


@pytest.mark.usefixtures("_drawing")
@pytest.mark.parametrize("exercise_id", SOME)
def test_the_person_is_drawn_where_the_truth_says(exercise_id):
    """With the person out of sight the picture changes about the landmarks, and nowhere far off."""
    random, stock = np.random.default_rng(4), supply("fit")
    room = replace(stock.rooms[0], clutter=())
    look = random_look(random, stock, room)
    with Stage(EXERCISES[exercise_id], Side.LEFT, stock.bodies[9], look, room) as stage:
        pose, spot = stage.at(0.8), Spot(azimuth_deg=20.0, elevation_deg=20.0, distance_m=2.8)
        sensor = Camera()
        there, points = stage.picture(pose, spot, sensor=sensor)
        gone, _ = stage.picture(pose.shifted(np.array([0.0, 0.0, -50.0])), spot, sensor=sensor)
    body = np.abs(there.astype(int) - gone).max(axis=2) > 12
    for x, y in points.values():
        near = body[max(0, int(y) - 12) : int(y) + 13, max(0, int(x) - 12) : int(x) + 13]
        assert near.any()
    spread = np.array(list(points.values()))
    rows, columns = np.nonzero(body)
    inside = (np.abs(columns - spread[:, 0].mean()) < 1.6 * np.ptp(spread[:, 0])).mean()
    assert inside > 0.97
    assert len(rows) > 3000
