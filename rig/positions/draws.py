"""Draws lying and standing scenes at random, for stills and recordings.

People, clothes, skins and rooms are those of the seated test's proving ground, in its three parts,
which share none of them. Nothing about trunk or camera tells what the pelvis does.
"""

from dataclasses import dataclass, replace

import numpy as np

from rig.ground.draws import pick, random_look, with_sensor
from rig.ground.parts import Part, supply
from rig.positions.posing import PositionAngles
from rig.positions.scene import Hands, LegShape, Position, PositionPosture, PositionScene
from rig.scene import Camera, Side

MOST_ROTATION_DEG = {"prone": 45.0, "supine": 42.0, "standing": 40.0}
HANDS: dict[Position, tuple[Hands, ...]] = {
    "prone": ("sides", "forehead"),
    "supine": ("sides", "chest"),
    "standing": ("chair", "chair", "sides"),
}
ROLLING_SHARE = 0.3
MOST_ROLLED_DEG = 8.0
TRUNK_SD_DEG = 1.5
STRAY_SD_DEG = 2.0
"""A thigh that turns does not stay quite where it was."""
STANDING_MIDDLE_M, LYING_MIDDLE_M = 0.85, 0.25


@dataclass(frozen=True)
class ViewDraw:
    """Where the camera may stand: elevation above the hips' level, and the body's heading.

    Each is drawn evenly within `spread` of its middle, degrees.
    """

    elevation_deg: float
    elevation_spread_deg: float = 8.0
    heading_deg: float = 0.0
    heading_spread_deg: float = 12.0
    roll_sd_deg: float = 3.0


def random_scene(
    random: np.random.Generator,
    name: str,
    position: Position,
    view: ViewDraw,
    part: Part,
    size_px: tuple[int, int] = (640, 480),
) -> PositionScene:
    """One body, clothes, posture, room and camera."""
    stock = supply(part)
    body, room = pick(random, stock.bodies), pick(random, stock.rooms)
    return PositionScene(
        name,
        position,
        body=body,
        look=random_look(random, stock, room),
        posture=random_posture(random, position, view),
        camera=with_sensor(random, random_camera(random, position, view, size_px), room),
        room=room,
    )


def other_setting(
    random: np.random.Generator, scene: PositionScene, name: str, view: ViewDraw
) -> PositionScene:
    """The same person and room; another posture, with the same leg bent, and another camera."""
    size_px = (scene.camera.width_px, scene.camera.height_px)
    posture = random_posture(random, scene.position, view)
    camera = random_camera(random, scene.position, view, size_px)
    return replace(
        scene,
        name=name,
        posture=replace(posture, tested=scene.posture.tested),
        camera=with_sensor(random, camera, scene.room),
    )


def random_angles(
    random: np.random.Generator, position: Position, tested: Side, neutral: bool
) -> PositionAngles:
    """The tested hip turned anywhere in its range; at neutral only as askew as eyes allow."""
    most = MOST_ROTATION_DEG[position]
    turned = random.normal(0, 3) if neutral else random.uniform(-most, most)
    idle = random.normal(0, 4)
    rolls = not neutral and random.random() < ROLLING_SHARE
    rolled = random.uniform(-MOST_ROLLED_DEG, MOST_ROLLED_DEG)
    pelvis = rolled if rolls else random.normal(0, 0.5 if neutral else 0.8)
    left, right = (turned, idle) if tested == "left" else (idle, turned)
    flexion, abduction = (0.0, 0.0) if neutral else random.normal(0, STRAY_SD_DEG, 2)
    trunk = 0.0 if neutral else random.normal(0, TRUNK_SD_DEG)
    return PositionAngles(
        float(left), float(right), float(pelvis), float(flexion), float(abduction), float(trunk)
    )


def random_posture(
    random: np.random.Generator, position: Position, view: ViewDraw
) -> PositionPosture:
    """One leg bent to about a right angle, the other straight."""
    flexion = {"prone": 0.0, "supine": 90.0, "standing": 86.0}[position]
    bent = LegShape(
        float(random.normal(flexion, 4)),
        float(random.uniform(-1, 10)),
        float(random.normal(90, 6)),
        float(random.uniform(-5, 35)),
    )
    foot_deg = {"prone": 62.0, "supine": 25.0, "standing": 0.0}[position]
    spread_deg = random.uniform(1, 6) if position == "standing" else random.uniform(2, 14)
    knee_deg = 0.0 if position == "standing" else random.uniform(0, 6)
    hands = HANDS[position]
    return PositionPosture(
        tested="left" if random.integers(2) else "right",
        bent=bent,
        other=LegShape(0.0, float(spread_deg), float(knee_deg), foot_deg),
        heading_deg=_within(random, view.heading_deg, view.heading_spread_deg),
        arch_deg=float(random.uniform(0, 8)),
        trunk_lean_deg=float(random.normal(0, 3)),
        head_turn_deg=float(random.choice([-60, 0, 60]) if position == "prone" else 0),
        hands=hands[int(random.integers(len(hands)))],
        trunk_follow=float(random.uniform(0, 1)),
    )


def random_camera(
    random: np.random.Generator, position: Position, view: ViewDraw, size_px: tuple[int, int]
) -> Camera:
    """A camera at the drawn elevation, aimed at the body and a little beside it."""
    elevation = np.radians(_within(random, view.elevation_deg, view.elevation_spread_deg))
    middle_m = STANDING_MIDDLE_M if position == "standing" else LYING_MIDDLE_M
    away_m = random.uniform(2.7, 3.6) if position == "standing" else random.uniform(2.2, 3.1)
    return Camera(
        yaw_deg=float(random.normal(0, 1.5)),
        pitch_deg=float(-np.degrees(elevation) + random.normal(0, 2)),
        roll_deg=float(random.normal(0, view.roll_sd_deg)),
        distance_m=float(away_m * np.cos(elevation)),
        height_m=float(middle_m + away_m * np.sin(elevation)),
        fov_deg=float(random.uniform(42, 56)),
        width_px=size_px[0],
        height_px=size_px[1],
    )


def _within(random: np.random.Generator, middle: float, spread: float) -> float:
    return float(random.uniform(middle - spread, middle + spread))
