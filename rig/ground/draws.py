"""Random scenes and poses of one part. Draws are independent of each other: nothing about trunk,
gaze or camera tells what pelvis and hip do, or a calibration would only learn the rig's habits.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeVar

import numpy as np

from rig.ground.framing import ANY_PX, random_camera
from rig.ground.parts import Supply
from rig.pose import Angles
from rig.scene import Camera, Look, Posture, Room, Scene

T = TypeVar("T")
MOST_TURN_DEG = 48.0
PHONE_SHARE = 0.08
LOW_CONTRAST_SHARE = 0.2
Trousers = Literal["bare", "shorts", "tight", "loose"]
STYLES: tuple[Trousers, ...] = ("bare", "shorts", "tight", "loose")
STYLE_SHARES = (0.2, 0.32, 0.24, 0.24)


def pick(random: np.random.Generator, choices: Sequence[T]) -> T:
    """One of the choices, all equally likely."""
    return choices[int(random.integers(len(choices)))]


def random_scene(
    random: np.random.Generator,
    stock: Supply,
    name: str,
    yaw_deg: tuple[float, float],
    most_px: int = ANY_PX,
) -> Scene:
    """A person, clothes, posture, room and camera; the camera's yaw lies between the two given,
    to either side.
    """
    body, room = pick(random, stock.bodies), pick(random, stock.rooms)
    posture = random_posture(random)
    camera = random_camera(random, body, posture, yaw_deg, most_px=most_px)
    return Scene(
        name,
        body=body,
        look=random_look(random, stock, room),
        posture=posture,
        camera=with_sensor(random, camera, room),
        room=room,
    )


def random_look(random: np.random.Generator, stock: Supply, room: Room) -> Look:
    """Clothes from nearly bare legs to loose trousers, some in a colour of the room itself."""
    wardrobe = stock.wardrobe
    style = STYLES[int(random.choice(len(STYLES), p=STYLE_SHARES))]
    length, off_m = _trousers(random, style)
    bottom, feet = pick(random, wardrobe.bottoms), pick(random, wardrobe.feet)
    if random.random() < LOW_CONTRAST_SHARE:
        bottom = pick(random, (room.wall, room.floor, room.stool))
        feet = bottom if random.random() < 0.5 else feet
    footwear = pick(random, ("socks", "shoes", "bare"))
    if style == "bare" and random.random() < 0.7:
        footwear = "bare"
    phone = pick(random, ("left", "right")) if random.random() < PHONE_SHARE else "none"
    return Look(
        skin=pick(random, wardrobe.skins),
        hair=pick(random, wardrobe.hairs),
        hair_style=("short", "long", "bald")[int(random.choice(3, p=[0.5, 0.38, 0.12]))],
        top=pick(random, wardrobe.tops),
        sleeve=float(random.choice([0.6, 0.75, 1.9])),
        bottom=bottom,
        leg_length=length,
        looseness_m=random.uniform(0.008, 0.026),
        feet=feet,
        footwear=footwear,  # type: ignore[arg-type]
        bottom_looseness_m=off_m,
        phone=phone,  # type: ignore[arg-type]
    )


def random_posture(random: np.random.Generator) -> Posture:
    """How somebody might sit down for the test."""
    return Posture(
        hip_flexion_deg=_within(random.normal(90, 4), 80, 100),
        knee_flexion_deg=_within(random.normal(90, 6.5), 75, 105),
        abduction_deg=random.uniform(2, 16),
        plantarflexion_deg=random.uniform(0, 35),
        slouch_deg=random.uniform(-2, 18),
        trunk_follow=random.uniform(0, 1),
        gaze=random.uniform(0, 1),
        sinking=random.uniform(0, 1),
        arms=("thighs", "seat", "crossed")[int(random.integers(3))],
    )


def random_angles(random: np.random.Generator) -> Angles:
    """One leg turned, the pelvis hiked in half of the draws, the trunk leaning on its own."""
    turned, idle = random.uniform(-MOST_TURN_DEG, MOST_TURN_DEG), random.normal(0, 2)
    left = bool(random.integers(2))
    hike = random.uniform(-10, 10) if random.integers(2) else random.normal(0, 0.8)
    return Angles(
        rotation_left_deg=float(turned if left else idle - hike),
        rotation_right_deg=float(idle + hike if left else turned),
        hike_deg=float(hike),
        lean_deg=float(random.normal(0, 4)),
        sway_deg=float(random.normal(0, 2)),
        slide_m=float(random.normal(0, 0.01)),
    )


def with_sensor(random: np.random.Generator, camera: Camera, room: Room) -> Camera:
    """The camera with a lens and sensor of its own; against the light its exposure is a guess."""
    dim, bright = room.ambient < 0.5, room.ambient > 1.1
    return replace(
        camera,
        blur_px=random.uniform(0.5, 1.1) * (camera.height_px * camera.width_px / 307_200) ** 0.5,
        gain=float(np.exp(random.normal(0.35 * dim - 0.25 * bright, 0.18))),
        gamma=float(np.exp(random.normal(0, 0.1))),
        warmth=_within(random.normal(0, 0.4), -1, 1),
        haze=random.uniform(0.02, 0.16) if room.window else random.uniform(0, 0.04),
        noise=random.uniform(2, 9) if dim else random.uniform(0, 6),
    )


def _trousers(random: np.random.Generator, style: Trousers) -> tuple[float, float]:
    """How far the trousers reach (1 at the knee, 2 at the ankle) and stand off the leg, m."""
    if style == "bare":
        return random.uniform(0.22, 0.38), random.uniform(0.004, 0.008)
    if style == "shorts":
        return random.uniform(0.45, 0.92), random.uniform(0.004, 0.016)
    if style == "tight":
        return random.uniform(1.72, 1.94), random.uniform(0.002, 0.006)
    return random.uniform(1.7, 1.94), random.uniform(0.012, 0.024)


def _within(value: float, low: float, high: float) -> float:
    return float(np.clip(value, low, high))
