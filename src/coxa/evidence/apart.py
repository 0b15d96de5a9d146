"""Why readings of different series are never set against each other, said where there are some."""

from __future__ import annotations

from collections.abc import Iterable

from coxa.quantities import Device
from coxa.records import Message, Series, Technique


def why_apart(series: Iterable[Series]) -> tuple[Message, ...]:
    """One sentence for each thing in which the techniques differ; none for a single technique.

    Turning in and turning out are two movements, no mixture: they need no explanation.
    """
    techniques = {one.technique for one in series}
    said = []
    if len({one.test for one in techniques}) > 1:
        said.append(Message(id="apart_test"))
    instruments = {_instrument(one) for one in techniques}
    if len(instruments) > 1:
        said.append(Message(id="apart_device"))
    if len({one.mode for one in techniques}) > 1:
        said.append(Message(id="apart_mode"))
    if len({(one.device, one.method) for one in techniques}) > len(instruments):
        said.append(Message(id="apart_method"))
    return tuple(said)


def _instrument(technique: Technique) -> tuple[Device, str]:
    """Other instruments are told apart by the name in their method."""
    return technique.device, technique.method if technique.device is Device.OTHER else ""
