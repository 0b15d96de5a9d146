"""Pictures of the moments measured, until the person decides: in memory, never on the disk."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from coxa.quantities import Direction, Side

Moments = dict[tuple[Side, Direction], bytes]
"""A JPEG for each side and direction."""

MOST_JOBS = 8

_kept: OrderedDict[str, Moments] = OrderedDict()
_lock = Lock()


def remember(job_id: str, moments: Moments) -> None:
    """Hold the pictures of a job; those of the oldest jobs make room."""
    with _lock:
        _kept[job_id] = moments
        while len(_kept) > MOST_JOBS:
            _kept.popitem(last=False)


def recall(job_id: str) -> Moments:
    """The pictures of a job; none after a restart or once they were let go."""
    with _lock:
        return dict(_kept.get(job_id, {}))


def let_go(job_id: str | None = None) -> None:
    """Forget the pictures of one job, or of all."""
    with _lock:
        if job_id is None:
            _kept.clear()
        else:
            _kept.pop(job_id, None)
