"""Random whole recordings of the lying and standing tests; some show a fault and say which.

A recording depends on its position, part, seed and number alone; what exists is kept.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from rig.ground.parts import PARTS, Part
from rig.ground.stills import quick_studio
from rig.positions.draws import STRAY_SD_DEG, ViewDraw, random_camera, random_scene
from rig.positions.film import film_position
from rig.positions.ground import VIEWS
from rig.positions.scene import POSITIONS, Position, PositionScene
from rig.scene import Direction, Movement, Protocol, Side

FPS, CRF = 10.0, 24
RANGE_DEG: dict[Position, tuple[float, float]] = {
    "prone": (14.0, 44.0),
    "supine": (14.0, 41.0),
    "standing": (13.0, 39.0),
}
REPEATS_APART_DEG = 4.0
USUAL_TILT_SD_DEG, MOST_USUAL_TILT_DEG = 1.5, 4.0
"""Somebody who was told to keep the pelvis level, and whom nobody watches."""
SPOILT_TILT_DEG = (7.0, 11.0)
SPOILT_STRAY_DEG = (9.0, 14.0)
LOW = ViewDraw(elevation_deg=11.0, elevation_spread_deg=4.0)
HIGH = ViewDraw(elevation_deg=42.0, elevation_spread_deg=4.0)
DIRECTIONS: tuple[Direction, ...] = ("internal", "external")

Spoil = Callable[[np.random.Generator, PositionScene], PositionScene]


def render_position_recordings(folder: Path, part: Part, good: int, rounds: int, seed: int) -> None:
    """Film what is missing of each position: `good` faultless ones, then every fault `rounds`
    times.
    """
    with quick_studio() as studio:
        for position in POSITIONS:
            for number in range(good + rounds * len(FAULTS)):
                scene = random_recording(position, part, good, number, seed)
                if not (folder / f"{scene.name}.mp4").exists():
                    film_position(scene, folder, CRF, studio)
                print(scene.name, scene.refusal or "", flush=True)


def random_recording(
    position: Position, part: Part, good: int, number: int, seed: int
) -> PositionScene:
    """One scene; from number `good` on it shows a fault, one after another."""
    own = [seed, POSITIONS.index(position), PARTS.index(part), number]
    random = np.random.default_rng(own)
    name = f"{position}_{part}_{seed}_{number:02d}"
    scene = random_scene(random, name, position, VIEWS[position], part)
    flexion, abduction = random.normal(0, STRAY_SD_DEG, 2)
    scene = replace(
        scene,
        posture=replace(
            scene.posture,
            stray_flexion_deg=float(flexion),
            stray_abduction_deg=float(abduction),
        ),
        camera=replace(scene.camera, fps=FPS),
        protocol=random_protocol(random, position, scene.posture.tested),
    )
    if number < good:
        return scene
    fault = list(FAULTS)[(number - good) % len(FAULTS)]
    return replace(FAULTS[fault](random, _shortened(scene)), refusal=fault)


def random_protocol(random: np.random.Generator, position: Position, tested: Side) -> Protocol:
    """Two held repeats in each direction, in random order; the body is never quite still."""
    movements = []
    for k in random.permutation(len(DIRECTIONS)):
        apart = random.uniform(0, REPEATS_APART_DEG)
        ends = random.uniform(*RANGE_DEG[position]) + apart * (random.random(2) - 0.5)
        movements.append(Movement(tested, DIRECTIONS[k], tuple(float(end) for end in ends)))
    tilt = np.clip(random.normal(0, USUAL_TILT_SD_DEG), -MOST_USUAL_TILT_DEG, MOST_USUAL_TILT_DEG)
    return Protocol(
        movements=tuple(movements),
        neutral_s=1.8,
        hold_s=float(random.uniform(1.2, 1.5)),
        rest_s=float(random.uniform(0.3, 0.5)),
        speed_deg_s=float(random.uniform(35, 60)),
        hike_deg=float(tilt),
        resting_left_deg=float(random.normal(0, 3)),
        resting_right_deg=float(random.normal(0, 3)),
        tremor_deg=float(random.uniform(0.1, 0.5)),
        sway_deg=float(random.uniform(0.2, 0.8)),
        seed=int(random.integers(1, 2**31)),
    )


def _shortened(scene: PositionScene) -> PositionScene:
    """The first direction alone, which is enough to be refused."""
    protocol = replace(scene.protocol, movements=scene.protocol.movements[:1])
    return replace(scene, protocol=protocol)


def _tilted(random: np.random.Generator, scene: PositionScene) -> PositionScene:
    tilt = random.uniform(*SPOILT_TILT_DEG) * (1 if random.random() < 0.75 else -1)
    return replace(scene, protocol=replace(scene.protocol, hike_deg=float(tilt)))


def _misplaced(random: np.random.Generator, scene: PositionScene) -> PositionScene:
    """Lying, the camera stands near the floor; standing, high above."""
    view = HIGH if scene.position == "standing" else LOW
    size_px = scene.camera.width_px, scene.camera.height_px
    camera = random_camera(random, scene.position, view, size_px)
    return replace(
        scene,
        camera=replace(
            scene.camera,
            pitch_deg=camera.pitch_deg,
            height_m=camera.height_m,
            distance_m=camera.distance_m,
        ),
    )


def _turned_round(_: np.random.Generator, scene: PositionScene) -> PositionScene:
    """The feet, or the back, towards the camera."""
    posture = replace(scene.posture, heading_deg=scene.posture.heading_deg + 180.0)
    return replace(scene, posture=posture)


def _strayed(random: np.random.Generator, scene: PositionScene) -> PositionScene:
    """The thigh swings aside with the foot, as somebody does who wants to get further."""
    abduction_deg = random.uniform(*SPOILT_STRAY_DEG) * random.choice([-1, 1])
    posture = replace(scene.posture, stray_abduction_deg=float(abduction_deg))
    return replace(scene, posture=posture)


FAULTS: dict[str, Spoil] = {
    "pelvis_tilts": _tilted,
    "camera_height": _misplaced,
    "wrong_way_round": _turned_round,
    "thigh_swings": _strayed,
}
