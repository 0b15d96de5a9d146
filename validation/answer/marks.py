"""The marks that the answer must meet, set before it was written, and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from validation.answer.outcomes import Held, Outcome
from validation.answer.run import Results
from validation.answer.scene import Scene
from validation.answer.scenes import MARKED, SPILL
from validation.measures import Share

FALSE_AT_END = 0.05
FALSE_AT_ANY_LOOK = 0.10
COVERAGE = (0.93, 0.99)
WIDTH_DEG = 7.5
POWER = {5.0: 0.9, 3.0: 0.5}


@dataclass(frozen=True)
class Mark:
    """One mark in one scene."""

    scene: Scene
    name: str
    asked: str
    found: str
    met: bool


def at_end(outcomes: Sequence[Outcome]) -> Share:
    """Those who are told *improved* at the end."""
    return Share(sum(outcome.improved for outcome in outcomes), len(outcomes))


def at_any_look(outcomes: Sequence[Outcome], until: int | None = None) -> Share:
    """Those who were told *improved* at least once."""
    return Share(sum(one.improved_at_any_look(until) for one in outcomes), len(outcomes))


def covered(figures: Sequence[Held]) -> Share:
    """Those whose 95 % interval holds the truth."""
    return Share(sum(figure.holds for figure in figures), len(figures))


def gains(outcomes: Sequence[Outcome]) -> list[Held]:
    """The trained hip's gains; people without a judgement are counted apart."""
    return [outcome.gain for outcome in outcomes if outcome.gain is not None]


def contrasts(outcomes: Sequence[Outcome]) -> list[Held]:
    """Trained minus waiting."""
    return [outcome.contrast for outcome in outcomes if outcome.contrast is not None]


def mean_width(figures: Sequence[Held]) -> tuple[float, float]:
    """The mean width of the intervals and its own 95 % error."""
    widths = np.array([figure.width_deg for figure in figures])
    if len(widths) < 2:
        return float(widths.mean()), float("nan")
    return float(widths.mean()), float(1.96 * widths.std(ddof=1) / np.sqrt(len(widths)))


def marks(results: Results) -> list[Mark]:
    """Every mark in every scene that it is asked of, as far as the scene was run."""
    found = [mark for scene in MARKED if results.has(scene) for mark in _scene(results, scene)]
    if results.has(SPILL):
        found += _coverages(results, SPILL)
    return found


def _scene(results: Results, scene: Scene) -> Iterator[Mark]:
    nothing = results.of(scene, 0.0)
    yield _most(scene, "false *improved* at the end", at_end(nothing), FALSE_AT_END)
    yield _most(scene, "false *improved* at any look", at_any_look(nothing), FALSE_AT_ANY_LOOK)
    yield from _coverages(results, scene)
    for gain_deg in scene.gains_deg:
        width, error = mean_width(gains(results.of(scene, gain_deg)))
        name = f"mean width of the interval, gain {gain_deg:g}°"
        asked = f"≤ {WIDTH_DEG}°"
        yield Mark(scene, name, asked, f"{width:.2f} ± {error:.2f}°", width <= WIDTH_DEG)
    for gain_deg, asked_share in POWER.items():
        power = at_end(results.of(scene, gain_deg))
        name = f"power at the end, gain {gain_deg:g}°"
        asked = f"≥ {100 * asked_share:.0f} %"
        yield Mark(scene, name, asked, percent(power), power.value >= asked_share)


def _coverages(results: Results, scene: Scene) -> Iterator[Mark]:
    low, high = COVERAGE
    for gain_deg in scene.gains_deg:
        share = covered(gains(results.of(scene, gain_deg)))
        yield Mark(
            scene,
            f"coverage, gain {gain_deg:g}°",
            f"{100 * low:.0f} to {100 * high:.0f} %",
            percent(share),
            low <= share.value <= high,
        )


def _most(scene: Scene, name: str, share: Share, most: float) -> Mark:
    return Mark(scene, name, f"≤ {100 * most:.0f} %", percent(share), share.value <= most)


def percent(share: Share) -> str:
    """A share with the half-width of its 95 % interval: how far chance may have moved it."""
    if not share.of:
        return "–"
    low, high = share.interval95
    return f"{100 * share.value:.1f} ± {50 * (high - low):.1f} %"
