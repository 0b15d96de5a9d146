"""How far this person goes today, as the net sees it.

A pose net draws the end of a range nearer than it is, and nobody's end is the figure's. So a
repetition is judged by the person's own whole ones. Where the first one stops, well on its way, is
taken as the person's end; half-way it is not.
"""

from __future__ import annotations

from collections import deque

COUNTED = 4
"""Of the latest whole repetitions; what is usual counts as one more."""
LEAST, MOST = 0.4, 1.25
STOPS_FROM, STOPS_WITHIN, STOPS_S = 0.62, 0.06, 0.5
"""The first repetition shows the end where it stays about one share for so long, at such a part of
what is usual."""
RESTING_WITHIN, RESTING_S = 0.2, 1.5
"""At the start, where the share should be zero, what it strays by is learnt in about this time."""


class Reach:
    """From shares of the figure's way to shares of the person's own.

    Parameters
    ----------
    asked
        How much of the way is asked for.
    usual
        The share of the figure's way at which whole repetitions are usually seen to end.
    """

    def __init__(self, asked: float, usual: float) -> None:
        self._asked, self._usual = asked, usual
        self._whole: deque[float] = deque(maxlen=COUNTED)
        self._rest = 0.0
        self._shown: float | None = None
        self._stopped_at, self._stopped_s = 0.0, 0.0

    def begin(self) -> None:
        """The start pose was just taken."""
        self._rest = 0.0

    def relative(self, share: float, step_s: float, moving: bool) -> float:
        """A share of the figure's way as one of the person's own, which ends at 1."""
        stray = share - self._rest
        if not moving and abs(stray) < RESTING_WITHIN:
            self._rest += stray * min(step_s / RESTING_S, 1.0)
        if self._shown is None:
            self._look_for_a_stop(share - self._rest, step_s)
        return (share - self._rest) / self._end

    def whole(self, furthest: float) -> None:
        """A repetition came to its end, at a share of the person's own way as it was held to be."""
        self._whole.append(furthest * self._end)

    def _look_for_a_stop(self, share: float, step_s: float) -> None:
        if abs(share - self._stopped_at) > STOPS_WITHIN:
            self._stopped_at, self._stopped_s = share, 0.0
        self._stopped_s += step_s
        if self._stopped_s > STOPS_S and share > STOPS_FROM * self._usual * self._asked:
            self._shown = share

    @property
    def _end(self) -> float:
        usual = self._usual * self._asked if self._shown is None else self._shown
        found = (usual + sum(self._whole)) / (1 + len(self._whole))
        return min(max(found, LEAST * self._asked), MOST * self._asked)
