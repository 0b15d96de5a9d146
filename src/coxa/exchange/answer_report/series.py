"""The series in the words of the field: how they were measured, and the answers of the others."""

from __future__ import annotations

from collections.abc import Sequence

from coxa.evidence import ErrorOrigin, ReadingError, SeriesAnswer
from coxa.exchange.answer_figures import NONE, Rows, with_interval
from coxa.exchange.drawing.words import Words, degrees
from coxa.quantities import Side
from coxa.records import Series

MOST_SERIES = 4
"""More do not fit on the page; the rest are counted."""


def series_words(series: Series, words: Words) -> str:
    """Test, direction, mode and device in one line."""
    return words(
        "report_for_series",
        test=words(f"field_{series.test.value}"),
        direction=words(f"report_{series.direction.value}"),
        mode=words(f"field_{series.mode.value}"),
        device=words(f"field_{series.device.value}"),
    )


def measured_rows(answers: Sequence[SeriesAnswer], words: Words) -> Rows:
    """How each series was measured, with the error of one reading and where it comes from."""
    rows = [
        (series_words(one.series, words), one.series.method, *_errors(one.error, words))
        for one in answers[:MOST_SERIES]
    ]
    head = ("series_head", "method_name", "sem", "mdc", "error_source")
    return Rows(
        caption=_counted("report_for_measured", len(answers), words),
        head=tuple(words(f"report_for_{name}") for name in head),
        rows=tuple(rows),
    )


def other_rows(answers: Sequence[SeriesAnswer], words: Words) -> Rows:
    """The answers of the series that have no picture here."""
    rows = [
        (
            series_words(one.series, words),
            words.side(side),
            words(f"verdict_{own.verdict.value}"),
            with_interval(own.gain_deg, own.interval95_deg, words),
        )
        for one in answers[: MOST_SERIES - 1]
        for side in Side
        if (own := one.sides.get(side))
    ]
    head = ("report_for_series_head", "chart_side", "chart_verdict", "figure_gain")
    return Rows(
        caption=_counted("report_for_others", len(answers), words, MOST_SERIES - 1),
        head=tuple(words(name) for name in head),
        rows=tuple(rows),
    )


def _errors(error: ReadingError | None, words: Words) -> tuple[str, str, str]:
    if error is None:
        return NONE, NONE, NONE
    own = error.origin is ErrorOrigin.OWN
    source = (
        words("report_for_error_own", readings=error.readings, days=error.days)
        if own
        else words.say(error.method_source)
    )
    return (
        _span(error.sem_deg, error.sem_interval95_deg, words),
        _span(error.mdc95_deg, error.mdc_interval95_deg, words),
        source,
    )


def _span(value_deg: float, interval: tuple[float, float], words: Words) -> str:
    low, high = (degrees(end, 1) for end in interval)
    return f"{degrees(value_deg, 1)} ({words('chart_from_to', low=low, high=high)})"


def _counted(name: str, count: int, words: Words, most: int = MOST_SERIES) -> str:
    said = words(name)
    return said if count <= most else f"{said} {words('report_for_more', count=count - most)}"
