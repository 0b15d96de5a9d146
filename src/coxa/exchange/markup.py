"""A tree of elements for SVG and HTML, escaped and serialised by the standard library."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

Child = Element | str | None


def node(tag: str, *children: Child, **attributes: object) -> Element:
    """An element with its children; ``None`` children and attributes are left out.

    An underscore in an attribute's name stands for a dash (``stroke_width``); one at its end is
    dropped (``class_``). Numbers are written with at most two decimals.
    """
    element = Element(tag)
    for name, value in attributes.items():
        if value is not None:
            element.set(name.rstrip("_").replace("_", "-"), _text(value))
    add(element, *children)
    return element


def add(element: Element, *children: Child) -> None:
    """Append children, elements or text, in order."""
    for child in children:
        if child is None:
            continue
        if isinstance(child, Element):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + child
        else:
            element.text = (element.text or "") + child


def to_xml(element: Element) -> str:
    """The tree as XML: a stand-alone SVG, which can stand inside an HTML page as well."""
    return tostring(element, encoding="unicode")


def to_html(element: Element) -> str:
    """The tree as HTML."""
    return tostring(element, encoding="unicode", method="html")


def _text(value: object) -> str:
    if isinstance(value, float):
        rounded = f"{value:.2f}".rstrip("0").rstrip(".")
        return "0" if rounded == "-0" else rounded
    return str(value)
