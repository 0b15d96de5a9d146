"""``python -m validation.coach``: films of exercises before watcher and coach, and the report."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click

from coxa.catalogue import Exercise, load_shipped
from validation.coach.details import details
from validation.coach.films import Film, films_in
from validation.coach.judged import JudgedFilm
from validation.coach.kept import judged_or_kept
from validation.coach.report import write_coach_report
from validation.coach.run import CoachRun
from validation.coach.strangers import Stranger, strangers

OUT = Path(__file__).parents[1] / "COACH.md"

PARTS_OF_FILMS = click.Choice(["dev", "proof", "fresh", "unseen"])


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--part", type=PARTS_OF_FILMS, default="dev", show_default=True)
@click.option("--exercises", default="", help="Ids separated by commas; all when left out.")
@click.option(
    "--faults",
    type=click.Choice(["every", "claimed"]),
    default="every",
    show_default=True,
    help="Which faults to look for.",
)
@click.option(
    "--people", type=click.Path(path_type=Path), help="Videos of people doing other things."
)
@click.option("--tell", is_flag=True, help="Print every repetition.")
@click.option("--processes", default=2, show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help=f"The report [{OUT.name} for proof]")
def main(
    folder: Path,
    part: str,
    exercises: str,
    faults: str,
    people: Path | None,
    tell: bool,
    processes: int,
    out: Path | None,
) -> None:
    """Judge all films of a part in FOLDER.

    They are made by ``python -m rig.exercises films``, then ``landmarks``.
    """
    every = load_shipped().exercises
    wanted = exercises.split(",") if exercises else list(every)
    films = [film for film in films_in(folder, part) if film.exercise_id in wanted]
    every_fault = faults == "every"
    found: list[JudgedFilm] = []
    with ProcessPoolExecutor(processes) as pool:
        for one in pool.map(partial(_judged, every_fault), films):
            found.append(one)
            if tell:
                print("\n".join(details(one)), flush=True)
        others = _strangers(pool, people, folder, [every[name] for name in wanted], every_fault)
    command = f"python -m validation.coach FOLDER --part {part} --faults {faults}"
    run = CoachRun(part, found, others, {name: every[name] for name in wanted}, command)
    target = out or (OUT if part == "proof" else folder / "COACH.md")
    write_coach_report(run, target)
    print(f"{target} is written: {len(found)} films.")


def _judged(every_fault: bool, film: Film) -> JudgedFilm:
    return judged_or_kept(film, load_shipped().exercises[film.exercise_id], every_fault=every_fault)


def _strangers(
    pool: ProcessPoolExecutor,
    people: Path | None,
    kept: Path,
    exercises: Sequence[Exercise],
    every_fault: bool,
) -> list[Stranger]:
    if people is None:
        return []
    counting = [exercise for exercise in exercises if exercise.camera.counts]
    each = [[exercise] for exercise in counting]
    done = pool.map(partial(_before, people, kept / "people", every_fault), each)
    return [stranger for some in done for stranger in some]


def _before(
    people: Path, kept: Path, every_fault: bool, exercises: Sequence[Exercise]
) -> list[Stranger]:
    return list(strangers(people, kept, exercises, every_fault=every_fault))


if __name__ == "__main__":
    main()
