"""The engine against PyMC's NUTS on the same model and data: `make oracle` recorded what it found.

Figures of 20 data sets, each of an effective sample of at least 10,000, are kept in ``pymc.json``.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coxa.evidence import Case, CaseAnswer, CaseReading, Sign, judge_all
from coxa.evidence.model.priors import PRIORS
from coxa.quantities import Side
from coxa.records import Phase

KEPT = json.loads(Path(__file__).with_name("pymc.json").read_text(encoding="utf-8"))
NAMES = [one["name"] for one in KEPT["cases"]]
MEAN_OFF, END_OFF = 0.05, 0.1
"""How far a mean and an interval's end may be off, in standard deviations."""

LEAST_EFFECTIVE = 10_000


def case_of(one: dict[str, Any]) -> Case:
    return Case(
        readings=tuple(
            CaseReading(day, Side(side), value, one["sem_deg"], Phase(phase))
            for day, side, value, phase in one["readings"]
        ),
        worthwhile_deg=6.93,
        starts={Side(side): day for side, day in one["starts"].items()},
    )


@cache
def answers() -> list[CaseAnswer]:
    return judge_all([case_of(one) for one in KEPT["cases"]])


def figures(answer: CaseAnswer, what: str) -> tuple[float, tuple[float, float]]:
    if what == "contrast":
        assert answer.contrast_deg is not None
        assert answer.contrast_interval95_deg is not None
        return answer.contrast_deg, answer.contrast_interval95_deg
    own = answer.sides[Side(what)]
    assert own is not None
    return own.gain_deg, own.interval95_deg


def test_the_recorded_figures_are_of_the_assumptions_as_they_are() -> None:
    now = json.loads(json.dumps(asdict(PRIORS)))
    assert KEPT["priors"] == now, "the assumptions have changed: `make oracle` works them out anew"


def test_there_are_twenty_data_sets_sampled_well() -> None:
    assert len(set(NAMES)) == 20
    for one in KEPT["cases"]:
        for what, found in one["found"].items():
            if what != "divergent":
                assert found["ess_bulk"] >= LEAST_EFFECTIVE
                assert found["ess_tail"] >= LEAST_EFFECTIVE
                assert found["rhat"] < 1.01


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_mean_and_interval_are_those_of_sampling(number: int) -> None:
    answer = answers()[number]
    assert Sign.OUTLIERS not in answer.signs, "PyMC knows nothing of readings that count less"
    for what, found in KEPT["cases"][number]["found"].items():
        if what == "divergent":
            continue
        mean, (low, high) = figures(answer, what)
        off = {
            "mean": (mean - found["mean"]) / found["sd"],
            "low": (low - found["low"]) / found["sd"],
            "high": (high - found["high"]) / found["sd"],
        }
        assert abs(off["mean"]) <= MEAN_OFF, (what, off)
        assert abs(off["low"]) <= END_OFF, (what, off)
        assert abs(off["high"]) <= END_OFF, (what, off)
