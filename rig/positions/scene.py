"""What a filmed scene of the lying and the standing tests is made of."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Literal

from rig.scene import Body, Camera, Look, Protocol, Room, Side

Position = Literal["prone", "supine", "standing"]
Hands = Literal["sides", "forehead", "chest", "chair"]
POSITIONS: tuple[Position, ...] = ("prone", "supine", "standing")


@dataclass(frozen=True)
class LegShape:
    """How one leg is held, degrees; constant in a recording."""

    hip_flexion_deg: float = 0.0
    abduction_deg: float = 5.0
    knee_flexion_deg: float = 0.0
    plantarflexion_deg: float = 15.0


@dataclass(frozen=True)
class PositionPosture:
    """How the body lies or stands.

    `tested` is the leg whose knee is bent. `heading_deg` turns the body about the vertical: at 0
    its head (lying) or its face (standing) is towards the camera, positive turns it to its left.
    `trunk_follow` is the share of a tilt of the pelvis that the thorax makes too; `stray_*_deg` is
    how far the tested thigh leaves its posture at the furthest turn inward of a recording.
    """

    tested: Side = "right"
    bent: LegShape = field(default_factory=lambda: LegShape(knee_flexion_deg=90.0))
    other: LegShape = field(default_factory=LegShape)
    heading_deg: float = 0.0
    arch_deg: float = 4.0
    trunk_lean_deg: float = 0.0
    head_turn_deg: float = 0.0
    hands: Hands = "sides"
    trunk_follow: float = 0.0
    stray_flexion_deg: float = 0.0
    stray_abduction_deg: float = 0.0

    def leg(self, side: Side) -> LegShape:
        """The shape of one side's leg."""
        return self.bent if side == self.tested else self.other


@dataclass(frozen=True)
class PositionScene:
    """Everything needed to render one clip or still again."""

    name: str
    position: Position
    story: str = ""
    refusal: str | None = None
    body: Body = field(default_factory=Body)
    look: Look = field(default_factory=Look)
    posture: PositionPosture = field(default_factory=PositionPosture)
    protocol: Protocol = field(default_factory=Protocol)
    camera: Camera = field(default_factory=Camera)
    room: Room = field(default_factory=Room)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return dataclasses.asdict(self)
