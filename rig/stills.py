"""Random stills with their truth: bodies, clothes, cameras, rotations and hikes, for teaching a
calibration.

Pictures come in sets of one body, clothes, room and camera; the first of a set is its neutral pose.
Draws are
independent: trunk and gaze are not tied to the pelvis, or a calibration would only learn the rig's
own habits.
"""

import dataclasses
import json
from pathlib import Path

import cv2
import numpy as np

from rig.film import grained
from rig.ground.draws import random_angles
from rig.pose import Angles
from rig.scene import Body, Camera, Look, Posture, Room, Scene
from rig.stage import Stage
from rig.truth import truth_of

SKINS = ("#f2d3bf", "#e3b798", "#d1a07c", "#b98058", "#96623f", "#754a30", "#553626", "#3d281e")
HAIRS = ("#16110e", "#2b1d15", "#4a3222", "#7a5835", "#a58a5f", "#8d8984", "#d5d2cc")
CLOTHES = (
    "#3d6fa5",
    "#9a4a52",
    "#4d7a57",
    "#c9b458",
    "#7a5c99",
    "#dedbd3",
    "#2e3136",
    "#6f6a64",
    "#b3683c",
    "#7fa7b5",
)
WALLS = ("#cfc8bb", "#b7bcc4", "#e3e1dc", "#9aa59a", "#c9b39c", "#6f7680")
FLOORS = ("#a98661", "#8d8478", "#7b5a3e", "#c2b59f", "#5c5a58")
JPEG_QUALITY = 88
BODY_MIDDLE_M = 0.78


def render_stills(
    folder: Path, count: int, per_set: int, seed: int, size_px: int, most_yaw_deg: float
) -> None:
    """Write `count` JPEGs and one `stills.jsonl` (a line per picture: file, set, scene, angles,
    truth, landmarks).
    """
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    with (folder / "stills.jsonl").open("w") as lines:
        for first in range(0, count, per_set):
            scene = random_scene(
                random, f"set_{seed}_{first // per_set:05d}", size_px, most_yaw_deg
            )
            with Stage(scene) as stage:
                for k in range(min(per_set, count - first)):
                    angles = Angles() if k == 0 else random_angles(random)
                    posed = stage.pose(angles)
                    name = f"{scene.name}_{k:02d}.jpg"
                    picture = grained(stage.picture(posed), scene.room.grain, random)
                    cv2.imwrite(
                        str(folder / name),
                        picture[:, :, ::-1],
                        [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY],
                    )
                    record = {
                        "file": name,
                        "set": scene.name,
                        "neutral": k == 0,
                        "scene": scene.to_dict(),
                        "angles": dataclasses.asdict(angles),
                        "truth": dataclasses.asdict(truth_of(posed)),
                        "landmarks_px": stage.landmarks_px(posed),
                    }
                    lines.write(json.dumps(record, separators=(",", ":")) + "\n")


def random_scene(
    random: np.random.Generator, name: str, size_px: int, most_yaw_deg: float
) -> Scene:
    """A body, clothes, posture, room and camera drawn at random."""

    def pick(choices: tuple[str, ...]) -> str:
        return choices[int(random.integers(len(choices)))]

    trousers = random.random() < 0.4
    african, asian, caucasian = random.dirichlet([0.6, 0.6, 0.6])
    body = Body(
        *(float(random.random() < 0.5) * 0.8 + random.uniform(0, 0.2), random.uniform(20, 80)),
        muscle=random.uniform(0.2, 0.8),
        weight=random.uniform(0.25, 0.85),
        height=random.uniform(0.46, 0.57),
        african=african,
        asian=asian,
        caucasian=caucasian,
    )
    look = Look(
        skin=pick(SKINS),
        hair=pick(HAIRS),
        hair_style=("short", "long", "bald")[int(random.choice(3, p=[0.5, 0.4, 0.1]))],
        top=pick(CLOTHES),
        sleeve=float(random.choice([0.6, 0.75, 1.9])),
        bottom=pick(CLOTHES),
        leg_length=random.uniform(1.7, 1.92) if trousers else random.uniform(0.45, 0.85),
        looseness_m=random.uniform(0.008, 0.028),
        feet=pick(CLOTHES),
        footwear=("socks", "shoes", "bare")[int(random.integers(3))],
    )
    posture = Posture(
        hip_flexion_deg=random.normal(90, 4),
        knee_flexion_deg=random.normal(90, 6),
        abduction_deg=random.uniform(3, 15),
        plantarflexion_deg=random.uniform(0, 35),
        slouch_deg=random.uniform(-2, 18),
        trunk_follow=random.uniform(0, 1),
        gaze=random.uniform(0, 1),
        sinking=random.uniform(0, 1),
        arms=("thighs", "seat", "crossed")[int(random.integers(3))],
    )
    distance_m, height_m = random.uniform(2.0, 3.3), random.uniform(0.4, 1.0)
    camera = Camera(
        yaw_deg=random.uniform(-most_yaw_deg, most_yaw_deg),
        pitch_deg=float(
            np.degrees(np.arctan2(BODY_MIDDLE_M - height_m, distance_m)) + random.normal(0, 2.5)
        ),
        roll_deg=random.normal(0, 5),
        distance_m=distance_m,
        height_m=height_m,
        fov_deg=random.uniform(42, 56),
        width_px=size_px,
        height_px=size_px,
    )
    room = Room(
        wall=pick(WALLS),
        floor=pick(FLOORS),
        stool=pick(CLOTHES),
        light_yaw_deg=random.uniform(-70, 70),
        light=random.uniform(0.5, 1.3),
        grain=random.uniform(0, 6),
    )
    return Scene(name, body=body, look=look, posture=posture, camera=camera, room=room)
