"""``python -m validation.answer.pymc_oracle``: twenty data sets by PyMC, kept for the tests.

``make oracle`` sees to the packages and runs it. What stands in the file already is kept, unless
the assumptions have changed since; with ``--again`` all is sampled anew.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import arviz as az
import click
import numpy as np
import pymc as pm

from coxa.evidence import Case
from coxa.evidence.model.priors import PRIORS
from coxa.records import Phase
from validation.answer.oracle_cases import cases
from validation.answer.pymc_model import SIDES, Data, data_of, model_of
from validation.measures import Floats

OUT = Path(__file__).parents[2] / "tests/evidence/oracle/pymc.json"
SEED = 7
CHAINS = 4
DRAWS = 5600
TUNE = 700
LEAST_EFFECTIVE = 10_000
MOST_CHAINS = 40
TARGET_ACCEPT = 0.8


@click.command()
@click.option("--again", is_flag=True, help="Sample even what is there already.")
@click.option("--only", type=int, help="Number of the one data set to sample, from 0.")
@click.option("--out", type=click.Path(path_type=Path), default=OUT, show_default=False)
def main(again: bool, only: int | None, out: Path) -> None:
    """Sample every data set until its gains are known well enough, and keep the figures."""
    kept = {} if again else _kept(out)
    for number, (name, case) in enumerate(cases()):
        if only not in (None, number) or name in kept:
            continue
        kept[name] = {"name": name, **_case_figures(case), **_sampled(case, number)}
        print(name, json.dumps(kept[name]["found"]), f"{kept[name]['seconds']} s", flush=True)
        _write(out, kept)


def priors() -> dict[str, Any]:
    """The assumptions, as a file holds them."""
    held: dict[str, Any] = json.loads(json.dumps(asdict(PRIORS)))
    return held


def _kept(out: Path) -> dict[str, Any]:
    if not out.exists():
        return {}
    held = json.loads(out.read_text("utf-8"))
    if held["priors"] != priors():
        return {}
    return {one["name"]: one for one in held["cases"]}


def _write(out: Path, kept: dict[str, Any]) -> None:
    order = [name for name, _ in cases() if name in kept]
    held = {
        "command": "make oracle",
        "versions": {name: version(name) for name in ("pymc", "pytensor", "arviz", "numpy")},
        "priors": priors(),
        "cases": [kept[name] for name in order],
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = json.dumps(held, ensure_ascii=False, indent=None)
    out.write_text(lines.replace('{"name"', '\n{"name"') + "\n", "utf-8")


def _case_figures(case: Case) -> dict[str, Any]:
    sems = {one.sem_deg for one in case.readings}
    return {
        "sem_deg": sems.pop(),
        "starts": {side.value: day for side, day in case.starts.items()},
        "readings": [
            [one.day, one.side.value, one.value_deg, one.phase.value] for one in case.readings
        ],
    }


def _sampled(case: Case, number: int) -> dict[str, Any]:
    """Chains until every figure rests on an effective sample that is large enough."""
    data = data_of(case)
    start = time.monotonic()
    gain, share, diverged = _chains(data, SEED + number)
    found, least = _figures(case, data, gain, share)
    while least < LEAST_EFFECTIVE and len(gain) < MOST_CHAINS:
        more = _chains(data, SEED + number + 1000 * len(gain))
        gain, share = np.concatenate([gain, more[0]]), np.concatenate([share, more[1]])
        diverged += more[2]
        found, least = _figures(case, data, gain, share)
    return {
        "found": {**found, "divergent": diverged},
        "chains": len(gain),
        "draws": DRAWS,
        "seconds": round(time.monotonic() - start),
    }


def _chains(data: Data, seed: int) -> tuple[Floats, Floats, int]:
    """Gains by now and shares of each spill-over, chain by draw, and how many draws diverged."""
    with model_of(data):
        trace = pm.sample(
            DRAWS,
            tune=TUNE,
            chains=CHAINS,
            cores=2,
            random_seed=seed,
            target_accept=TARGET_ACCEPT,
            progressbar=False,
            compile_kwargs={"mode": "NUMBA"},
            compute_convergence_checks=False,
        )
    return (
        trace.posterior["gain_now"].to_numpy(),
        trace.posterior["spill_share"].to_numpy(),
        int(trace.sample_stats["diverging"].sum()),
    )


def _figures(case: Case, data: Data, gain: Floats, share: Floats) -> tuple[dict[str, Any], float]:
    """The figures of every gain and of the contrast, with the least effective sample of them."""
    found: dict[str, Any] = {}
    for k, side in enumerate(SIDES):
        if data.trained[k]:
            found[side.value] = _figure(gain[..., k, None], np.ones((*gain.shape[:2], 1)))
    if _waits(case):
        trained = SIDES.index(next(iter(case.starts)))
        left = 1 - np.array(PRIORS.spill_over.values)
        found["contrast"] = _figure(gain[..., trained, None] * left, share)
    least = min(min(one["ess_bulk"], one["ess_tail"]) for one in found.values())
    return found, least


def _waits(case: Case) -> bool:
    return any(one.phase is Phase.WAITING for one in case.readings) and len(case.starts) == 1


def _figure(values: Floats, weights: Floats) -> dict[str, float]:
    """Mean, standard deviation and 95 % interval; ``(chains, draws, parts)`` with weights."""
    order = np.argsort(values, axis=None)
    at = values.ravel()[order]
    share = np.cumsum(weights.ravel()[order])
    low, high = np.interp([0.025, 0.975], share / share[-1], at)
    mean = float(np.average(values, weights=weights))
    sd = float(np.sqrt(np.average((values - mean) ** 2, weights=weights)))
    a_draw = (values * weights).sum(-1)
    return {
        "mean": round(mean, 4),
        "sd": round(sd, 4),
        "low": round(float(low), 4),
        "high": round(float(high), 4),
        "ess_bulk": round(float(az.ess(a_draw, method="bulk"))),
        "ess_tail": round(float(az.ess(a_draw, method="tail"))),
        "rhat": round(float(az.rhat(a_draw)), 4),
    }


if __name__ == "__main__":
    main()
