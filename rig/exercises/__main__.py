"""`python -m rig.exercises`: stills and films of exercises with their truth."""

from pathlib import Path

import click

from coxa.catalogue import Exercise, load_shipped
from rig.ground.parts import PARTS


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


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.split(","))


if __name__ == "__main__":
    main()
