"""Time of an answer: one person, ten thousand, and PyMC's NUTS on the same model and data.

    PYTHONPATH=.venv/oracle .venv/bin/python -m benchmarks.answer_speed [--people 10000]

``make oracle`` brings PyMC to ``.venv/oracle``; ``--without-pymc`` leaves it out. NUTS has its
usual settings, four chains of 1,000 + 1,000 draws on two cores, and its time is that of sampling
alone, without compiling. The engine answers the same person before it and after it. Exits with 1
when an aim is missed.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from coxa.evidence import Case, judge, judge_all
from validation.answer.oracle_cases import cases
from validation.answer.people import simulate
from validation.answer.scenes import MARKED

ONE_MS = 5.0
NUTS_RATIO = 2000.0
LINEAR = 1.2
"""Time a person in the largest batch, over that in one an eighth as large."""

PARTS = (8, 4, 2, 1)
REPEATS = 100
NUTS_CASE = 2
"""26 readings a side, gain 5°."""


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and of the processor."""

    wall_s: float
    processor_s: float


def timed(work: Callable[[], object]) -> Spent:
    """Time one run."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - wall, time.process_time() - processor)


def alone(case: Case) -> Spent:
    """The middle of many answers to one person."""
    judge(case)
    runs = [timed(lambda: judge(case)) for _ in range(REPEATS)]
    return Spent(
        float(np.median([run.wall_s for run in runs])),
        float(np.median([run.processor_s for run in runs])),
    )


def batches(most: int) -> list[tuple[int, Spent]]:
    """Ever larger batches of different people."""
    people = [simulate(MARKED[0], 3.0, number).case for number in range(most)]
    sizes = [most // part for part in PARTS]
    return [(size, timed(lambda size=size: judge_all(people[:size]))) for size in sizes]  # type: ignore[misc]


def nuts_s(case: Case) -> float:
    """Time by the clock of sampling; PyMC is asked for only here."""
    import pymc

    from validation.answer.pymc_model import data_of, model_of

    with model_of(data_of(case)):
        trace = pymc.sample(
            chains=4,
            cores=2,
            random_seed=1,
            progressbar=False,
            compile_kwargs={"mode": "NUMBA"},
            compute_convergence_checks=False,
        )
    return float(trace.posterior.attrs["sampling_time"])


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--without-pymc", action="store_true")
    given = parser.parse_args()
    case = list(cases())[NUTS_CASE][1]
    before = alone(case)
    spent = batches(given.people)
    missed = _print_batches(spent)
    sampled_s = None if given.without_pymc else nuts_s(case)
    after = alone(case)
    one = min(before, after, key=lambda run: run.wall_s)
    print(
        f"one person: {1000 * one.wall_s:.2f} ms, {1000 * one.processor_s:.2f} of the processor "
        f"(aim: at most {ONE_MS}), load {os.getloadavg()[0]:.1f}"
    )
    missed |= one.wall_s * 1000 > ONE_MS
    if sampled_s is not None:
        slower = max(before.wall_s, after.wall_s)
        print(
            f"NUTS: {sampled_s:.1f} s of sampling; {sampled_s / one.wall_s:,.0f} times the time of "
            f"an answer, {sampled_s / slower:,.0f} by its slower run (aim: {NUTS_RATIO:,.0f})"
        )
        missed |= sampled_s / one.wall_s < NUTS_RATIO
    return int(missed)


def _print_batches(spent: list[tuple[int, Spent]]) -> bool:
    for size, run in spent:
        print(
            f"{size:6,} people: {run.wall_s:6.1f} s, a person {1000 * run.wall_s / size:.2f} ms, "
            f"{1000 * run.processor_s / size:.2f} of the processor",
            flush=True,
        )
    (small, first), (large, last) = spent[0], spent[-1]
    ratio = (last.processor_s / large) / (first.processor_s / small)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"time a person grows by {ratio:.2f} (aim: at most {LINEAR}); at most {peak_mb:.0f} MB")
    return ratio > LINEAR


if __name__ == "__main__":
    sys.exit(main())
