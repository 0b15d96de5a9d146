"""Random whole recordings of the seated test, and others derived from them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from rig.film import film
from rig.ground.derive import derive, random_change, truth_of_video
from rig.ground.draws import pick, random_look, random_posture, random_scene, with_sensor
from rig.ground.faults import FAULTS, FRONT_YAW_DEG, spoilt
from rig.ground.framing import ANY_PX, random_camera
from rig.ground.parts import PARTS, Part, supply
from rig.ground.performance import random_protocol, random_ranges
from rig.ground.stills import quick_studio
from rig.scene import Camera, Scene
from rig.studio import Studio

BASE_FPS = (10.0, 12.0, 15.0, 16.0, 20.0)
# Most are filmed at up to 854 by 480, since a frame of 720p costs as much as three of them.
MOST_PX, LARGE_SHARE = 420_000, 0.1
BASE_CRF = (20, 26)
# One in twenty is filmed at 1080p; none of these shows a fault.
FULL_HD_EVERY, FULL_HD_PX = 20, 1080
SPOILT_EVERY = 4
MOST_DERIVED = 1
SCENES, AGAIN, CHANGES = 101, 102, 103
# Set-ups anew are kept shorter: what they tell apart is the set-up.
AGAIN_LENGTH_S = (17.0, 24.0)


@dataclass(frozen=True)
class Take:
    """A recording to be filmed: its scene, and the person and set-up when one is filmed anew."""

    scene: Scene
    part: Part
    crf: int
    person: str | None = None
    setup: int | None = None


def render_recordings(folder: Path, takes: list[Take], derived: bool = True) -> None:
    """Film what is missing, and derive what is missing from each."""
    folder.mkdir(parents=True, exist_ok=True)
    with quick_studio() as studio:
        for k, take in enumerate(takes):
            video = folder / f"{take.scene.name}.mp4"
            _filmed(video, take, studio)
            if derived:
                _derived(video, take)
            print(f"{take.part} recordings: {k + 1} of {len(takes)} ({video.stem})", flush=True)


def takes(part: Part, count: int, seed: int) -> list[Take]:
    """`count` random recordings of a part; every fourth shows a fault, one after another."""
    return [_take(part, k, seed) for k in range(count)]


def takes_anew(part: Part, people: int, setups: int, seed: int) -> Iterator[Take]:
    """The same people in the same clothes, with the same hips, each set up several times: room,
    camera, posture and all else that a day changes are drawn anew.
    """
    stock = supply(part)
    for who in range(people):
        random = np.random.default_rng([seed, PARTS.index(part), AGAIN, who])
        first = random_scene(random, stock, "", FRONT_YAW_DEG)
        body = stock.bodies[who % len(stock.bodies)]
        look = random_look(random, stock, first.room)
        ranges = random_ranges(random)
        for setup in range(setups):
            posture = random_posture(random)
            camera = random_camera(random, body, posture, FRONT_YAW_DEG, most_px=MOST_PX)
            room = pick(random, stock.rooms)
            name = f"{part}_again_{seed}_{who:02d}_{setup}"
            scene = Scene(
                name,
                story="A person set up anew.",
                body=body,
                look=look,
                posture=posture,
                protocol=random_protocol(random, ranges, AGAIN_LENGTH_S),
                camera=with_sensor(random, replace(camera, fps=_rate(random)), room),
                room=room,
            )
            yield Take(scene, part, _crf(random), f"{part}_{who:02d}", setup)


def _take(part: Part, number: int, seed: int) -> Take:
    random = np.random.default_rng([seed, PARTS.index(part), SCENES, number])
    stock = supply(part)
    most_px = ANY_PX if random.random() < LARGE_SHARE else MOST_PX
    scene = random_scene(random, stock, f"{part}_{seed}_{number:03d}", FRONT_YAW_DEG, most_px)
    scene = replace(
        scene,
        camera=replace(scene.camera, fps=_rate(random)),
        protocol=random_protocol(random, random_ranges(random)),
    )
    if number % FULL_HD_EVERY == FULL_HD_EVERY // 2:
        scene = replace(scene, camera=in_full_hd(scene.camera))
    if number % SPOILT_EVERY == SPOILT_EVERY - 1:
        fault = list(FAULTS)[number // SPOILT_EVERY % len(FAULTS)]
        scene = spoilt(random, stock, scene, fault)
    return Take(scene, part, _crf(random))


def in_full_hd(camera: Camera) -> Camera:
    """The same camera with more and smaller pixels: 1080 along its shorter side."""
    scale = FULL_HD_PX / min(camera.width_px, camera.height_px)
    return replace(
        camera,
        width_px=2 * round(camera.width_px * scale / 2),
        height_px=2 * round(camera.height_px * scale / 2),
        blur_px=camera.blur_px * scale,
    )


def _filmed(video: Path, take: Take, studio: Studio) -> None:
    if video.exists():
        return
    extra: dict[str, Any] = {"part": take.part, "base": take.scene.name, "derived": None}
    if take.person is not None:
        extra |= {"person": take.person, "setup": take.setup}
    unfinished = video.with_suffix(".part.mp4")
    film(take.scene, unfinished, truth_of_video(video), take.crf, "veryfast", studio, extra)
    unfinished.rename(video)


def _derived(video: Path, take: Take) -> None:
    name = np.frombuffer(take.scene.name.encode(), np.uint8)
    random = np.random.default_rng([CHANGES, *(int(c) for c in name)])
    for letter in "ab"[: int(random.integers(1, MOST_DERIVED + 1))]:
        target = video.with_name(f"{video.stem}_{letter}.mp4")
        change, seed = random_change(random, take.scene.camera), int(random.integers(2**31))
        if not target.exists():
            derive(video, target, change, seed)


def _rate(random: np.random.Generator) -> float:
    return BASE_FPS[int(random.integers(len(BASE_FPS)))]


def _crf(random: np.random.Generator) -> int:
    return int(random.integers(*BASE_CRF))
