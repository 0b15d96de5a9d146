"""What the pose model sees in stills, kept beside the pictures, and how far it is off."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from coxa.capture import PoseRecording
from coxa.pose import BlazePose, Model
from coxa.quantities import Side
from coxa.records import landmark
from rig.body_data import Floats

FRAME_S = 0.1
LOST_SHARE_OF_SHANK = 0.35


def sets_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The lines of a folder's stills by set, in order."""
    sets: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "stills.jsonl").read_text().splitlines():
        record = json.loads(line)
        sets[record["set"]].append(record)
    return dict(sets)


def recording_of(folder: Path, lines: list[dict[str, Any]], model: Model) -> PoseRecording:
    """A set's stills as if they were the frames of one recording; read once, then kept."""
    cache = folder / f"{lines[0]['set']}.{model}.npz"
    if not cache.exists():
        np.savez(cache, **_read(folder, lines, model))  # type: ignore[arg-type]
    kept = np.load(cache)
    camera = lines[0]["scene"]["camera"]
    return PoseRecording(
        time_s=np.arange(len(lines), dtype=np.float64) * FRAME_S,
        image_px=kept["image_px"],
        world_m=kept["world_m"],
        visibility=kept["visibility"],
        score=kept["score"],
        people=np.full(len(lines), -1, np.int8),
        width_px=camera["width_px"],
        height_px=camera["height_px"],
        model=f"blazepose-{model}",
        source=lines[0]["set"],
    )


def _read(folder: Path, lines: list[dict[str, Any]], model: Model) -> dict[str, Floats]:
    """The stills as pictures of one recording, followed as such."""
    lost = np.full((33, 3), np.nan, np.float32)
    found, pose = [], BlazePose(model)
    for k, line in enumerate(lines):
        picture = cv2.imread(str(folder / line["file"]))
        assert picture is not None
        found.append(pose.follow(np.asarray(picture, np.uint8), k * FRAME_S))
    return {
        "image_px": np.array([f.image_px if f else lost[:, :2] for f in found], np.float32),
        "world_m": np.array([f.world_m if f else lost for f in found], np.float32),
        "visibility": np.array([f.visibility if f else lost[:, 0] for f in found], np.float32),
        "score": np.array([f.score if f else 0.0 for f in found], np.float32),
    }


def sight_report(folder: Path, model: Model) -> dict[str, float]:
    """Errors (px) of the tested leg, and the share of stills in which it was lost."""
    off: dict[str, list[float]] = defaultdict(list)
    lost = found = total = 0
    for lines in sets_of(folder).values():
        recording = recording_of(folder, lines, model)
        side = Side(lines[0]["scene"]["posture"]["tested"])
        for k, line in enumerate(lines):
            total += 1
            marks = line["landmarks_px"]
            if not np.isfinite(recording.image_px[k]).all():
                lost += 1
                continue
            found += 1
            errors = {}
            for part in ("hip", "knee", "ankle"):
                seen = recording.image_px[k, landmark(side, part)]
                errors[part] = float(np.linalg.norm(seen - marks[f"{side}_{part}"]))
                off[part].append(errors[part])
            shank = np.subtract(marks[f"{side}_knee"], marks[f"{side}_ankle"])
            limit_px = LOST_SHARE_OF_SHANK * max(float(np.linalg.norm(shank)), 30.0)
            lost += max(errors["knee"], errors["ankle"]) > limit_px
    report = {"n": float(total), "found": found / total, "lost": lost / total}
    for part, values in off.items():
        report[f"{part}_median_px"] = float(np.median(values))
        report[f"{part}_p90_px"] = float(np.percentile(values, 90))
    return {key: round(value, 2) for key, value in report.items()}
