"""Films a scene into an mp4 (H.264, yuv420p) through ffmpeg, with the truth of every frame beside
it.
"""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from subprocess import PIPE, CalledProcessError, Popen
from typing import Any

import numpy as np

from rig.protocol import Script, angles_at, script
from rig.scene import Camera, Scene
from rig.sensor import Sensor
from rig.stage import Stage
from rig.studio import Picture, Studio
from rig.truth import Truth, expected_readings, truth_of

FORMAT = 1


def film(
    scene: Scene,
    video: Path,
    truth_file: Path,
    crf: int = 27,
    preset: str = "slow",
    studio: Studio | None = None,
    extra: Mapping[str, Any] | None = None,
) -> int:
    """Render a scene; returns the number of frames. `extra` goes into the truth file as well.

    Raises
    ------
    subprocess.CalledProcessError : when ffmpeg fails.
    """
    plan = script(scene.protocol, scene.posture)
    times_s = frame_times(scene, plan)
    grain = np.random.default_rng(scene.protocol.seed)
    truths: list[Truth] = []
    landmarks: list[dict[str, list[float]]] = []
    sensor = Sensor(scene.camera, np.random.default_rng([scene.protocol.seed, 1]))
    with Stage(scene, studio) as stage, encoder(scene.camera, video, crf, preset) as ffmpeg:
        assert ffmpeg.stdin is not None
        for time_s in times_s:
            posed = stage.pose(angles_at(plan, time_s))
            truths.append(truth_of(posed))
            landmarks.append(stage.landmarks_px(posed))
            seen = sensor.developed(stage.picture(posed))
            picture = grained(seen, scene.room.grain, grain)
            ffmpeg.stdin.write(np.ascontiguousarray(picture).tobytes())
        finished(ffmpeg)
    record = truth_record(scene, plan, times_s, truths, landmarks) | dict(extra or {})
    write_truth(truth_file, record)
    return len(times_s)


def frame_times(scene: Scene, plan: Script) -> list[float]:
    """Protocol time of every frame."""
    start_s = scene.protocol.film_from_s
    count = round((plan.end_s - start_s) * scene.camera.fps)
    return [start_s + k / scene.camera.fps for k in range(count)]


def grained(picture: Picture, sigma: float, random: np.random.Generator) -> Picture:
    """The picture with sensor noise of `sigma` grey levels."""
    if sigma <= 0:
        return picture
    noisy = picture + random.normal(0, sigma, picture.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)


def truth_record(
    scene: Scene,
    plan: Script,
    times_s: list[float],
    truths: list[Truth],
    landmarks: list[dict[str, list[float]]],
) -> dict[str, Any]:
    """What the truth file holds; `time_s` counts from the first frame."""
    start_s = times_s[0]
    stretches = [plan.at(t) for t in times_s]
    frames: dict[str, list[Any]] = {
        "time_s": [round(t - start_s, 4) for t in times_s],
        "phase": [s.phase for s in stretches],
        "side": [s.side for s in stretches],
        "direction": [s.direction for s in stretches],
        "repeat": [s.repeat for s in stretches],
    }
    for name in Truth.__dataclass_fields__:
        frames[name] = [round(getattr(t, name), 3) for t in truths]
    marks = {name: [frame[name] for frame in landmarks] for name in landmarks[0]}
    return {
        "format": FORMAT,
        "scene": scene.to_dict(),
        "refusal": scene.refusal,
        "expected": expected_readings(plan, times_s, truths) if scene.person else [],
        "frames": frames,
        "landmarks_px": marks if scene.person else {},
    }


def write_truth(path: Path, record: Mapping[str, Any]) -> None:
    """One line of JSON."""
    path.write_text(json.dumps(record, separators=(",", ":")) + "\n")


def encoder(camera: Camera, video: Path, crf: int, preset: str = "slow") -> "Popen[bytes]":
    """ffmpeg waiting for raw RGB pictures of the camera's size and rate on its input."""
    size = f"{camera.width_px}x{camera.height_px}"
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", f"{camera.fps:g}", "-i", "-"]
    codec = ["-c:v", "libx264", "-preset", preset, "-crf", str(crf), "-pix_fmt", "yuv420p"]
    quiet = ["ffmpeg", "-y", "-loglevel", "error"]
    exact = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    output = ["-movflags", "+faststart", str(video)]
    return Popen([*quiet, *source, *codec, *exact, *output], stdin=PIPE)


def finished(ffmpeg: "Popen[bytes]") -> None:
    """Close the input and wait; raises subprocess.CalledProcessError when ffmpeg failed."""
    assert ffmpeg.stdin is not None
    ffmpeg.stdin.close()
    if ffmpeg.wait():
        raise CalledProcessError(ffmpeg.returncode, "ffmpeg")


def with_name(scene: Scene, name: str) -> Scene:
    """The same scene under another name."""
    return dataclasses.replace(scene, name=name)
