"""How well coxa's readings agree with a reference: bias, limits, correlation, stated error."""

from coxa.evidence.agreement.analyse import agreements
from coxa.evidence.agreement.notes import headline as agreement_headline
from coxa.evidence.agreement.records import (
    MOST_PAST_ZERO_DEG,
    Agreement,
    Differences,
    Estimate,
    Pair,
    PairKind,
    ReferenceDevice,
)

__all__ = [
    "MOST_PAST_ZERO_DEG",
    "Agreement",
    "Differences",
    "Estimate",
    "Pair",
    "PairKind",
    "ReferenceDevice",
    "agreement_headline",
    "agreements",
]
