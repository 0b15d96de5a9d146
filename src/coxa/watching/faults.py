"""When a fault is told, and when it is mended. Pure.

What is seen a little in every repetition is this person's body, not a fault: no two bodies fit the
figure alike. So a fault must stand out from the least that was seen of it in any repetition so far.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

STANDS_OUT, UNKNOWN, MOST_USUAL = 0.4, 0.45, 0.55
"""How much more than usual is told, what is taken as usual in the first repetition, and the most
that can be: who always makes a fault plainly is told."""
MENDED_SHARE = 0.6
"""Of what is told: below it the fault is gone."""
AFTER_S, MENDED_AFTER_S = 0.1, 0.4


@dataclass
class FaultTeller:
    """Follows the faults of one person through the repetitions of one exercise."""

    told: set[str] = field(default_factory=set)
    _usual: dict[str, float] = field(default_factory=dict)
    """The least of the most that was seen of a fault in a repetition."""
    _most: dict[str, float] = field(default_factory=dict)
    """The most that was seen of a fault in the repetition under way."""
    _since_s: dict[str, float] = field(default_factory=dict)
    """Since when a fault is there that has not been told, or is gone and was told."""

    def take(self, at_s: float, amounts: Mapping[str, float]) -> Iterator[tuple[str, bool]]:
        """What is to be told of the amounts at a time: fault, and whether it is there or mended."""
        for fault_id, amount in amounts.items():
            self._most[fault_id] = max(self._most.get(fault_id, 0.0), amount)
            there = fault_id not in self.told
            if self._turned(at_s, fault_id, amount):
                (self.told.add if there else self.told.remove)(fault_id)
                yield fault_id, there

    def repetition_over(self) -> None:
        """What was seen in it counts as usual from now on."""
        for fault_id, most in self._most.items():
            self._usual[fault_id] = min(self._usual.get(fault_id, most), most)
        self._most.clear()

    def mended(self) -> list[str]:
        """All that were told, and are told no longer."""
        faults = sorted(self.told)
        self.told.clear()
        self._since_s.clear()
        self._most.clear()
        return faults

    def _turned(self, at_s: float, fault_id: str, amount: float) -> bool:
        """Whether a fault has been there, or gone, for long enough."""
        told = fault_id in self.told
        from_amount = STANDS_OUT + min(self._usual.get(fault_id, UNKNOWN), MOST_USUAL)
        turning = amount < MENDED_SHARE * from_amount if told else amount > from_amount
        if not turning:
            self._since_s.pop(fault_id, None)
            return False
        since_s = self._since_s.setdefault(fault_id, at_s)
        if at_s - since_s < (MENDED_AFTER_S if told else AFTER_S):
            return False
        del self._since_s[fault_id]
        return True
