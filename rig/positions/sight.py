"""What the pose model sees in stills, kept beside the pictures, and how far it is off.

As in a film, a picture is looked at as it is and in a mirror: a set of n stills is a recording of
2 n frames.
"""

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

WAYS = 2
"""Looks at each still: as it is, and in a mirror."""
STILL_S, LOOK_S = 1.0, 0.1
LOST_SHARE_OF_SHANK = 0.35


def sets_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The lines of a folder's stills by set, in order."""
    sets: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "stills.jsonl").read_text().splitlines():
        record = json.loads(line)
        sets[record["set"]].append(record)
    return dict(sets)


def recording_of(folder: Path, lines: list[dict[str, Any]], model: Model) -> PoseRecording:
    """A set's stills as if each were two frames of one recording; read once, then kept."""
    cache = folder / f"{lines[0]['set']}.{model}.both_ways.npz"
    if not cache.exists():
        np.savez(cache, **_read(folder, lines, model))  # type: ignore[arg-type]
    kept = np.load(cache)
    camera = lines[0]["scene"]["camera"]
    count = len(lines) * WAYS
    return PoseRecording(
        time_s=np.array([_time_s(k) for k in range(count)]),
        image_px=kept["image_px"],
        world_m=kept["world_m"],
        visibility=kept["visibility"],
        score=kept["score"],
        people=np.full(count, -1, np.int8),
        width_px=camera["width_px"],
        height_px=camera["height_px"],
        model=f"blazepose-{model}",
        source=lines[0]["set"],
        by_mirror=np.arange(count) % WAYS == 1,
    )


def _time_s(look: int) -> float:
    """Both looks at one still belong together, those at the next still do not."""
    return look // WAYS * STILL_S + look % WAYS * LOOK_S


def _read(folder: Path, lines: list[dict[str, Any]], model: Model) -> dict[str, Floats]:
    """The stills as pictures of one recording, followed as such."""
    lost = np.full((33, 3), np.nan, np.float32)
    found, pose = [], BlazePose(model, threads=1, both_ways=True)
    for k, line in enumerate(lines):
        picture = cv2.imread(str(folder / line["file"]))
        assert picture is not None
        pixels = np.asarray(picture, np.uint8)
        found += [pose.follow(pixels, _time_s(k * WAYS + look)) for look in range(WAYS)]
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
        for k in range(len(lines) * WAYS):
            total += 1
            marks = lines[k // WAYS]["landmarks_px"]
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
