"""The answer to "did it improve?": gain, interval, verdict, and what would settle it.

The one seam is :func:`answer`: readings with their phases in, an :class:`Answer` out.
"""

from coxa.evidence.engine import answer
from coxa.evidence.notes import headline
from coxa.evidence.records import Answer, SeriesAnswer, SideAnswer, Verdict

__all__ = [
    "Answer",
    "SeriesAnswer",
    "SideAnswer",
    "Verdict",
    "answer",
    "headline",
]
