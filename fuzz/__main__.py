"""`python -m fuzz TARGET [SECONDS]`: hand a parser ever stranger bytes (atheris, libFuzzer)."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["coxa"]):
    from fuzz.parsers import TARGETS, refused_or_read, seeds


def main() -> None:
    """Fuzz one target; a fault is printed with the input that caused it, and ends the run."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"Which parser? One of: {', '.join(TARGETS)}")
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 180
    corpus = Path(tempfile.mkdtemp(prefix=f"coxa-{name}-"))
    for number, seed in enumerate(seeds(name)):
        (corpus / str(number)).write_bytes(seed)
    target = TARGETS[name]
    options = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=20000"]
    atheris.Setup(
        [sys.argv[0], str(corpus), *options, f"-artifact_prefix={corpus}/fault-"],
        lambda data: refused_or_read(target, data),
    )
    atheris.Fuzz()


main()
