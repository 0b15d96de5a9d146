"""The way from the start pose to the end pose, with faults, as a course for the figure."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

import numpy as np

from coxa.body.figure import Course, mixed
from coxa.catalogue import Exercise, KeyPose, changed
from rig.body_data import Floats


def course_of(
    exercise: Exercise, shares: Floats, amounts: Mapping[str, Floats] | None = None
) -> Course:
    """Every joint angle at shares (n,) of the way.

    Parameters
    ----------
    shares : 0 at the start pose, 1 at the end pose.
    amounts : by fault, how much of its change is in each instant (n,); 1 is a plain case. It grows
        with the share.
    """
    way, amounts = way_of(exercise), amounts or {}
    changes = {fault.id: fault.change for fault in exercise.faults if fault.change}
    faulty = [changed(way[-1], changes[fault_id]) for fault_id in amounts]
    mix = np.zeros((len(shares), len(way) + len(faulty)))
    mix[:, : len(way)] = _mix(way, shares)
    for k, amount in enumerate(amounts.values()):
        mix[:, len(way) + k] = amount * shares
        mix[:, len(way) - 1] -= amount * shares
    return mixed([*way, *faulty], mix)


def shown_faults(exercise: Exercise) -> tuple[str, ...]:
    """The faults that are a matter of posture."""
    return tuple(fault.id for fault in exercise.faults if fault.change)


def way_of(exercise: Exercise) -> list[KeyPose]:
    """The key poses from the start pose to the end pose."""
    poses = list(exercise.key_poses)
    ids = [pose.id for pose in poses]
    start, end = ids.index("start"), ids.index("end")
    return poses[start : end + 1] if start < end else [poses[start], poses[end]]


def _mix(way: list[KeyPose], shares: Floats) -> Floats:
    """How much of each pose of the way there is at each share: a stretch's part is its time's."""
    times = np.array([0.0, *accumulate(max(pose.move_s, 0.1) for pose in way[1:])])
    places = times / times[-1]
    low = np.clip(np.searchsorted(places, shares, "right") - 1, 0, len(way) - 2)
    part = (shares - places[low]) / (places[low + 1] - places[low])
    mix = np.zeros((len(shares), len(way)))
    rows = np.arange(len(shares))
    mix[rows, low], mix[rows, low + 1] = 1 - part, part
    return mix
