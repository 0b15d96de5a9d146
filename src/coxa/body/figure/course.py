"""The way through an exercise's key poses: every joint angle at every instant of one loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Self

import numpy as np

from coxa.body.figure.turns import Floats
from coxa.catalogue import HandPlace, KeyPose, LegAngles, Orientation, Tilts
from coxa.records import Record

Leg = Literal["effect", "other"]
LEGS: tuple[Leg, Leg] = ("effect", "other")

MOVING_SAMPLES_PER_S = 15
RELAXED_DEG, INSTEP_DOWN_DEG = -22.0, -42.0
"""Dorsiflexion of a foot that nothing holds, and of one that lies on its instep."""

FACE_DOWN = {Orientation.PRONE, Orientation.QUADRUPED, Orientation.KNEELING}

SHORTEST_MOVE_S = 0.4
"""A pose that takes no time to come to is still seen to be come to."""


class Phase(Record):
    """A stretch of the loop: on the way to a key pose, or holding it."""

    id: str
    """The key pose that is come to or held."""
    kind: Literal["move", "hold"]
    from_s: float
    to_s: float


@dataclass(frozen=True, eq=False)
class LegCourse:
    """One leg's angles at every instant (n,), degrees; the signs are those of ``LegAngles``."""

    flexion: Floats
    adduction: Floats
    rotation: Floats
    knee: Floats
    ankle: Floats
    """Dorsiflexion, where a pose gives one."""
    ankle_given: Floats
    """1 where a pose gives the ankle's angle, 0 where the foot goes as it likes."""
    relaxed_deg: float
    """Dorsiflexion of the foot where no pose gives it."""

    @property
    def resting_ankle(self) -> Floats:
        """Dorsiflexion before the floor has its say."""
        mixed: Floats = self.ankle_given * self.ankle + (1 - self.ankle_given) * self.relaxed_deg
        return mixed


@dataclass(frozen=True, eq=False)
class TiltCourse:
    """How pelvis or trunk is turned at every instant (n,), degrees."""

    tilt: Floats
    list: Floats
    rotation: Floats

    def share(self, other: Self, part: float) -> TiltCourse:
        """What lies between this one (0) and another (1)."""
        return TiltCourse(
            self.tilt + part * (other.tilt - self.tilt),
            self.list + part * (other.list - self.list),
            self.rotation + part * (other.rotation - self.rotation),
        )


@dataclass(frozen=True, eq=False)
class Course:
    """Everything that the key poses ask for, at every instant of one loop."""

    at_s: Floats
    phases: tuple[Phase, ...]
    orientation: Orientation
    legs: dict[Leg, LegCourse]
    pelvis: TiltCourse
    trunk: TiltCourse
    hands: dict[Leg, dict[HandPlace, Floats]]
    """By the leg on whose side the hand is: how much it is at each place (n,), one in all."""

    @property
    def count(self) -> int:
        return len(self.at_s)


def still(pose: KeyPose) -> Course:
    """One pose alone, a single instant."""
    return _course([pose], np.zeros(1), np.ones((1, 1)), ())


def mixed(poses: Sequence[KeyPose], shares: Floats) -> Course:
    """Every joint angle as a mix of the poses, without times.

    Parameters
    ----------
    poses
        All of one orientation.
    shares
        How much of each pose there is in each instant (n, poses); rows sum to one, and a share
        below zero takes a pose away, so that what two poses differ in can be added to a third.
    """
    return _course(poses, np.zeros(len(shares)), shares, ())


def loop(poses: Sequence[KeyPose]) -> Course:
    """From the first pose through all others and back, in true time.

    Moving speeds up and slows down as a calm movement does (minimum jerk, Flash & Hogan 1985).
    """
    times: list[float] = [0.0]
    shares: list[Floats] = [np.eye(len(poses))[0]]
    phases: list[Phase] = []
    now_s = 0.0
    for k in range(len(poses)):
        here, following = np.eye(len(poses))[k], (k + 1) % len(poses)
        if poses[k].hold_s > 0:
            phases.append(_phase(poses[k], "hold", now_s, now_s + poses[k].hold_s))
            now_s += poses[k].hold_s
            times.append(now_s)
            shares.append(here)
        move_s = max(poses[following].move_s, SHORTEST_MOVE_S)
        count = int(np.ceil(move_s * MOVING_SAMPLES_PER_S))
        for step in np.arange(1, count + 1) / count:
            times.append(now_s + step * move_s)
            eased = step**3 * (10 - 15 * step + 6 * step**2)
            shares.append(here + eased * (np.eye(len(poses))[following] - here))
        phases.append(_phase(poses[following], "move", now_s, now_s + move_s))
        now_s += move_s
    return _course(poses, np.array(times), np.array(shares), tuple(phases))


def _phase(pose: KeyPose, kind: Literal["move", "hold"], from_s: float, to_s: float) -> Phase:
    return Phase(id=pose.id, kind=kind, from_s=round(from_s, 3), to_s=round(to_s, 3))


def _course(
    poses: Sequence[KeyPose], at_s: Floats, shares: Floats, phases: tuple[Phase, ...]
) -> Course:
    """Mix the poses at every instant by their shares (n, poses)."""
    return Course(
        at_s=at_s,
        phases=phases,
        orientation=poses[0].orientation,
        legs={
            "effect": _leg([pose.effect_leg for pose in poses], shares, poses[0].orientation),
            "other": _leg([pose.other_leg for pose in poses], shares, poses[0].orientation),
        },
        pelvis=_tilts([pose.pelvis for pose in poses], shares),
        trunk=_tilts([pose.trunk for pose in poses], shares),
        hands={
            "effect": _places([pose.effect_hand_place for pose in poses], shares),
            "other": _places([pose.other_hand_place for pose in poses], shares),
        },
    )


def _leg(angles: Sequence[LegAngles], shares: Floats, orientation: Orientation) -> LegCourse:
    ankles = [leg.ankle_dorsiflexion_deg for leg in angles]
    given = shares @ np.array([0.0 if ankle is None else 1.0 for ankle in ankles])
    total = shares @ np.array([ankle or 0.0 for ankle in ankles])
    return LegCourse(
        flexion=shares @ np.array([leg.hip_flexion_deg for leg in angles]),
        adduction=shares @ np.array([leg.hip_adduction_deg for leg in angles]),
        rotation=shares @ np.array([leg.hip_internal_rotation_deg for leg in angles]),
        knee=shares @ np.array([leg.knee_flexion_deg for leg in angles]),
        ankle=np.divide(total, given, out=np.zeros_like(total), where=given > 0),
        ankle_given=given,
        relaxed_deg=INSTEP_DOWN_DEG if orientation in FACE_DOWN else RELAXED_DEG,
    )


def _tilts(tilts: Sequence[Tilts], shares: Floats) -> TiltCourse:
    return TiltCourse(
        shares @ np.array([one.tilt_deg for one in tilts]),
        shares @ np.array([one.list_deg for one in tilts]),
        shares @ np.array([one.rotation_deg for one in tilts]),
    )


def _places(places: Sequence[HandPlace], shares: Floats) -> dict[HandPlace, Floats]:
    return {
        place: shares @ np.array([float(one is place) for one in places])
        for place in dict.fromkeys(places)
    }
