"""By what the readings are told apart in the tables: who, wearing what, where, filmed how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rig.scene import Body, Camera, Look, Posture, Room
from validation.rows import Row

AS_FILMED = "as filmed"


@dataclass(frozen=True)
class Grouping:
    """A way to divide rows. ``labels`` in their order; empty: whatever is found, by name."""

    title: str
    pick: Callable[[Row], str]
    labels: tuple[str, ...] = ()

    def divide(self, rows: Iterable[Row]) -> dict[str, list[Row]]:
        """Label -> its rows, without empty groups."""
        found: dict[str, list[Row]] = {}
        for row in rows:
            found.setdefault(self.pick(row), []).append(row)
        order = [label for label in self.labels if label in found]
        return {label: found[label] for label in order or sorted(found)}


def bands(title: str, value: Callable[[Row], float], edges: Sequence[float], unit: str) -> Grouping:
    """Groups of a size, divided at ``edges``; a value on an edge belongs above it."""
    with_unit = f" {unit}" if unit not in ("", "°") else unit
    between = [f"{low:g} to {high:g}{with_unit}" for low, high in pairwise(edges)]
    first, last = f"under {edges[0]:g}{with_unit}", f"{edges[-1]:g}{with_unit} and more"
    labels = (first, *between, last)
    return Grouping(title, lambda row: labels[sum(value(row) >= edge for edge in edges)], labels)


def body(row: Row) -> Body:
    """Whose hip it is."""
    return row.recording.scene.body


def look(row: Row) -> Look:
    """Skin and clothes."""
    return row.recording.scene.look


def posture(row: Row) -> Posture:
    """How the person sits."""
    return row.recording.scene.posture


def camera(row: Row) -> Camera:
    """As placed and set for the rendering."""
    return row.recording.scene.camera


def room(row: Row) -> Room:
    """Where it was filmed."""
    return row.recording.scene.room


KNEE_HEIGHT_M = 0.5
"""Where a camera without a height of its own stands, about."""
KNEE, HALFWAY_UP = 1.0, 0.4
"""How far trousers reach down the leg."""
LOOSE_FROM_M = 0.01
DIM_BELOW = 0.5
FROM_THE_SIDE_DEG = 50.0


def lower_leg_colour(row: Row) -> str:
    """Of trousers, or of the skin below shorts."""
    worn = look(row)
    return worn.bottom if worn.leg_length > KNEE else worn.skin


def clothing(row: Row) -> str:
    """What covers the legs."""
    worn = look(row)
    if worn.leg_length <= KNEE:
        return "bare legs" if worn.leg_length < HALFWAY_UP else "shorts"
    stated_m = worn.bottom_looseness_m
    off_m = worn.looseness_m / 2 if stated_m is None else stated_m
    return "loose trousers" if off_m >= LOOSE_FROM_M else "close trousers"


def light(row: Row) -> str:
    """What is worst about it."""
    if room(row).window > 0:
        return "window behind"
    if room(row).ambient < DIM_BELOW:
        return "dim"
    aside = abs(room(row).light_yaw_deg) > FROM_THE_SIDE_DEG
    return "from the side" if aside else "from the front"


def phone(row: Row) -> str:
    """Whether the measured leg wears one."""
    worn = look(row).phone
    if worn == "none":
        return "none"
    return "on the measured leg" if worn == row.side else "on the other leg"


def lightness(colour: str) -> float:
    """CIE L* (0 black to 100 white) of an sRGB hex colour (IEC 61966-2-1; CIE 15)."""
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def towards_the_leg_deg(row: Row) -> float:
    """Camera yaw, positive when the camera stands on the side of the measured leg."""
    return camera(row).yaw_deg if row.side == "left" else -camera(row).yaw_deg


def height_m(row: Row) -> float:
    """Of the camera above the floor."""
    stated = camera(row).height_m
    return KNEE_HEIGHT_M if stated is None else stated


def changed(title: str, key: str) -> Grouping:
    """Rendered recordings, and derived ones to which something was added or not."""

    def pick(row: Row) -> str:
        if row.recording.is_base:
            return AS_FILMED
        return "added" if row.recording.derived.get(key) else "derived without"

    return Grouping(title, pick, (AS_FILMED, "derived without", "added"))


def compression(row: Row) -> str:
    """H.264's quality of derived recordings; a larger crf is a smaller file."""
    crf = row.recording.derived.get("crf")
    if crf is None:
        return AS_FILMED
    return COMPRESSIONS[1 + sum(crf >= edge for edge in (28, 33))]


COMPRESSIONS = (AS_FILMED, "crf under 28", "crf 28 to 32", "crf 33 and more")


def _bodies(row: Row) -> str:
    who = body(row)
    sex = "woman" if who.sex < 0.5 else "man"
    return f"{sex}, {who.age_years:.0f} years, weight {who.weight:.2f}, muscle {who.muscle:.2f}"


GROUPINGS: tuple[Grouping, ...] = (
    Grouping("Side", lambda row: row.side, ("left", "right")),
    Grouping("Direction", lambda row: row.direction, ("internal", "external")),
    bands("True angle", lambda row: abs(row.truth_deg or 0.0), (20, 30, 40), "°"),
    Grouping("Body", _bodies),
    Grouping("Sex", lambda row: "woman" if body(row).sex < 0.5 else "man"),
    bands("Age", lambda row: body(row).age_years, (35, 55), "years"),
    bands("Weight (rig's scale, 0.5 is the mean)", lambda row: body(row).weight, (0.4, 0.6), ""),
    Grouping("Legs", clothing, ("bare legs", "shorts", "close trousers", "loose trousers")),
    Grouping("Footwear", lambda row: look(row).footwear, ("bare", "socks", "shoes")),
    Grouping("Phone strapped on", phone, ("none", "on the measured leg", "on the other leg")),
    bands("Skin, CIE L*", lambda row: lightness(look(row).skin), (30, 50, 70), ""),
    bands(
        "Lower leg against the wall, difference of L*",
        lambda row: abs(lightness(lower_leg_colour(row)) - lightness(room(row).wall)),
        (10, 30),
        "",
    ),
    Grouping("Light", light, ("from the front", "from the side", "window behind", "dim")),
    Grouping("Room", lambda row: room(row).name or "unnamed"),
    bands("Camera to one side", lambda row: abs(camera(row).yaw_deg), (5, 10, 15, 20), "°"),
    bands("Camera towards the measured leg", towards_the_leg_deg, (-10, 0, 10), "°"),
    bands("Camera roll", lambda row: abs(camera(row).roll_deg), (5, 10), "°"),
    bands("Camera distance", lambda row: camera(row).distance_m, (1.5, 2.5, 3.5), "m"),
    bands("Camera height", height_m, (0.4, 0.7, 1.0), "m"),
    bands("Field of view, upright", lambda row: camera(row).fov_deg, (45, 60), "°"),
    bands(
        "Shorter side of the picture",
        lambda row: min(camera(row).height_px, camera(row).width_px),
        (480, 700),
        "px",
    ),
    bands("Frame rate", lambda row: camera(row).fps, (14, 25), "Hz"),
    Grouping("Compression", compression, COMPRESSIONS),
    changed("Blur", "blur_px"),
    changed("Noise", "noise"),
    changed("Motion blur", "smear"),
    bands("Knee bent by", lambda row: posture(row).knee_flexion_deg, (80, 90, 100), "°"),
    Grouping("Arms", lambda row: posture(row).arms, ("thighs", "seat", "crossed")),
    bands("Pelvis tilts during the hold by", lambda row: abs(row.hike_deg), (1, 2, 3), "°"),
)
