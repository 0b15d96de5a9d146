"""The stick figure as points of a flat picture, in metres; drawing them is another room's work."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from coxa.body.skeleton import Joint, Point, segments
from coxa.catalogue import KeyPose, Orientation
from coxa.quantities import Side

FlatPoint = tuple[float, float]


class FigureView(StrEnum):
    """Where the viewer is."""

    FRONT = "front"
    """Before a person who stands or sits: their right is at the left of the picture."""
    SIDE = "side"
    """At the person's right, who faces the right edge of the picture."""
    ABOVE = "above"
    """Over a person who lies: the head of one on the back is at the top."""


def best_view(orientation: Orientation) -> FigureView:
    """The view that shows a turning hip best: along the thigh's axis, or across the body."""
    if orientation in (Orientation.SUPINE, Orientation.PRONE, Orientation.QUADRUPED):
        return FigureView.ABOVE
    return FigureView.FRONT


def projected(points_m: Mapping[Joint, Point], view: FigureView) -> Mapping[Joint, FlatPoint]:
    """Points of the picture in metres: x to its right, y up. Parallel projection."""
    flat: dict[Joint, FlatPoint] = {}
    for joint, (x_m, y_m, z_m) in points_m.items():
        if view is FigureView.FRONT:
            flat[joint] = (-z_m, y_m)
        elif view is FigureView.SIDE:
            flat[joint] = (x_m, y_m)
        else:
            flat[joint] = (-z_m, -x_m)
    return MappingProxyType(flat)


def figure_points(
    pose: KeyPose, side: Side, view: FigureView | None = None
) -> Mapping[Joint, FlatPoint]:
    """The figure of ``pose`` as points of a picture, in the view that suits it best."""
    return projected(segments(pose, side), view or best_view(pose.orientation))
