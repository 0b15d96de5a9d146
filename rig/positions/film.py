"""Films a lying or standing scene into an mp4, with its truth beside it."""

from pathlib import Path
from typing import Any

import numpy as np

from rig.film import encoder, finished, grained, write_truth
from rig.positions.posing import PositionAngles
from rig.positions.scene import PositionPosture, PositionScene
from rig.positions.stage import PositionStage, PositionTruth
from rig.protocol import HOLD, Script, angles_at, script
from rig.scene import Posture, Side
from rig.sensor import Sensor
from rig.studio import Studio

FORMAT = 1
CRF = 28


def film_position(
    scene: PositionScene, folder: Path, crf: int = CRF, studio: Studio | None = None
) -> int:
    """Write `<name>.mp4` and `<name>.truth.json`; returns the number of frames."""
    plan = script(scene.protocol, Posture())
    times_s = [k / scene.camera.fps for k in range(round(plan.end_s * scene.camera.fps))]
    random = np.random.default_rng(scene.protocol.seed)
    sensor = Sensor(scene.camera, np.random.default_rng([scene.protocol.seed, 1]))
    truths: list[PositionTruth] = []
    folder.mkdir(parents=True, exist_ok=True)
    video, unfinished = folder / f"{scene.name}.mp4", folder / f"{scene.name}.part.mp4"
    with PositionStage(scene, studio) as stage, encoder(scene.camera, unfinished, crf) as ffmpeg:
        assert ffmpeg.stdin is not None
        for time_s in times_s:
            angles = position_angles(plan, time_s, scene.posture)
            posed = stage.pose(angles)
            truths.append(stage.truth(posed, angles))
            picture = grained(sensor.developed(stage.picture(posed)), scene.room.grain, random)
            ffmpeg.stdin.write(np.ascontiguousarray(picture).tobytes())
        finished(ffmpeg)
    write_truth(folder / f"{scene.name}.truth.json", truth_record(scene, plan, times_s, truths))
    unfinished.rename(video)
    return len(times_s)


def position_angles(plan: Script, time_s: float, posture: PositionPosture) -> PositionAngles:
    """The body's angles at a protocol time; the protocol's hike is the pelvis' tilt."""
    angles = angles_at(plan, time_s)
    furthest_deg = max(max(movement.ends_deg) for movement in plan.protocol.movements)
    share = angles.rotation_deg(posture.tested) / furthest_deg
    return PositionAngles(
        angles.rotation_left_deg,
        angles.rotation_right_deg,
        angles.hike_deg,
        share * posture.stray_flexion_deg,
        share * posture.stray_abduction_deg,
    )


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
