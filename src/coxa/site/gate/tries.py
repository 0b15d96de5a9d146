"""How often somebody may guess."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

MOST_FROM_ONE = 5
MOST_FROM_ALL = 50
WITHIN_S = 300.0
MOST_PLACES = 1000


class Tries:
    """Counts wrong codes: of each machine, so that nobody locks others out, and of all together."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all: deque[float] = deque()
        self._each: OrderedDict[str, deque[float]] = OrderedDict()

    def wait_s(self, place: str) -> float:
        """For how long this machine must not try; 0 when it may."""
        return max(
            _wait_s(self._all, MOST_FROM_ALL, self._clock()),
            _wait_s(self._each.get(place, deque()), MOST_FROM_ONE, self._clock()),
        )

    def count(self, place: str) -> None:
        """One wrong code from there."""
        now_s = self._clock()
        self._all.append(now_s)
        self._each.setdefault(place, deque()).append(now_s)
        self._each.move_to_end(place)
        while len(self._each) > MOST_PLACES:
            self._each.popitem(last=False)


def _wait_s(times_s: deque[float], most: int, now_s: float) -> float:
    while times_s and now_s - times_s[0] > WITHIN_S:
        times_s.popleft()
    return WITHIN_S - (now_s - times_s[0]) if len(times_s) >= most else 0.0
