"""From pairs to figures: one analysis for each kind of pairs, nothing pooled across kinds."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from coxa.evidence.agreement.coverage import coverage
from coxa.evidence.agreement.error_size import (
    mean_size,
    percentile95,
    root_mean_square,
    scaled,
)
from coxa.evidence.agreement.icc import agreement, consistency, estimated
from coxa.evidence.agreement.limits import differences
from coxa.evidence.agreement.notes import notes
from coxa.evidence.agreement.people import Groups, by_person, flat, independent
from coxa.evidence.agreement.records import Agreement, Differences, Pair, PairKind
from coxa.evidence.agreement.repeatability import repeatability
from coxa.evidence.agreement.slope import slope
from coxa.evidence.normal import Z95
from coxa.quantities import Side

Grouping = Callable[[Sequence[Pair], Callable[[Pair], float]], Groups]


def agreements(pairs: Sequence[Pair]) -> tuple[Agreement, ...]:
    """One :class:`Agreement` for each kind, in the order in which the kinds first appear.

    All angles are counted in the direction of the turn, so that a positive difference says that
    coxa reads further than the reference, inward and outward alike.
    """
    by_kind: dict[PairKind, list[Pair]] = {}
    for pair in pairs:
        by_kind.setdefault(pair.kind, []).append(pair)
    return tuple(_of_kind(kind, own) for kind, own in by_kind.items())


def _of_kind(kind: PairKind, pairs: Sequence[Pair]) -> Agreement:
    read = [pair for pair in pairs if pair.value_deg is not None]
    found = Agreement(
        kind=kind,
        refused=len(pairs) - len(read),
        differences=_differences(read, independent) if read else None,
        sides=_sides(read),
    )
    if len(read) > 1:
        found = found.model_copy(update=_figures(read))
    return found.model_copy(update={"notes": notes(found)})


def _differences(pairs: Sequence[Pair], grouping: Grouping) -> Differences:
    found = differences(grouping(pairs, lambda pair: pair.difference_deg))
    return found.model_copy(update={"people": _people(pairs)})


def _people(pairs: Sequence[Pair]) -> int:
    return len({pair.participant for pair in pairs})


def _sides(pairs: Sequence[Pair]) -> dict[Side, Differences]:
    """Each side apart; a side with a single person of several cannot speak for the others."""
    grouping = independent if _people(pairs) == 1 else by_person
    own = {side: [pair for pair in pairs if pair.side is side] for side in Side}
    return {side: _differences(those, grouping) for side, those in own.items() if those}


def _figures(pairs: Sequence[Pair]) -> dict[str, Any]:
    groups = independent(pairs, lambda pair: pair.difference_deg)
    rmse = root_mean_square(groups)
    # With two devices √(σ²_device + σ²_residual), the agreement form of the standard error of
    # measurement (de Vet et al., J Clin Epidemiol 2006;59:1033–1039), is just this.
    sem = scaled(rmse, 1 / math.sqrt(2))
    return {
        "slope": slope(pairs),
        "rmse_deg": rmse,
        "mae_deg": mean_size(groups),
        "p95_deg": percentile95(flat(groups)),
        **_correlations(pairs),
        "sem_deg": sem,
        "mdc95_deg": scaled(sem, Z95 * math.sqrt(2)),
        "coverage": coverage(pairs),
        "repeatability": repeatability(pairs),
        "reference_repeatability": repeatability(pairs, lambda pair: pair.reference_turned_deg),
    }


def _correlations(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Intraclass correlations, the rows of a person together."""
    read = independent(pairs, lambda pair: pair.turned_deg)
    reference = independent(pairs, lambda pair: pair.reference_turned_deg)
    people = [list(zip(*own, strict=True)) for own in zip(read, reference, strict=True)]
    return {
        "icc_agreement": estimated(people, agreement),
        "icc_consistency": estimated(people, consistency),
    }
