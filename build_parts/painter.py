"""A small painter for the figure's still pictures: triangles, a soft light, a shadow; no GPU.

World axes: x to the person's left, y up, z to the front; the floor is y = 0. Pictures are RGBA with
nothing behind the figure, so that they lie on a light page and on a dark one.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FINER = 2
"""Drawn so many times larger, then made smaller: smooth edges."""
KEY_LIGHT, KEY, SKY, GROUND = np.array([0.35, 0.8, 0.5]), 0.5, 0.62, 0.4
SHADOW_DARK, SHADOW_SOFT = 0.3, 0.014
NEAREST_M = 0.05
ON_THE_FLOOR_M = 0.012
"""What lies lower casts no shadow and takes that of others."""


@dataclass(frozen=True)
class Camera:
    """Where it stands, what it looks at (x, y, z in metres), and how much it takes in."""

    position: tuple[float, float, float]
    target: tuple[float, float, float]
    up: tuple[float, float, float] = (0.0, 1.0, 0.0)
    fov_deg: float = 30.0


@dataclass(frozen=True, eq=False)
class Mesh:
    """Points (n, 3) in metres, their colours (n, 3) in linear light, triangles (m, 3)."""

    points: Floats
    colours: Floats
    triangles: Ints


def joined(parts: list[Mesh]) -> Mesh:
    """Several meshes as one."""
    starts = np.cumsum([0, *(len(part.points) for part in parts)])
    return Mesh(
        np.concatenate([part.points for part in parts]),
        np.concatenate([part.colours for part in parts]),
        np.concatenate([p.triangles + start for p, start in zip(parts, starts, strict=False)]),
    )


def painted(
    mesh: Mesh, camera: Camera, width: int, height: int, casting: Mesh | None = None
) -> NDArray[np.uint8]:
    """The picture (height, width, 4), colours first, then how solid it is.

    ``casting`` is what throws a shadow, if that is not all of the mesh.
    """
    wide, high = width * FINER, height * FINER
    at, nearness = seen(mesh.points, camera, wide, high)
    face, corners = nearest_faces(at, nearness, mesh.triangles, wide, high)
    colours = mesh.colours * lit(mesh)[:, None]
    hit = face >= 0
    shade = SHADOW_DARK * _shadow(casting or mesh, camera, wide, high)
    picture = np.zeros((high, wide, 4))
    picture[..., 3] = shade if camera.position[1] > 0 else 0.0
    chosen, shares = mesh.triangles[face[hit]], corners[hit]
    lies = (shares * mesh.points[chosen, 1]).sum(axis=1) < ON_THE_FLOOR_M
    light = 1 - shade[hit] * lies
    picture[hit, :3] = np.einsum("nk,nkc->nc", shares, colours[chosen]) * light[:, None]
    picture[hit, 3] = 1.0
    return _made_small(picture, width, height)


def seen(points: Floats, camera: Camera, width: int, height: int) -> tuple[Floats, Floats]:
    """Where points are in the picture (n, 2), px, and one over how far away they are (n,)."""
    back = _unit(np.array(camera.position) - np.array(camera.target))
    right = _unit(np.cross(np.array(camera.up), back))
    axes = np.stack([right, np.cross(back, right), back])
    local = (points - np.array(camera.position)) @ axes.T
    nearness = 1 / np.maximum(-local[:, 2], NEAREST_M)
    scale = height / 2 / np.tan(np.radians(camera.fov_deg / 2))
    flat = local[:, :2] * nearness[:, None] * scale * [1, -1] + [width / 2, height / 2]
    return flat, nearness


def nearest_faces(
    at: Floats, nearness: Floats, triangles: Ints, width: int, height: int
) -> tuple[Ints, Floats]:
    """The triangle (height, width; -1: none) nearest in every pixel, and the shares (…, 3) that
    its corners have there.
    """
    planes = _share_planes(at[triangles])
    corners = at[triangles]
    low = np.clip(np.floor(corners.min(axis=1)), 0, [width, height]).astype(np.int64)
    high = np.clip(np.ceil(corners.max(axis=1)) + 1, 0, [width, height]).astype(np.int64)
    size = np.maximum(high - low, 0)
    count = size[:, 0] * size[:, 1]
    which = np.repeat(np.arange(len(triangles)), count)
    place = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
    across = np.maximum(size[which, 0], 1)
    x, y = low[which, 0] + place % across, low[which, 1] + place // across
    parts: list[Floats] = []
    for corner in range(3):
        along_x, along_y, constant = planes[which, corner].T
        share = along_x * (x + 0.5) + along_y * (y + 0.5) + constant
        inside = share >= 0
        which, x, y = which[inside], x[inside], y[inside]
        parts = [*(part[inside] for part in parts), share[inside]]
    shares = np.stack(parts, axis=1)
    near = (shares * nearness[triangles[which]]).sum(axis=1)
    order = np.argsort(near, kind="stable")
    face = np.full(height * width, -1, dtype=np.int64)
    result = np.zeros((height * width, 3))
    pixel = (y * width + x)[order]
    # Of several values for one pixel the last one stays: the nearest.
    face[pixel], result[pixel] = which[order], shares[order]
    return face.reshape(height, width), result.reshape(height, width, 3)


def lit(mesh: Mesh) -> Floats:
    """How bright each point (n,) is: a key light, the sky above, the floor below."""
    normals = point_normals(mesh.points, mesh.triangles)
    key = np.maximum(normals @ _unit(KEY_LIGHT), 0)
    up = 0.5 + 0.5 * normals[:, 1]
    result: Floats = KEY * key + SKY * up + GROUND * (1 - up)
    return result


def point_normals(points: Floats, triangles: Ints) -> Floats:
    """Area-weighted unit normals (n, 3)."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    total = np.zeros_like(points)
    for k in range(3):
        total[:, k] = np.bincount(triangles.T.ravel(), np.tile(face[:, k], 3), len(points))
    return _unit(total + 1e-12)


def _shadow(mesh: Mesh, camera: Camera, width: int, height: int) -> Floats:
    """How dark the floor is (height, width), 0 to 1: the figure's outline cast down, made soft."""
    light = _unit(KEY_LIGHT * [0.45, 1, 0.45])
    cast = mesh.points - np.maximum(mesh.points[:, 1:2], 0) / light[1] * light
    at, _ = seen(cast, camera, width, height)
    mask = np.zeros((height, width), np.uint8)
    # What faces the light casts the whole shadow.
    a, b, c = (mesh.points[mesh.triangles[:, k]] for k in range(3))
    towards_light = np.cross(b - a, c - a) @ light > 0
    towards_light &= np.maximum(a, np.maximum(b, c))[:, 1] > ON_THE_FLOOR_M
    corners = np.round(at[mesh.triangles[towards_light]] * 16).astype(np.int32)
    for triangle in corners:
        cv2.fillConvexPoly(mask, triangle, 255, shift=4)
    soft = cv2.GaussianBlur(mask, (0, 0), SHADOW_SOFT * height)
    return soft.astype(np.float64) / 255


def _share_planes(corners: Floats) -> Floats:
    """For triangles (n, 3, 2) px: each corner's share anywhere is ``a x + b y + c`` (n, 3, 3).

    Backs count too: clothes are open at their hems. What is seen edge-on has no share anywhere.
    """
    after, last = np.roll(corners, -1, axis=1), np.roll(corners, -2, axis=1)
    along_x, along_y = after[..., 1] - last[..., 1], last[..., 0] - after[..., 0]
    constant = after[..., 0] * last[..., 1] - last[..., 0] * after[..., 1]
    whole = constant.sum(axis=1)
    thin = np.abs(whole) < 1e-9
    planes = (
        np.stack([along_x, along_y, constant], axis=2) / np.where(thin, 1, whole)[:, None, None]
    )
    planes[thin] = [0.0, 0.0, -1.0]
    return planes


def _made_small(picture: Floats, width: int, height: int) -> NDArray[np.uint8]:
    """Averaged over the finer pixels, weighted by how solid they are, in sRGB."""
    fine = picture.reshape(height, FINER, width, FINER, 4)
    solid = fine[..., 3:]
    alpha = solid.mean(axis=(1, 3))
    light = (fine[..., :3] * solid).mean(axis=(1, 3)) / np.maximum(alpha, 1e-6)
    light = np.clip(light, 0, 1)
    srgb = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.round(np.concatenate([srgb, alpha], axis=2) * 255).astype(np.uint8)


def _unit(vectors: Floats) -> Floats:
    result: Floats = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return result
