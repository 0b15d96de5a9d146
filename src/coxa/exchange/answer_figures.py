"""Every figure of an answer in rows of words: the same for the page, the report and the PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coxa.evidence import Believed, Companions, SeriesAnswer, SideAnswer
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, MINUS, Words, change, degrees
from coxa.exchange.markup import to_html
from coxa.quantities import Side

NONE = "–"
SURELY, HARDLY = 0.995, 0.005


@dataclass(frozen=True)
class Rows:
    """A table in words: caption, heads, and cells."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Figure = Callable[[SideAnswer], str]


def side_figures(answer: SeriesAnswer, *, words: Words = ENGLISH) -> Rows:
    """The figures of each hip beside each other; a degree always with its 95 % interval."""
    worthwhile = degrees(answer.worthwhile_deg or 0.0, 1)
    figures: list[tuple[str, Figure]] = [
        (words("figure_verdict"), lambda own: words(f"verdict_{own.verdict.value}")),
        (words("figure_kind"), lambda own: words(f"kind_{own.kind.value}") if own.kind else NONE),
        (words("figure_gain"), lambda own: _gain(own, words)),
        (words("figure_at_end"), lambda own: _believed(own.at_end_of_phase, words)),
        (words("figure_any"), lambda own: _chance(own.p_improved)),
        (words("figure_clearly", worthwhile=worthwhile), lambda own: _chance(own.p_meaningful)),
        (words("figure_before"), lambda own: str(own.baseline_count)),
        (words("figure_since"), lambda own: str(own.training_count)),
        (words("figure_more"), lambda own: _count(own.more_readings)),
    ]
    return _by_side(words("figures_of_sides"), answer, figures, words)


def series_figures(answer: SeriesAnswer, *, words: Words = ENGLISH) -> Rows:
    """What both hips share: the comparison, time, errors, and what was fixed beforehand."""
    found = [
        ("contrast", with_interval(answer.contrast_deg, answer.contrast_interval95_deg, words)),
        ("time", with_interval(answer.time_deg, answer.time_interval95_deg, words)),
        ("learnt_error", _plain(answer.learnt_sem_deg)),
        ("worthwhile", _plain(answer.worthwhile_deg)),
        ("planned", _count(answer.planned_readings)),
    ]
    return Rows(
        caption=words("figures_of_both"),
        head=(words("figure"), words("figure_value")),
        rows=tuple((words(f"figure_{name}"), value) for name, value in found),
    )


def leaning_figures(answer: SeriesAnswer, *, words: Words = ENGLISH) -> Rows:
    """The gain of each hip, had an assumption been at either end of what is plausible."""
    rows = [
        (
            words(f"lean_{one.assumption}"),
            words.side(side),
            f"{words(f'lean_{one.assumption}_low')}: {_believed(one.low, words)}",
            f"{words(f'lean_{one.assumption}_high')}: {_believed(one.high, words)}",
        )
        for side in Side
        if side in answer.sides
        for one in answer.sides[side].leans
    ]
    head = ("lean_assumption", "chart_side", "lean_low", "lean_high")
    return Rows(words("figures_leaning"), tuple(words(name) for name in head), tuple(rows))


def companion_figures(answer: SeriesAnswer, *, words: Words = ENGLISH) -> Rows:
    """The figures of single-case research, each under its full name; no rows without any."""
    figures: list[tuple[str, Callable[[Companions], str]]] = [
        ("nap", lambda one: _number(one.nap)),
        ("tau", lambda one: _number(one.tau)),
        ("tau_parker", lambda one: _number(one.tau_parker)),
        ("tau_u_complete", lambda one: _number(one.tau_u.complete)),
        ("tau_u_parker", lambda one: _number(one.tau_u.parker)),
        ("tau_u_tarlow", lambda one: _number(one.tau_u.tarlow)),
        ("tau_bc", lambda one: _number(one.tau_bc)),
        ("plm_level", lambda one: _piecewise(one, "level", 1, words)),
        ("plm_slope", lambda one: _piecewise(one, "slope", 2, words)),
        ("randomisation", lambda one: _randomisation(one, words)),
    ]
    told = [own for own in answer.sides.values() if own.companions]
    named: list[tuple[str, Figure]] = [
        (words(f"companion_{name}"), _of_companions(figure)) for name, figure in figures
    ]
    return _by_side(words("figures_companions"), answer, named if told else [], words)


def _of_companions(figure: Callable[[Companions], str]) -> Figure:
    return lambda own: figure(own.companions) if own.companions else NONE


def _by_side(
    caption: str, answer: SeriesAnswer, figures: Sequence[tuple[str, Figure]], words: Words
) -> Rows:
    sides = [side for side in Side if side in answer.sides]
    return Rows(
        caption=caption,
        head=(words("figure"), *(words.side(side) for side in sides)),
        rows=tuple(
            (name, *(figure(answer.sides[side]) for side in sides)) for name, figure in figures
        ),
    )


def _gain(own: SideAnswer, words: Words) -> str:
    return with_interval(own.gain_deg, own.interval95_deg, words)


def _believed(figure: Believed | None, words: Words) -> str:
    if figure is None:
        return NONE
    return with_interval(figure.mean_deg, (figure.low_deg, figure.high_deg), words)


def with_interval(
    mean_deg: float | None, interval: tuple[float, float] | None, words: Words
) -> str:
    """A change with its 95 % interval; a dash without either."""
    if mean_deg is None or interval is None:
        return NONE
    low, high = interval
    return f"{change(mean_deg)} ({words('chart_from_to', low=change(low), high=change(high))})"


def _plain(value_deg: float | None) -> str:
    return NONE if value_deg is None else degrees(value_deg, 1)


def _count(value: int | None) -> str:
    return NONE if value is None else str(value)


def _chance(probability: float | None) -> str:
    """Whole per cent; never none and never all."""
    if probability is None:
        return NONE
    if probability > SURELY:
        return "> 99 %"
    return "< 1 %" if probability < HARDLY else f"{min(max(round(100 * probability), 1), 99)} %"


def _number(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}".replace("-", MINUS)


def _piecewise(one: Companions, name: str, digits: int, words: Words) -> str:
    """A coefficient with its standard error; without one it is not shown."""
    errors = one.plm.standard_errors if one.plm else None
    error = getattr(errors, name, None)
    if error is None:
        return NONE
    value = degrees(getattr(one.plm, name), digits)
    return words("companion_with_error", value=value, error=degrees(error, digits))


def _randomisation(one: Companions, words: Words) -> str:
    if one.randomisation_p is None or one.randomisation_assignments is None:
        return NONE
    return words(
        "companion_randomisation_p",
        p=f"{one.randomisation_p:.3f}",
        assignments=one.randomisation_assignments,
    )


def rows_table(found: Rows) -> str:
    """The rows as an HTML table; nothing without rows."""
    return to_html(table(found.caption, found.head, found.rows)) if found.rows else ""
