"""What the pose model sees in stills, kept beside the pictures, and how far it is off.

As in a film, a picture is looked at as it is and in a mirror, and the mean of both is kept.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.capture import PoseRecording
from coxa.pose import BlazePose, Model
from coxa.quantities import Side
from coxa.records import landmark

Floats32 = NDArray[np.float32]

WAYS = 2
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
    cache = folder / f"{lines[0]['set']}.{model}.both_ways.npz"
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


def _read(folder: Path, lines: list[dict[str, Any]], model: Model) -> dict[str, Floats32]:
    """The stills as pictures of one recording, followed as such."""
    pose, found = BlazePose(model, both_ways=True), []
    for k, line in enumerate(lines):
        picture = cv2.imread(str(folder / line["file"]))
        assert picture is not None
        pixels = np.asarray(picture, np.uint8)
        looks = [pose.follow(pixels, (k + look / WAYS) * FRAME_S) for look in range(WAYS)]
        found.append([look for look in looks if look is not None])
    return {
        "image_px": _means([[f.image_px for f in looks] for looks in found], (33, 2)),
        "world_m": _means([[f.world_m for f in looks] for looks in found], (33, 3)),
        "visibility": _means([[f.visibility for f in looks] for looks in found], (33,)),
        "score": np.array([min((f.score for f in looks), default=0.0) for looks in found], "f4"),
    }


def _means(found: list[list[Floats32]], shape: tuple[int, ...]) -> Floats32:
    """(n, ...): the mean of the looks at each still; NaN where it was not seen both ways."""
    lost = np.full(shape, np.nan, np.float32)
    return np.array(
        [np.mean(looks, axis=0) if len(looks) == WAYS else lost for looks in found], np.float32
    )


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
