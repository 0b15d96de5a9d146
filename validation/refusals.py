"""What was refused and what was accepted, rightly or wrongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from validation.measures import Share
from validation.rows import Row


@dataclass(frozen=True)
class Fault:
    """How recordings with one fault fared.

    Attributes
    ----------
    recordings : in how many of them a number was given all the same.
    movements : how many movements got a number.
    harmful : those whose stated interval does not hold the truth, or that were never made.
    """

    name: str
    recordings: Share
    movements: int
    harmful: int


def wrongly_refused(rows: Sequence[Row]) -> Share:
    """Movements that should be read and were refused."""
    readable = [row for row in rows if row.readable]
    return Share(sum(not row.accepted for row in readable), len(readable))


def reasons_given(rows: Sequence[Row]) -> Counter[str]:
    """How often each reason was given for refusing a movement that should be read."""
    return Counter(
        reason for row in rows if row.readable and not row.accepted for reason in row.reasons
    )


def never_made(rows: Sequence[Row]) -> list[Row]:
    """Numbers given for movements that nobody made, in recordings without fault."""
    return [
        row
        for row in rows
        if row.accepted and row.truth_deg is None and row.recording.refusal is None
    ]


def faults(rows: Sequence[Row]) -> list[Fault]:
    """Every fault of the ground, by name."""
    names = sorted({row.recording.refusal for row in rows if row.recording.refusal})
    return [_fault(name, [r for r in rows if r.recording.refusal == name]) for name in names]


def all_faults(rows: Sequence[Row]) -> Fault | None:
    """All recordings that must be refused, together; ``None`` when there is none."""
    spoilt = [row for row in rows if row.recording.refusal]
    return _fault("all", spoilt) if spoilt else None


def _fault(name: str, rows: Sequence[Row]) -> Fault:
    accepted = [row for row in rows if row.accepted]
    recordings = {row.recording.name for row in rows}
    return Fault(
        name=name,
        recordings=Share(len({row.recording.name for row in accepted}), len(recordings)),
        movements=len(accepted),
        harmful=sum(row.truth_deg is None or not row.holds for row in accepted),
    )
