"""docs/answer.md says the numbers that the engine uses."""

from __future__ import annotations

from pathlib import Path

from coxa.evidence import Verdict, blocks, engine, own_error, scatter, verdicts


def test_the_page_names_every_verdict_and_the_engine(root: Path) -> None:
    page = (root / "docs/answer.md").read_text(encoding="utf-8")
    for verdict in Verdict:
        assert f"`{verdict.value}`" in page
    assert engine.ENGINE in page


def test_the_page_states_the_constants(root: Path) -> None:
    page = (root / "docs/answer.md").read_text(encoding="utf-8")
    assert f"({scatter.METHOD_WEIGHT}·SEM²" in page
    assert f"six different days ({own_error.OWN_FROM_DAYS})" in page
    assert f"ρ = {own_error.SHARED_BY_SIDES}" in page
    assert f"{blocks.AUTOCORRELATION}ᵏ" in page
    assert (
        f"at least {verdicts.FULL_BASELINE_DAYS} baseline and {verdicts.RECENT_DAYS} training days"
        in page
    )
    assert f"±{verdicts.NO_CHANGE_WITHIN_DEG:.0f}°" in page
    assert (
        f"fewer than {verdicts.LEAST_BASELINE_DAYS} baseline or "
        f"{verdicts.LEAST_RECENT_DAYS} training days" in page
    )
