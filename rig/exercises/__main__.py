"""`python -m rig.exercises`: stills and films of exercises with their truth."""

import time
from pathlib import Path

import click

from coxa.catalogue import Exercise, load_shipped
from rig.ground.parts import PARTS

PARTS_OF_FILMS = click.Choice(["dev", "proof", "fresh", "unseen"])


@click.group()
def main() -> None:
    """Exercises done by rendered people."""


def chosen(names: str) -> list[Exercise]:
    """Exercises by their ids, separated by commas; all of them when none is named."""
    every = load_shipped().exercises
    return [every[name] for name in names.split(",")] if names else list(every.values())


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--exercises", default="", help="Ids separated by commas; all when left out.")
@click.option("--part", type=click.Choice(PARTS), default="fit", show_default=True)
@click.option("--bodies", default=1, show_default=True, help="People for each exercise.")
@click.option("--azimuths", default="0,30,60,90,120,150,180,210,240,270,300,330", show_default=True)
@click.option("--elevations", default="10,25,40", show_default=True)
@click.option("--nearest", default=2.2, show_default=True, help="Least distance, m.")
@click.option("--furthest", default=2.9, show_default=True, help="Largest distance, m.")
@click.option("--shares", default="0,.25,.5,.75,1", show_default=True, help="Of the way.")
@click.option("--faults/--no-faults", default=True, show_default=True)
@click.option("--seed", default=1, show_default=True)
def stills(
    folder: Path,
    exercises: str,
    part: str,
    bodies: int,
    azimuths: str,
    elevations: str,
    nearest: float,
    furthest: float,
    shares: str,
    faults: bool,
    seed: int,
) -> None:
    """Render stills from a grid of cameras into FOLDER."""
    from rig.exercises.stills import Grid, render_exercise_stills

    grid = Grid(
        part=part,  # type: ignore[arg-type]
        seed=seed,
        bodies=bodies,
        azimuths_deg=_numbers(azimuths),
        elevations_deg=_numbers(elevations),
        distance_m=(nearest, furthest),
        shares=_numbers(shares),
        faults=faults,
    )
    render_exercise_stills(folder, chosen(exercises), grid)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--part", type=PARTS_OF_FILMS, default="dev", show_default=True)
@click.option("--exercises", default="", help="Ids separated by commas; all when left out.")
@click.option("--places", default="said,off", show_default=True)
@click.option("--stories", default="exercise,nothing", show_default=True)
@click.option("--share", default="1/1", show_default=True, help="2/3: the second third of them.")
@click.option("--seed", default=1, show_default=True)
def films(
    folder: Path, part: str, exercises: str, places: str, stories: str, share: str, seed: int
) -> None:
    """Film exercises into FOLDER; what exists is kept."""
    from rig.exercises.film import film
    from rig.exercises.plan import plans
    from rig.ground.stills import quick_studio

    number, of = (int(each) for each in share.split("/"))
    every = plans(part, chosen(exercises), seed)  # type: ignore[arg-type]
    wanted = [plan for plan in every if plan.story in stories and plan.place in places]
    with quick_studio() as studio:
        for plan in wanted[number - 1 :: of]:
            if (folder / f"{plan.name}.mp4").exists():
                continue
            began_s = time.monotonic()
            count = film(plan, folder, studio)
            took_s = time.monotonic() - began_s
            print(f"{plan.name} {count} frames, {took_s:.0f} s", flush=True)


@main.command()
def clips() -> None:
    """Film the tests' short clips again (clips.toml)."""
    from rig.exercises.clips import CRF, FOLDER, declared
    from rig.exercises.film import film
    from rig.ground.stills import quick_studio

    with quick_studio() as studio:
        for plan in declared():
            count = film(plan, FOLDER, studio, CRF, "slow")
            size_kb = (FOLDER / f"{plan.name}.mp4").stat().st_size / 1000
            print(f"{plan.name} {count} frames, {size_kb:.0f} kB", flush=True)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--model", default="full", show_default=True, help="The live test uses full.")
@click.option("--threads", default=1, show_default=True)
@click.option("--wait", default=0.0, help="Look for new films for so many minutes.")
def landmarks(folder: Path, model: str, threads: int, wait: float) -> None:
    """Keep what the pose net sees in the films of FOLDER beside each, as NAME.npz."""
    from rig.exercises.landmarks import keep_landmarks

    until_s = time.monotonic() + 60 * wait
    while True:
        for name in keep_landmarks(folder, model, threads):  # type: ignore[arg-type]
            print(name, flush=True)
        if time.monotonic() >= until_s:
            break
        time.sleep(5)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.split(","))


if __name__ == "__main__":
    main()
