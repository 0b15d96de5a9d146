"""Records leave and come back: drawings, reports, and the bundle of CSV files."""

from coxa.exchange.bundle import (
    MAX_BUNDLE_BYTES,
    AllRecords,
    Fault,
    KeptMeasurement,
    RejectedBundle,
    before_changes,
    read_bundle,
    reading_of,
    write_bundle,
)
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
from coxa.exchange.report import html_report

__all__ = [
    "CHART_CSS",
    "MAX_BUNDLE_BYTES",
    "NARROW",
    "WIDE",
    "AllRecords",
    "Fault",
    "KeptMeasurement",
    "PhaseBand",
    "RejectedBundle",
    "Words",
    "answer_plot",
    "answer_table",
    "before_changes",
    "for_screens",
    "history_plot",
    "history_table",
    "html_report",
    "read_bundle",
    "reading_of",
    "rotation_plot",
    "rotation_table",
    "write_bundle",
]
