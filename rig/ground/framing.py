"""Cameras of many places and lenses, with the whole person, feet included, in the picture."""

import numpy as np

from rig.body_data import Floats
from rig.lens import Lens, place
from rig.pose import Angles, Posed, sit
from rig.scene import Body, Camera, Posture
from rig.skeleton import figure
from rig.stage import looked_at

MOST_SWING_DEG = 48.0
MOST_HIKE_DEG = 10.0
TRIES = 4000
LANDSCAPE = ((640, 360), (640, 480), (854, 480), (960, 540), (1280, 720), (1920, 1080))
PORTRAIT = ((360, 640), (480, 640), (480, 854), (540, 960), (720, 1280), (1080, 1920))
SQUARE = ((480, 480), (640, 640), (720, 720))
# 720p costs three times as much to draw as 480p, 1080p seven times, and a detector that shrinks its
# crop learns little from it: such pictures are rarer, and there are some.
LARGE_PX, LARGE_SHARE, ANY_PX = 900_000, 0.4, 10_000_000
HUGE_PX, HUGE_SHARE = 2_000_000, 0.1
# How much of the picture's height or width the test fills at least; drawn for each scene.
LEAST_SHARE, LEAST_TALL_PX = (0.38, 0.82), 170.0
MARGIN = 0.015
HEAD_M, SIDE_M, TOE_M = 0.24, 0.09, 0.07


def reach_of(body: Body, posture: Posture) -> Floats:
    """Points (n, 3) that a person touches in the course of the test: all of them must be seen."""
    shape = figure(body)
    swings = [
        Angles(rotation_left_deg=a, rotation_right_deg=b, hike_deg=h)
        for a, b, h in (
            (0.0, 0.0, 0.0),
            (MOST_SWING_DEG, MOST_SWING_DEG, MOST_HIKE_DEG),
            (-MOST_SWING_DEG, -MOST_SWING_DEG, -MOST_HIKE_DEG),
        )
    ]
    return np.concatenate([_edges(sit(shape, posture, angles)) for angles in swings])


def in_view(points: Floats, lens: Lens, camera: Camera) -> bool:
    """All points within the picture, a small margin left."""
    depth = (points - lens.position) @ lens.rotation[2]
    if (depth > -0.3).any():
        return False
    share = lens.pixels(points) / [camera.width_px, camera.height_px]
    return bool((share > MARGIN).all() and (share < 1 - MARGIN).all())


def random_camera(
    random: np.random.Generator,
    body: Body,
    posture: Posture,
    yaw_deg: tuple[float, float],
    also: Floats | None = None,
    most_px: int = ANY_PX,
) -> Camera:
    """A camera that sees the whole person (and points (n, 3) `also`), neither lost nor cut off.

    `yaw_deg` are the least and the largest turn to either side, `most_px` the largest picture.
    RuntimeError when no camera fits.
    """
    points = reach_of(body, posture)
    if also is not None:
        points = np.concatenate([points, also])
    middle, knee_height_m = looked_at(figure(body), posture)
    least_share, size = random.uniform(*LEAST_SHARE), _size(random, most_px)
    for _ in range(TRIES):
        camera = _drawn(random, size, yaw_deg)
        lens = place(camera, middle, knee_height_m)
        if in_view(points, lens, camera):
            extent_px = np.ptp(lens.pixels(points), axis=0)
            if (extent_px / size).max() > least_share and extent_px[1] > LEAST_TALL_PX:
                return camera
    raise RuntimeError(f"no camera found that sees all of {body}")


def _drawn(
    random: np.random.Generator, size: tuple[int, int], yaw_deg: tuple[float, float]
) -> Camera:
    distance_m, height_m = random.uniform(1.0, 4.0), random.uniform(0.2, 1.4)
    aim_m = random.uniform(0.55, 0.85)
    side = 1.0 if random.random() < 0.5 else -1.0
    return Camera(
        yaw_deg=side * random.uniform(*yaw_deg),
        pitch_deg=float(
            np.degrees(np.arctan2(aim_m - height_m, distance_m)) + random.normal(0, 2.5)
        ),
        roll_deg=float(np.clip(random.normal(0, 5), -20, 20)),
        pan_deg=float(random.normal(0, 4)),
        distance_m=distance_m,
        height_m=height_m,
        fov_deg=random.uniform(40, 80),
        width_px=size[0],
        height_px=size[1],
    )


def _size(random: np.random.Generator, most_px: int) -> tuple[int, int]:
    family = (LANDSCAPE, PORTRAIT, SQUARE)[int(random.choice(3, p=[0.5, 0.33, 0.17]))]
    area = np.array([width * height for width, height in family])
    weight = np.where(area > LARGE_PX, LARGE_SHARE, 1.0) * (area <= most_px)
    weight[area > HUGE_PX] *= HUGE_SHARE / LARGE_SHARE
    return family[int(random.choice(len(family), p=weight / weight.sum()))]


def _edges(posed: Posed) -> Floats:
    """Outermost points of a posed body: joint centres and what sticks out beyond them."""
    j = posed.joints
    out = np.array([SIDE_M, 0.0, 0.0])
    points = [j["Head"] + [0.0, HEAD_M, 0.0]]
    for name, sign in (("Left", 1), ("Right", -1)):
        points += [j[f"{name}{b}"] + sign * out for b in ("Arm", "ForeArm", "Hand", "UpLeg")]
        forward = j[f"{name}ToeBase"] - j[f"{name}Foot"]
        tip = j[f"{name}ToeBase"] + TOE_M * forward / np.linalg.norm(forward)
        points += [tip + s * out / 2 for s in (-1, 1)]
        points.append(j[f"{name}Foot"] - [0.0, SIDE_M, 0.0])
    return np.array(points)
