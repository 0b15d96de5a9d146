"""The table behind a picture, for screen readers and for copying."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from coxa.exchange.markup import node


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Element:
    """An HTML table with a caption; the first cell of each row is its heading."""
    return node(
        "table",
        node("caption", caption),
        node("thead", node("tr", *(node("th", name, scope="col") for name in head))),
        node("tbody", *(_row(row) for row in rows)),
        class_="coxa-table",
    )


def _row(cells: Sequence[str]) -> Element:
    first, *others = cells
    return node("tr", node("th", first, scope="row"), *(node("td", cell) for cell in others))
