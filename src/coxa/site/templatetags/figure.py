"""The moving figure of an exercise, with pictures of its key poses inside."""

from __future__ import annotations

from typing import Any

from django import template

from coxa.body import best_view
from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.site.pages.figure import figure_words

register = template.Library()


@register.inclusion_tag("coxa/parts/figure.html")
def moving_figure(exercise: Exercise, side: Side = Side.RIGHT) -> dict[str, Any]:
    """The figure that does ``exercise``, beginning with ``side``."""
    return {
        "exercise": exercise,
        "side": side,
        "view": best_view(exercise.end_pose.orientation),
        "figure_words": figure_words(exercise.name),
    }
