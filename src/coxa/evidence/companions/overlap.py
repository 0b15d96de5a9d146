"""How far the phases overlap: NAP, Tau and Tau-U, counted over pairs of readings.

``S`` of some pairs is the number of those that rise less the number of those that fall.
"""

from __future__ import annotations

import math

import numpy as np

from coxa.evidence.companions.phases import TwoPhases, Values
from coxa.evidence.companions.records import TauU

DECIMALS = 9
"""Values that agree to so many decimals are tied; a day's mean is exact to far fewer."""


def nap(phases: TwoPhases) -> float:
    """Nonoverlap of all pairs: the share of pairs that rise, a tie counting half.

    Parker & Vannest, *Behavior Therapy* 40 (2009) 357.
    """
    signs = _signs_between(phases.baseline, phases.training)
    return float((1 + signs.mean()) / 2)


def tau(phases: TwoPhases) -> float:
    """Tau of A against B: ``S_AB / (n_A n_B − ties / 2)``."""
    signs = _signs_between(phases.baseline, phases.training)
    ties = np.count_nonzero(signs == 0)
    return float(signs.sum() / (signs.size - ties / 2))


def tau_parker(phases: TwoPhases) -> float:
    """Tau of A against B over all pairs, tied or not: ``S_AB / (n_A n_B)``.

    Parker, Vannest, Davis & Sauber, *Behavior Therapy* 42 (2011) 284.
    """
    return float(_signs_between(phases.baseline, phases.training).mean())


def tau_u(phases: TwoPhases) -> TauU:
    """Tau-U, A against B minus trend in A, in each convention.

    Parker, Vannest, Davis & Sauber, *Behavior Therapy* 42 (2011) 284, for the first of these; the
    others are the calculators' that are in use::

        parker    (S_AB − S_A) / (n_A n_B)
        tarlow    (S_AB − S_A) / (n_A n_B + n_A (n_A − 1) / 2)
        complete  Kendall's tau-b of all values with (n_A, …, 2, 1, then n_A + 1 for all of B)
    """
    count = len(phases.baseline)
    between = _signs_between(phases.baseline, phases.training)
    both = float(between.sum()) - signs_within(phases.baseline)
    rank = np.concatenate([np.arange(count, 0, -1), np.full(len(phases.training), count + 1)])
    return TauU(
        complete=_tau_b(phases.values, rank.astype(float)),
        parker=both / between.size,
        tarlow=both / (between.size + count * (count - 1) / 2),
    )


def signs_within(values: Values) -> float:
    """``S`` of all pairs of one phase, earlier against later."""
    return float(np.triu(_signs_between(values, values), 1).sum())


def _signs_between(earlier: Values, later: Values) -> Values:
    """(n, m): +1 where the later value is the higher one, 0 where they are tied."""
    rises = np.round(later, DECIMALS)[None, :] - np.round(earlier, DECIMALS)[:, None]
    return np.asarray(np.sign(rises))


def _tau_b(values: Values, rank: Values) -> float | None:
    """Kendall's tau-b (*Rank Correlation Methods*, 1970, ch. 3); ``None`` where all are tied."""
    of_values = np.triu(_signs_between(values, values), 1)
    of_rank = np.triu(_signs_between(rank, rank), 1)
    untied = np.count_nonzero(of_values) * np.count_nonzero(of_rank)
    return float((of_values * of_rank).sum() / math.sqrt(untied)) if untied else None
