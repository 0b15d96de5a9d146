"""From catalogue poses to a stick figure and to what the muscles do; a model, never a person."""

from coxa.body.muscles import (
    Confidence,
    MomentArms,
    Origin,
    TurningRole,
    Turns,
    moment_arms,
    muscles_at,
    turning_role,
)
from coxa.body.projection import FigureView, FlatPoint, best_view, figure_points, projected
from coxa.body.skeleton import BONES, STATURE_M, Joint, Point, segments

__all__ = [
    "BONES",
    "STATURE_M",
    "Confidence",
    "FigureView",
    "FlatPoint",
    "Joint",
    "MomentArms",
    "Origin",
    "Point",
    "TurningRole",
    "Turns",
    "best_view",
    "figure_points",
    "moment_arms",
    "muscles_at",
    "projected",
    "segments",
    "turning_role",
]
