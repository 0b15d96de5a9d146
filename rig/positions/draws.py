"""Draws lying and standing scenes at random, for stills.

Bodies are drawn afresh in every scene. Clothes, skins and rooms come from two halves of one list,
so that what is fitted on one half is proven on colours that the fit never saw.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from rig.positions.posing import PositionAngles
from rig.positions.scene import Hands, LegShape, Position, PositionPosture, PositionScene
from rig.scene import Body, Camera, Look, Room, Side

Part = Literal["fit", "held"]
SKINS = ("#f2d3bf", "#d1a07c", "#96623f", "#553626", "#e3b798", "#b98058", "#754a30", "#3d281e")
HAIRS = ("#16110e", "#4a3222", "#a58a5f", "#2b1d15", "#7a5835", "#8d8984")
CLOTHES = (
    "#3d6fa5", "#4d7a57", "#7a5c99", "#2e3136", "#b3683c", "#dedbd3",
    "#9a4a52", "#c9b458", "#5f8f95", "#44485a", "#8a7f77", "#b9a48c",
)  # fmt: skip
WALLS = ("#cfc8bb", "#e3e1dc", "#c9b39c", "#b7bcc4", "#9aa59a", "#6f7680")
FLOORS = ("#a98661", "#7b5a3e", "#5c5a58", "#8d8478", "#c2b59f", "#6b4f38")
MOST_ROTATION_DEG = {"prone": 45.0, "supine": 42.0, "standing": 40.0}
HANDS: dict[Position, tuple[Hands, ...]] = {
    "prone": ("sides", "forehead"),
    "supine": ("sides", "chest"),
    "standing": ("chair", "chair", "sides"),
}
ROLLING_SHARE = 0.3
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
    return PositionScene(
        name,
        position,
        body=_body(random),
        look=_look(random, part),
        posture=random_posture(random, position, view),
        camera=random_camera(random, position, view, size_px),
        room=_room(random, part),
    )


def other_setting(
    random: np.random.Generator, scene: PositionScene, name: str, view: ViewDraw
) -> PositionScene:
    """The same person and room; another posture, with the same leg bent, and another camera."""
    size_px = (scene.camera.width_px, scene.camera.height_px)
    posture = random_posture(random, scene.position, view)
    return replace(
        scene,
        name=name,
        posture=replace(posture, tested=scene.posture.tested),
        camera=random_camera(random, scene.position, view, size_px),
    )


def random_angles(
    random: np.random.Generator, position: Position, tested: Side, neutral: bool
) -> PositionAngles:
    """The tested hip turned anywhere in its range; at neutral only as askew as eyes allow."""
    most = MOST_ROTATION_DEG[position]
    turned = random.normal(0, 3) if neutral else random.uniform(-most, most)
    idle = random.normal(0, 4)
    rolls = not neutral and random.random() < ROLLING_SHARE
    pelvis = random.uniform(-8, 8) if rolls else random.normal(0, 0.5 if neutral else 0.8)
    left, right = (turned, idle) if tested == "left" else (idle, turned)
    flexion, abduction = (0.0, 0.0) if neutral else random.normal(0, STRAY_SD_DEG, 2)
    return PositionAngles(
        float(left), float(right), float(pelvis), float(flexion), float(abduction)
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


def _body(random: np.random.Generator) -> Body:
    african, asian, caucasian = random.dirichlet([0.6, 0.6, 0.6])
    return Body(
        sex=float((random.random() < 0.5) * 0.8 + random.uniform(0, 0.2)),
        age_years=float(random.uniform(20, 80)),
        muscle=float(random.uniform(0.2, 0.8)),
        weight=float(random.uniform(0.25, 0.8)),
        height=float(random.uniform(0.46, 0.57)),
        african=float(african),
        asian=float(asian),
        caucasian=float(caucasian),
    )


def _look(random: np.random.Generator, part: Part) -> Look:
    trousers = random.random() < 0.4
    return Look(
        skin=_half(random, SKINS, part),
        hair=_half(random, HAIRS, part),
        hair_style=("short", "long", "bald")[int(random.choice(3, p=[0.5, 0.4, 0.1]))],
        top=_half(random, CLOTHES, part),
        sleeve=float(random.choice([0.6, 0.75, 1.9])),
        bottom=_half(random, CLOTHES, part),
        leg_length=float(random.uniform(1.7, 1.92) if trousers else random.uniform(0.45, 0.85)),
        looseness_m=float(random.uniform(0.006, 0.024)),
        feet=_half(random, CLOTHES, part),
        footwear=("socks", "shoes", "bare")[int(random.integers(3))],
    )


def _room(random: np.random.Generator, part: Part) -> Room:
    return Room(
        wall=_half(random, WALLS, part),
        floor=_half(random, FLOORS, part),
        stool=_half(random, CLOTHES, part),
        light_yaw_deg=float(random.uniform(-70, 70)),
        light=float(random.uniform(0.5, 1.3)),
        grain=float(random.uniform(0, 6)),
    )


def _half(random: np.random.Generator, choices: tuple[str, ...], part: Part) -> str:
    middle = len(choices) // 2
    mine = choices[:middle] if part == "fit" else choices[middle:]
    return mine[int(random.integers(len(mine)))]
