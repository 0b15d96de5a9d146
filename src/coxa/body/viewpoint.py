"""Which of the figure's views shows a turning hip best."""

from __future__ import annotations

from enum import StrEnum

from coxa.catalogue import Orientation


class FigureView(StrEnum):
    """Where the viewer is."""

    FRONT = "front"
    """Before a person who stands or sits: their right is at the left of the picture."""
    SIDE = "side"
    """At the side that gets the effect."""
    ABOVE = "above"
    """Over a person who lies: the head of one on the back is at the top."""


def best_view(orientation: Orientation) -> FigureView:
    """The view that shows a turning hip best: along the thigh's axis, or across the body."""
    if orientation in (Orientation.SUPINE, Orientation.PRONE):
        return FigureView.ABOVE
    return FigureView.FRONT
