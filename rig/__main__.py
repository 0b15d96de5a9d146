"""`python -m rig`: render the declared clips, teaching stills, a look at a scene, or measure the
speed.
"""

from pathlib import Path
from typing import Literal

import click

from rig.ground.parts import PARTS, Part


@click.group()
def main() -> None:
    """A posable body on a stool, filmed through the seated hip-rotation test, with the truth of
    every frame.
    """


@main.command()
@click.argument("names", nargs=-1)
def clips(names: tuple[str, ...]) -> None:
    """Render the declared clips again (all, or those NAMED)."""
    from rig.clips import render
    from rig.scenes import declared

    chosen = [clip for clip in declared() if not names or clip.scene.name in names]
    missing = set(names) - {clip.scene.name for clip in chosen}
    if missing:
        raise click.BadParameter(f"no such clip: {', '.join(sorted(missing))}")
    render(chosen)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--count", default=100, show_default=True, help="How many pictures.")
@click.option(
    "--per-set",
    default=8,
    show_default=True,
    help="Pictures per body, clothes and camera; first is neutral.",
)
@click.option("--seed", default=1, show_default=True)
@click.option("--size", default=640, show_default=True, help="Width and height, px.")
@click.option("--yaw", default=50.0, show_default=True, help="Largest camera yaw, degrees.")
def still(folder: Path, count: int, per_set: int, seed: int, size: int, yaw: float) -> None:
    """Render random stills with their truth into FOLDER, for teaching and for error models."""
    from rig.stills import render_stills

    render_stills(folder, count, per_set, seed, size, yaw)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--part", required=True, type=click.Choice(PARTS))
@click.option("--count", default=800, show_default=True, help="How many pictures.")
@click.option("--per-set", default=8, show_default=True, help="Pictures per set.")
@click.option("--seed", default=1, show_default=True)
@click.option("--yaw", default=20.0, show_default=True, help="Largest camera yaw, degrees.")
@click.option("--least-yaw", default=0.0, show_default=True, help="Smallest camera yaw, degrees.")
def stills(
    folder: Path,
    part: Part,
    count: int,
    per_set: int,
    seed: int,
    yaw: float,
    least_yaw: float,
) -> None:
    """Render what is missing of a part's stills into FOLDER (people, clothes, rooms, cameras)."""
    from rig.ground.stills import Order, render_stills

    render_stills(folder, Order(part, count, seed, per_set, (least_yaw, yaw)))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--part", required=True, type=click.Choice(PARTS))
@click.option("--count", default=10, show_default=True, help="How many are filmed.")
@click.option("--seed", default=1, show_default=True)
@click.option("--people", default=0, show_default=True, help="People set up several times anew.")
@click.option("--setups", default=4, show_default=True, help="How often each of them is set up.")
def recordings(
    folder: Path,
    part: Part,
    count: int,
    seed: int,
    people: int,
    setups: int,
) -> None:
    """Film what is missing of a part's recordings into FOLDER, and derive others from them."""
    from rig.ground.recordings import render_recordings, takes, takes_anew

    render_recordings(folder, takes(part, count, seed))
    render_recordings(folder, list(takes_anew(part, people, setups, seed)), derived=False)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--scale", default=1.0, show_default=True, help="A share of the declared sizes.")
def ground(folder: Path, scale: float) -> None:
    """Make what is missing of the whole proving ground in FOLDER (sizes: rig/ground/sizes.toml)."""
    from rig.ground.whole import make

    make(folder, scale)


@main.command()
@click.argument("name")
@click.argument("picture", type=click.Path(path_type=Path))
def view(name: str, picture: Path) -> None:
    """Draw the clip NAME at its main moments, with joint centres and truth, into one PICTURE."""
    from rig.scenes import declared
    from rig.view import contact_sheet

    scenes = {clip.scene.name: clip.scene for clip in declared()}
    if name not in scenes:
        raise click.BadParameter(f"no such clip: {name}; there are {', '.join(scenes)}")
    contact_sheet(scenes[name], picture)


@main.command()
@click.argument("fit", type=click.Path(path_type=Path, exists=True))
@click.argument("held", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--model",
    "models",
    multiple=True,
    type=click.Choice(["heavy", "full"]),
    default=["heavy", "full"],
)
@click.option("--version", required=True, help="The calibration's name, part of each series.")
def teach(
    fit: Path, held: Path, models: tuple[Literal["heavy", "full"], ...], version: str
) -> None:
    """Fit the calibration on the stills of FIT, prove it on those of HELD, print its table."""
    from rig.teaching.table import teach as taught
    from rig.teaching.table import written

    click.echo(written(taught(fit, held, models, version)), nl=False)


@main.command()
@click.option("--frames", default=60, show_default=True)
def speed(frames: int) -> None:
    """Measure how many pictures a second this machine draws."""
    from rig.view import measure_speed

    click.echo(measure_speed(frames))


if __name__ == "__main__":
    main()
