"""The figures of a pool as rows of words, for the terminal and the report, and a share's words."""

from __future__ import annotations

from collections.abc import Iterator

from coxa.evidence import Pooled, Share, SharedGain
from coxa.exchange.drawing.pool_words import deficit_words, family_words
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, MINUS, Words, change, degrees
from coxa.exchange.markup import to_html

NONE = "–"

Row = tuple[str, str, str]
Interval = tuple[float, float]


def pool_kind_words(found: Pooled, words: Words = ENGLISH) -> str:
    """Which gains these are: test, direction, active or passive, and set against what."""
    kind = found.pooled_kind
    return words(
        f"pool_kind_{kind.kind.value}",
        test=kind.test.value,
        direction=kind.direction.value,
        mode=kind.mode.value,
    )


def pool_figure_rows(found: Pooled, words: Words = ENGLISH) -> list[Row]:
    """Name, value and 95 % interval of every figure that could be given."""
    return [
        *_average_rows(found, words),
        *_difference_rows(found, words),
        *_dose_rows(found, words),
        *_group_rows(found, words),
    ]


def pool_figures_table(found: Pooled, words: Words = ENGLISH) -> str:
    """The same rows as an HTML table."""
    head = [words(f"validate_{name}") for name in ("figure", "value", "interval")]
    return to_html(table(words("validate_all_figures"), head, pool_figure_rows(found, words)))


def share_words(share: Share, words: Words = ENGLISH) -> list[str]:
    """All that a share holds, in sentences."""
    said = [words("share_all")]
    for one in share.gains:
        said += [_gain_words(one, words), _fact_words(one, words)]
    if share.age_band is not None:
        said.append(words("share_age", age=share.age_band.value))
    return [*said, words("share_not")]


def between(interval: Interval, words: Words) -> str:
    """From and to, in degrees with signs."""
    low, high = interval
    return words("chart_from_to", low=change(low), high=change(high))


def _average_rows(found: Pooled, words: Words) -> Iterator[Row]:
    yield words("pool_mean"), change(found.mean_deg), between(found.interval95_deg, words)
    if found.prediction95_deg is not None:
        yield words("pool_prediction"), NONE, between(found.prediction95_deg, words)


def _difference_rows(found: Pooled, words: Words) -> Iterator[Row]:
    known = found.heterogeneity
    if known is None:
        return
    yield words("pool_tau"), degrees(known.tau_deg, 1), NONE
    yield words("pool_i2"), f"{100 * known.i2:.0f} %", NONE
    q = words("pool_q", freedom=known.q_freedom, p=probability(known.q_p))
    yield q, f"{known.q:.1f}", NONE
    for other in found.other_estimates:
        name = words(f"pool_other_{other.estimator}", tau=degrees(other.tau_deg, 1))
        yield name, change(other.mean_deg), between(other.interval95_deg, words)


def _dose_rows(found: Pooled, words: Words) -> Iterator[Row]:
    for one in found.dose_response:
        name = words(f"pool_slope_{one.by}", people=one.people, p=probability(one.p))
        yield name, change(one.slope_deg), between(one.interval95_deg, words)


def _group_rows(found: Pooled, words: Words) -> Iterator[Row]:
    for grouping in found.groupings:
        for group in grouping.groups:
            name = words(
                "pool_group",
                by=words(f"pool_by_{grouping.by}"),
                name=group.name if grouping.by == "age_band" else words(f"pool_name_{group.name}"),
                people=group.people,
            )
            yield name, change(group.mean_deg), between(group.interval95_deg, words)


def probability(p: float) -> str:
    """A probability to three digits, never nought."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def _gain_words(one: SharedGain, words: Words) -> str:
    return words(
        f"share_gain_{one.kind.value}",
        test=one.test.value,
        direction=one.direction.value,
        mode=one.mode.value,
        device=one.device.value,
        gain=f"{one.gain_deg:+.1f}".replace("-", MINUS),
        margin=f"{one.margin95_deg:.1f}",
    )


def _fact_words(one: SharedGain, words: Words) -> str:
    unknown = words("share_not_known")
    return words(
        "share_facts",
        weeks=one.weeks,
        minutes=unknown if one.minutes_a_week is None else one.minutes_a_week,
        families=family_words(one, words) or unknown,
        deficit=deficit_words(one, words) or unknown,
    )
