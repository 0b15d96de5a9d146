"""What the pose model saw on a folder of stills, beside the truth."""

import json
import warnings
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.angles import Body, leg_features, read_body
from coxa.capture import PoseRecording
from coxa.pose import BlazePose, Landmarks, Model
from coxa.pose.net import Pixels
from coxa.quantities import Side
from rig.body_data import Floats

FRAME_S = 0.1
LOOKS = 3

Line = dict[str, Any]
Floats32 = NDArray[np.float32]
Seen = dict[str, Floats32]


@dataclass(frozen=True, eq=False)
class Examples:
    """``n`` turned legs and their truth, internal positive.

    Attributes
    ----------
    features : name -> (n,), as :func:`coxa.angles.leg_features`.
    turn_deg : (n,) true turn of the shank since rest, counted from the pelvis' own upright at rest:
        the hip's rotation and the pelvis' hike together.
    rotation_deg, hike_deg : (n,) the two, since rest; hike positive when the turned side rose.
    yaw_deg : (n,) of the camera, towards the person's left.
    people : (n,) which person, for splitting.
    """

    features: dict[str, Floats]
    turn_deg: Floats
    rotation_deg: Floats
    hike_deg: Floats
    yaw_deg: Floats
    people: Floats
    sides: list[Side]
    lines: list[Line]


def learn(folder: Path, model: Model) -> Examples:
    """Examples of every set in which the pose model kept both legs in each picture.

    The landmarks are kept beside the stills, so that a second look costs nothing.
    """
    rows: list[dict[str, float]] = []
    truths: list[list[float]] = []
    sides: list[Side] = []
    kept: list[Line] = []
    for lines, recording in _recordings(folder, model):
        body = read_body(recording)
        if not body.usable[Side.LEFT][0] or not body.usable[Side.RIGHT][0]:
            continue
        for frame, line in enumerate(lines[1:], start=1):
            side = turned_side(line)
            if body.usable[side][frame] and body.usable[side.other][frame]:
                rows.append(_features(body, side, frame))
                truths.append(_truth(lines[0], line, side))
                sides.append(side)
                kept.append(line)
    features = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    turn, rotation, hike, yaw, person = np.array(truths).T
    return Examples(features, turn, rotation, hike, yaw, person, sides, kept)


def turned_side(line: Line) -> Side:
    """The leg that turned further than what its pelvis' tilt alone asks of an idle one."""
    hike = line["angles"]["hike_deg"]
    left = abs(line["angles"]["rotation_left_deg"] + hike)
    right = abs(line["angles"]["rotation_right_deg"] - hike)
    return Side.LEFT if left > right else Side.RIGHT


def _features(body: Body, side: Side, frame: int) -> dict[str, float]:
    rest, now = (
        {of: {part: at[k] for part, at in parts.items()} for of, parts in body.joints.items()}
        for k in (0, frame)
    )
    return {name: float(value) for name, value in leg_features(rest, now, side).items()}


def _truth(rest: Line, line: Line, side: Side) -> list[float]:
    then, now = rest["truth"], line["truth"]
    sign = 1 if side is Side.LEFT else -1
    rotation = now[f"hip_rotation_{side}_deg"] - then[f"hip_rotation_{side}_deg"]
    hike = sign * (now["pelvis_hike_deg"] - then["pelvis_hike_deg"])
    person = zlib.crc32(json.dumps(line["scene"]["body"]).encode())
    yaw = line["scene"]["camera"]["yaw_deg"]
    return [rotation + hike, rotation, hike, yaw, person]


def _recordings(folder: Path, model: Model) -> list[tuple[list[Line], PoseRecording]]:
    """Each set of stills as if they were the frames of one recording."""
    sets: dict[str, list[Line]] = defaultdict(list)
    for text in (folder / "stills.jsonl").read_text().splitlines():
        line = json.loads(text)
        sets[line["set"]].append(line)
    kept = folder / f"landmarks-{model}.npz"
    if not kept.exists():
        found = [_seen(folder, lines, model) for lines in sets.values()]
        np.savez_compressed(
            kept,
            **{name: np.concatenate([f[name] for f in found]) for name in found[0]},  # type: ignore[arg-type]
        )
    with np.load(kept) as file:
        arrays = dict(file)
    recordings, first = [], 0
    for lines in sets.values():
        part = {name: array[first : first + len(lines)] for name, array in arrays.items()}
        first += len(lines)
        recordings.append((lines, _recording(lines, model, part)))
    return recordings


def _seen(folder: Path, lines: list[Line], model: Model) -> Seen:
    pose = BlazePose(model, threads=1, both_ways=True)
    found = []
    for still, line in enumerate(lines):
        picture = cv2.imread(str(folder / line["file"]))
        assert picture is not None
        found.append(_as_in_a_film(pose, np.asarray(picture, np.uint8), still * LOOKS))
    lost, unseen = np.full((33, 2), np.nan, np.float32), np.full((2, 2, 3), np.nan, np.float32)
    return {
        "image_px": _means([(f.image_px for f in both) for both in found], lost),
        "visibility": _means([(f.visibility for f in both) for both in found], lost[:, 0]),
        "score": np.array(
            [min((f.score for f in both), default=0.0) for both in found], np.float32
        ),
        "shanks_px": _means([(f.shanks_px for f in both) for both in found], unseen),
    }


def _as_in_a_film(pose: BlazePose, picture: Pixels, before: int) -> list[Landmarks]:
    """The still as it is and in a mirror, each looked at where the look before found the person.

    A first look only finds the place: in a film the picture before was almost the same. Empty
    where the person was not seen both ways.
    """
    looks = [pose.follow(picture, (before + look) * FRAME_S) for look in range(LOOKS)][1:]
    both = [look for look in looks if look is not None]
    return both if len(both) == len(looks) else []


def _means(both: list[Iterator[Floats32]], lost: Floats32) -> Floats32:
    """(n, ...): the mean of what was seen, NaN where nothing was."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of means over nothing but NaN
        return np.array([np.nanmean([*looks] or [lost], axis=0) for looks in both], np.float32)


def _recording(lines: list[Line], model: Model, seen: Seen) -> PoseRecording:
    camera = lines[0]["scene"]["camera"]
    count = len(lines)
    return PoseRecording(
        time_s=np.arange(count, dtype=np.float64) * FRAME_S,
        image_px=seen["image_px"],
        world_m=np.zeros((count, 33, 3), np.float32),
        visibility=seen["visibility"],
        score=seen["score"],
        people=np.full(count, -1, np.int8),
        width_px=camera["width_px"],
        height_px=camera["height_px"],
        model=f"blazepose-{model}",
        source=lines[0]["set"],
        shanks_px=seen["shanks_px"],
    )
