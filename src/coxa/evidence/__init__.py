"""The answer to "did it improve?": gain, interval, verdict, and what would settle it.

The one seam is :func:`answer`: readings with their phases in, an :class:`Answer` out. How well
readings agree with a reference is answered apart, by :func:`agreements`.
"""

from coxa.evidence.agreement import (
    MOST_PAST_ZERO_DEG,
    Agreement,
    Differences,
    Estimate,
    Pair,
    PairKind,
    ReferenceDevice,
    agreement_headline,
    agreements,
)
from coxa.evidence.engine import answer
from coxa.evidence.notes import headline
from coxa.evidence.records import Answer, SeriesAnswer, SideAnswer, Verdict

__all__ = [
    "MOST_PAST_ZERO_DEG",
    "Agreement",
    "Answer",
    "Differences",
    "Estimate",
    "Pair",
    "PairKind",
    "ReferenceDevice",
    "SeriesAnswer",
    "SideAnswer",
    "Verdict",
    "agreement_headline",
    "agreements",
    "answer",
    "headline",
]
