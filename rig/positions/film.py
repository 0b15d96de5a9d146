"""Films a lying or standing scene into an mp4, with its truth beside it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import numpy as np

from rig.film import grained
from rig.positions.posing import PositionAngles
from rig.positions.scene import PositionScene
from rig.positions.stage import PositionStage, PositionTruth
from rig.protocol import HOLD, Script, angles_at, script
from rig.scene import Camera, Posture, Side

FORMAT = 1
CRF = 28


def film_position(scene: PositionScene, folder: Path) -> int:
    """Write `<name>.mp4` and `<name>.truth.json`; returns the number of frames."""
    plan = script(scene.protocol, Posture())
    times_s = [k / scene.camera.fps for k in range(round(plan.end_s * scene.camera.fps))]
    random = np.random.default_rng(scene.protocol.seed)
    truths: list[PositionTruth] = []
    folder.mkdir(parents=True, exist_ok=True)
    with (
        PositionStage(scene) as stage,
        _encoder(scene.camera, folder / f"{scene.name}.mp4") as ffmpeg,
    ):
        assert ffmpeg.stdin is not None
        for time_s in times_s:
            angles = position_angles(plan, time_s)
            posed = stage.pose(angles)
            truths.append(stage.truth(posed, angles))
            picture = grained(stage.picture(posed), scene.room.grain, random)
            ffmpeg.stdin.write(np.ascontiguousarray(picture).tobytes())
        ffmpeg.stdin.close()
        if ffmpeg.wait():
            raise subprocess.CalledProcessError(ffmpeg.returncode, "ffmpeg")
    record = truth_record(scene, plan, times_s, truths)
    truth_file = folder / f"{scene.name}.truth.json"
    truth_file.write_text(json.dumps(record, separators=(",", ":")) + "\n")
    return len(times_s)


def position_angles(plan: Script, time_s: float) -> PositionAngles:
    """The body's angles at a protocol time; the protocol's hike is the pelvis' tilt."""
    angles = angles_at(plan, time_s)
    return PositionAngles(angles.rotation_left_deg, angles.rotation_right_deg, angles.hike_deg)


def truth_record(
    scene: PositionScene, plan: Script, times_s: list[float], truths: list[PositionTruth]
) -> dict[str, Any]:
    """What the truth file holds. `expected` counts from the leg at rest, as an instrument that
    is set to zero there does.
    """
    phases = [plan.at(time_s) for time_s in times_s]
    turned = {side: [_rotation(truth, side) for truth in truths] for side in ("left", "right")}
    return {
        "format": FORMAT,
        "scene": scene.to_dict(),
        "refusal": scene.refusal,
        "expected": [
            _expected(movement.side, movement.direction, phases, turned[movement.side])
            for movement in scene.protocol.movements
        ],
        "frames": {
            "time_s": [round(t, 4) for t in times_s],
            "phase": [stretch.phase for stretch in phases],
            **{f"hip_rotation_{side}_deg": np.round(v, 3).tolist() for side, v in turned.items()},
            "pelvis_deg": [round(truth.pelvis_deg, 3) for truth in truths],
        },
    }


def _expected(
    side: Side, direction: str, phases: list[Any], turned_deg: list[float]
) -> dict[str, Any]:
    rest = [v for v, stretch in zip(turned_deg, phases, strict=True) if stretch.phase == "neutral"]
    held: dict[int, list[float]] = {}
    for value, stretch in zip(turned_deg, phases, strict=True):
        if stretch.phase == HOLD and (stretch.side, stretch.direction) == (side, direction):
            held.setdefault(stretch.repeat, []).append(value - float(np.mean(rest)))
    repeats = [round(float(np.mean(values)), 3) for values in held.values()]
    return {
        "side": side,
        "direction": direction,
        "value_deg": round(float(np.mean(repeats)), 3),
        "repeats_deg": repeats,
    }


def _rotation(truth: PositionTruth, side: str) -> float:
    value: float = getattr(truth, f"hip_rotation_{side}_deg")
    return value


def _encoder(camera: Camera, video: Path) -> "subprocess.Popen[bytes]":
    size = f"{camera.width_px}x{camera.height_px}"
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", f"{camera.fps:g}", "-i", "-"]
    codec = ["-c:v", "libx264", "-preset", "slow", "-crf", str(CRF), "-pix_fmt", "yuv420p"]
    exact = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    command = ["ffmpeg", "-y", "-loglevel", "error", *source, *codec, *exact]
    return subprocess.Popen([*command, "-movflags", "+faststart", str(video)],
                            stdin=subprocess.PIPE)  # fmt: skip
