"""A committee learns what it is shown, copes with what is not seen, and repeats by its seeds."""

from __future__ import annotations

import json

import numpy as np
import pytest

from coxa.angles import Committee
from rig.teaching import committee as teaching
from rig.teaching.committee import Hidden, teach_committee
from rig.teaching.fit import sifted_ridge
from rig.teaching.table import written

COUNT = 1500


def examples(seed: int) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """A turn that depends on a swing, on where the body stands and on a second witness."""
    random = np.random.default_rng(seed)
    swing, witness, trunk = random.uniform(-1, 1, (3, COUNT))
    turn_deg = 5 * swing + 3 * swing * trunk + 4 * witness**3
    features = {"swing": swing, "witness": witness, "trunk": trunk, "seen": np.ones(COUNT)}
    return features, turn_deg


def taught(hidden_share: float) -> Committee:
    features, turn_deg = examples(1)
    return teach_committee(
        features,
        ("swing", "witness"),
        ("trunk", "seen"),
        {"turn_deg": turn_deg},
        Hidden(("witness", "seen"), hidden_share),
    )


@pytest.fixture(autouse=True)
def few_and_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "MEMBERS", 2)
    monkeypatch.setattr(teaching, "EPOCHS", 60)


def rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(values**2)))


def test_it_reads_others_than_those_that_taught_it() -> None:
    features, turn_deg = examples(2)
    found, differing = taught(0.0)(features)
    assert rms(found[:, 0] - turn_deg) < 0.25 * rms(turn_deg)
    assert differing.mean() < 0.1 * rms(turn_deg)


def test_it_copes_with_a_witness_that_is_not_seen() -> None:
    features, turn_deg = examples(2)
    blind = features | {"witness": np.zeros(COUNT), "seen": np.zeros(COUNT)}
    without_witness_deg = turn_deg - 4 * features["witness"] ** 3
    found, _ = taught(0.3)(blind)
    assert rms(found[:, 0] - without_witness_deg) < 0.25 * rms(turn_deg)


def test_the_same_seeds_teach_the_same() -> None:
    assert taught(0.2).to_dict(6) == taught(0.2).to_dict(6)


def test_the_written_table_has_a_row_of_weights_a_line() -> None:
    table = {"models": {"heavy": {"detector": taught(0.0).to_dict(3)}}}
    text = written(table)
    assert json.loads(text) == table
    assert max(len(line) for line in text.splitlines()) < 700
    assert len(text.splitlines()) < 300


def test_legs_that_were_misread_teach_nothing_about_where_the_others_hang() -> None:
    random = np.random.default_rng(4)
    out, noise = random.normal(size=(2, 800))
    lean_deg = 3 + 2 * out + noise
    lean_deg[:12] += 80
    found, spread_deg = sifted_ridge({"out": out}, ("1", "out"), lean_deg, 0.1)
    assert found.coefficients["1"] == pytest.approx(3, abs=0.15)
    assert found.coefficients["out"] == pytest.approx(2, abs=0.15)
    assert spread_deg == pytest.approx(1, abs=0.1)
