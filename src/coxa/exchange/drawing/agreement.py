"""The Bland–Altman plot: difference of each pair against its mean, bias, limits, intervals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from coxa.evidence import Agreement, Estimate, Pair, agreement_headline
from coxa.exchange.drawing.axis import AXIS_MARGIN
from coxa.exchange.drawing.looks import INK, QUIET, WIDE, line, marker, picture, text, upright
from coxa.exchange.drawing.scale import Scale, ticks
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, Words, change, degrees
from coxa.exchange.markup import add, node, to_html, to_xml
from coxa.quantities import Side

PLOT_TOP = 30.0
PLOT_HEIGHT = 280.0
FOOT = 46.0
RIGHT_MARGIN = 14.0
LEAST_SPAN_DEG = 6.0
LABEL_GAP = 16.0


def agreement_plot(
    found: Agreement, pairs: Sequence[Pair], *, width: int = WIDE, words: Words = ENGLISH
) -> str:
    """An SVG with a mark for each pair, shaded bands for the 95 % intervals of the lines.

    Parameters
    ----------
    pairs : those of ``found``; refused ones are left out.
    """
    read = [pair for pair in pairs if pair.kind == found.kind and pair.value_deg is not None]
    foot = PLOT_TOP + PLOT_HEIGHT
    svg = picture(
        width, foot + FOOT, words("validate_plot_title"), _description(found, len(read), words)
    )
    if not read:
        empty = text(width / 2, foot / 2, words("chart_empty"), anchor="middle", quiet=True)
        add(svg, empty)
        return to_xml(svg)
    lines = _lines(found)
    across = _scale([pair.mean_deg for pair in read], AXIS_MARGIN, width - RIGHT_MARGIN)
    up = _scale([pair.difference_deg for pair in read] + _ends(lines), foot, PLOT_TOP)
    add(svg, *_grid(across, up, words, most_across=9 if width >= WIDE else 4))
    for _, estimate in lines:
        add(svg, _band(estimate, across, up))
    for name, estimate in lines:
        y = up(estimate.value)
        dashes = None if name == "bias" else "6 4"
        add(svg, line(across.start, y, across.end, y, width=1.75, dashes=dashes))
    for pair in read:
        x, y = across(pair.mean_deg), up(pair.difference_deg)
        add(svg, marker(pair.side, x, y, size=4, hollow=True))
    add(svg, *_labels(lines, across, up, words), *_legend(read, words))
    return to_xml(svg)


def pairs_table(pairs: Sequence[Pair], *, words: Words = ENGLISH) -> str:
    """The pairs of the same picture as an HTML table; each named by its line, not by a person."""
    head = ("row", "side", "coxa", "reference", "mean", "difference")
    rows = [
        (
            str(pair.row),
            words.side(pair.side),
            degrees(pair.turned_deg, 1),
            degrees(pair.reference_turned_deg, 1),
            degrees(pair.mean_deg, 1),
            change(pair.difference_deg),
        )
        for pair in pairs
        if pair.value_deg is not None
    ]
    names = [words("chart_side") if name == "side" else words(f"validate_{name}") for name in head]
    return to_html(table(words("validate_table"), names, rows))


def _description(found: Agreement, count: int, words: Words) -> str:
    said = " ".join(words.say(sentence) for sentence in agreement_headline(found))
    return words("validate_plot_desc", count=count, headline=said)


def _lines(found: Agreement) -> list[tuple[str, Estimate]]:
    """The level lines that there are, from the top down."""
    own = found.differences
    if own is None:
        return []
    named = (
        ("upper", own.upper_limit_deg),
        ("bias", own.bias_deg),
        ("lower", own.lower_limit_deg),
    )
    return [(name, estimate) for name, estimate in named if estimate is not None]


def _ends(lines: Sequence[tuple[str, Estimate]]) -> list[float]:
    ends = [0.0]
    for _, estimate in lines:
        ends += [estimate.value, *(estimate.interval95 or ())]
    return ends


def _scale(values: Sequence[float], start: float, end: float) -> Scale:
    """A scale with some air around the values, never so near that noise looks like a trend."""
    low, high = min(values), max(values)
    room = max((LEAST_SPAN_DEG - (high - low)) / 2, 0.06 * (high - low))
    return Scale(low - room, high + room, start, end)


def _grid(across: Scale, up: Scale, words: Words, *, most_across: int) -> Iterator[Element]:
    for value in ticks(up.low, up.high, 8):
        y = up(value)
        yield line(across.start, y, across.end, y, opacity=0.55 if value == 0 else 0.12)
        label = change(value).replace(".0", "")
        yield text(across.start - 6, y + 4.5, label, anchor="end", quiet=True)
    for value in ticks(across.low, across.high, most_across):
        label = degrees(value)
        yield text(across(value), up.start + 18, label, anchor="middle", quiet=True)
    yield upright(14, (up.start + up.end) / 2, words("validate_plot_up"))
    middle = (across.start + across.end) / 2
    yield text(middle, up.start + 38, words("validate_plot_across"), anchor="middle", quiet=True)


def _band(estimate: Estimate, across: Scale, up: Scale) -> Element | None:
    if estimate.interval95 is None:
        return None
    low, high = estimate.interval95
    return node(
        "rect",
        x=across.start,
        y=up(high),
        width=across.end - across.start,
        height=up(low) - up(high),
        fill=QUIET,
        opacity=0.16,
    )


def _labels(
    lines: Sequence[tuple[str, Estimate]], across: Scale, up: Scale, words: Words
) -> Iterator[Element]:
    """Each line's name and value at its right end, moved down where two would touch."""
    free = PLOT_TOP
    for name, estimate in lines:
        baseline = max(up(estimate.value) - 5, free)
        free = baseline + LABEL_GAP
        label = words(f"validate_plot_{name}", value=change(estimate.value))
        yield text(across.end - 4, baseline, label, anchor="end", colour=INK, bold=True, halo=True)


def _legend(pairs: Sequence[Pair], words: Words) -> Iterator[Element]:
    x = AXIS_MARGIN + 6
    for side in Side:
        if any(pair.side is side for pair in pairs):
            yield marker(side, x, 14, size=4, hollow=True)
            yield text(x + 10, 18.5, words.side(side))
            x += 74
