"""Recordings and rows with invented errors, of which every figure can be worked out by hand."""

from __future__ import annotations

from pathlib import Path

from coxa.quantities import Direction, Side
from rig.scene import Body, Scene
from validation.ground import Recording
from validation.rows import Row


def recording(
    name="a", *, body=0, derived=None, person=None, refusal=None, truth_deg=None, **scene
) -> Recording:
    """A recording of body number ``body``; further words are fields of its scene."""
    return Recording(
        name=name,
        video=Path(f"{name}.mp4"),
        scene=Scene(name, body=Body(age_years=20.0 + body), **scene),
        base=name,
        derived=derived or {},
        person=person,
        refusal=refusal,
        truth_deg=truth_deg or {},
        hike_deg=dict.fromkeys(truth_deg or {}, 0.5),
        shown_s=0.0,
    )


def row(
    error_deg=0.0,
    *,
    name="a",
    truth_deg=30.0,
    error95_deg=3.0,
    naive_error_deg=0.0,
    side=Side.RIGHT,
    reasons=(),
    **more,
) -> Row:
    """A reading that is off by ``error_deg``; with reasons it is refused."""
    direction = Direction.INTERNAL
    made = {} if truth_deg is None else {(side, direction): truth_deg}
    counted_from_deg = truth_deg or 0.0
    return Row(
        recording=recording(name, truth_deg=made, **more),
        side=side,
        direction=direction,
        truth_deg=truth_deg,
        value_deg=None if reasons else counted_from_deg + error_deg,
        error95_deg=None if reasons else error95_deg,
        naive_deg=counted_from_deg + naive_error_deg,
        reasons=tuple(reasons),
    )
