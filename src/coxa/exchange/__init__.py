"""Records leave and come back: drawings, reports, the bundle of CSV files, the table of pairs."""

from coxa.exchange.agreement_figures import SIDE_HEAD, figure_rows, kind_words, side_rows
from coxa.exchange.agreement_report import agreement_report
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
    agreement_plot,
    answer_plot,
    answer_table,
    for_screens,
    history_plot,
    history_table,
    pairs_table,
    rotation_plot,
    rotation_table,
)
from coxa.exchange.pairs import MAX_PAIRS_BYTES, RejectedPairs, read_pairs
from coxa.exchange.report import html_report

__all__ = [
    "CHART_CSS",
    "MAX_BUNDLE_BYTES",
    "MAX_PAIRS_BYTES",
    "NARROW",
    "SIDE_HEAD",
    "WIDE",
    "AllRecords",
    "Fault",
    "KeptMeasurement",
    "PhaseBand",
    "RejectedBundle",
    "RejectedPairs",
    "Words",
    "agreement_plot",
    "agreement_report",
    "answer_plot",
    "answer_table",
    "before_changes",
    "figure_rows",
    "for_screens",
    "history_plot",
    "history_table",
    "html_report",
    "kind_words",
    "pairs_table",
    "read_bundle",
    "read_pairs",
    "reading_of",
    "rotation_plot",
    "rotation_table",
    "side_rows",
    "write_bundle",
]
