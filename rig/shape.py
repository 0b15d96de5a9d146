"""Turns a `Body` (sex, age, muscle, weight, height) into the vertices of the standing rest pose.

The mixing is MakeHuman's own: every macro target is weighted by the product of its named traits.
"""

import itertools

import numpy as np

from rig.body_data import Floats, base_mesh, target
from rig.scene import Body

YOUNG_YEARS, OLD_YEARS = 25.0, 90.0
Mix = dict[str, float]


def rest_vertices(body: Body) -> Floats:
    """Vertices (19158, 3) in metres, helpers included, of the body standing on y = 0."""
    base, _ = base_mesh()
    vertices = base.copy()
    sex, age = _between(body.sex, "female", "male"), _age(body.age_years)
    muscle, weight = _three(body.muscle, "muscle"), _three(body.weight, "weight")
    height = _height(body.height)
    for (s, ws), (a, wa) in itertools.product(sex.items(), age.items()):
        for face, wf in _faces(body).items():
            _add(vertices, f"macrodetails/{face}-{s}-{a}", ws * wa * wf)
        for (m, wm), (w, ww) in itertools.product(muscle.items(), weight.items()):
            _add(vertices, f"macrodetails/universal-{s}-{a}-{m}-{w}", ws * wa * wm * ww)
            for h, wh in height.items():
                _add(vertices, f"macrodetails/height/{s}-{a}-{m}-{w}-{h}", ws * wa * wm * ww * wh)
    vertices[:, 1] -= vertices[:13380, 1].min()
    return vertices


def _add(vertices: Floats, name: str, weight: float) -> None:
    if weight > 1e-6:
        index, offset = target(name)
        vertices[index] += weight * offset


def _between(t: float, low: str, high: str) -> Mix:
    t = float(np.clip(t, 0.0, 1.0))
    return {low: 1.0 - t, high: t}


def _age(years: float) -> Mix:
    return _between((years - YOUNG_YEARS) / (OLD_YEARS - YOUNG_YEARS), "young", "old")


def _three(t: float, trait: str) -> Mix:
    low, mean, high = f"min{trait}", f"average{trait}", f"max{trait}"
    return _between(2 * t, low, mean) if t <= 0.5 else _between(2 * t - 1, mean, high)


def _height(t: float) -> Mix:
    return {"minheight": max(0.0, 1 - 2 * t), "maxheight": max(0.0, 2 * t - 1)}


def _faces(body: Body) -> Mix:
    mix = {"african": body.african, "asian": body.asian, "caucasian": body.caucasian}
    total = sum(mix.values()) or 1.0
    return {name: value / total for name, value in mix.items()}
