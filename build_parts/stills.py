"""Still pictures of every key pose from three sides, for pages without WebGL, for print, for calm;
and of every fault of posture, from the side that shows it best.

They show the right side; the left one is the same picture mirrored. Drawn from the catalogue's key
poses alone; what was drawn is kept in ``.cache`` until the poses or the drawing change.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from build_parts.furniture import meshes
from build_parts.painter import Camera, Floats, Mesh, joined, painted, seen
from coxa.body.figure.course import Course, loop, mixed
from coxa.body.figure.poser import pose_figure
from coxa.body.figure.posing import FACE_UPRIGHT, Posed
from coxa.body.figure.props import Prop, props
from coxa.body.figure.rest import rest
from coxa.body.figure.surface import surface
from coxa.body.figure.views import CameraView, views
from coxa.catalogue import Exercise, changed, load_shipped
from coxa.quantities import Side

CACHE = Path(".cache/figure-stills")
TARGET = Path("src/coxa/site/static/built/figure/stills")
SIZE_PX = 420
QUALITY = 78
KEPT_S = 7200
"""Pictures that nothing asks for any more stay so long: another build may still be reading them."""
SOURCES = ("build_parts/*.py", "src/coxa/body/figure/*.py", "src/coxa/body/figure/data/*.npz")


def put_stills(root: Path) -> None:
    """Draw what is not drawn yet, and put exactly today's pictures into the site's files."""
    drawing = _drawing_stamp(root)
    exercises = load_shipped().exercises.values()
    kept = {root / CACHE / f"{e.id}-{_stamp(drawing, e)}": e for e in exercises}
    missing = {folder: e for folder, e in kept.items() if not folder.exists()}
    with ProcessPoolExecutor() as workers:
        list(workers.map(_draw_into, missing.keys(), missing.values()))
    target = root / TARGET
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for folder in kept:
        for drawn in folder.iterdir():
            shutil.copyfile(drawn, target / drawn.name)
    for old in set((root / CACHE).iterdir()) - kept.keys():
        if time.time() - old.stat().st_mtime > KEPT_S:
            shutil.rmtree(old, ignore_errors=True)


def stills(exercise: Exercise, size_px: int = SIZE_PX) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """Name and RGBA picture of every key pose from every view, the right side doing it."""
    course = loop(exercise.key_poses)
    pose = pose_figure(course, Side.RIGHT)
    things = props(exercise, course, pose, Side.RIGHT)
    _, cameras = views(exercise, pose, Side.RIGHT, things)
    for key in exercise.key_poses:
        instant = arrival(course, key.id)
        for view, camera in cameras.items():
            shown = tuple(thing for thing in things if not hides(thing, camera))
            yield f"{exercise.id}-{key.id}-{view}", picture(pose, instant, shown, camera, size_px)


def fault_stills(
    exercise: Exercise, size_px: int = SIZE_PX
) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """Name and picture of the end pose with each fault, as ``stills`` draws the end without it.

    Nobody knows themselves sitting or standing from above.
    """
    course = loop(exercise.key_poses)
    right = pose_figure(course, Side.RIGHT)
    things = props(exercise, course, right, Side.RIGHT)
    _, cameras = views(exercise, right, Side.RIGHT, things)
    end = exercise.end_pose
    shown = {fault.id: changed(end, fault.change) for fault in exercise.faults if fault.change}
    poses = [exercise.key_poses[0], end, *shown.values()]
    wrong = pose_figure(mixed(poses, np.eye(len(poses))), Side.RIGHT)
    sides = [name for name in cameras if name != "above" or end.orientation not in FACE_UPRIGHT]
    for instant, fault_id in enumerate(shown, start=2):
        view = max(sides, key=lambda name: _differ_px(wrong, instant, cameras[name]))
        seen_things = tuple(thing for thing in things if not hides(thing, cameras[view]))
        drawn = picture(wrong, instant, seen_things, cameras[view], size_px)
        yield f"{exercise.id}-fault-{fault_id}-{view}", drawn


def _differ_px(pose: Posed, instant: int, view: CameraView) -> float:
    """How far the joints are in a picture from where the end pose, instant 1, has them."""
    by = Camera(view.position, view.target, fov_deg=view.fov_deg)
    right, wrong = (
        seen(np.stack([at[k] for at in pose.joints.values()]), by, SIZE_PX, SIZE_PX)[0]
        for k in (1, instant)
    )
    return float(np.linalg.norm(wrong - right, axis=1).mean())


def arrival(course: Course, pose_id: str) -> int:
    """Number of the instant at which a key pose is reached."""
    reached = next(p.to_s for p in course.phases if p.id == pose_id and p.kind == "move")
    return int(np.abs(course.at_s - reached).argmin())


def scene_at(pose: Posed, instant: int, things: Iterable[Prop]) -> Mesh:
    """Figure and things at one instant."""
    body = rest()
    figure = Mesh(surface(body, pose, instant), body.colours, body.triangles)
    joints: dict[str, Floats] = {name: at[instant] for name, at in pose.joints.items()}
    return joined([figure, *(mesh for thing in things for mesh in meshes(thing, joints))])


def hides(thing: Prop, camera: CameraView) -> bool:
    """Whether a wall stands between the camera and the person."""
    if thing.kind != "wall":
        return False
    turn = np.radians(thing.yaw_deg)
    normal = np.array([np.sin(turn), 0.0, np.cos(turn)])
    from_wall = [(np.array(at) - thing.centre) @ normal for at in (camera.position, camera.target)]
    return bool(np.prod(from_wall) < 0)


def picture(
    pose: Posed, instant: int, things: tuple[Prop, ...], camera: CameraView, size_px: int
) -> NDArray[np.uint8]:
    """One instant as an RGBA picture. A wall's shadow would be larger than the person's."""
    seen_by = Camera(camera.position, camera.target, fov_deg=camera.fov_deg)
    casting = scene_at(pose, instant, (thing for thing in things if thing.kind != "wall"))
    scene = scene_at(pose, instant, things)
    return painted(scene, seen_by, size_px, size_px, casting)


def _draw_into(folder: Path, exercise: Exercise) -> None:
    """All or nothing, and beside whatever another build draws at the same time."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent))
    for name, rgba in chain(stills(exercise), fault_stills(exercise)):
        bgra = cv2.cvtColor(rgba, cv2.COLOR_RGBA2BGRA)
        done, packed = cv2.imencode(".webp", bgra, [cv2.IMWRITE_WEBP_QUALITY, QUALITY])
        if not done:
            raise RuntimeError(f"{name}: the picture could not be packed as WebP.")
        (fresh / f"{name}.webp").write_bytes(packed.tobytes())
    try:
        fresh.rename(folder)
    except OSError:  # the other build was first, with the same pictures
        shutil.rmtree(fresh)


def _stamp(drawing: str, exercise: Exercise) -> str:
    said = exercise.model_dump_json(include={"key_poses", "faults", "equipment", "place", "camera"})
    return hashlib.sha256((drawing + said).encode()).hexdigest()[:16]


def _drawing_stamp(root: Path) -> str:
    files = sorted(path for pattern in SOURCES for path in root.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
