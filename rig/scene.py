"""What a filmed scene is made of: a body, its clothes, its posture, the movement asked for, the
camera.
"""

import dataclasses
import types
import typing
from dataclasses import dataclass, field
from typing import Any, Literal, Self

Side = Literal["left", "right"]
Direction = Literal["internal", "external"]
SIDES: tuple[Side, ...] = ("left", "right")


@dataclass(frozen=True)
class Body:
    """A body's shape. `sex` runs 0 (female) to 1 (male); muscle, weight, height run 0 to 1, 0.5 is
    the mean.
    """

    sex: float = 1.0
    age_years: float = 30.0
    muscle: float = 0.5
    weight: float = 0.5
    height: float = 0.5
    african: float = 1.0
    asian: float = 1.0
    caucasian: float = 1.0


@dataclass(frozen=True)
class Look:
    """Skin, hair and clothes. Colours are sRGB hex.

    `bottom_looseness_m` stands the trousers off the legs (None: half of `looseness_m`); `phone` is
    the shin that a phone is strapped to.
    """

    skin: str = "#c98f6b"
    hair: str = "#3a2a20"
    hair_style: Literal["short", "long", "bald"] = "short"
    top: str = "#3d6fa5"
    sleeve: float = 0.75
    bottom: str = "#39424e"
    leg_length: float = 0.62
    looseness_m: float = 0.012
    feet: str = "#e8e6e0"
    footwear: Literal["socks", "shoes", "bare"] = "socks"
    bottom_looseness_m: float | None = None
    phone: Literal["none", "left", "right"] = "none"


@dataclass(frozen=True)
class Posture:
    """How the person sits; none of it is part of the truth except through the posed joints.

    `sinking` (0 to 1) says how far the low side gives way under a hike, in flesh and cushion.
    """

    hip_flexion_deg: float = 90.0
    knee_flexion_deg: float = 90.0
    abduction_deg: float = 9.0
    plantarflexion_deg: float = 18.0
    slouch_deg: float = 6.0
    trunk_follow: float = 0.4
    lean_deg: float = 0.0
    gaze: float = 0.8
    sinking: float = 0.0
    arms: Literal["thighs", "seat", "crossed"] = "thighs"


@dataclass(frozen=True)
class Movement:
    """One leg, one direction, the end angle of every repeat (unsigned degrees, relative to the
    pelvis), and by how much each repeat swings past its end before it settles there.
    """

    side: Side
    direction: Direction
    ends_deg: tuple[float, ...]
    overshoot_deg: tuple[float, ...] = ()


@dataclass(frozen=True)
class Protocol:
    """The seated test as this person does it, faults included.

    `hike_deg` is the pelvis tilt reached at the full range of a movement, positive when it adds to
    the
    shank's tilt. `resting_*_deg` turn a leg (internal positive) and `resting_hike_deg` the pelvis
    at rest.
    The right hand goes up at each of `hand_up_s`; before the next movement `turn_rest_s` is rested
    beside `rest_s`.
    `lean_with_deg` and `slide_with_m` are what the trunk leans and the body slides towards the
    moving leg at its full range, `idle_follow` the share of the turn that the other leg makes too,
    `slide_drift_m` how far the body drifts about on the seat.
    The film shows protocol time `film_from_s` to `film_to_s` (the end when None).
    """

    movements: tuple[Movement, ...] = ()
    neutral_s: float = 2.0
    hold_s: float = 2.0
    rest_s: float = 0.6
    speed_deg_s: float = 28.0
    hike_deg: float = 0.0
    resting_left_deg: float = 0.0
    resting_right_deg: float = 0.0
    resting_hike_deg: float = 0.0
    tremor_deg: float = 0.25
    sway_deg: float = 0.4
    lean_with_deg: float = 0.0
    slide_with_m: float = 0.0
    slide_drift_m: float = 0.0
    idle_follow: float = 0.0
    film_from_s: float = 0.0
    film_to_s: float | None = None
    seed: int = 1
    turn_rest_s: float = 0.0
    hand_up_s: tuple[float, ...] = ()


@dataclass(frozen=True)
class Camera:
    """Where the camera stands. Yaw moves it towards the person's left, pitch aims it up, roll turns
    it clockwise.

    `height_m` is measured from the floor; None puts it at the height of the knees. `fov_deg` is
    vertical. Pan aims it aside (positive: towards the person's left), away from the person.
    `blur_px` (standard deviation), `gain`, `gamma`, `warmth` (-1 to 1, white balance), `haze`
    (share of stray light) and `noise` (grey levels) are the lens' and the sensor's doing.
    """

    yaw_deg: float = 0.0
    pitch_deg: float = 5.0
    roll_deg: float = 0.0
    distance_m: float = 2.5
    height_m: float | None = None
    fov_deg: float = 46.0
    width_px: int = 640
    height_px: int = 480
    fps: float = 15.0
    mirrored: bool = False
    pan_deg: float = 0.0
    blur_px: float = 0.0
    gain: float = 1.0
    gamma: float = 1.0
    warmth: float = 0.0
    haze: float = 0.0
    noise: float = 0.0


@dataclass(frozen=True)
class Mirror:
    """A looking glass that stands or hangs upright. The middle of its pane is above (x, z), metres
    from under the middle of the hips; `turn_deg` turns its face from straight forward towards the
    person's left, `foot_m` is how high the pane begins.
    """

    x_m: float = 1.0
    z_m: float = -0.4
    turn_deg: float = -40.0
    width_m: float = 0.8
    height_m: float = 1.7
    foot_m: float = 0.1


@dataclass(frozen=True)
class Room:
    """The surroundings. Colours are sRGB hex; `light_yaw_deg` turns the key light as the camera's
    yaw does. `ambient` is the light from everywhere, `light_warmth` (-1 to 1) tints the key light,
    `window` is how bright a window behind the person shines (0: none), `clutter` names furniture.
    """

    wall: str = "#cfc8bb"
    floor: str = "#a98661"
    stool: str = "#5b6f66"
    light_yaw_deg: float = 35.0
    light: float = 1.0
    grain: float = 0.0
    name: str = ""
    ambient: float = 1.0
    light_warmth: float = 0.0
    window: float = 0.0
    clutter: tuple[str, ...] = ()
    mirror: Mirror | None = None


@dataclass(frozen=True)
class Bystander:
    """A second person in view, standing at (x, z) metres from the stool's middle (x towards the
    person's left).
    """

    body: Body = field(default_factory=Body)
    look: Look = field(default_factory=Look)
    x_m: float = 0.75
    z_m: float = -0.3
    turn_deg: float = 0.0


@dataclass(frozen=True)
class Scene:
    """Everything needed to render one clip again, bit for bit in its truth."""

    name: str
    story: str = ""
    refusal: str | None = None
    person: bool = True
    body: Body = field(default_factory=Body)
    look: Look = field(default_factory=Look)
    posture: Posture = field(default_factory=Posture)
    protocol: Protocol = field(default_factory=Protocol)
    camera: Camera = field(default_factory=Camera)
    room: Room = field(default_factory=Room)
    bystander: Bystander | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The inverse of `to_dict`; raises TypeError on a field that does not exist."""
        return typing.cast(Self, _build(cls, data))


def _build(kind: Any, value: Any) -> Any:
    """Turn plain data into `kind`, through nested dataclasses, tuples and optionals."""
    if value is None:
        return None
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
        return _build(inner[0], value)
    if origin is tuple:
        item = typing.get_args(kind)[0]
        return tuple(_build(item, v) for v in value)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        unknown = set(value) - set(hints)
        if unknown:
            raise TypeError(f"{kind} has no field {', '.join(sorted(unknown))}")
        return typing.cast(Any, kind)(**{key: _build(hints[key], v) for key, v in value.items()})
    if kind is float:
        return float(value)
    return value
