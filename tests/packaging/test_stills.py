"""The painter, and the still pictures that the build draws from the key poses."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from build_parts import stills as drawing
from build_parts.furniture import box
from build_parts.painter import Camera, Mesh, joined, nearest_faces, painted, seen
from build_parts.stills import TARGET, arrival, fault_stills, put_stills, stills
from coxa.body.figure import loop, pose_figure
from coxa.body.figure.props import props
from coxa.body.figure.views import views
from coxa.catalogue import Exercise, load_shipped
from coxa.quantities import Side

ROOT = Path(__file__).parents[2]
MOST_BYTES = 2_500_000
CLEARLY = 40
EXERCISES = load_shipped().exercises
STANDING = EXERCISES["standing-internal-rotation"]
FROM_FRONT = Camera((0.0, 0.5, 3.0), (0.0, 0.5, 0.0))
RED, BLUE = np.array([0.8, 0.0, 0.0]), np.array([0.0, 0.0, 0.8])


def cube(z_m: float, colour: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Mesh:
    return box(np.array([0.0, 0.5, z_m]), np.array([0.4, 0.4, 0.4]), colour)


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_nearer_hides_what_is_behind_in_whatever_order_it_comes(order: int) -> None:
    scene = joined([cube(0.5, RED), cube(-0.5, BLUE)][::order])
    red, _, blue, solid = painted(scene, FROM_FRONT, 60, 60)[30, 30]
    assert (solid, blue) == (255, 0)
    assert red > 100


def test_a_point_is_seen_where_a_lens_would_put_it() -> None:
    at, nearness = seen(np.array([[0.0, 0.5, 0.0], [0.2, 0.7, 0.0]]), FROM_FRONT, 100, 100)
    assert at[0] == pytest.approx([50, 50])
    step_px = 0.2 / 3 * 50 / np.tan(np.radians(15))
    assert at[1] == pytest.approx([50 + step_px, 50 - step_px])
    assert nearness == pytest.approx(1 / 3)


def test_shares_of_a_pixel_give_back_its_place() -> None:
    corners = np.array([[2.0, 3.0], [37.0, 8.0], [11.0, 33.0]])
    face, shares = nearest_faces(corners, np.ones(3), np.array([[0, 1, 2]]), 40, 40)
    rows, columns = np.nonzero(face == 0)
    assert len(rows) > 300
    back = shares[rows, columns] @ corners
    assert back == pytest.approx(np.stack([columns, rows], axis=1) + 0.5)


def test_only_the_shadow_lies_round_the_figure_and_is_faint() -> None:
    picture = painted(cube(0.0, RED), FROM_FRONT, 80, 80)
    solid = picture[..., 3]
    assert set(np.unique(solid[:10])) == {0}
    faint = solid[(solid > 0) & (solid < 255)]
    assert np.median(faint) < 0.35 * 255


@pytest.mark.parametrize("pose_id", ["start", "end"])
def test_the_lifted_ankle_is_drawn_where_the_motion_has_it(pose_id: str) -> None:
    course = loop(STANDING.key_poses)
    pose = pose_figure(course, Side.RIGHT)
    _, cameras = views(STANDING, pose, Side.RIGHT, props(STANDING, course, pose, Side.RIGHT))
    ankle = pose.joints["RightFoot"][arrival(course, pose_id)]
    by = Camera(
        cameras["front"].position, cameras["front"].target, fov_deg=cameras["front"].fov_deg
    )
    at, _ = seen(ankle[None], by, 300, 300)
    picture = dict(stills(STANDING, 300))[f"{STANDING.id}-{pose_id}-front"]
    column, row = (int(value) for value in at[0])
    assert picture[row, column, 3] == 255
    # The ankle swings outward by more than its own width: at the other pose's place is no leg.
    other = "end" if pose_id == "start" else "start"
    elsewhere = dict(stills(STANDING, 300))[f"{STANDING.id}-{other}-front"]
    assert elsewhere[row, column, 3] < 255


def test_a_pose_that_is_taken_away_takes_its_pictures_along() -> None:
    fewer = EXERCISES["twisted-legs"]
    gone = fewer.key_poses[1]
    left = [pose for pose in fewer.key_poses if pose is not gone]
    shorter = Exercise.model_construct(**{**dict(fewer), "key_poses": tuple(left)})
    names = {name for name, _ in stills(shorter, 20)}
    assert not any(f"-{gone.id}-" in name for name in names)
    assert len(names) == 3 * len(left)


def test_every_fault_of_posture_is_drawn_from_where_it_shows_most() -> None:
    drawn = dict(fault_stills(STANDING, 120))
    of_posture = {f"{STANDING.id}-fault-{fault.id}" for fault in STANDING.faults if fault.change}
    assert {name.rpartition("-")[0] for name in drawn} == of_posture
    ends = dict(stills(STANDING, 120))
    for name, wrong in drawn.items():
        right = ends[f"{STANDING.id}-end-{name.rpartition('-')[2]}"]
        apart = np.abs(right.astype(int) - wrong).max(axis=2) > CLEARLY
        assert apart.sum() > 0.02 * (right[..., 3] > 0).sum(), name


@pytest.mark.slow
def test_the_build_draws_every_pose_once_and_again_only_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "SIZE_PX", 40)
    monkeypatch.setattr(drawing, "SOURCES", ())
    few = {key: EXERCISES[key] for key in ("clamshell", "supine-leg-roll")}

    class Shipped:
        exercises = few

    monkeypatch.setattr(drawing, "load_shipped", Shipped)
    put_stills(tmp_path)
    drawn = {path.name for path in (tmp_path / TARGET).iterdir()}
    views_of = ("front", "side", "above")
    assert drawn == {
        f"{exercise.id}-{pose.id}-{view}.webp"
        for exercise in few.values()
        for pose in exercise.key_poses
        for view in views_of
    } | {f"{name}.webp" for exercise in few.values() for name, _ in fault_stills(exercise, 20)}
    picture = cv2.imread(str(tmp_path / TARGET / "clamshell-end-front.webp"), -1)
    assert picture is not None
    assert picture.shape[2] == 4
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / drawing.CACHE).iterdir()}
    put_stills(tmp_path)
    assert kept == {path: path.stat().st_mtime_ns for path in (tmp_path / drawing.CACHE).iterdir()}


def test_all_pictures_together_are_small_and_complete() -> None:
    built = ROOT / TARGET
    if not built.exists():
        pytest.skip("the package was not built here (make run builds it)")
    sizes = {path.name: path.stat().st_size for path in built.iterdir()}
    for exercise in EXERCISES.values():
        for pose in exercise.key_poses:
            assert f"{exercise.id}-{pose.id}-front.webp" in sizes
    assert sum(sizes.values()) < MOST_BYTES
