"""Small drawings of the errors: against the truth, Bland and Altman's, and the coverage."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import fmean, stdev
from xml.etree.ElementTree import Element

from coxa.exchange.drawing.looks import WIDE, line, picture, text, upright
from coxa.exchange.drawing.scale import Scale, ticks
from coxa.exchange.markup import add, node, to_xml
from validation.marks import COVERAGE
from validation.measures import Z95, coverage
from validation.rows import Row
from validation.tables import by_stated_error

HEIGHT = 400
LEFT, RIGHT, TOP, FOOT = 58.0, 12.0, 12.0, 44.0
HELD, MISSED, GREEN = "#0067b1", "#b3261e", "#2e7d32"
INK = "#1b1b1b"
ROOM = 1.08

Point = tuple[float, float]


def errors_plot(rows: Sequence[Row]) -> str:
    """Error with its stated 95 % interval against the true angle; internal to the right."""
    reach = ROOM * max(abs(row.error_deg) + (row.error95_deg or 0.0) for row in rows)
    wide = ROOM * max(abs(row.truth_deg or 0.0) for row in rows)
    svg, across, up = _frame(
        "Error against the true angle",
        f"{len(rows)} readings; the bars are their stated 95 % intervals, red where zero is out.",
        ("true rotation, degrees (internal positive)", "error, degrees"),
        (-wide, wide),
        (-reach, reach),
    )
    for held, colour in ((True, HELD), (False, MISSED)):
        shown = [row for row in rows if row.holds is held]
        places = [(across(row.truth_deg or 0.0), up(row.error_deg)) for row in shown]
        ends = [
            (up(row.error_deg - (row.error95_deg or 0)), up(row.error_deg + (row.error95_deg or 0)))
            for row in shown
        ]
        bars = [(x, a, b) for (x, _), (a, b) in zip(places, ends, strict=True)]
        add(svg, _bars(bars, colour), _dots(places, colour))
    return to_xml(svg)


def bland_altman_plot(rows: Sequence[Row]) -> str:
    """Difference against mean of reading and truth, bias and limits of agreement as lines.

    Bland & Altman, *Lancet* 1986;327:307-310. The limits take all readings for independent.
    """
    errors = [row.error_deg for row in rows]
    means = [(row.truth_deg or 0.0) + row.error_deg / 2 for row in rows]
    bias, sd = fmean(errors), stdev(errors) if len(errors) > 1 else 0.0
    limits = (bias - Z95 * sd, bias, bias + Z95 * sd)
    reach = ROOM * max(*map(abs, errors), *map(abs, limits))
    wide = ROOM * max(map(abs, means))
    svg, across, up = _frame(
        "Bland-Altman plot",
        f"Bias {bias:.2f} degrees, limits of agreement {limits[0]:.2f} to {limits[2]:.2f}.",
        ("mean of reading and truth, degrees", "reading minus truth, degrees"),
        (-wide, wide),
        (-reach, reach),
    )
    add(svg, _dots([(across(m), up(e)) for m, e in zip(means, errors, strict=True)], HELD))
    for value in limits:
        y = up(value)
        dashes = None if value == bias else "6 4"
        add(svg, line(across.start, y, across.end, y, colour=MISSED, width=1.5, dashes=dashes))
        add(svg, text(across.end - 4, y - 5, f"{value:+.2f}", anchor="end", colour=MISSED))
    return to_xml(svg)


def coverage_plot(rows: Sequence[Row]) -> str:
    """Share of intervals that hold the truth, from the narrowest stated errors to the widest."""
    parts = by_stated_error(rows)
    shares = [coverage(part) for part in parts]
    stated = [fmean(row.error95_deg or 0.0 for row in part) for part in parts]
    lowest = min(0.8, *(share.interval95[0] for share in shares)) if shares else 0.8
    svg, across, up = _frame(
        "Coverage by stated error",
        "; ".join(f"±{s:.1f}: {100 * c.value:.0f} %" for s, c in zip(stated, shares, strict=True)),
        ("stated 95 % error, degrees (mean of a group)", "intervals that hold the truth, %"),
        (math.floor(min(stated) - 0.2), math.ceil(max(stated) + 0.2)),
        (100 * lowest - 2, 101),
    )
    top, foot = up(100 * COVERAGE[1]), up(100 * COVERAGE[0])
    band = node(
        "rect",
        x=across.start,
        y=top,
        width=across.end - across.start,
        height=foot - top,
        fill=GREEN,
        opacity=0.18,
    )
    places = [(across(s), up(100 * c.value)) for s, c in zip(stated, shares, strict=True)]
    bars = [
        (across(s), up(100 * c.interval95[0]), up(100 * c.interval95[1]))
        for s, c in zip(stated, shares, strict=True)
    ]
    add(svg, band, _bars(bars, HELD, opacity=0.7), _dots(places, HELD, size=9))
    return to_xml(svg)


def _frame(
    title: str,
    description: str,
    axes: tuple[str, str],
    x_range: tuple[float, float],
    y_range: tuple[float, float],
) -> tuple[Element, Scale, Scale]:
    """An empty plot on white, with grid and named axes."""
    svg = picture(WIDE, HEIGHT, title, description)
    svg.set("fill", INK)
    across = Scale(*x_range, LEFT, WIDE - RIGHT)
    up = Scale(*y_range, HEIGHT - FOOT, TOP)
    add(svg, node("rect", width=WIDE, height=HEIGHT, fill="#ffffff"))
    for value in ticks(*x_range, 10):
        x = across(value)
        add(svg, line(x, TOP, x, up.start, colour=INK, opacity=0.5 if value == 0 else 0.12))
        add(svg, text(x, up.start + 17, f"{value:g}", anchor="middle", quiet=True))
    for value in ticks(*y_range, 8):
        y = up(value)
        faint = 0.5 if value == 0 else 0.12
        add(svg, line(across.start, y, across.end, y, colour=INK, opacity=faint))
        add(svg, text(LEFT - 6, y + 4.5, f"{value:g}", anchor="end", quiet=True))
    add(svg, text((LEFT + WIDE - RIGHT) / 2, HEIGHT - 8, axes[0], anchor="middle"))
    add(svg, upright(14, (TOP + HEIGHT - FOOT) / 2, axes[1]))
    return svg, across, up


def _dots(places: Iterable[Point], colour: str, size: float = 5) -> Element:
    """All dots as one path: lines without length, with round ends."""
    return node(
        "path",
        d="".join(f"M{x:.1f} {y:.1f}h0" for x, y in places),
        stroke=colour,
        stroke_width=size,
        stroke_linecap="round",
        opacity=0.75,
    )


def _bars(
    bars: Iterable[tuple[float, float, float]], colour: str, opacity: float = 0.22
) -> Element:
    """Upright bars from one height to another, as one path."""
    return node(
        "path",
        d="".join(f"M{x:.1f} {a:.1f}V{b:.1f}" for x, a, b in bars),
        stroke=colour,
        stroke_width=1.5,
        opacity=opacity,
    )
