"""docs/answer.md says the numbers that the engine uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from coxa.evidence import Verdict, asked, engine, own_error, scatter
from coxa.evidence.model import boundary, outlook, verdict
from coxa.evidence.model.normal import normal_quantile
from coxa.evidence.model.priors import PRIORS, QUADRATURE


@pytest.fixture
def page(root: Path) -> str:
    return " ".join((root / "docs/answer.md").read_text(encoding="utf-8").split())


def test_the_page_names_every_verdict_and_the_engine(page: str) -> None:
    for one in Verdict:
        assert f"`{one.value}`" in page
    assert engine.ENGINE in page


def test_the_page_states_the_rules(page: str) -> None:
    assert f"added to the method's SEM² with the weight of {_word(scatter.METHOD_WEIGHT)}" in page
    assert f"six different days ({own_error.OWN_FROM_DAYS})" in page
    assert f"ρ = {own_error.SHARED_BY_SIDES}" in page
    assert (
        f"at least {verdict.FULL_BASELINE_DAYS} baseline and {verdict.FULL_TRAINING_DAYS} training"
        in page
    )
    assert f"±{verdict.NO_CHANGE_WITHIN_DEG:.0f}°" in page
    assert (
        f"fewer than {verdict.LEAST_BASELINE_DAYS} baseline or {verdict.LEAST_TRAINING_DAYS} "
        "training days" in page
    )
    assert f"z({boundary.SURE_AT_THE_END})" in page
    assert f"{normal_quantile(boundary.SURE_AT_THE_END):.2f} at the planned end" in page
    assert f"{boundary.bar(4, asked.PLANNED_READINGS):.2f} after four" in page
    assert f"up to {outlook.MOST}, after which a verdict has a chance of at least 80 %" in page


def test_the_page_states_the_priors(page: str) -> None:
    assert f"normal, 0 ± {PRIORS.gain_sd_deg:.0f}°" in page
    assert f"normal, 0 ± {PRIORS.drift_sd}° a week" in page
    for prior in (PRIORS.own_drift_sd, PRIORS.spill_over):
        *first, last = (f"{value:g}" for value in prior.values)
        assert f"{', '.join(first)} or {last}" in page or f"{', '.join([*first, last])}" in page
        assert f"with weights {', '.join(f'{weight:g}' for weight in prior.weights)}" in page
    assert f"{PRIORS.weeks_median:.0f} weeks × e^±{PRIORS.weeks_spread}" in page
    assert f"{PRIORS.error_median} × e^±{PRIORS.error_spread}" in page
    assert f"({QUADRATURE.error_nodes} and {QUADRATURE.week_nodes} points)" in page


def _word(number: int) -> str:
    return {6: "six"}[number]
