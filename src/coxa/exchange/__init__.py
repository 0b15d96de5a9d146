"""Records leave and come back: drawings, reports, and the bundle of CSV files."""

from coxa.exchange.drawing import (
    CHART_CSS,
    NARROW,
    WIDE,
    PhaseBand,
    Words,
    answer_plot,
    answer_table,
    for_screens,
    history_plot,
    history_table,
    rotation_plot,
    rotation_table,
)

__all__ = [
    "CHART_CSS",
    "NARROW",
    "WIDE",
    "PhaseBand",
    "Words",
    "answer_plot",
    "answer_table",
    "for_screens",
    "history_plot",
    "history_table",
    "rotation_plot",
    "rotation_table",
]
