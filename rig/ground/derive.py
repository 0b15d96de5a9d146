"""Makes other recordings of a finished one: smaller, slower or repeated frames, blur, noise, harder
compression. Which frame of the base is shown when is chosen here, so the truth goes along exactly.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from rig.body_data import Floats, Ints
from rig.film import encoder, finished, write_truth
from rig.protocol import HOLD
from rig.scene import Camera
from rig.sensor import Sensor
from rig.studio import Picture

ANGLES = (
    "hip_rotation_left_deg",
    "hip_rotation_right_deg",
    "shank_tilt_left_deg",
    "shank_tilt_right_deg",
    "pelvis_hike_deg",
)
FPS = (10.0, 12.0, 30.0, 60.0)
FPS_SHARES = (0.3, 0.3, 0.3, 0.1)
SHORT_SIDE_PX = (360, 400, 480)


@dataclass(frozen=True)
class Change:
    """What is done to a base. `smear` is the share of the frame before that is mixed into each one
    (motion blur); `height_px` is the new height, its width follows.
    """

    fps: float
    height_px: int
    crf: int
    blur_px: float
    noise: float
    smear: float


def random_change(random: np.random.Generator, camera: Camera) -> Change:
    """One of the ways in which a camera or a messenger spoils a recording."""
    short = min(camera.width_px, camera.height_px)
    smaller = min(short, SHORT_SIDE_PX[int(random.integers(len(SHORT_SIDE_PX)))])
    keep_rate = random.random() < 0.3
    return Change(
        fps=camera.fps if keep_rate else float(random.choice(FPS, p=FPS_SHARES)),
        height_px=_even(camera.height_px * smaller / short),
        crf=int(random.integers(23, 39)),
        blur_px=round(float(random.uniform(0.4, 1.4)), 2) if random.random() < 0.4 else 0.0,
        noise=round(float(random.uniform(2, 7)), 2) if random.random() < 0.4 else 0.0,
        smear=round(float(random.uniform(0.2, 0.5)), 2) if random.random() < 0.5 else 0.0,
    )


def derive(base: Path, target: Path, change: Change, seed: int) -> None:
    """Write the changed video and its truth beside it; `base` and `target` are mp4 files."""
    truth = json.loads(truth_of_video(base).read_text())
    shown = frames_shown(
        len(truth["frames"]["time_s"]), truth["scene"]["camera"]["fps"], change.fps
    )
    record = derived_truth(truth, base.stem, target.stem, shown, change)
    camera = Camera(
        width_px=record["scene"]["camera"]["width_px"], height_px=change.height_px,
        fps=change.fps, blur_px=change.blur_px, noise=change.noise,
    )  # fmt: skip
    sensor = Sensor(camera, np.random.default_rng(seed))
    unfinished = target.with_suffix(".part.mp4")
    with encoder(camera, unfinished, change.crf, "veryfast") as ffmpeg:
        assert ffmpeg.stdin is not None
        for picture in _shown(base, shown, change.smear, (camera.width_px, camera.height_px)):
            ffmpeg.stdin.write(np.ascontiguousarray(sensor.developed(picture)).tobytes())
        finished(ffmpeg)
    write_truth(truth_of_video(target), record)
    unfinished.rename(target)


def truth_of_video(video: Path) -> Path:
    """Where the truth of a video lies."""
    return video.with_name(f"{video.stem}.truth.json")


def frames_shown(count: int, fps: float, new_fps: float) -> Ints:
    """Index of the base's frame that every frame of the derived recording shows."""
    frames = np.arange(int(np.floor(count * new_fps / fps)))
    shown: Ints = np.floor(frames * fps / new_fps + 1e-9).astype(np.int64)
    return np.minimum(shown, count - 1)


def derived_truth(
    truth: dict[str, Any], base: str, name: str, shown: Ints, change: Change
) -> dict[str, Any]:
    """The base's truth at the frames shown: angles smeared like the pictures, landmarks scaled."""
    old = truth["scene"]["camera"]
    width_px = _even(old["width_px"] * change.height_px / old["height_px"])
    scale = np.array([width_px / old["width_px"], change.height_px / old["height_px"]])
    frames = {key: [values[k] for k in shown] for key, values in truth["frames"].items()}
    frames["time_s"] = [round(k / change.fps, 4) for k in range(len(shown))]
    for key in ANGLES:
        frames[key] = _smeared(truth["frames"][key], shown, change.smear).round(3).tolist()
    marks = {
        mark: (_smeared(places, shown, change.smear) * scale).round(2).tolist()
        for mark, places in truth["landmarks_px"].items()
    }
    camera = old | {"width_px": width_px, "height_px": change.height_px, "fps": change.fps}
    return truth | {
        "scene": truth["scene"] | {"name": name, "camera": camera},
        "base": base,
        "derived": asdict(change),
        "expected": [_held(frames, reading) for reading in truth["expected"]],
        "frames": frames,
        "landmarks_px": marks,
    }


def _smeared(values: list[Any], shown: Ints, smear: float) -> Floats:
    array = np.array(values, dtype=float)
    mixed: Floats = (1 - smear) * array[shown] + smear * array[np.maximum(shown - 1, 0)]
    return mixed


def _held(frames: dict[str, list[Any]], reading: dict[str, Any]) -> dict[str, Any]:
    """A reading anew, from the frames that the derived recording has."""
    side = reading["side"]
    phase, repeat = np.array(frames["phase"]), np.array(frames["repeat"])
    held = (phase == HOLD) & (np.array(frames["side"]) == side)
    held &= np.array(frames["direction"]) == reading["direction"]
    means = {
        name: [
            float(np.array(frames[name])[held & (repeat == k)].mean()) for k in set(repeat[held])
        ]
        for name in (f"hip_rotation_{side}_deg", f"shank_tilt_{side}_deg")
    }
    rotation, tilt = means.values()
    return reading | {
        "value_deg": round(float(np.mean(rotation)), 3),
        "repeats_deg": [round(r, 3) for r in rotation],
        "shank_tilt_deg": round(float(np.mean(tilt)), 3),
    }


def _shown(base: Path, shown: Ints, smear: float, size: tuple[int, int]) -> Iterator[Picture]:
    """The base's pictures (RGB) in the order shown, mixed with the one before and shrunk."""
    video = cv2.VideoCapture(str(base))
    at, before, now = -1, None, None
    for wanted in shown:
        while at < wanted:
            read, frame = video.read()
            if not read:
                raise RuntimeError(f"{base} ends before frame {wanted}")
            before, now, at = now, np.asarray(frame, np.uint8), at + 1
        assert now is not None
        mixed = now
        if smear and before is not None:
            mixed = np.asarray(cv2.addWeighted(now, 1 - smear, before, smear, 0), np.uint8)
        small = cv2.resize(mixed, size, interpolation=cv2.INTER_AREA)
        yield np.asarray(small[:, :, ::-1], np.uint8)
    video.release()


def _even(px: float) -> int:
    return 2 * round(px / 2)
