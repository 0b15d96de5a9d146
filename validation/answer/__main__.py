"""``python -m validation.answer``: simulated people before the engine, and the report on them."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from validation.answer.report import report
from validation.answer.run import run
from validation.answer.scenes import ALL

OUT = Path(__file__).parents[1] / "ANSWER.md"
FULL = 2000


@click.command()
@click.option("--people", default=FULL, show_default=True, help="For each scene and gain.")
@click.option("--scenes", default="", help="Names separated by commas; all when left out.")
@click.option("--processes", default=2, show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path), help=f"The report [{OUT.name} for all scenes]"
)
@click.option(
    "--kept", type=click.Path(path_type=Path), help="Where to keep what is done, to go on later."
)
def main(people: int, scenes: str, processes: int, out: Path | None, kept: Path | None) -> None:
    """Judge simulated people and write validation/ANSWER.md, or print it for some scenes."""
    names = [name for name in scenes.split(",") if name]
    known = {scene.name: scene for scene in ALL}
    if unknown := [name for name in names if name not in known]:
        raise click.BadParameter(f"no scene {', '.join(unknown)}; there are {', '.join(known)}")
    wanted = [known[name] for name in names] or list(ALL)
    results = run(wanted, people, processes, _Progress(), kept)
    text = report(results, _command(people, scenes))
    target = out or (None if names else OUT)
    if target is None:
        print(text)
        return
    target.write_text(text, "utf-8")
    print(f"{target} is written.")


def _command(people: int, scenes: str) -> str:
    chosen = f" --scenes {scenes}" if scenes else ""
    return f"python -m validation.answer --people {people}{chosen}"


class _Progress:
    """Batches done and time left, on one line of standard error."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        passed_s = time.monotonic() - self.start
        left_s = passed_s * (of - done) / done
        end = "\n" if done == of else ""
        line = f"\r{done} of {of} batches, {passed_s:.0f} s, about {left_s:.0f} s left  "
        print(line, end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
