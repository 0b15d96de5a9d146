"""The forest plot of a pool: each person's gain with its interval, the average, a new person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from coxa.evidence import Pooled, PoolMember, pool_headline
from coxa.exchange.drawing.looks import INK, QUIET, WIDE, line, picture, text
from coxa.exchange.drawing.pool_words import deficit_words, family_words
from coxa.exchange.drawing.scale import Scale, ticks
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, Words, change
from coxa.exchange.markup import add, node, to_html, to_xml

TOP = 10.0
ROW_HEIGHT = 22.0
SUM_HEIGHT = 30.0
FOOT = 46.0
LABEL_ROOM = 100.0
FIGURE_ROOM = 190.0
MARGIN = 14.0
MOST_ROWS = 60
"""So many people are drawn; of more, those that weigh most."""

COLOUR = "var(--coxa-left, #0067b1)"
LARGEST, SMALLEST = 7.0, 2.0
"""Half of the side of a person's square, in pixels."""


def forest_plot(found: Pooled, *, width: int = WIDE, words: Words = ENGLISH) -> str:
    """An SVG with a row a person, below them the average as a diamond and the prediction as a bar.

    A square is the larger the more it weighs.
    """
    drawn = _drawn(found)
    wide = width >= WIDE
    label_room = LABEL_ROOM if wide else 34.0
    right = width - (FIGURE_ROOM if wide else MARGIN)
    middle = TOP + len(drawn) * ROW_HEIGHT
    foot = middle + (2 if found.prediction95_deg else 1) * SUM_HEIGHT
    svg = picture(width, foot + FOOT, words("pool_plot_title"), _description(found, drawn, words))
    low, high = _range(found, drawn)
    across = Scale(low, high, label_room, right)
    add(svg, *_grid(across, foot, words, most=8 if wide else 5))
    heaviest = max(one.weight for one in drawn)
    for number, one in enumerate(drawn):
        y = TOP + (number + 0.5) * ROW_HEIGHT
        add(svg, *_person(one, y, across, one.weight / heaviest, words, figures=wide))
    add(svg, line(MARGIN, middle, width - MARGIN, middle, opacity=0.3))
    add(svg, *_average(found, middle + SUM_HEIGHT / 2, across, words, figures=wide))
    add(svg, *_new_person(found, middle + 1.5 * SUM_HEIGHT, across, words, figures=wide))
    return to_xml(svg)


def forest_table(found: Pooled, *, words: Words = ENGLISH) -> str:
    """The people of the same picture as an HTML table."""
    head = ("person", "gain", "interval", "weight", "weeks", "minutes", "family", "deficit")
    rows = [
        (
            str(one.number),
            change(one.shared.gain_deg),
            _interval(one.interval95_deg, words),
            f"{100 * one.weight:.1f} %",
            str(one.shared.weeks),
            "–" if one.shared.minutes_a_week is None else str(one.shared.minutes_a_week),
            family_words(one.shared, words) or "–",
            deficit_words(one.shared, words) or "–",
        )
        for one in found.members
    ]
    names = [words("chart_interval" if name == "interval" else f"pool_{name}") for name in head]
    return to_html(table(words("pool_table"), names, rows))


def _drawn(found: Pooled) -> list[PoolMember]:
    by_weight = sorted(found.members, key=lambda one: -one.weight)[:MOST_ROWS]
    return sorted(by_weight, key=lambda one: one.number)


def _description(found: Pooled, drawn: Sequence[PoolMember], words: Words) -> str:
    said = " ".join(words.say(sentence) for sentence in pool_headline(found))
    return words("pool_plot_desc", drawn=len(drawn), people=found.people, headline=said)


def _range(found: Pooled, drawn: Sequence[PoolMember]) -> tuple[float, float]:
    ends = [-1.0, 1.0, *found.interval95_deg, *(found.prediction95_deg or ())]
    for one in drawn:
        ends += one.interval95_deg
    air = 0.04 * (max(ends) - min(ends))
    return min(ends) - air, max(ends) + air


def _grid(across: Scale, foot: float, words: Words, *, most: int) -> Iterator[Element]:
    for value in ticks(across.low, across.high, most):
        x = across(value)
        yield line(x, TOP, x, foot, opacity=0.55 if value == 0 else 0.12)
        label = change(value).replace(".0", "")
        yield text(x, foot + 17, label, anchor="middle", quiet=True)
    middle = (across.start + across.end) / 2
    yield text(middle, foot + 37, words("pool_plot_across"), anchor="middle", quiet=True)


def _person(
    one: PoolMember, y: float, across: Scale, share: float, words: Words, *, figures: bool
) -> Iterator[Element]:
    low, high = one.interval95_deg
    reach = max(LARGEST * share**0.5, SMALLEST)
    name = words("pool_plot_person", number=one.number) if figures else str(one.number)
    yield text(MARGIN, y + 4.5, name, quiet=True)
    yield line(across(low), y, across(high), y, colour=COLOUR, width=1.5)
    x = across(one.shared.gain_deg)
    yield node("rect", x=x - reach, y=y - reach, width=2 * reach, height=2 * reach, fill=COLOUR)
    if figures:
        yield _figures(one.shared.gain_deg, one.interval95_deg, y, across, words)


def _average(
    found: Pooled, y: float, across: Scale, words: Words, *, figures: bool
) -> Iterator[Element]:
    low, high = (across(end) for end in found.interval95_deg)
    x = across(found.mean_deg)
    path = f"M{low:.1f} {y:.1f}L{x:.1f} {y - 8:.1f}L{high:.1f} {y:.1f}L{x:.1f} {y + 8:.1f}Z"
    yield node("path", d=path, fill=INK)
    yield from _name("pool_mean", y, words, figures=figures)
    if figures:
        yield _figures(found.mean_deg, found.interval95_deg, y, across, words, bold=True)


def _new_person(
    found: Pooled, y: float, across: Scale, words: Words, *, figures: bool
) -> Iterator[Element]:
    if found.prediction95_deg is None:
        return
    low, high = (across(end) for end in found.prediction95_deg)
    yield node("rect", x=low, y=y - 5, width=high - low, height=10, fill=QUIET, opacity=0.6)
    yield from _name("pool_prediction", y, words, figures=figures)
    if figures:
        yield text(across.end + 10, y + 4.5, _interval(found.prediction95_deg, words))


def _name(message_id: str, y: float, words: Words, *, figures: bool) -> Iterator[Element]:
    """The name of a row of the sum: beside it where there is room, above it where there is none."""
    if figures:
        yield text(MARGIN, y + 4.5, words(message_id), bold=True)
    else:
        yield text(MARGIN, y - 8, words(message_id), bold=True, halo=True)


def _figures(
    value: float,
    interval: tuple[float, float],
    y: float,
    across: Scale,
    words: Words,
    *,
    bold: bool = False,
) -> Element:
    content = f"{change(value)} ({_interval(interval, words)})"
    return text(across.end + 10, y + 4.5, content, bold=bold)


def _interval(interval: tuple[float, float], words: Words) -> str:
    low, high = interval
    return words("chart_from_to", low=change(low), high=change(high))
