"""Our own drawings on a page of a PDF: the few shapes that ``coxa.exchange.drawing`` uses."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

from reportlab.lib.colors import Color, HexColor
from reportlab.platypus import Flowable

from coxa.exchange.handout.fonts import BOLD, REGULAR

INK = HexColor("#23201c")
FONT_PX = 13.0
OUTLINE_PX = 1.0
FALLBACK = re.compile(r"#[0-9a-fA-F]{6}")
TURNED = re.compile(r"rotate\((-?[\d.]+) (-?[\d.]+) (-?[\d.]+)\)")


class Drawing(Flowable):
    """An SVG of ``coxa.exchange.drawing``, scaled to a width.

    Shapes: rect, circle, line, polyline, polygon, text with tspans.
    """

    def __init__(self, svg: str, width_pt: float) -> None:
        super().__init__()
        self._tree = ET.fromstring(svg)
        _, _, self._wide, self._high = map(float, self._tree.get("viewBox", "").split())
        self._scale = width_pt / self._wide

    def wrap(self, *_: float) -> tuple[float, float]:
        return self._wide * self._scale, self._high * self._scale

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.translate(0, self._high * self._scale)
        canvas.scale(self._scale, -self._scale)
        for shape in self._tree:
            canvas.saveState()
            _shape(canvas, shape)
            canvas.restoreState()
        canvas.restoreState()


def _shape(canvas: Any, shape: ET.Element) -> None:
    kind = shape.tag.rpartition("}")[2]
    if kind in ("title", "desc"):
        return
    if kind == "text":
        _text(canvas, shape)
        return
    filled, stroked = _paint(canvas, shape, kind)
    if kind == "rect":
        sizes = (_number(shape, name) for name in ("x", "y", "width", "height"))
        canvas.rect(*sizes, stroke=stroked, fill=filled)
    elif kind == "circle":
        x, y, radius = (_number(shape, name) for name in ("cx", "cy", "r"))
        canvas.circle(x, y, radius, stroke=stroked, fill=filled)
    elif kind == "line":
        canvas.line(*(_number(shape, name) for name in ("x1", "y1", "x2", "y2")))
    else:
        _corners(canvas, shape, kind, stroked, filled)


def _corners(canvas: Any, shape: ET.Element, kind: str, stroked: int, filled: int) -> None:
    points = [tuple(map(float, one.split(","))) for one in shape.get("points", "").split()]
    if not points:
        return
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for x, y in points[1:]:
        path.lineTo(x, y)
    if kind == "polygon":
        path.close()
    canvas.drawPath(path, stroke=stroked, fill=filled)


def _paint(canvas: Any, shape: ET.Element, kind: str) -> tuple[int, int]:
    """Sets colours and the pen; whether the shape is filled, and whether it has an outline."""
    stroke = shape.get("stroke")
    if stroke:
        canvas.setStrokeColor(_colour(shape, "stroke"))
        canvas.setLineWidth(float(shape.get("stroke-width", OUTLINE_PX)))
        canvas.setLineCap(1 if shape.get("stroke-linecap") == "round" else 0)
        if dashes := shape.get("stroke-dasharray"):
            canvas.setDash([float(one) for one in dashes.split()])
    fill = shape.get("fill", "currentColor")
    if fill != "none" and kind != "line":
        canvas.setFillColor(_colour(shape, "fill"))
        return 1, int(bool(stroke))
    return 0, int(bool(stroke))


def _text(canvas: Any, shape: ET.Element) -> None:
    pieces = [(shape.text or "", shape.get("font-weight"))]
    for part in shape:
        pieces += [(part.text or "", part.get("font-weight")), (part.tail or "", None)]
    written = [(said, BOLD if weight else REGULAR) for said, weight in pieces if said]
    width = sum(canvas.stringWidth(said, font, FONT_PX) for said, font in written)
    x, y = _number(shape, "x"), _number(shape, "y")
    if turned := TURNED.match(shape.get("transform", "")):
        angle, middle_x, middle_y = map(float, turned.groups())
        canvas.translate(middle_x, middle_y)
        canvas.rotate(angle)
        canvas.translate(-middle_x, -middle_y)
    x -= {"middle": width / 2, "end": width}.get(shape.get("text-anchor", "start"), 0.0)
    canvas.setFillColor(_colour(shape, "fill"))
    canvas.translate(x, y)
    canvas.scale(1, -1)
    for said, font in written:
        canvas.setFont(font, FONT_PX)
        canvas.drawString(0, 0, said)
        canvas.translate(canvas.stringWidth(said, font, FONT_PX), 0)


def _colour(shape: ET.Element, name: str) -> Color:
    """A colour of the drawings, as opaque as its shape: what stands behind its variable, or ink."""
    found = FALLBACK.search(shape.get(name, ""))
    red, green, blue = (HexColor(found[0]) if found else INK).rgb()
    return Color(red, green, blue, alpha=float(shape.get("opacity", 1)))


def _number(shape: ET.Element, name: str) -> float:
    return float(shape.get(name, 0))
