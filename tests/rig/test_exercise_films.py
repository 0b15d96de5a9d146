"""Films of exercises: their truth is that of the joints drawn, and the same film comes again."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

pytest.importorskip("moderngl")

from coxa.body.figure import CameraView, pose_figure
from coxa.body.figure.surface import heights, sampled
from coxa.catalogue import load_shipped
from coxa.quantities import Side
from coxa.records import Landmark
from rig.body_data import CACHE, WHEEL
from rig.exercises.bodies import even_figure, landmarks_m, rest_of
from rig.exercises.coming import ARMS, coming, turned
from rig.exercises.film import OVER_BELOW, expected, plain
from rig.exercises.plan import FILM_PARTS, SUPPLY_OF, body_types, plan_of, plans
from rig.exercises.script import IN_BAND, PLAIN, Rep, Script
from rig.exercises.spot import Spot, spot_of
from rig.exercises.way import course_of, shown_faults
from rig.exercises.ways import random_ways
from rig.ground.parts import supply
from rig.scene import Camera
from rig.skin import PARENT

pytestmark = pytest.mark.skipif(
    not (CACHE / WHEEL).exists(), reason="body data not fetched; run `python -m rig speed` once"
)
EXERCISES = load_shipped().exercises
SOME = ("clamshell", "seated-turn-out", "prone-wipers", "twisted-legs", "standing-airplane")
BENT_DEG = 25.0
"""A knee bent less than this does not tell how its hip is turned."""


def body_and_ways(seed: int):
    random = np.random.default_rng(seed)
    bodies = supply("fit").bodies
    return rest_of(bodies[seed % len(bodies)]), random_ways(random)


def hip_turn_deg(pose, side: Side, instant: int) -> float:
    """Hip rotation from joint centres and the pelvis' frame alone: flexion and adduction by the
    thigh's direction, then how far the shank is turned about it.
    """
    name, out = side.value.title(), 1 if side is Side.LEFT else -1
    hip, knee, ankle = (pose.joints[f"{name}{bone}"][instant] for bone in ("UpLeg", "Leg", "Foot"))
    pelvis = pose.pelvis[instant]
    thigh, shank = pelvis.T @ (knee - hip), pelvis.T @ (ankle - knee)
    thigh = thigh / np.linalg.norm(thigh)
    flexion = np.arctan2(thigh[2], -thigh[1])
    adduction = -out * np.arcsin(thigh[0])
    c, s = np.cos(flexion), np.sin(flexion)
    unflexed = np.array([[1, 0, 0], [0, c, -s], [0, s, c]]) @ shank
    a = out * adduction
    unspread = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    straight = unspread @ unflexed
    return float(np.degrees(np.arctan2(out * straight[0], -straight[2])))


@pytest.mark.parametrize("exercise_id", EXERCISES)
@pytest.mark.parametrize("side", Side)
def test_hip_rotation_of_the_drawn_joints_is_the_one_asked_for(exercise_id, side):
    exercise = EXERCISES[exercise_id]
    body, ways = body_and_ways(len(exercise_id))
    shares = np.linspace(0, 1, 6)
    faults = dict.fromkeys(shown_faults(exercise)[:1], np.full(6, 1.1))
    course = ways.applied(course_of(exercise, shares, faults), shares, shares)
    pose = pose_figure(course, side, body)
    asked_deg, knee_deg = course.legs["effect"].rotation, course.legs["effect"].knee
    for k in np.flatnonzero(knee_deg > BENT_DEG):
        assert hip_turn_deg(pose, side, int(k)) == pytest.approx(asked_deg[k], abs=0.5)


@pytest.mark.parametrize("exercise_id", SOME)
def test_the_true_landmarks_lie_on_the_body_that_is_drawn(exercise_id):
    exercise = EXERCISES[exercise_id]
    person = supply("fit").bodies[7]
    pose = pose_figure(course_of(exercise, np.array([0.6])), Side.RIGHT, rest_of(person))
    shaped = even_figure(person)
    marks = landmarks_m(pose)
    for mark, bone in ((Landmark.LEFT_HEEL, "LeftFoot"), (Landmark.NOSE, "Head"),
                       (Landmark.RIGHT_KNEE, "RightLeg")):  # fmt: skip
        turn, joint = pose.turns[bone][0], pose.joints[bone][0]
        own = shaped.weights[: len(pose.body.points)].argmax(axis=1) == pose.body.bones.index(bone)
        skin = (pose.body.points[own] - pose.body.joints[bone]) @ turn.T + joint
        assert np.linalg.norm(skin - marks[mark][0], axis=1).min() < 0.09


def test_a_fault_adds_its_change_and_grows_with_the_way():
    exercise = EXERCISES["clamshell"]
    fault = next(fault for fault in exercise.faults if fault.change)
    shares = np.array([0.0, 0.5, 1.0])
    plain_way = course_of(exercise, shares)
    faulty = course_of(exercise, shares, {fault.id: np.array([0.0, 1.0, 1.0])})
    added = faulty.pelvis.rotation - plain_way.pelvis.rotation
    assert fault.change
    wanted = fault.change.pelvis.rotation_deg
    assert wanted
    assert added == pytest.approx([0.0, 0.5 * wanted, wanted])


def test_somebody_comes_from_standing_on_the_floor_without_stretching():
    exercise = EXERCISES["clamshell"]
    body, _ = body_and_ways(3)
    away = np.linspace(0, 1, 13)
    pose = pose_figure(course_of(exercise, np.zeros(13)), Side.LEFT, body)
    way = coming(exercise.end_pose.orientation, pose, away, np.zeros((13, 3)), Side.LEFT)
    lowest_m = heights(way, ~sampled(body).on(*ARMS)).min(axis=1)
    assert lowest_m.min() > -0.03
    assert lowest_m.max() < 0.05
    head_m = way.joints["Head"][:, 1]
    assert head_m[0] < 0.4
    assert head_m[-1] > 1.2
    for bone in ("LeftLeg", "RightFoot", "Neck", "LeftForeArm"):
        along = way.joints[bone] - way.joints[PARENT[bone]]
        length_m = np.linalg.norm(body.joints[bone] - body.joints[PARENT[bone]])
        assert np.linalg.norm(along, axis=1) == pytest.approx(np.full(13, length_m), abs=1e-3)


def test_a_body_turned_about_the_vertical_keeps_its_shape_and_height():
    body, _ = body_and_ways(1)
    pose = pose_figure(course_of(EXERCISES["prone-wipers"], np.zeros(1)), Side.LEFT, body)
    there = turned(pose, 30.0, np.zeros(3))
    for name, at in pose.joints.items():
        assert there.joints[name][0, 1] == pytest.approx(at[0, 1])
    span = pose.joints["Head"][0] - pose.joints["LeftFoot"][0]
    span_there = there.joints["Head"][0] - there.joints["LeftFoot"][0]
    assert np.linalg.norm(span_there) == pytest.approx(np.linalg.norm(span))
    cosine = span[[0, 2]] @ span_there[[0, 2]] / np.linalg.norm(span[[0, 2]]) ** 2
    assert cosine == pytest.approx(np.cos(np.radians(30.0)))


def test_the_moments_that_are_expected_are_those_of_the_share():
    rep = Rep("right", 1.0, 2.0, 3.0, 2.0, 1.0)
    told = expected(Script((rep,)))["reps"][0]
    fine = np.linspace(0, 8, 8001)
    share = Script((rep,)).at(fine).share
    inside = fine[share >= IN_BAND]
    assert told["at_end_s"] == pytest.approx(inside[0], abs=0.02)
    assert told["left_end_s"] == pytest.approx(inside[-1], abs=0.02)
    assert told["hold_s"] == pytest.approx(inside[-1] - inside[0], abs=0.03)
    late = fine > 5.0
    assert told["over_s"] == pytest.approx(
        fine[late][np.argmax(share[late] < OVER_BELOW)], abs=0.02
    )
    assert 3.0 < told["hold_s"] < 5.0


def test_a_fault_shows_from_half_of_a_plain_case_on():
    rep = Rep("fault", 1.0, 2.0, 2.0, 2.0, 1.0, {"leans": 0.8})
    fault = expected(Script((rep,)))["reps"][0]["faults"]["leans"]
    times_s = np.array([fault["from_s"] - 0.05, fault["from_s"] + 0.05])
    shows = 0.8 * Script((rep,)).at(times_s).share
    assert shows[0] < PLAIN < shows[1]


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_a_film_shows_what_it_says(exercise_id):
    plan = plan_of("dev", EXERCISES[exercise_id], 1, 0, "said", "exercise")
    doing = plan.script.at(np.arange(0, plan.script.length_s, 1 / plan.sensor.fps))
    told = expected(plan.script)
    assert told["half"] == 2
    assert told["fast"] == 1
    shown = {name for rep in told["reps"] for name in rep["faults"]}
    assert shown == set(shown_faults(EXERCISES[exercise_id]))
    for rep in told["reps"]:
        here = (doing.times_s >= rep["starts_s"]) & (doing.times_s < rep["ends_s"])
        assert doing.share[here].max() <= rep["peak"] + 1e-3
        assert (rep["at_end_s"] is None) == (rep["kind"] == "half")
        assert (doing.away[here] == 0).all()
        for name in doing.faults:
            assert bool(doing.faults[name][here].any()) == (name in rep["faults"])
    assert np.abs(np.diff(doing.share)).max() < 0.6


def test_a_film_of_nothing_has_no_repetition():
    plan = plan_of("proof", EXERCISES["clamshell"], 1, 0, "off", "nothing")
    assert expected(plan.script)["reps"] == []
    assert plan.shake is not None
    assert plan.shake.from_s < plan.shake.to_s <= plan.script.length_s


def test_plans_come_again_and_parts_share_nobody():
    some = [EXERCISES[name] for name in SOME[:2]]
    assert [plain(plan) for plan in plans("dev", some, 1)] == [
        plain(plan) for plan in plans("dev", some, 1)
    ]
    seen = {
        part: {
            (what, str(thing))
            for plan in plans(part, some, 1)
            for what, thing in (("body", plan.body), ("room", plan.room.name),
                                ("skin", plan.look.skin))
        }
        for part in FILM_PARTS
    }  # fmt: skip
    for one, other in combinations(FILM_PARTS, 2):
        assert not seen[one] & seen[other]


def test_the_bodies_that_prove_differ_plainly():
    light, heavy, strong = body_types(SUPPLY_OF["proof"])
    assert heavy.weight - light.weight > 0.5
    assert strong.muscle > 0.7


@pytest.mark.parametrize("side", Side)
def test_a_camera_sees_the_side_that_gets_the_effect_from_positive_azimuths(side):
    body, _ = body_and_ways(2)
    pose = pose_figure(course_of(EXERCISES["seated-turn-out"], np.zeros(1)), side, body)
    middle = pose.hips_middle()[0]
    lens = Spot(azimuth_deg=60.0, distance_m=2.5).lens(side, middle, Camera())
    away_m = {one: np.linalg.norm(lens.position - pose.joints[f"{one.value.title()}UpLeg"][0])
              for one in Side}  # fmt: skip
    assert away_m[side] < away_m[side.other]
    assert lens.pixels(middle[None])[0] == pytest.approx([320, 240], abs=1)


def test_a_view_becomes_the_spot_it_describes():
    view = CameraView(position=(1.0, 1.2, 1.0), target=(0.0, 0.2, 0.0))
    spot = spot_of(view, Side.RIGHT)
    lens = spot.lens(Side.RIGHT, np.array(view.target), Camera())
    assert lens.position == pytest.approx(view.position)
    assert replace(spot, azimuth_deg=45.0).world_azimuth_deg(Side.LEFT) == 45.0
