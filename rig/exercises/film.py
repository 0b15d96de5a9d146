"""Films a plan into an mp4, with the truth of every frame beside it."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np

from coxa.body.figure import Course, Posed
from coxa.catalogue import Exercise, load_shipped
from rig.body_data import Floats
from rig.exercises.coming import coming, turned
from rig.exercises.plan import FilmPlan, Shake
from rig.exercises.script import IN_BAND, PLAIN, Doing, Placed, Rep, Script
from rig.exercises.spot import Spot
from rig.exercises.stage import Stage, middle_of, points_px
from rig.exercises.way import course_of
from rig.exercises.ways import wandering
from rig.film import encoder, finished, write_truth
from rig.sensor import Sensor
from rig.studio import Studio

FORMAT = 1
CRF = 25
OVER_BELOW = 0.2
"""A repetition is over when the body is back to this share of the way."""
FINE_HZ = 100.0


def film(
    plan: FilmPlan,
    folder: Path,
    studio: Studio | None = None,
    crf: int = CRF,
    preset: str = "veryfast",
) -> int:
    """Write ``<name>.mp4`` and ``<name>.truth.json``; gives the number of frames."""
    exercise = load_shipped().exercises[plan.exercise]
    doing = plan.script.at(np.arange(0, plan.script.length_s, 1 / plan.sensor.fps))
    folder.mkdir(parents=True, exist_ok=True)
    video, unfinished = folder / f"{plan.name}.mp4", folder / f"{plan.name}.part.mp4"
    with (
        Stage(exercise, plan.side, plan.body, plan.look, plan.room, studio) as stage,
        encoder(plan.sensor, unfinished, crf, preset) as ffmpeg,
    ):
        assert ffmpeg.stdin is not None
        course, pose = performed(plan, exercise, stage, doing)
        stage.set_out(course, pose)
        sensor = Sensor(plan.sensor, np.random.default_rng(plan.ways.seed))
        landmarks = []
        for k, time_s in enumerate(doing.times_s):
            lens = shaken(plan.spot, plan.shake, time_s).lens(plan.side, stage.middle, plan.sensor)
            picture = sensor.developed(stage.draw(pose, k + 1, plan.spot, lens))
            ffmpeg.stdin.write(np.ascontiguousarray(picture).tobytes())
            landmarks.append(points_px(lens, pose, k + 1))
        finished(ffmpeg)
    turn_deg = course.legs["effect"].rotation[1:]
    record = truth_record(plan, doing, turn_deg) | {
        "landmarks_px": {
            mark.name.lower(): [[round(v, 1) for v in points[mark]] for points in landmarks]
            for mark in landmarks[0]
        }
    }
    write_truth(folder / f"{plan.name}.truth.json", record)
    unfinished.rename(video)
    return len(doing.times_s)


def performed(
    plan: FilmPlan, exercise: Exercise, stage: Stage, doing: Doing
) -> tuple[Course, Posed]:
    """Angles and bones at every frame; before the first one the plain start pose, by which hands
    and feet are put in their places.
    """
    shares = np.concatenate([[0.0], doing.share])
    times_s = np.concatenate([[0.0], doing.times_s])
    amounts = {name: np.concatenate([[0.0], amount]) for name, amount in doing.faults.items()}
    course = plan.ways.applied(course_of(exercise, shares, amounts), shares, times_s)
    pose = stage.pose(course)
    if doing.away.any():
        away = np.concatenate([[0.0], doing.away])
        aside_m = np.concatenate([doing.aside_m[:1], doing.aside_m])[:, None] * across(plan)
        pose = coming(course.orientation, pose, away, aside_m, plan.side)
    pose = turned(pose, plan.ways.heading_deg, middle_of(pose))
    return course, pose.shifted(plan.ways.drifted_m(times_s))


def across(plan: FilmPlan) -> Floats:
    """The level direction (3,) across the picture, towards its right."""
    azimuth = np.radians(plan.spot.world_azimuth_deg(plan.side) - plan.ways.heading_deg)
    return np.array([np.cos(azimuth), 0.0, -np.sin(azimuth)])


def shaken(spot: Spot, shake: Shake | None, time_s: float) -> Spot:
    """Where the camera looks while somebody handles it."""
    if shake is None or not shake.from_s <= time_s < shake.to_s:
        return spot
    since = np.array([time_s - shake.from_s])
    up, right, roll = (
        shake.by_deg * wandering(np.random.default_rng(shake.seed), 3 * since, 3)[:, 0]
    )
    return replace(
        spot,
        aim_up_deg=float(spot.aim_up_deg + up / 2),
        aim_right_deg=float(spot.aim_right_deg + right),
        roll_deg=float(spot.roll_deg + roll / 3),
    )


def truth_record(plan: FilmPlan, doing: Doing, turn_deg: Floats) -> dict[str, Any]:
    """What the truth file holds, but for the landmarks."""
    takes = plan.script.takes
    kinds = [take.kind if isinstance(take, Rep) else type(take).__name__.lower() for take in takes]
    return {
        "format": FORMAT,
        "plan": plain(plan),
        "expected": expected(plan.script),
        "frames": {
            "time_s": _rounded(doing.times_s),
            "share": _rounded(doing.share),
            "take": list(doing.take),
            "kind": [kinds[number] for number in doing.take],
            "phase": list(doing.phase),
            "in_band": [bool(share >= IN_BAND) for share in doing.share],
            "away": _rounded(doing.away),
            "hip_rotation_deg": _rounded(turn_deg),
            "faults": {name: _rounded(amount * doing.share)
                       for name, amount in doing.faults.items()},
        },
    }  # fmt: skip


def expected(script: Script) -> dict[str, Any]:
    """What a perfect watcher would tell: each repetition, its moments, how many."""
    reps = [_told(placed) for placed in script.placed() if isinstance(placed.take, Rep)]
    return {
        "reps": reps,
        "full": sum(rep["kind"] in ("right", "fault") for rep in reps),
        "half": sum(rep["kind"] == "half" for rep in reps),
        "fast": sum(rep["kind"] == "fast" for rep in reps),
        "hold_s": round(sum(rep["hold_s"] for rep in reps if rep["kind"] in ("right", "fault")), 3),
    }


def _told(placed: Placed) -> dict[str, Any]:
    take = placed.take
    assert isinstance(take, Rep)
    times_s = np.arange(0, take.moving_s + take.rest_s, 1 / FINE_HZ)
    share = Script((take,)).at(times_s).share
    inside = np.flatnonzero(share >= IN_BAND)
    peak_at = int(share.argmax())
    over = peak_at + int(np.argmax(share[peak_at:] < OVER_BELOW))
    faults = {}
    for name, amount in take.faults.items():
        shows = np.flatnonzero(amount * share >= PLAIN)
        faults[name] = {
            "amount": round(amount, 3),
            "from_s": _at(placed, times_s, shows[0]) if len(shows) else None,
            "to_s": _at(placed, times_s, shows[-1]) if len(shows) else None,
        }
    return {
        "kind": take.kind,
        "peak": round(take.peak, 3),
        "starts_s": round(placed.start_s, 3),
        "ends_s": round(placed.end_s, 3),
        "at_end_s": _at(placed, times_s, inside[0]) if len(inside) else None,
        "left_end_s": _at(placed, times_s, inside[-1]) if len(inside) else None,
        "over_s": _at(placed, times_s, over),
        "hold_s": round(len(inside) / FINE_HZ, 3),
        "faults": faults,
    }


def _at(placed: Placed, times_s: Floats, index: int) -> float:
    return round(placed.start_s + float(times_s[index]), 3)


def plain(value: Any) -> Any:
    """Dataclasses and enumerations as JSON takes them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {
            field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value


def _rounded(values: Floats) -> list[float]:
    return [round(float(value), 3) for value in values]
