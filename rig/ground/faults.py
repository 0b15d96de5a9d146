"""Recordings that must be refused: a good scene, spoilt in one way."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rig.body_data import Floats
from rig.ground.draws import pick, random_look, with_sensor
from rig.ground.framing import random_camera
from rig.ground.parts import Supply
from rig.lens import place
from rig.pose import Angles, sit
from rig.scene import Bystander, Camera, Scene
from rig.skeleton import figure
from rig.stage import looked_at

SIDE_YAW_DEG = (32.0, 50.0)
FRONT_YAW_DEG = (0.0, 18.0)
HIKE_DEG = (6.0, 10.0)
RESTING_DEG = (9.0, 15.0)
STEP_DEG = 0.5
LEAST_PX = 310_000
TALL_M = 1.6

Spoil = Callable[[np.random.Generator, Supply, Scene], Scene]


def _hiked(random: np.random.Generator, _: Supply, scene: Scene) -> Scene:
    hike = random.uniform(*HIKE_DEG) * (1 if random.random() < 0.75 else -1)
    return replace(scene, protocol=replace(scene.protocol, hike_deg=float(hike)))


def _from_the_side(random: np.random.Generator, _: Supply, scene: Scene) -> Scene:
    return replace(scene, camera=_another(random, scene, SIDE_YAW_DEG))


def _turned_at_rest(random: np.random.Generator, _: Supply, scene: Scene) -> Scene:
    turned = float(random.uniform(*RESTING_DEG) * (1 if random.random() < 0.5 else -1))
    side = pick(random, ("resting_left_deg", "resting_right_deg"))
    return replace(scene, protocol=replace(scene.protocol, **{side: turned}))  # type: ignore[arg-type]


def _with_a_bystander(random: np.random.Generator, stock: Supply, scene: Scene) -> Scene:
    other = pick(random, [body for body in stock.bodies if body != scene.body])
    aside = random.uniform(0.7, 0.95) * (1 if random.random() < 0.5 else -1)
    stander = Bystander(
        other, random_look(random, stock, scene.room), float(aside), random.uniform(-0.35, 0.05),
        random.uniform(-30, 30),
    )  # fmt: skip
    also = np.array([[stander.x_m, y, stander.z_m] for y in (0.15, TALL_M)])
    return replace(scene, camera=_another(random, scene, FRONT_YAW_DEG, also), bystander=stander)


def _cut_off(_: np.random.Generator, __: Supply, scene: Scene) -> Scene:
    """Aim the camera up until both ankles have left the picture."""
    shape = figure(scene.body)
    middle, knee_height_m = looked_at(shape, scene.posture)
    joints = sit(shape, scene.posture, Angles()).joints
    ankles: Floats = np.array([joints["LeftFoot"], joints["RightFoot"]])
    camera = scene.camera
    while True:
        camera = replace(camera, pitch_deg=camera.pitch_deg + STEP_DEG)
        y_px = place(camera, middle, knee_height_m).pixels(ankles)[:, 1]
        if y_px.min() > 1.03 * camera.height_px:
            return replace(scene, camera=camera)


def _moving_at_once(_: np.random.Generator, __: Supply, scene: Scene) -> Scene:
    return replace(scene, protocol=replace(scene.protocol, neutral_s=0.0))


def _another(
    random: np.random.Generator,
    scene: Scene,
    yaw_deg: tuple[float, float],
    also: Floats | None = None,
) -> Camera:
    """Another camera of about the same size and of the same rate."""
    most_px = max(scene.camera.width_px * scene.camera.height_px, LEAST_PX)
    camera = random_camera(random, scene.body, scene.posture, yaw_deg, also, most_px)
    return with_sensor(random, replace(camera, fps=scene.camera.fps), scene.room)


FAULTS: dict[str, Spoil] = {
    "pelvis_hike": _hiked,
    "camera_to_the_side": _from_the_side,
    "resting_offset": _turned_at_rest,
    "several_people": _with_a_bystander,
    "legs_not_visible": _cut_off,
    "no_neutral": _moving_at_once,
}


def spoilt(random: np.random.Generator, stock: Supply, scene: Scene, fault: str) -> Scene:
    """The scene with this fault, declared as one that must be refused. KeyError when unknown."""
    return replace(FAULTS[fault](random, stock, scene), refusal=fault)
