"""What an exercise looks like in space: the figure along its way, its faults, a person's own ways.

Everything comes from the catalogue's key poses, by the kinematics that moves the figure on the
page: what the coach looks for is what the person was shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from coxa.body.figure import CameraView, coach_view, mixed, pose_figure, still, with_own_end
from coxa.catalogue import Exercise, KeyPose, LegChange, PoseChange, Tilts, changed
from coxa.quantities import Side
from coxa.watching.points import Floats, points_of

STEPS = 15
"""Instants at which the way is posed."""
FROM, BEYOND = -0.2, 1.2
"""So far the way is followed before the start pose and past the end pose: people differ."""
PROBE_DEG = 6.0
ALIKE, LEAST_BACKWARD = -0.85, -0.15
"""Cosine from which on a fault is the way backward, and how far back it must lead."""

OWN_WAYS: tuple[PoseChange, ...] = (
    *(PoseChange(effect_leg=LegChange(**{joint: 1.0})) for joint in LegChange.model_fields),
    *(PoseChange(other_leg=LegChange(**{joint: 1.0})) for joint in LegChange.model_fields),
    *(PoseChange(trunk=Tilts(**{tilt: 1.0})) for tilt in Tilts.model_fields),
)
"""Joints in which nobody stands or lies exactly like the figure, by one degree each."""


@dataclass(frozen=True, eq=False)
class Template:
    """The figure along the way of one exercise.

    Attributes
    ----------
    shares : (steps,) where the rows below stand, 0 at the start pose, 1 at the end pose.
    way_m : (steps, marks, 3).
    faults_m : (steps, faults, marks, 3), what each fault, plainly made, adds; it grows on the way.
    own_m_deg : (steps, own ways, marks, 3), what one degree of each of ``OWN_WAYS`` adds.
    fault_ids : of ``faults_m``, in the catalogue's order.
    backward : faults that go the very way of the exercise in the other direction, with the share
        at which a plain case of each arrives (below zero).
    camera : where the catalogue puts it.
    end_rotation_deg : hip rotation at the end pose less that at the start, internal positive.
    """

    shares: Floats
    way_m: Floats
    faults_m: Floats
    own_m_deg: Floats
    fault_ids: tuple[str, ...]
    backward: Mapping[str, float]
    camera: CameraView
    start_rotation_deg: float
    end_rotation_deg: float

    def at(self, share: float) -> tuple[Floats, Floats, Floats, Floats]:
        """Way, its slope, faults and own ways at a share of the way.

        (marks, 3), (marks, 3), (faults, marks, 3), (own ways, marks, 3).
        """
        step = self.shares[1] - self.shares[0]
        low = int(np.clip((share - self.shares[0]) // step, 0, len(self.shares) - 2))
        part = (share - self.shares[low]) / step

        def between(rows: Floats) -> Floats:
            row: Floats = (1 - part) * rows[low] + part * rows[low + 1]
            return row

        slope = (self.way_m[low + 1] - self.way_m[low]) / step
        return between(self.way_m), slope, between(self.faults_m), between(self.own_m_deg)


def template(exercise: Exercise, side: Side, own_end_deg: float | None = None) -> Template:
    """Pose the figure along an exercise's way.

    Parameters
    ----------
    exercise
        Its key poses and the changes that its faults make are all that is known of it.
    side
        The side that gets the effect.
    own_end_deg
        Hip rotation at the person's own end, internal positive, in the place of the catalogue's.
    """
    way = _way(with_own_end(exercise, own_end_deg))
    start, end = way[0], way[-1]
    shown = [(fault.id, fault.change) for fault in exercise.faults if fault.change]
    faulty = [changed(end, change) for _, change in shown]
    own = [changed(start, one, PROBE_DEG) for one in OWN_WAYS]
    poses = [*way, *faulty, *own]
    shares = np.linspace(FROM, BEYOND, STEPS)
    plain = np.zeros((STEPS, len(poses)))
    plain[:, : len(way)] = _mix(way, shares)
    rows, grown = [plain], np.maximum(shares, 0.0)
    for k in range(len(faulty)):
        row = plain.copy()
        row[:, len(way) + k] += grown
        row[:, len(way) - 1] -= grown
        rows.append(row)
    for k in range(len(own)):
        row = plain.copy()
        row[:, len(way) + len(faulty) + k] += 1
        row[:, 0] -= 1
        rows.append(row)
    posed = pose_figure(mixed(poses, np.concatenate(rows)), side)
    points = points_of(posed).reshape(len(rows), STEPS, -1, 3)
    added = (points[1:] - points[0]).swapaxes(0, 1)
    arrives = [_arrives(points[0], added[:, k], shares) for k in range(len(faulty))]
    beside = [k for k, share in enumerate(arrives) if share is None]
    return Template(
        shares=shares,
        way_m=points[0],
        faults_m=added[:, beside],
        own_m_deg=added[:, len(faulty) :] / PROBE_DEG,
        fault_ids=tuple(shown[k][0] for k in beside),
        backward={
            fault_id: share
            for (fault_id, _), share in zip(shown, arrives, strict=True)
            if share is not None
        },
        camera=coach_view(exercise, pose_figure(still(start), side), side),
        start_rotation_deg=start.effect_leg.hip_internal_rotation_deg,
        end_rotation_deg=end.effect_leg.hip_internal_rotation_deg,
    )


def _arrives(way_m: Floats, fault_m: Floats, shares: Floats) -> float | None:
    """Where on the way a fault leads that is nothing but the way in the other direction."""
    there = int(np.abs(shares - 1.0).argmin())
    here = int(np.abs(shares).argmin())
    forward, added = (way_m[there] - way_m[here]).ravel(), fault_m[there].ravel()
    along = float(forward @ added)
    alike = along / max(float(np.linalg.norm(forward) * np.linalg.norm(added)), 1e-9)
    share = 1.0 + along / max(float(forward @ forward), 1e-9)
    return share if alike < ALIKE and share < LEAST_BACKWARD else None


def _way(poses: tuple[KeyPose, ...]) -> list[KeyPose]:
    """From the start pose to the end pose."""
    ids = [pose.id for pose in poses]
    start, end = ids.index("start"), ids.index("end")
    return list(poses[start : end + 1] if start < end else [poses[start], poses[end]])


def _mix(way: list[KeyPose], shares: Floats) -> Floats:
    """How much of each pose of the way there is at each share of it: (shares, poses).

    Each stretch takes the share of the way that its time takes.
    """
    times = [0.0, *accumulate(max(pose.move_s, 0.1) for pose in way[1:])]
    places = np.array(times) / times[-1]
    mix = np.zeros((len(shares), len(way)))
    for row, share in zip(mix, shares, strict=True):
        low = int(np.clip(np.searchsorted(places, share, "right") - 1, 0, len(way) - 2))
        part = (share - places[low]) / (places[low + 1] - places[low])
        row[low], row[low + 1] = 1 - part, part
    return mix
