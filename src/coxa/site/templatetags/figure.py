"""The moving figure of an exercise, with pictures of its key poses inside."""

from __future__ import annotations

from typing import Any

from django import template

from coxa.body import best_view
from coxa.body.figure import shows_own_end
from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import KeptReading
from coxa.site.pages.figure import MOST_TURN_DEG, figure_words

register = template.Library()


@register.inclusion_tag("coxa/parts/figure.html")
def moving_figure(exercise: Exercise, own_end: KeptReading | None = None) -> dict[str, Any]:
    """The figure that does ``exercise``; of a person's own reading as far as that, on its side."""
    own_deg = max(-MOST_TURN_DEG, min(MOST_TURN_DEG, own_end.value_deg)) if own_end else None
    return {
        "exercise": exercise,
        "side": own_end.side if own_end else Side.RIGHT,
        "own_deg": None if own_deg is None else f"{own_deg:.1f}",
        "cannot_show": own_deg is not None and not shows_own_end(exercise, own_deg),
        "view": best_view(exercise.end_pose.orientation),
        "figure_words": figure_words(exercise.name),
    }
