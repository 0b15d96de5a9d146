"""Colours, shapes and sizes that all drawings share.

Colours are CSS variables with a fallback, so that a page decides and a picture on its own still
looks right. They stand in presentation attributes: no inline style, hence no clash with a strict
content security policy. Text takes the colour of the text around it.
"""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element

from coxa.exchange.markup import node
from coxa.quantities import Side

WIDE = 720
NARROW = 360

PAPER = "var(--coxa-paper, #ffffff)"
INK = "currentColor"
QUIET = "var(--coxa-quiet, #8a8a8a)"
SIDE_COLOUR = {
    Side.LEFT: "var(--coxa-left, #0067b1)",
    Side.RIGHT: "var(--coxa-right, #b85400)",
}

CHART_CSS = """\
:root {
  --coxa-left: #0067b1; --coxa-right: #b85400; --coxa-quiet: #8a8a8a; --coxa-paper: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --coxa-left: #74b9f5; --coxa-right: #f7a65c; --coxa-quiet: #8f8f8f; --coxa-paper: #16181b;
  }
}
.coxa-chart { display: block; width: 100%; height: auto; }
.coxa-narrow { display: none; }
.coxa-worlds { max-width: 22rem; }
@media screen and (max-width: 600px) {
  .coxa-wide { display: none; }
  .coxa-narrow { display: block; }
}
.coxa-table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.coxa-table th, .coxa-table td { padding: .25em .75em .25em 0; text-align: start; }
"""
"""The style sheet that drawings and their tables expect; a page may set its own variables."""

Anchor = Literal["start", "middle", "end"]


def picture(width: int, height: float, title: str, description: str) -> Element:
    """An empty drawing that scales to its place and has a name and a description."""
    return node(
        "svg",
        node("title", title),
        node("desc", description),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height:.0f}",
        role="img",
        class_=f"coxa-chart coxa-{'wide' if width > NARROW else 'narrow'}",
        font_family="system-ui, sans-serif",
        font_size="13",
        fill=INK,
    )


def text(
    x: float,
    y: float,
    content: str,
    *,
    anchor: Anchor = "start",
    colour: str = INK,
    bold: bool = False,
    quiet: bool = False,
    halo: bool = False,
) -> Element:
    """A line of text with its base line at ``y``; a halo keeps it legible on top of lines."""
    return node(
        "text",
        content,
        x=x,
        y=y,
        text_anchor=None if anchor == "start" else anchor,
        fill=None if colour == INK else colour,
        font_weight="600" if bold else None,
        opacity=0.72 if quiet else None,
        paint_order="stroke" if halo else None,
        stroke=PAPER if halo else None,
        stroke_width=4 if halo else None,
        stroke_linejoin="round" if halo else None,
    )


def line(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    colour: str = INK,
    width: float = 1.0,
    dashes: str | None = None,
    opacity: float | None = None,
) -> Element:
    """A straight line."""
    return node(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round" if dashes is None else None,
        stroke_dasharray=dashes,
        opacity=opacity,
    )


def upright(x: float, y: float, content: str) -> Element:
    """A quiet word beside an axis, read from the bottom to the top, centred on ``y``."""
    word = text(x, y, content, anchor="middle", quiet=True)
    word.set("transform", f"rotate(-90 {x:.1f} {y:.1f})")
    return word


def marker(side: Side, x: float, y: float, *, size: float = 4.5, hollow: bool = False) -> Element:
    """The mark of a side: a disc for left, a square for right."""
    colour = SIDE_COLOUR[side]
    fill = PAPER if hollow else colour
    stroke_width = 1.5
    if side is Side.LEFT:
        return node(
            "circle", cx=x, cy=y, r=size, fill=fill, stroke=colour, stroke_width=stroke_width
        )
    reach = size * 0.9
    return node(
        "rect",
        x=x - reach,
        y=y - reach,
        width=2 * reach,
        height=2 * reach,
        fill=fill,
        stroke=colour,
        stroke_width=stroke_width,
    )


def cross(x: float, y: float, *, size: float = 4.0, colour: str = QUIET) -> Element:
    """A small × for what was not read."""
    reach = 2 * size
    return node(
        "path",
        d=f"M{x - size:.1f} {y - size:.1f}l{reach} {reach}m0 {-reach}l{-reach} {reach}",
        stroke=colour,
        stroke_width=2,
        fill="none",
    )
