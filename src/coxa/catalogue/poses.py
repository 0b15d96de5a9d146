"""Key poses: the joint angles that the figure, the coach and the muscle table share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from annotated_types import Ge, Le
from pydantic import Field

from coxa.catalogue.terms import HandPlace, Orientation, Slug
from coxa.quantities import MAX_HOLD_S
from coxa.records import Record

HipFlexionDeg = Annotated[float, Field(ge=-20, le=125)]
HipAdductionDeg = Annotated[float, Field(ge=-50, le=30)]
HipInternalRotationDeg = Annotated[float, Field(ge=-60, le=50)]
KneeFlexionDeg = Annotated[float, Field(ge=0, le=150)]
AnkleDorsiflexionDeg = Annotated[float, Field(ge=-50, le=30)]
TiltDeg = Annotated[float, Field(ge=-60, le=60)]
PoseHoldS = Annotated[float, Field(ge=0, le=MAX_HOLD_S)]


class LegAngles(Record):
    """Joint angles of one leg, relative to the pelvis (ISB order: flexion, adduction, rotation)."""

    hip_flexion_deg: HipFlexionDeg
    hip_adduction_deg: HipAdductionDeg = 0.0
    """Positive towards the other leg; negative is abduction."""
    hip_internal_rotation_deg: HipInternalRotationDeg = 0.0
    """Positive turns in (with the knee bent the foot goes outward)."""
    knee_flexion_deg: KneeFlexionDeg
    ankle_dorsiflexion_deg: AnkleDorsiflexionDeg | None = None
    """Positive draws the toes up. None: relaxed, or flat where the sole is on the floor."""


class Tilts(Record):
    """How the pelvis (or the trunk above it) is turned from the body's orientation.

    Signs are seen from the leg that gets the effect, so that one pose serves both sides.
    """

    tilt_deg: TiltDeg = 0.0
    """Positive leans or tips forward."""
    list_deg: TiltDeg = 0.0
    """Positive raises the side of the leg that gets the effect."""
    rotation_deg: TiltDeg = 0.0
    """Positive brings the side of the leg that gets the effect forward."""


HANDS_OF: Mapping[Orientation, HandPlace] = MappingProxyType(
    {
        Orientation.STANDING: HandPlace.HANGING,
        Orientation.SITTING: HandPlace.ON_THIGH,
        Orientation.FLOOR_SITTING: HandPlace.FLOOR_BEHIND,
        Orientation.SUPINE: HandPlace.FLOOR_BESIDE,
        Orientation.PRONE: HandPlace.UNDER_HEAD,
        Orientation.SIDE_LYING: HandPlace.UNDER_HEAD,
        Orientation.KNEELING: HandPlace.ON_PELVIS,
        Orientation.QUADRUPED: HandPlace.FLOOR_FRONT,
    }
)
"""Where both hands rest when a pose says nothing else."""


class KeyPose(Record):
    """A named moment of a movement: how the body is, how long it takes to get there and stays."""

    id: Slug
    """Such as ``start`` and ``end``."""
    orientation: Orientation
    effect_leg: LegAngles
    other_leg: LegAngles
    pelvis: Tilts = Tilts()
    trunk: Tilts = Tilts()
    move_s: Annotated[float, Field(ge=0, le=30)]
    """Time to come here from the pose before (for the first pose: from the last one)."""
    hold_s: PoseHoldS
    hands: HandPlace | None = None
    """Where both hands rest; None: as usual for the orientation."""
    effect_hand: HandPlace | None = None
    """The hand on the side that gets the effect, where it differs from the other one."""
    other_hand: HandPlace | None = None

    @property
    def effect_hand_place(self) -> HandPlace:
        """Where the hand on the side of the effect rests."""
        return self.effect_hand or self.hands or HANDS_OF[self.orientation]

    @property
    def other_hand_place(self) -> HandPlace:
        """Where the hand on the other side rests."""
        return self.other_hand or self.hands or HANDS_OF[self.orientation]


ChangeDeg = Annotated[float, Field(ge=-90, le=90)]


class LegChange(Record):
    """How much further each joint of a leg goes; the signs are those of ``LegAngles``."""

    hip_flexion_deg: ChangeDeg = 0.0
    hip_adduction_deg: ChangeDeg = 0.0
    hip_internal_rotation_deg: ChangeDeg = 0.0
    knee_flexion_deg: ChangeDeg = 0.0


class PoseChange(Record):
    """What a fault adds to the end pose; it grows with the movement."""

    effect_leg: LegChange = LegChange()
    other_leg: LegChange = LegChange()
    pelvis: Tilts = Tilts()
    trunk: Tilts = Tilts()


def changed(pose: KeyPose, change: PoseChange, amount: float = 1.0) -> KeyPose:
    """The pose with a change added, ``amount`` times; joints stop at their anatomical bounds."""
    return KeyPose.model_validate(
        pose.model_dump()
        | {
            name: _added(getattr(pose, name), getattr(change, name), amount)
            for name in ("effect_leg", "other_leg", "pelvis", "trunk")
        }
    )


def _added(
    held: LegAngles | Tilts, change: LegChange | Tilts, amount: float
) -> dict[str, float | None]:
    values = held.model_dump()
    for name, by in change.model_dump().items():
        bounds = type(held).model_fields[name].metadata
        least = next(bound.ge for bound in bounds if isinstance(bound, Ge))
        most = next(bound.le for bound in bounds if isinstance(bound, Le))
        values[name] = min(max(values[name] + amount * by, least), most)
    return values
