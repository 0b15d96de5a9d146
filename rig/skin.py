"""Bends a figure's surface with its bones.

Half way between dual quaternion skinning (Kavan et al. 2008, TOG 27(4)), which bulges at a bend,
and linear
blending, which caves in there.
"""

from dataclasses import dataclass

import numpy as np

from rig.body_data import Floats, Ints
from rig.skeleton import BONES, INDEX

PARENT = {
    "Spine": "Hips", "Spine1": "Spine", "Spine2": "Spine1", "Neck": "Spine2", "Head": "Neck",
    **{f"{s}{b}": f"{s}{p}" if p[0] != "." else p[1:] for s in ("Left", "Right") for b, p in (
        ("Shoulder", ".Spine2"), ("Arm", "Shoulder"), ("ForeArm", "Arm"), ("Hand", "ForeArm"),
        ("ThighTwist", ".Hips"), ("UpLeg", "ThighTwist"), ("Leg", "UpLeg"),
        ("Foot", "Leg"), ("ToeBase", "Foot"))},
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Bend:
    """The bones' motion p' = R (p − rest) + posed, as dual quaternions (bones, 8) and as matrices
    (bones, 12).
    """

    dual: Floats
    affine: Floats


def bend(rotations: dict[str, Floats], rest: dict[str, Floats], posed: dict[str, Floats]) -> Bend:
    """Prepare the bones' motion for `skin`."""
    dual, affine = np.zeros((len(BONES), 8)), np.zeros((len(BONES), 12))
    done: set[str] = set()
    for name in sorted(BONES, key=_depth):
        k, q = INDEX[name], quaternion(rotations[name])
        parent = PARENT.get(name)
        # Opposite signs are the same rotation but blend the long way round.
        if parent in done and q @ dual[INDEX[parent], :4] < 0:
            q = -q
        shift = posed[name] - rotations[name] @ rest[name]
        dual[k, :4], dual[k, 4:] = q, 0.5 * _product(np.concatenate([[0.0], shift]), q)
        affine[k, :9], affine[k, 9:] = rotations[name].ravel(), shift
        done.add(name)
    return Bend(dual, affine)


def skin(points: Floats, normals: Floats, weights: Floats, motion: Bend) -> tuple[Floats, Floats]:
    """Posed points and normals, both (n, 3)."""
    blend = weights @ motion.dual
    blend /= np.linalg.norm(blend[:, :4], axis=1, keepdims=True)
    w, v = blend[:, :1], blend[:, 1:4]
    dw, dv = blend[:, 4:5], blend[:, 5:8]
    shift = 2 * (w * dv - dw * v + np.cross(v, dv))
    round_points = points + 2 * np.cross(v, np.cross(v, points) + w * points) + shift
    turned = normals + 2 * np.cross(v, np.cross(v, normals) + w * normals)
    matrix = weights @ motion.affine
    flat_points = np.einsum("nij,nj->ni", matrix[:, :9].reshape(-1, 3, 3), points) + matrix[:, 9:]
    return 0.5 * (round_points + flat_points), turned


def quaternion(rotation: Floats) -> Floats:
    """Unit quaternion (w, x, y, z) of a rotation matrix, by its largest component (Shepperd's
    method).
    """
    m = rotation
    trace = np.trace(m)
    choice = np.array([trace, m[0, 0], m[1, 1], m[2, 2]])
    k = int(choice.argmax())
    if k == 0:
        q = np.array([1 + trace, m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]])
    else:
        i, j, l = k - 1, k % 3, (k + 1) % 3  # noqa: E741
        q = np.empty(4)
        q[0] = m[l, j] - m[j, l]
        q[1 + i] = 1 + m[i, i] - m[j, j] - m[l, l]
        q[1 + j] = m[j, i] + m[i, j]
        q[1 + l] = m[l, i] + m[i, l]
    result: Floats = q / np.linalg.norm(q)
    return result


def vertex_normals(points: Floats, triangles: Ints) -> Floats:
    """Area-weighted unit normals (n, 3)."""
    a, b, c = (points[triangles[:, i]] for i in range(3))
    face = np.cross(b - a, c - a)
    corners, count = triangles.T.ravel(), len(points)
    normals = np.column_stack(
        [np.bincount(corners, np.tile(face[:, axis], 3), count) for axis in range(3)]
    )
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    result: Floats = np.divide(normals, length, out=np.zeros_like(normals), where=length > 0)
    return result


def _product(a: Floats, b: Floats) -> Floats:
    """Hamilton product of two quaternions."""
    return np.concatenate(
        [[a[0] * b[0] - a[1:] @ b[1:]], a[0] * b[1:] + b[0] * a[1:] + np.cross(a[1:], b[1:])]
    )


def _depth(name: str) -> int:
    depth = 0
    while name in PARENT:
        name, depth = PARENT[name], depth + 1
    return depth
