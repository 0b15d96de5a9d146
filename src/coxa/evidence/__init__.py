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
from coxa.evidence.apart import why_apart
from coxa.evidence.asked import PLANNED_READINGS, Person
from coxa.evidence.borrowing import borrowed_words
from coxa.evidence.case import Borrowed, Case, CaseDose, CaseReading
from coxa.evidence.companions import Companions, PiecewiseModel, TauU
from coxa.evidence.engine import answer, answers
from coxa.evidence.first_sentence import (
    first_sentences,
    hip_words,
    lead_series,
    lead_side,
)
from coxa.evidence.judgement import BandPoint, CaseAnswer, Figure, Lean, SideJudgement
from coxa.evidence.method_error import METHOD_ERRORS, MethodError
from coxa.evidence.model import judge, judge_all
from coxa.evidence.notes import ErrorWords, error_words, headline
from coxa.evidence.phased_case import Exercised
from coxa.evidence.pool import (
    AgeBand,
    Deficit,
    DoseResponse,
    Group,
    Grouping,
    Lent,
    OwnGain,
    PoolAnswer,
    Pooled,
    PoolKind,
    PoolMember,
    Share,
    SharedGain,
    dose_words,
    group_words,
    lend,
    own_gain,
    pool_headline,
    pool_shares,
)
from coxa.evidence.power import PROBABLY, ReadingPlan, least_gain_deg, power
from coxa.evidence.records import (
    Answer,
    BandDay,
    Believed,
    Borrowing,
    ErrorOrigin,
    Leaning,
    ReadingError,
    SeriesAnswer,
    SideAnswer,
)
from coxa.evidence.spoken import signed, unsigned
from coxa.evidence.terms import Kind, Sign, Verdict
from coxa.evidence.worlds import WORLDS, Worlds, worlds_of

__all__ = [
    "METHOD_ERRORS",
    "MOST_PAST_ZERO_DEG",
    "PLANNED_READINGS",
    "PROBABLY",
    "WORLDS",
    "AgeBand",
    "Agreement",
    "Answer",
    "BandDay",
    "BandPoint",
    "Believed",
    "Borrowed",
    "Borrowing",
    "Case",
    "CaseAnswer",
    "CaseDose",
    "CaseReading",
    "Companions",
    "Deficit",
    "Differences",
    "DoseResponse",
    "ErrorOrigin",
    "ErrorWords",
    "Estimate",
    "Exercised",
    "Figure",
    "Group",
    "Grouping",
    "Kind",
    "Lean",
    "Leaning",
    "Lent",
    "MethodError",
    "OwnGain",
    "Pair",
    "PairKind",
    "Person",
    "PiecewiseModel",
    "PoolAnswer",
    "PoolKind",
    "PoolMember",
    "Pooled",
    "ReadingError",
    "ReadingPlan",
    "ReferenceDevice",
    "SeriesAnswer",
    "Share",
    "SharedGain",
    "SideAnswer",
    "SideJudgement",
    "Sign",
    "TauU",
    "Verdict",
    "Worlds",
    "agreement_headline",
    "agreements",
    "answer",
    "answers",
    "borrowed_words",
    "dose_words",
    "error_words",
    "first_sentences",
    "group_words",
    "headline",
    "hip_words",
    "judge",
    "judge_all",
    "lead_series",
    "lead_side",
    "least_gain_deg",
    "lend",
    "own_gain",
    "pool_headline",
    "pool_shares",
    "power",
    "signed",
    "unsigned",
    "why_apart",
    "worlds_of",
]
