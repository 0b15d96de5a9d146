"""The days below a picture: as many labels as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from coxa.exchange.drawing.looks import NARROW, text
from coxa.exchange.drawing.scale import Scale, round_step
from coxa.exchange.drawing.words import Words


def day_labels(across: Scale, baseline: float, words: Words) -> Iterator[Element]:
    """Round days, by weeks where the course is long."""
    most = 4 if across.end < NARROW else 8
    step = round_step(across.high - across.low, most)
    step = 7 * max(1, round(step / 7)) if step > 5 else step
    day = date.fromordinal(int(across.low) + 1)
    while day.toordinal() <= across.high:
        place = across(day.toordinal())
        if across.start + 12 <= place <= across.end:
            yield text(place, baseline, words.day(day), anchor="middle", quiet=True)
        day += timedelta(days=int(step))
