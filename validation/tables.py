"""Markdown tables of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from validation.groups import Grouping
from validation.measures import (
    MIN_FOR_P95,
    ErrorSize,
    Share,
    coverage,
)
from validation.refusals import Fault, faults, reasons_given, wrongly_refused
from validation.rows import Row, read_well

NOTHING = "–"


def markdown(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A table; all columns but the first are aligned to the right."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "--:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(cells) + " |" for cells in body]
    return "\n".join(lines)


def degrees(value: float | None, signed: bool = False) -> str:
    """Two decimals, as the differences between conditions are that small."""
    if value is None:
        return NOTHING
    return f"{value:+.2f}" if signed else f"{value:.2f}"


def percent(share: Share) -> str:
    """A share in whole tenths of a percent."""
    return NOTHING if not share.of else f"{100 * share.value:.1f} %"


def percent_span(interval: tuple[float, float] | None) -> str:
    """An interval of shares."""
    if interval is None:
        return NOTHING
    return f"{100 * interval[0]:.1f} to {100 * interval[1]:.1f} %"


def counts(rows: Sequence[Row]) -> list[str]:
    """Readings, recordings and bodies that some rows come from."""
    recordings = {row.recording.name for row in rows}
    bodies = {row.recording.body for row in rows}
    return [str(len(rows)), str(len(recordings)), str(len(bodies))]


COUNTED = ["readings", "recordings", "bodies"]


def by_group(grouping: Grouping, rows: Sequence[Row]) -> str:
    """Errors, coverage and wrong refusals of every group of the movements that should be read."""
    head = [
        grouping.title,
        *COUNTED,
        "MAE",
        "RMSE",
        "P95",
        "worst",
        "bias",
        "coverage",
        "mean stated ±",
        "naive RMSE",
        "wrongly refused",
    ]
    readable = [row for row in rows if row.readable]
    return markdown(head, [_group(*group) for group in grouping.divide(readable).items()])


def _group(label: str, rows: Sequence[Row]) -> list[str]:
    read = read_well(rows)
    refused = percent(wrongly_refused(rows))
    if not read:
        return [label, *counts(read), *[NOTHING] * 8, refused]
    naive = [row.naive_error_deg for row in read if row.naive_deg is not None]
    return [
        label,
        *counts(read),
        *sizes(ErrorSize.of([row.error_deg for row in read])),
        percent(coverage(read)),
        degrees(mean_stated_deg(read)),
        degrees(ErrorSize.of(naive).rmse_deg) if naive else NOTHING,
        refused,
    ]


def sizes(size: ErrorSize) -> list[str]:
    """MAE, RMSE, P95, worst and bias."""
    columns = (size.mae_deg, size.rmse_deg, size.p95_deg, size.worst_deg)
    return [*map(degrees, columns), degrees(size.bias_deg, signed=True)]


def mean_stated_deg(rows: Sequence[Row]) -> float:
    """Mean half-width of the stated 95 % interval."""
    return sum(row.error95_deg or 0.0 for row in rows) / len(rows)


def methods(named: Sequence[tuple[str, Sequence[float]]]) -> str:
    """Errors of several ways to read the same movements."""
    head = ["", "readings", "MAE", "RMSE", "P95", "worst", "bias"]
    found = [(name, ErrorSize.of(errors)) for name, errors in named if errors]
    return markdown(head, [[name, str(size.count), *sizes(size)] for name, size in found])


def by_stated_error(rows: Sequence[Row], parts: int = 4) -> list[list[Row]]:
    """Readings in equal parts, from the smallest to the largest stated error."""
    ordered = sorted(rows, key=lambda row: row.error95_deg or 0.0)
    parts = max(min(parts, len(ordered) // MIN_FOR_P95), 1)
    edges = [round(k * len(ordered) / parts) for k in range(parts + 1)]
    return [ordered[low:high] for low, high in pairwise(edges)]


def stated_errors(rows: Sequence[Row]) -> str:
    """Does the interval hold the truth where it is narrow, and where it is wide?"""
    head = ["stated ±", "readings", "RMSE", "coverage", "95 % interval (Wilson)"]
    body = []
    for part in by_stated_error(rows):
        low, high = part[0].error95_deg, part[-1].error95_deg
        held = coverage(part)
        size = ErrorSize.of([row.error_deg for row in part])
        body.append(
            [
                f"{degrees(low)} to {degrees(high)}",
                str(len(part)),
                degrees(size.rmse_deg),
                percent(held),
                percent_span(held.interval95),
            ]
        )
    return markdown(head, body)


def reasons(rows: Sequence[Row]) -> str:
    """Reasons given for refusing what should be read, and among how many."""
    of = wrongly_refused(rows).of
    body = [
        [f"`{reason}`", str(times), percent(Share(times, of))]
        for reason, times in reasons_given(rows).most_common()
    ]
    return markdown(["reason", "movements", "of all readable"], body)


def spoilt(rows: Sequence[Row]) -> str:
    """Every fault of the ground, and what got through."""
    head = ["fault", "recordings", "with a number all the same", "movements read", "of them wrong"]
    return markdown(head, [_fault(fault) for fault in faults(rows)])


def _fault(fault: Fault) -> list[str]:
    passed = fault.recordings
    return [
        f"`{fault.name}`",
        str(passed.of),
        f"{passed.hits} ({percent(passed)})",
        str(fault.movements),
        str(fault.harmful),
    ]
