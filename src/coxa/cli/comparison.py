"""The record of a comparison as ``coxa answer`` prints it."""

from __future__ import annotations

from coxa.app.answer import Comparison
from coxa.cli.speaking import worded


def comparison_record(comparison: Comparison | None) -> dict[str, object] | None:
    """How it was fixed beforehand, and whether it is still what was drawn; ``None``: none was."""
    if comparison is None:
        return None
    return comparison.schedule.to_dict() | {
        "unchanged": comparison.unchanged,
        "told": [worded(one) for one in comparison.told],
    }
