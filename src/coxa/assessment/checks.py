"""Reasons to refuse a seated recording as a whole, from the first that makes the rest pointless."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from coxa.angles import Body, Setup
from coxa.capture import PoseRecording
from coxa.quantities import Side
from coxa.records import Message

MIN_FOUND_SHARE = 0.5
MIN_LOOKS_WITH_OTHERS = 2
MAX_LOOKS_WITH_OTHERS_SHARE = 0.15
MIN_LEGS_SEEN_SHARE = 0.7
MAX_SWAPPED_SHARE = 0.2
MAX_THIGH_TO_SHANK = 0.75
"""A seated thigh points at the camera and looks short; a standing or lying one does not."""
MAX_TRUNK_LEAN_DEG = 30.0
MAX_YAW_DEG = 25.0
"""Midway between the 20 degrees that must be read and the 30 that must be refused."""
MAX_REST_ASIDE_DEG = 5.0
"""Both shanks to one side of the body's upright: the person leans, or the shanks are held."""


def who_is_there(recording: PoseRecording, body: Body) -> Message | None:
    """Nobody, or several people, or nobody can say when."""
    if not _clock_runs(recording):
        return Message(id="clock_faulty")
    if recording.frame_count == 0 or body.found.mean() < MIN_FOUND_SHARE:
        return Message(id="no_person")
    looks = recording.people[recording.people >= 0]
    with_others = int((looks > 1).sum())
    if with_others >= MIN_LOOKS_WITH_OTHERS and (
        with_others > MAX_LOOKS_WITH_OTHERS_SHARE * len(looks)
    ):
        return Message(id="several_people")
    return None


def _clock_runs(recording: PoseRecording) -> bool:
    time_s = recording.time_s
    return bool(np.isfinite(time_s).all() and (np.diff(time_s) > 0).all())


def legs_are_seen(body: Body, needed: int = len(Side)) -> Message | None:
    """At least ``needed`` legs stay in the picture, and left can be told from right."""
    seen = [body.legs_seen[side][body.found].mean() >= MIN_LEGS_SEEN_SHARE for side in Side]
    if sum(seen) < needed:
        return Message(id="legs_not_visible")
    if body.swapped_share > MAX_SWAPPED_SHARE:
        return Message(id="sides_unclear")
    return None


def is_seated(setup: Setup, trunk_lean_deg: float) -> Message | None:
    """Somebody who stands, squats or lies is not doing this test."""
    lean_deg = abs(trunk_lean_deg)
    if setup.thigh_to_shank > MAX_THIGH_TO_SHANK or not lean_deg < MAX_TRUNK_LEAN_DEG:
        return Message(id="not_seated_test")
    return None


def camera_in_front(yaw_deg: float) -> Message | None:
    """The camera stands too far to one side of the person."""
    if abs(yaw_deg) > MAX_YAW_DEG:
        side = Side.LEFT if yaw_deg > 0 else Side.RIGHT
        return Message(id=f"camera_to_the_{side}", params={"yaw_deg": round(abs(yaw_deg))})
    return None


def shanks_hang(off_deg: Mapping[Side, float], tolerance_deg: float) -> Message | None:
    """Both shanks hang, along the body's own upright.

    ``off_deg`` is how far outward of there each of them rests. A rolled camera tilts everything
    alike and does not count.
    """
    apart_deg = off_deg[Side.LEFT] + off_deg[Side.RIGHT]
    aside_deg = (off_deg[Side.LEFT] - off_deg[Side.RIGHT]) / 2
    worst_deg = max(abs(off) for off in off_deg.values())
    if worst_deg <= tolerance_deg and abs(aside_deg) <= MAX_REST_ASIDE_DEG:
        return None
    if abs(aside_deg) > abs(apart_deg):
        return Message(id="body_not_upright", params={"off_deg": round(abs(aside_deg))})
    return Message(id="leg_not_hanging", params={"off_deg": round(worst_deg)})
