"""The computation itself: against MuJoCo's own inverse dynamics, and against the shipped tables."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import anatomy  # noqa: F401  (tells where the model lies)

mujoco = pytest.importorskip("mujoco", reason="the leg model is not installed: make body")

from anatomy.arms import moment_arms
from anatomy.leg import JOINTS, Leg, angles_rad, joint_centres, muscle_path
from anatomy.loads import GRAVITY_M_S2, load_of
from anatomy.muscles import added_paths, hip_muscles
from anatomy.scatter import SCATTER_M, scattered
from anatomy.tables import changes_percent, exercise_muscles
from anatomy.words import word
from anatomy.work import hold, required_nm
from coxa.body import Bears, Works, muscle_table
from coxa.body import moment_arms as shipped_arms
from coxa.catalogue import load_shipped

EXERCISES = load_shipped().exercises
MODEL = Leg()


def test_the_shipped_table_is_what_the_model_computes() -> None:
    """Two exercises anew: one that rests, one that works."""
    chosen = [EXERCISES["seated-internal-rotation"], EXERCISES["reverse-clam"]]
    anew = exercise_muscles(MODEL, chosen)["exercises"]
    shipped = muscle_table().exercises
    for exercise in chosen:
        assert shipped[exercise.id].to_dict() == anew[exercise.id], "run make body"


def test_the_shipped_moment_arms_are_what_the_model_computes() -> None:
    anew = {row["id"]: row for row in moment_arms(MODEL)["muscles"]}
    assert {key: muscle.to_dict() for key, muscle in shipped_arms()[0].items()} == anew


@settings(max_examples=25, deadline=None)
@given(
    st.tuples(st.floats(0, 110), st.floats(-30, 20), st.floats(-35, 35), st.floats(0, 0)),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1), st.floats(-1, 1)),
)
def test_weight_at_the_hip_is_what_inverse_dynamics_says(
    pose_deg: tuple[float, float, float, float], direction: tuple[float, float, float]
) -> None:
    up = np.array(direction)
    if np.linalg.norm(up) < 0.1:
        return
    up /= np.linalg.norm(up)
    angles = np.deg2rad(pose_deg)
    exercise = EXERCISES["active-internal-rotation"]
    load = replace(load_of(MODEL, exercise, exercise.end_pose, "effect"), up=up)
    ours = required_nm(MODEL.at(angles), MODEL.around(angles), load)[:3]
    MODEL.at(angles)
    frame = MODEL.data.body("pelvis").xmat.reshape(3, 3)
    MODEL.model.opt.gravity[:] = -GRAVITY_M_S2 * frame @ up
    MODEL.data.qvel[:] = 0
    mujoco.mj_forward(MODEL.model, MODEL.data)
    theirs = [MODEL.data.qfrc_bias[MODEL.model.joint(name).dofadr[0]] for name in JOINTS]
    # Mass of the patella (28 g), which the leg's own sum leaves out.
    assert ours == pytest.approx(theirs, abs=0.2)


@pytest.mark.parametrize("exercise_id", sorted(EXERCISES))
def test_every_exercise_is_held_in_balance(exercise_id: str) -> None:
    exercise = EXERCISES[exercise_id]
    load = load_of(MODEL, exercise, exercise.end_pose, "effect")
    if load.bears in (Bears.NOTHING, Bears.A_PART):
        assert load.by == "none"
        return
    angles = angles_rad(exercise.end_pose.effect_leg)
    work = hold(MODEL, angles, load)
    assert work.unbalanced_nm < 0.1
    assert (work.activations >= 0).all()
    assert work.activations.max() < 1, "no muscle at the end of its strength"


def test_a_band_without_a_pull_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anatomy.loads._table", dict)
    exercise = EXERCISES["band-external-rotation"]
    with pytest.raises(ValueError, match="say in anatomy/loads"):
        load_of(MODEL, exercise, exercise.end_pose, "effect")


def test_without_turn_and_crossing_nothing_changes() -> None:
    assert changes_percent(MODEL, np.deg2rad([70.0, 0.0, 0.0, 40.0])) == pytest.approx(0)


def test_scatter_moves_every_point_and_puts_it_back() -> None:
    before = MODEL.model.site_pos.copy()
    seen: list[float] = []

    def measured() -> np.ndarray:
        seen.append(float(np.linalg.norm(MODEL.model.site_pos - before, axis=1).min()))
        return np.zeros(1)

    scattered(MODEL, measured)
    assert seen == pytest.approx([SCATTER_M] * len(seen))
    assert (MODEL.model.site_pos == before).all()


def test_paths_end_where_the_added_ones_were_put_and_joints_follow() -> None:
    for muscle in hip_muscles():
        path = muscle_path(MODEL, muscle)
        assert path[0][0] == "pelvis"
        assert path[-1][0] in ("femur", "tibia")
        if muscle.added:
            assert path == added_paths()[muscle.id]
    assert joint_centres(MODEL)["knee"][2] == pytest.approx(-0.404, abs=0.001)


@pytest.mark.parametrize(
    ("effort", "carried", "expected"),
    [
        (0.4, 0.3, Works.CHIEFLY),
        (0.4, 0.1, Works.HELPS),
        (0.1, 0.3, Works.HELPS),
        (0.4, 0.0, Works.HARDLY),
        (0.4, -0.3, Works.HARDLY),
        (0.05, 0.3, Works.HARDLY),
    ],
)
def test_a_muscle_works_by_its_effort_and_by_what_it_carries(
    effort: float, carried: float, expected: Works
) -> None:
    assert word(effort, carried, hardest=0.5) is expected


def test_where_nothing_works_hard_nobody_is_named() -> None:
    assert word(0.01, 0.9, hardest=0.01) is Works.HARDLY


@pytest.mark.parametrize(
    ("exercise_id", "up"),
    [
        ("standing-internal-rotation", (0, 1, 0)),
        ("active-internal-rotation", (1, 0, 0)),
        ("prone-wipers", (-1, 0, 0)),
        ("clamshell", (0, 0, 1)),
    ],
)
def test_gravity_points_as_the_body_lies(exercise_id: str, up: tuple[int, int, int]) -> None:
    """In the pelvis' frame: x to the front, y to the head, z to the side of the effect."""
    exercise = EXERCISES[exercise_id]
    load = load_of(MODEL, exercise, exercise.end_pose, "effect")
    assert load.up == pytest.approx(np.array(up), abs=0.2)
