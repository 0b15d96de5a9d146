"""A person, dressed, doing an exercise in a room; drawn at any share of the way from any spot."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import TracebackType
from typing import Self

import numpy as np

import rig.pose
from coxa.body.figure import Course, Posed, pose_figure
from coxa.body.figure.props import Prop, props
from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import Landmark
from rig.body_data import Floats
from rig.exercises.bodies import even_figure, landmarks_m, rest_of
from rig.exercises.room import lit, room_about
from rig.exercises.spot import Spot
from rig.exercises.things import mesh_of
from rig.exercises.way import course_of
from rig.ground.stills import quick_studio
from rig.lens import Lens
from rig.mesh import join
from rig.scene import Body, Camera, Look, Room
from rig.sensor import Sensor
from rig.stage import skinned
from rig.studio import Picture, Studio
from rig.wardrobe import dress

SENSOR = Camera(blur_px=0.7, noise=2.0)
CARRIED = {"towel", "pillow"}
"""Things that a body takes along; without it they would hang in the air."""
PointsPx = dict[Landmark, tuple[float, float]]


class Stage:
    """Use as a context manager; a studio that is handed in stays open for the next stage."""

    def __init__(
        self,
        exercise: Exercise,
        side: Side,
        body: Body,
        look: Look,
        room: Room,
        studio: Studio | None = None,
    ) -> None:
        self.exercise, self.side, self.room = exercise, side, room
        self.rest, self.figure = rest_of(body), even_figure(body)
        self.surface = dress(self.figure, look)
        self.lent = studio is not None
        self.studio = studio or quick_studio()
        begun = course_of(exercise, np.zeros(1))
        self.set_out(begun, self.pose(begun))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self.lent:
            self.studio.__exit__()

    def set_out(self, begun: Course, start: Posed) -> None:
        """Put what the exercise needs where this start pose (its first instant) needs it."""
        self.things = props(self.exercise, begun, start, self.side)
        self.middle = middle_of(start)
        self._furnished: tuple[Spot, tuple[int, int]] | None = None

    def pose(self, course: Course) -> Posed:
        """The body at every instant of a course."""
        return pose_figure(course, self.side, self.rest)

    def at(self, share: float, faults: Mapping[str, float] | None = None) -> Posed:
        """The body at one share of the way, with amounts of faults."""
        amounts = {name: np.array([amount]) for name, amount in (faults or {}).items()}
        return self.pose(course_of(self.exercise, np.array([share]), amounts))

    def picture(
        self,
        doing: Course | Posed,
        spot: Spot,
        instant: int = 0,
        sensor: Camera = SENSOR,
        seed: int = 1,
    ) -> tuple[Picture, PointsPx]:
        """One picture (height, width, 3) RGB as a camera delivers it, and the true landmarks."""
        pose = self.pose(doing) if isinstance(doing, Course) else doing
        lens = spot.lens(self.side, self.middle, sensor)
        drawn = self.draw(pose, instant, spot, lens)
        return developer(sensor, seed).developed(drawn), points_px(lens, pose, instant)

    def draw(self, pose: Posed, instant: int, spot: Spot, lens: Lens) -> Picture:
        """What the lens sees, before the sensor has its say."""
        azimuth_deg = spot.world_azimuth_deg(self.side)
        self._furnish(spot, lens)
        at_instant = _of(pose, instant)
        self.studio.move(self.person, *skinned(self.figure, self.surface, at_instant))
        for band, drawn in self.bands:
            moved = join(mesh_of(band, self.room, at_instant.joints[str(band.bone)]))
            self.studio.move(drawn, moved.points, moved.normals)
        return self.studio.picture(lens, lit(self.room, azimuth_deg), self.middle)

    def _furnish(self, spot: Spot, lens: Lens) -> None:
        """Set the room up about the person, unless it stands so already."""
        size = lens.camera.width_px, lens.camera.height_px
        if self._furnished == (spot, size):
            return
        self.studio.clear(*size)
        self.person = self.studio.add_person(self.surface)
        self.bands = []
        standing = [room_about(self.room, self.middle, spot.world_azimuth_deg(self.side))]
        for thing in self.things:
            if thing.kind == "band":
                strip = join(mesh_of(thing, self.room, np.zeros(3)))
                self.bands.append((thing, self.studio.add_room(strip)))
            elif thing.kind not in CARRIED and not _hides(thing, lens.position, self.middle):
                standing += mesh_of(thing, self.room)
        self.studio.add_room(join(standing))
        self._furnished = spot, size


@lru_cache(maxsize=2)
def developer(sensor: Camera, seed: int) -> Sensor:
    """A sensor's doing; its grain takes longer to throw than a person to draw."""
    return Sensor(sensor, np.random.default_rng(seed))


def middle_of(pose: Posed, instant: int = 0) -> Floats:
    """The middle of the box round all joints (3,)."""
    places = np.stack([at[instant] for at in pose.joints.values()])
    middle: Floats = (places.min(axis=0) + places.max(axis=0)) / 2
    return middle


def points_px(lens: Lens, pose: Posed, instant: int = 0) -> PointsPx:
    """The true landmarks in the picture."""
    marks = landmarks_m(pose)
    pixels = lens.pixels(np.stack([at[instant] for at in marks.values()]))
    return {mark: (float(x), float(y)) for mark, (x, y) in zip(marks, pixels, strict=True)}


def _of(pose: Posed, instant: int) -> rig.pose.Posed:
    """One instant, as the rig skins it."""
    turns = {name: turn[instant] for name, turn in pose.turns.items()}
    joints = {name: at[instant] for name, at in pose.joints.items()}
    return rig.pose.Posed(turns, joints, turns["Hips"])


def _hides(thing: Prop, eye: Floats, middle: Floats) -> bool:
    """Whether a wall stands between the camera and the person."""
    if thing.kind != "wall":
        return False
    turn = np.radians(thing.yaw_deg)
    normal = np.array([np.sin(turn), 0.0, np.cos(turn)])
    return bool(np.prod([(at - np.array(thing.centre)) @ normal for at in (eye, middle)]) < 0)
