"""The clock of a page, made one that only runs forwards."""

from __future__ import annotations

NEW_CLOCK_FRAMES = 15
"""So many frames in a row whose numbers go on while their times, in order among themselves, lie
before the last one taken: the clock was set, and counts from another beginning. A frame whose
number is not a new one is never taken: it was sent again."""
NEW_CLOCK_GAP_S = 3.0
"""How long the change of clocks took, nobody knows; long enough that no hold goes across it."""


class PageClock:
    """Seconds since the first frame, from frame numbers and times as a page sends them."""

    def __init__(self) -> None:
        self._last: tuple[int, float] | None = None
        self._stray: tuple[int, float] | None = None
        self._strays = 0
        self._offset_s = 0.0

    def read(self, number: int, page_s: float) -> float | None:
        """The time of a frame; ``None`` for one that is not later than the last one taken."""
        if self._last is None:
            self._offset_s = -page_s
        elif not _follows(self._last, number, page_s):
            if not self._new_clock(number, page_s):
                return None
            self._offset_s += self._last[1] + NEW_CLOCK_GAP_S - page_s
        self._last, self._stray, self._strays = (number, page_s), None, 0
        return page_s + self._offset_s

    def _new_clock(self, number: int, page_s: float) -> bool:
        if self._last is None or number <= self._last[0]:
            return False
        in_order = self._stray is not None and _follows(self._stray, number, page_s)
        self._strays = self._strays + 1 if in_order else 1
        self._stray = (number, page_s)
        return self._strays >= NEW_CLOCK_FRAMES


def _follows(last: tuple[int, float], number: int, page_s: float) -> bool:
    return number > last[0] and page_s > last[1]
