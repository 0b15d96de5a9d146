"""Many people: from what each shares to the pooled answer, and back to one person's own."""

from coxa.evidence.pool.analyse import pool_shares
from coxa.evidence.pool.contribute import OwnGain, own_gain
from coxa.evidence.pool.lend import Lent, lend
from coxa.evidence.pool.notes import dose_words, group_words
from coxa.evidence.pool.notes import headline as pool_headline
from coxa.evidence.pool.records import (
    DoseResponse,
    Group,
    Grouping,
    Heterogeneity,
    PoolAnswer,
    Pooled,
    PoolMember,
)
from coxa.evidence.pool.share import AgeBand, Deficit, PoolKind, Share, SharedGain

__all__ = [
    "AgeBand",
    "Deficit",
    "DoseResponse",
    "Group",
    "Grouping",
    "Heterogeneity",
    "Lent",
    "OwnGain",
    "PoolAnswer",
    "PoolKind",
    "PoolMember",
    "Pooled",
    "Share",
    "SharedGain",
    "dose_words",
    "group_words",
    "lend",
    "own_gain",
    "pool_headline",
    "pool_shares",
]
