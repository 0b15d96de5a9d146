"""All drawings of the product: one small SVG module for pages, reports and print.

Of the light chart libraries, pygal (LGPL) and leather draw no error bars, shaded phases or direct
labels and fix their colours when they draw, and matplotlib weighs more than the pose models; so
the few shapes needed here are written as elements of the standard library's tree.

Every ``…_plot`` returns an SVG that scales to its place, and has a ``…_table`` beside it with the
same data as HTML. :func:`for_screens` gives a wide and a narrow drawing of the same thing, of
which ``CHART_CSS`` shows the one that fits.
"""

from __future__ import annotations

from collections.abc import Callable

from coxa.exchange.drawing.agreement import agreement_plot, pairs_table
from coxa.exchange.drawing.answer import answer_plot, answer_table
from coxa.exchange.drawing.answer_course import course_plot
from coxa.exchange.drawing.course_days import CourseOf
from coxa.exchange.drawing.course_table import course_table
from coxa.exchange.drawing.forest import forest_plot, forest_table
from coxa.exchange.drawing.history import PhaseBand, history_plot, history_table
from coxa.exchange.drawing.looks import CHART_CSS, NARROW, WIDE
from coxa.exchange.drawing.rotation import rotation_plot, rotation_table
from coxa.exchange.drawing.words import ENGLISH, Words
from coxa.exchange.drawing.worlds import worlds_plot

__all__ = [
    "CHART_CSS",
    "ENGLISH",
    "NARROW",
    "WIDE",
    "CourseOf",
    "PhaseBand",
    "Words",
    "agreement_plot",
    "answer_plot",
    "answer_table",
    "course_plot",
    "course_table",
    "for_screens",
    "forest_plot",
    "forest_table",
    "history_plot",
    "history_table",
    "pairs_table",
    "rotation_plot",
    "rotation_table",
    "worlds_plot",
]


def for_screens(draw: Callable[[int], str]) -> str:
    """The drawing for wide places and the one for phones; ``draw`` takes the width.

    >>> for_screens(lambda width: answer_plot([], width=width)).count("<svg")
    2
    """
    return draw(WIDE) + draw(NARROW)
