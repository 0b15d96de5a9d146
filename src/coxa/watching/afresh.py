"""When the pose net should look for the person anew.

It follows a body from picture to picture. While somebody gets down on the floor it may take the
legs for the whole of her, and stays there; looking at the whole picture again it finds her.
"""

from __future__ import annotations

from coxa.records import SetUp

UNFOUND = frozenset({SetUp.CUT_OFF, SetUp.TOO_SMALL, SetUp.POSE})
"""Somebody is followed, but not as the start pose would look."""
AFTER_S = 2.5


class Afresh:
    """Asks for a look at the whole picture whenever no start pose was found for some seconds."""

    def __init__(self) -> None:
        self._since_s: float | None = None

    def take(self, at_s: float, set_up: SetUp | None) -> bool:
        """Whether to look anew after this frame."""
        if set_up not in UNFOUND:
            self._since_s = None
            return False
        if self._since_s is None:
            self._since_s = at_s
        due = at_s - self._since_s >= AFTER_S
        if due:
            self._since_s = at_s
        return due
