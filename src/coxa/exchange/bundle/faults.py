"""What is wrong with a bundle, each fault with its file and line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coxa.errors import UnusableFile
from coxa.records import Message


@dataclass(frozen=True)
class Fault:
    """One thing wrong, at one place. Lines count from one, the header included."""

    file: str
    line: int
    reason: Message


class RejectedBundle(UnusableFile):
    """Rows that cannot be taken over: none was. ``faults`` names every one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0]
        super().__init__("bundle_rejected", count=len(faults), file=first.file, line=first.line)
        self.faults = tuple(faults)


def fault(file: str, line: int, message_id: str, **params: str | int | float | bool) -> Fault:
    """A fault whose reason has this message id."""
    return Fault(file, line, Message(id=message_id, params=params))
