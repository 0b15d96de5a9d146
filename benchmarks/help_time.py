"""Measures the wall time of ``coxa --help``, beside that of a bare Python.

Usage: ``python benchmarks/help_time.py [COXA] [RUNS]``. Prints median and worst in milliseconds.
Run it on a machine that is otherwise idle; the first run is a warm-up and not counted.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

AIM_MS = 300
RUNS = 15


def wall_ms(command: list[str], runs: int) -> list[float]:
    """Wall time of each of ``runs`` runs, after one that is not counted."""
    taken_ms = []
    for _ in range(runs + 1):
        begin_s = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken_ms.append((time.perf_counter() - begin_s) * 1000)
    return taken_ms[1:]


def main(arguments: list[str]) -> int:
    """Print the two rows; 1 when the aim is missed."""
    coxa = arguments[0] if arguments else str(Path(sys.executable).with_name("coxa"))
    runs = int(arguments[1]) if len(arguments) > 1 else RUNS
    bare_ms = wall_ms([sys.executable, "-c", "pass"], runs)
    help_ms = wall_ms([coxa, "--help"], runs)
    for name, taken_ms in (("python -c pass", bare_ms), ("coxa --help", help_ms)):
        print(f"{name:16}median {median(taken_ms):6.0f} ms   worst {max(taken_ms):6.0f} ms")
    print(f"aim: median under {AIM_MS} ms")
    return 0 if median(help_ms) < AIM_MS else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
