"""The posed body in the room: nothing sinks, floats or passes through, hands are where they rest.

Measured on the skin as the page draws it, at every key pose and on the way between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from coxa.body.figure import Course, Posed, loop, pose_figure, rest
from coxa.body.figure.hands import CHAIR_BACK_M
from coxa.body.figure.props import Prop, props
from coxa.body.figure.turns import Floats
from coxa.catalogue import Exercise, HandPlace, Orientation, load_shipped
from coxa.quantities import Side
from tests.body.posed_flesh import depth_m, limb, mainly, skin

EXERCISES = load_shipped().exercises
EVERY = [pytest.param(exercise, id=exercise.id) for exercise in EXERCISES.values()]
SINKS_M, TOUCHES_M, RESTS_M, PASSES_M, FLAT_DEG = 0.01, 0.01, 0.02, 0.01, 10.0
BETWEEN = 4
"""Instants looked at on the way from one key pose to the next."""

SIDE_OF = {"effect": "Left", "other": "Right"}
CARRIES = ("Hips", "Spine", "Spine1", "Spine2", "LeftThighTwist", "RightThighTwist")
FEET = ("LeftFoot", "RightFoot", "LeftToeBase", "RightToeBase")
KNEES = ("LeftLeg", "RightLeg", "LeftUpLeg", "RightUpLeg")
BEARS = {
    Orientation.STANDING: FEET,
    Orientation.KNEELING: KNEES,
    Orientation.QUADRUPED: KNEES,
}
FLESH = {
    HandPlace.ON_THIGH: ("LeftUpLeg", "RightUpLeg", "LeftThighTwist", "RightThighTwist"),
    HandPlace.ON_CHEST: ("Spine", "Spine1", "Spine2"),
    HandPlace.ON_PELVIS: ("Hips", "Spine"),
    HandPlace.UNDER_HEAD: ("Head",),
}

# Where the words say that a sole is on the floor: exercise, key pose, leg.
FLAT = [
    ("seated-internal-rotation", "start", "effect"),
    ("seated-internal-rotation", "start", "other"),
    ("seated-internal-rotation", "end", "other"),
    ("twisted-legs", "start", "effect"),
    ("twisted-legs", "start", "other"),
    ("lying-internal-rotation", "start", "effect"),
    ("standing-internal-rotation", "start", "other"),
    ("standing-internal-rotation", "end", "other"),
    ("supine-knee-drop", "start", "effect"),
    ("supine-knee-drop", "end", "other"),
    ("figure-four-lying", "start", "other"),
    ("figure-four-lying", "end", "other"),
    ("figure-four-seated", "start", "other"),
    ("standing-airplane", "start", "effect"),
    ("standing-airplane", "end", "effect"),
    ("standing-airplane-out", "end", "effect"),
]


@dataclass(frozen=True, eq=False)
class Scene:
    course: Course
    pose: Posed
    things: tuple[Prop, ...]
    instants: tuple[int, ...]

    def thing(self, kind: str) -> Prop:
        return next(thing for thing in self.things if thing.kind == kind)


@cache
def scene_of(exercise_id: str) -> Scene:
    exercise = EXERCISES[exercise_id]
    course = loop(exercise.key_poses)
    pose = pose_figure(course, Side.LEFT)
    instants = {0}
    for phase in course.phases:
        if phase.kind == "move":
            for share in np.linspace(0, 1, BETWEEN + 2):
                at_s = phase.from_s + share * (phase.to_s - phase.from_s)
                instants.add(int(np.abs(course.at_s - at_s).argmin()))
    things = props(exercise, course, pose, Side.LEFT)
    return Scene(course, pose, things, tuple(sorted(instants)))


@cache
def skin_of(exercise_id: str, instant: int) -> Floats:
    return skin(scene_of(exercise_id).pose, instant)


def arrival(course: Course, pose_id: str) -> int:
    end_s = next(p.to_s for p in course.phases if p.id == pose_id and p.kind == "move")
    return int(np.abs(course.at_s - end_s).argmin())


@pytest.mark.parametrize("exercise", EVERY)
def test_nothing_sinks_into_the_floor(exercise: Exercise) -> None:
    names = np.array(rest().bones)[rest().mainly]
    for instant in scene_of(exercise.id).instants:
        heights = skin_of(exercise.id, instant)[:, 1]
        lowest = int(heights.argmin())
        assert heights[lowest] > -SINKS_M, f"{names[lowest]} at instant {instant}"


@pytest.mark.parametrize("exercise", EVERY)
def test_what_bears_weight_touches_what_bears_it(exercise: Exercise) -> None:
    scene = scene_of(exercise.id)
    seated = scene.course.orientation is Orientation.SITTING
    ground_m = scene.thing("chair").centre[1] if seated else 0.0
    bearing = mainly(*BEARS.get(scene.course.orientation, CARRIES))
    for instant in scene.instants:
        lowest_m = skin_of(exercise.id, instant)[bearing, 1].min()
        assert abs(lowest_m - ground_m) < TOUCHES_M, f"instant {instant}"


@pytest.mark.parametrize("exercise", EVERY)
def test_hands_are_where_they_rest(exercise: Exercise) -> None:
    scene = scene_of(exercise.id)
    for leg, places in scene.course.hands.items():
        for place, share in places.items():
            if place is HandPlace.HANGING:
                continue
            for instant in scene.instants:
                if share[instant] > 0.999:
                    gap_m = _gap_m(exercise.id, instant, SIDE_OF[leg], place)
                    assert gap_m < RESTS_M, f"{leg} hand, {place}, instant {instant}"


def _gap_m(exercise_id: str, instant: int, side: str, place: HandPlace) -> float:
    """How far a hand is from what it rests on."""
    points = skin_of(exercise_id, instant)
    hand = points[mainly(f"{side}Hand")]
    if place in FLESH:
        other = points[mainly(*FLESH[place])]
        return float(np.linalg.norm(hand[::3, None] - other[None], axis=2).min())
    if place is HandPlace.WALL:
        wall = scene_of(exercise_id).thing("wall")
        near_m = abs(wall.centre[0]) - wall.size[2] / 2
        return abs(float(np.abs(hand[:, 0]).max()) - near_m)
    ground_m = 0.0
    if place is HandPlace.CHAIR_BACK:
        ground_m = CHAIR_BACK_M
        chair = scene_of(exercise_id).thing("chair")
        beside_m = np.abs(hand[:, 0] - chair.centre[0]).min() - chair.size[0] / 2
        assert beside_m < RESTS_M, "the hand is beside the chair's back"
    if place is HandPlace.SEAT_EDGE:
        ground_m = scene_of(exercise_id).thing("chair").centre[1]
    return abs(float(hand[:, 1].min()) - ground_m)


@pytest.mark.parametrize("exercise", EVERY)
def test_limbs_do_not_pass_through_each_other(exercise: Exercise) -> None:
    scene = scene_of(exercise.id)
    for instant in scene.instants:
        points = skin_of(exercise.id, instant)
        for side, across in (("Left", "Right"), ("Right", "Left")):
            for bones in (("Foot", "ToeBase"), ("Leg",)):
                mine = points[mainly(*(f"{side}{bone}" for bone in bones))]
                for bone in ("UpLeg", "Leg"):
                    deep = depth_m(scene.pose, instant, mine, across, bone)
                    assert deep < PASSES_M, f"{side} {bones[0]} in {across} {bone}, {instant}"
            for bone in ("Hand", "ForeArm"):
                mine = points[mainly(f"{side}{bone}")]
                for whose in (side, across):
                    for leg in ("UpLeg", "Leg"):
                        deep = depth_m(scene.pose, instant, mine, whose, leg)
                        assert deep < PASSES_M, f"{side} {bone} in {whose} {leg}, {instant}"


@pytest.mark.parametrize(("exercise_id", "pose_id", "leg"), FLAT)
def test_soles_are_flat_where_the_words_say_so(exercise_id: str, pose_id: str, leg: str) -> None:
    scene = scene_of(exercise_id)
    instant = arrival(scene.course, pose_id)
    foot = scene.pose.turns[f"{SIDE_OF[leg]}Foot"][instant]
    tilt_deg = np.degrees(np.arccos(np.clip(foot[1, 1], -1, 1)))
    assert tilt_deg < FLAT_DEG
    bones = (f"{SIDE_OF[leg]}Foot", f"{SIDE_OF[leg]}ToeBase")
    assert abs(skin_of(exercise_id, instant)[mainly(*bones), 1].min()) < TOUCHES_M


def test_the_measure_sees_a_limb_that_passes_through_another() -> None:
    """A point put three centimetres under a thigh's skin is found there; one beside it is not."""
    scene = scene_of("standing-internal-rotation")
    pose, name = scene.pose, "LeftUpLeg"
    hip, knee = pose.joints[name][0], pose.joints["LeftLeg"][0]
    shape = limb("Left", "UpLeg")
    around = pose.turns[name][0] @ shape.first
    radius_m = float(shape.radius_at(np.array([0.6]), np.array([0.0]))[0])
    within = hip + 0.6 * (knee - hip) + (radius_m - 0.03) * around
    beside = hip + 0.6 * (knee - hip) + (radius_m + 0.03) * around
    assert depth_m(pose, 0, within[None], "Left", "UpLeg") == pytest.approx(0.03, abs=0.005)
    assert depth_m(pose, 0, beside[None], "Left", "UpLeg") == pytest.approx(-0.03, abs=0.005)
