"""Keep a pain report given outside a session, such as the morning after."""

from __future__ import annotations

from datetime import datetime

from coxa.app.history import all_pain
from coxa.app.storage import Storage
from coxa.records import PainReport, PainTime
from coxa.safety import PainDecision, after_pain


def report_morning_pain(storage: Storage, *, score: int, at: datetime) -> PainDecision:
    """Keep this morning's pain and say what it leads to. Raises InvalidRecord out of 0 to 10."""
    report = PainReport.from_dict(
        {"at": at.isoformat(), "score": score, "when": PainTime.NEXT_MORNING.value}
    )
    decision = after_pain(report, None, all_pain(storage))
    storage.add_pain(report)
    return decision
