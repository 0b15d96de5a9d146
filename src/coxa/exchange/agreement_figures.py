"""The figures of an agreement as rows of words, for the terminal and for the report alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coxa.evidence import Agreement, Differences, Estimate
from coxa.exchange.drawing.words import ENGLISH, MINUS, Words, change, degrees

NONE = "–"

Row = tuple[str, str, str]
Writer = Callable[[float], str]


def kind_words(found: Agreement, words: Words = ENGLISH) -> str:
    """Which readings these are: test, direction, devices, and what else sets them apart."""
    kind = found.kind
    more = [part for part in (kind.mode, kind.method) if part is not None]
    return words(
        "validate_kind",
        test=kind.test.value,
        direction=kind.direction.value,
        device=kind.device.value,
        more="".join(f", {part}" for part in more),
        reference=kind.reference_device or words("validate_reference_unstated"),
    )


def figure_rows(found: Agreement, words: Words = ENGLISH) -> list[Row]:
    """Name, value and 95 % interval of every figure that could be given."""
    return [*_difference_rows(found, words), *_other_rows(found, words)]


def side_rows(found: Agreement, words: Words = ENGLISH) -> list[tuple[str, ...]]:
    """For each side: pairs, people, bias, standard deviation and limits."""
    return [
        (
            words.side(side),
            str(own.pairs),
            str(own.people),
            _with_interval(own.bias_deg, words),
            NONE if own.sd_deg is None else degrees(own.sd_deg.value, 1),
            _limits(own, words),
        )
        for side, own in found.sides.items()
    ]


SIDE_HEAD = (
    "chart_side",
    "validate_side_pairs",
    "validate_side_people",
    "validate_side_bias",
    "validate_side_sd",
    "validate_side_limits",
)


def _difference_rows(found: Agreement, words: Words) -> Iterator[Row]:
    own = found.differences
    if own is None:
        return
    yield _row("bias_deg", own.bias_deg, change, words)
    if own.sd_deg and own.lower_limit_deg and own.upper_limit_deg:
        yield _row("sd_deg", own.sd_deg, _degrees, words)
        yield _row("lower_limit_deg", own.lower_limit_deg, change, words)
        yield _row("upper_limit_deg", own.upper_limit_deg, change, words)


def _other_rows(found: Agreement, words: Words) -> Iterator[Row]:
    figures: tuple[tuple[str, Estimate | None, Writer], ...] = (
        ("slope", found.slope, _slope),
        ("rmse_deg", found.rmse_deg, _degrees),
        ("mae_deg", found.mae_deg, _degrees),
        ("icc_agreement", found.icc_agreement, _plain),
        ("icc_consistency", found.icc_consistency, _plain),
        ("sem_deg", found.sem_deg, _degrees),
        ("mdc95_deg", found.mdc95_deg, _degrees),
    )
    for name, estimate, written in figures:
        if estimate is not None:
            yield _row(name, estimate, written, words)
        if name == "mae_deg" and found.p95_deg is not None:
            yield words("validate_p95_deg"), _degrees(found.p95_deg), NONE
    if found.coverage is not None:
        count = {"within": found.coverage.within, "pairs": found.coverage.pairs}
        yield _row("coverage", found.coverage.share, _share, words, **count)
    for name, scatter in (
        ("repeatability", found.repeatability),
        ("reference_repeatability", found.reference_repeatability),
    ):
        if scatter is not None:
            yield _row(name, scatter.sd_deg, _degrees, words, sets=scatter.sets)


def _row(name: str, estimate: Estimate, written: Writer, words: Words, **params: int) -> Row:
    return (
        words(f"validate_{name}", **params),
        written(estimate.value),
        _interval(estimate, written, words),
    )


def _interval(estimate: Estimate, written: Writer, words: Words) -> str:
    if estimate.interval95 is None:
        return NONE
    low, high = estimate.interval95
    return words("chart_from_to", low=written(low), high=written(high))


def _with_interval(estimate: Estimate, words: Words) -> str:
    if estimate.interval95 is None:
        return change(estimate.value)
    return f"{change(estimate.value)} ({_interval(estimate, change, words)})"


def _limits(own: Differences, words: Words) -> str:
    if own.lower_limit_deg is None or own.upper_limit_deg is None:
        return NONE
    low, high = own.lower_limit_deg.value, own.upper_limit_deg.value
    return words("chart_from_to", low=change(low), high=change(high))


def _degrees(value: float) -> str:
    return degrees(value, 1)


def _slope(value: float) -> str:
    return degrees(value, 2)


def _plain(value: float) -> str:
    return f"{value:.2f}".replace("-", MINUS)


def _share(value: float) -> str:
    return f"{100 * value:.0f} %"
