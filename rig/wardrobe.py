"""Dresses a figure: skin, eyes, hair and garments as one surface that follows the bones.

A garment is a copy of the body's faces, smoothed and pushed outwards so that it has an outline of
its own.
Its hem is a smooth line, not a row of faces: every vertex carries `cut`, metres beyond the hem, and
the
shader drops what is positive.
"""

import numpy as np
from numpy.typing import NDArray

from rig.body_data import Floats, Ints, base_mesh, groups, target
from rig.mesh import linear
from rig.phone import strapped_phone
from rig.scene import Look
from rig.skeleton import INDEX, Figure, along_segment
from rig.skin import vertex_normals
from rig.surface import Surface, merged

BODY_VERTICES = 13380
BROW_ABOVE_EYE_M = 0.021
SHIN = 1.4
HIDDEN_MARGIN_M = 0.05
SOCK_MARGIN_M = 0.03


def dress(figure: Figure, look: Look, hidden_margin_m: float = HIDDEN_MARGIN_M) -> Surface:
    """The whole visible person at rest. Skin deeper inside a garment than a margin is left out."""
    body = triangles_of("body")
    fields = regions(figure, look)
    top = _garment(
        figure,
        body,
        fields["top"],
        look.top,
        look.looseness_m,
        fields["top_swell"],
        smooth=40,
        press_m=0.004,
    )
    bottom = _garment(
        figure,
        body,
        fields["bottom"],
        look.bottom,
        trousers_off_m(look),
        swell=fields["bottom_swell"],
    )
    parts = [top, bottom]
    hidden = (fields["top"] < -hidden_margin_m) | (fields["bottom"] < -hidden_margin_m)
    if look.footwear != "bare":
        thickness = 0.012 if look.footwear == "shoes" else 0.006
        parts.append(
            _garment(figure, body, fields["feet"], look.feet, thickness, smooth=25, press_m=0.03)
        )
        hidden |= fields["feet"] < -SOCK_MARGIN_M
    if look.hair_style != "bald":
        parts.append(_garment(figure, body, fields["hair"], look.hair, 0.012, smooth=3, cloth=0.6))
    visible = body[~hidden[body].all(axis=1)]
    parts.insert(0, _plain(figure, visible, _skin_colour(figure, look)))
    parts += [_eye(figure, side) for side in ("l", "r")]
    if look.phone != "none":
        parts.append(strapped_phone(figure, look.phone, cloth_on_shin_m(look)))
    return merged(parts)


def trousers_off_m(look: Look) -> float:
    """How far the trousers stand off the legs, before they flare, m."""
    if look.bottom_looseness_m is None:
        return 0.5 * look.looseness_m
    return look.bottom_looseness_m


def cloth_on_shin_m(look: Look) -> float:
    """Thickness of the cloth that a strap round the shin presses together, m."""
    return trousers_off_m(look) if look.leg_length > SHIN else 0.0


def triangles_of(group: str) -> Ints:
    """A group's quads as triangles (m, 3)."""
    quads = np.array(base_mesh()[1][group])
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def regions(figure: Figure, look: Look) -> dict[str, Floats]:
    """Per vertex of the base mesh, metres beyond the edge of each garment (negative inside)."""
    p, j, w = figure.vertices, figure.joints, figure.weights
    leg_length, arm_length = (
        figure.bone_length("LeftUpLeg", "LeftLeg"),
        figure.bone_length("LeftArm", "LeftForeArm"),
    )
    leg, arm = _limb(figure, "UpLeg", "Leg", "Foot"), _limb(figure, "Arm", "ForeArm", "Hand")
    on_leg = w[
        :,
        [
            INDEX[f"{s}{b}"]
            for s in ("Left", "Right")
            for b in ("UpLeg", "ThighTwist", "Leg", "Foot", "ToeBase")
        ],
    ].sum(axis=1)
    on_arm = w[
        :, [INDEX[f"{s}{b}"] for s in ("Left", "Right") for b in ("Arm", "ForeArm", "Hand")]
    ].sum(axis=1)
    on_head = w[:, [INDEX["Head"], INDEX["Neck"]]].sum(axis=1)
    hip_y = float(j["LeftUpLeg"][1])
    waist_y = float(j["Spine"][1])
    collar = j["Neck"] + np.array([0.0, 0.015, 0.02])
    sleeve = np.where(on_arm > 0.02, (arm - look.sleeve) * arm_length, -1.0)
    neckline = 0.085 - np.linalg.norm((p - collar) * [1.0, 0.9, 1.0], axis=1)
    head = np.where(on_head > 0.6, 0.1, -1.0)
    shirt_hem = np.where(on_arm > 0.5, -1.0, hip_y + 0.055 - p[:, 1])
    top = np.maximum.reduce([sleeve, neckline, head, shirt_hem])
    trouser_hem = np.where(on_leg > 0.02, (leg - look.leg_length) * leg_length, -1.0)
    hand_in_the_way = np.where(on_arm > 0.3, 1.0, -1.0)
    bottom = np.maximum.reduce([trouser_hem, p[:, 1] - waist_y - 0.02, hand_in_the_way])
    feet = np.where(on_leg > 0.5, (1.78 - leg) * leg_length, 1.0)
    flare = np.clip(leg / max(look.leg_length, 0.1), 0, 1) * np.where(on_leg > 0.3, 1, 0)
    return {
        "top": top,
        "bottom": bottom,
        "feet": feet,
        "hair": _hairline(figure, look),
        "top_swell": 0.6
        + 0.8 * np.clip((float(j["Spine2"][1]) - p[:, 1]) / 0.3, 0, 1)
        + 0.4 * (on_arm > 0.5),
        "bottom_swell": 0.7 + 1.6 * flare,
    }


def _limb(figure: Figure, upper: str, middle: str, lower: str) -> Floats:
    """Place along a limb: 0 at its root, 1 at the middle joint, 2 at the end, per vertex, by its
    own side.
    """
    result = np.zeros(len(figure.vertices))
    for side, mine in (("Left", figure.vertices[:, 0] >= 0), ("Right", figure.vertices[:, 0] < 0)):
        a, b, c = (figure.joints[f"{side}{bone}"] for bone in (upper, middle, lower))
        first, second = along_segment(figure.vertices, a, b), along_segment(figure.vertices, b, c)
        place = np.where(first < 1, first, 1 + np.maximum(second, 0))
        result[mine] = place[mine]
    return result


def _hairline(figure: Figure, look: Look) -> Floats:
    """Metres below the hairline: high on the forehead, round the ears, down to the nape."""
    p = figure.vertices
    eyes = p[np.concatenate([groups()["helper-l-eye"], groups()["helper-r-eye"]])].mean(axis=0)
    up, back = p[:, 1] - eyes[1], eyes[2] - p[:, 2]
    nape = -0.055 if look.hair_style == "short" else -0.11
    line = np.interp(
        back,
        [0.0, 0.03, 0.05, 0.065, 0.08, 0.105, 0.12, 0.16],
        [0.066, 0.056, 0.035, 0.0, 0.016, 0.016, nape, nape],
    )
    on_head = figure.weights[:, INDEX["Head"]] + figure.weights[:, INDEX["Neck"]]
    return np.where(on_head > 0.3, line - up, 1.0)


def _garment(
    figure: Figure, body: Ints, cut: Floats, colour: str, thickness_m: float,
    swell: Floats | None = None, smooth: int = 20, cloth: float = 1.0, press_m: float = 0.0,
) -> Surface:  # fmt: skip
    """The body's faces that reach inside the hem, smoothed and pushed out."""
    faces = body[(cut[body] < 0.012).any(axis=1)]
    used, local = np.unique(faces, return_inverse=True)
    faces = np.asarray(local, np.int64).reshape(faces.shape)
    skin_points = figure.vertices[used]
    skin_normals = vertex_normals(figure.vertices[:BODY_VERTICES], body)[used]
    points = _smoothed(skin_points, faces, smooth)
    # Smoothing lifts the cloth off hollows and may press bumps in by `press_m`;
    # the hem stays on the skin.
    depth = np.clip((-cut[used] - SOCK_MARGIN_M) / SOCK_MARGIN_M, 0, 1)
    points = skin_points + depth[:, None] * (points - skin_points)
    outside = np.einsum("ij,ij->i", points - skin_points, skin_normals)
    points += np.maximum(-press_m * depth - outside, 0)[:, None] * skin_normals
    points += (thickness_m * (1.0 if swell is None else swell[used][:, None])) * skin_normals
    count = len(used)
    return Surface(
        points,
        vertex_normals(points, faces),
        figure.weights[used],
        np.tile(linear(colour), (count, 1)),
        cut[used],
        np.full(count, cloth),
        faces,
    )


def _smoothed(points: Floats, faces: Ints, rounds: int) -> Floats:
    """Laplacian smoothing over the faces' edges."""
    pairs = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    pairs = np.concatenate([pairs, pairs[:, ::-1]])
    pairs = pairs[np.argsort(pairs[:, 0], kind="stable")]
    starts = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1))
    degree = np.diff(starts, append=len(pairs))[:, None]
    for _ in range(rounds):
        total = np.add.reduceat(points[pairs[:, 1]], starts, axis=0)
        points = 0.5 * points + 0.5 * total / degree
    return points


def _skin_colour(figure: Figure, look: Look) -> Floats:
    """Skin with lips (where the mouth targets move the face) and brows."""
    colour = np.tile(linear(look.skin), (BODY_VERTICES, 1))
    for name, tint, strength in (
        ("mouth/mouth-lowerlip-volume-incr", linear(look.skin) * [0.8, 0.45, 0.45], 0.8),
        ("mouth/mouth-upperlip-volume-incr", linear(look.skin) * [0.8, 0.45, 0.45], 0.8),
    ):
        index, offset = target(name)
        size = np.linalg.norm(offset, axis=1)
        share = np.clip(size / size.max() * 1.6, 0, 1)[:, None] * strength
        colour[index] = colour[index] * (1 - share) + tint * share
    brow = _brows(figure.vertices)[:BODY_VERTICES, None]
    return colour * (1 - brow) + linear(look.hair) * brow


def _brows(points: Floats) -> Floats:
    """How much of a brow every vertex of the base mesh is, 0 to 1: a soft bow above each eye."""
    share = np.zeros(len(points))
    for side in ("l", "r"):
        off = points - points[groups()[f"helper-{side}-eye"]].mean(axis=0)
        bow = BROW_ABOVE_EYE_M - 6.0 * off[:, 0] ** 2
        lateral = off[:, 0] if side == "l" else -off[:, 0]
        inside = (lateral > -0.013) & (lateral < 0.026) & (off[:, 2] > -0.01)
        share = np.maximum(
            share, np.where(inside, np.clip(1.2 - np.abs(off[:, 1] - bow) / 0.006, 0, 0.6), 0)
        )
    return share


def _plain(figure: Figure, faces: Ints, colour: Floats) -> Surface:
    """Bare skin."""
    points = figure.vertices[:BODY_VERTICES]
    normals = vertex_normals(points, triangles_of("body"))
    zero = np.zeros(BODY_VERTICES)
    return Surface(points, normals, figure.weights[:BODY_VERTICES], colour, zero - 1, zero, faces)


def _eye(figure: Figure, side: str) -> Surface:
    """An eyeball with iris and pupil painted on the part that looks forward."""
    members: NDArray[np.int64] = groups()[f"helper-{side}-eye"]
    faces = triangles_of(f"helper-{side}-eye")
    points = figure.vertices[members]
    faces = np.searchsorted(members, faces)
    centre = points.mean(axis=0)
    forward = (points - centre)[:, 2] / np.ptp(points[:, 2]) * 2
    colour = np.where(forward[:, None] > 0.9, linear("#1a120e"), linear("#e9e4dd"))
    return Surface(
        points, vertex_normals(points, faces), figure.weights[members], colour,
        np.full(len(members), -1.0), np.zeros(len(members)), faces,
    )  # fmt: skip
