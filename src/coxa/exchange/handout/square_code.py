"""A square code that a phone's camera reads, drawn as lines so that it prints sharp."""

from __future__ import annotations

from collections.abc import Iterable

import segno
from reportlab.platypus import Flowable

QUIET_MODULES = 2


class SquareCode(Flowable):
    """The code for ``text``, ``size_pt`` wide with its quiet border."""

    def __init__(self, text: str, size_pt: float) -> None:
        super().__init__()
        self.rows = tuple(segno.make_qr(text, error="m").matrix_iter(border=QUIET_MODULES))
        self.width = self.height = size_pt

    def draw(self) -> None:
        """Every row's dark runs as filled bars."""
        module_pt = self.width / len(self.rows)
        for number, row in enumerate(self.rows, start=1):
            y_pt = self.height - number * module_pt
            for start, length in _runs(row):
                self.canv.rect(
                    start * module_pt, y_pt, length * module_pt, module_pt, stroke=0, fill=1
                )


def _runs(row: Iterable[int]) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many follow each other."""
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((at, 1))
    return found
