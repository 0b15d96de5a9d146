"""From a share that comes and goes to the few moments that a coach acts on. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coxa.records import Seen, SeenWhat
from coxa.watching.faults import FaultTeller

LEAVES_START, IS_BACK = 0.28, 0.20
"""Shares of the target at which a repetition begins, and is over."""
BACK_S = 0.08
"""Back for so long: the net loses a leg for a single picture now and then."""
WORTH_TELLING = 0.35
"""A repetition that came no further was none."""
REACHES_END, LEAVES_END = 0.72, 0.67


@dataclass(frozen=True)
class Look:
    """What one frame says.

    Attributes
    ----------
    share : of the way, relative to the target.
    faults : amount of each fault that can be told just now.
    """

    at_s: float
    share: float
    faults: Mapping[str, float]


@dataclass
class Moments:
    """Turns looks into moments; begins in the start pose.

    Attributes
    ----------
    furthest : share of the repetition under way, or of the last one.
    """

    moving: bool = False
    at_end: bool = False
    furthest: float = 0.0
    faults: FaultTeller = field(default_factory=FaultTeller)
    _near_since_s: float | None = None

    def take(self, look: Look) -> Iterator[Seen]:
        """The moments that a look shows, in order."""
        yield from self._repetition(look)
        for fault_id, there in self.faults.take(look.at_s, look.faults):
            what = SeenWhat.FAULT if there else SeenWhat.MENDED
            yield _seen(what, look, fault_id=fault_id)

    def interrupted(self, at_s: float) -> Iterator[Seen]:
        """The person left the exercise: nothing goes on from here."""
        self.moving = self.at_end = False
        self.furthest = 0.0
        for fault_id in self.faults.mended():
            yield Seen(what=SeenWhat.MENDED, at_s=at_s, fault_id=fault_id)

    def _repetition(self, look: Look) -> Iterator[Seen]:
        if not self.moving and look.share > LEAVES_START:
            self.moving, self.furthest = True, look.share
            yield _seen(SeenWhat.MOVING, look)
        if not self.moving:
            return
        self.furthest = max(self.furthest, look.share)
        if not self.at_end and look.share >= REACHES_END:
            self.at_end = True
            yield _seen(SeenWhat.AT_END, look)
        elif self.at_end and look.share < LEAVES_END:
            self.at_end = False
            yield _seen(SeenWhat.LEFT_END, look)
        if self._is_back(look):
            self.moving = False
            self.faults.repetition_over()
            if self.furthest >= WORTH_TELLING:
                yield _seen(SeenWhat.BACK, look, self.furthest)

    def _is_back(self, look: Look) -> bool:
        if look.share >= IS_BACK:
            self._near_since_s = None
            return False
        if self._near_since_s is None:
            self._near_since_s = look.at_s
        return look.at_s - self._near_since_s >= BACK_S


def _seen(
    what: SeenWhat, look: Look, share: float | None = None, fault_id: str | None = None
) -> Seen:
    share = look.share if share is None else share
    return Seen(what=what, at_s=look.at_s, share=min(max(share, -1.0), 3.0), fault_id=fault_id)
