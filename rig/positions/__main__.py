"""`python -m rig.positions`: stills, what the pose model sees in them, the fit, and clips."""

from pathlib import Path

import click

from rig.positions.scene import POSITIONS


@click.group()
def main() -> None:
    """The tests beside the seated one, on rendered people."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--position", type=click.Choice(POSITIONS), required=True)
@click.option("--elevation", default=35.0, show_default=True, help="Camera above the hips, deg.")
@click.option("--spread", default=8.0, show_default=True, help="Around that elevation, deg.")
@click.option("--heading", default=0.0, show_default=True, help="The body turned away, deg.")
@click.option("--part", type=click.Choice(["fit", "held"]), default="fit", show_default=True)
@click.option("--count", default=160, show_default=True)
@click.option("--per-set", default=8, show_default=True)
@click.option("--settings", default=1, show_default=True, help="Sets that share a body.")
@click.option("--seed", default=1, show_default=True)
def stills(
    folder: Path,
    position: str,
    elevation: float,
    spread: float,
    heading: float,
    part: str,
    count: int,
    per_set: int,
    settings: int,
    seed: int,
) -> None:
    """Render random stills with their truth into FOLDER."""
    from rig.positions.draws import ViewDraw
    from rig.positions.stills import render_position_stills

    view = ViewDraw(elevation, spread, heading)
    render_position_stills(
        folder,
        position,  # type: ignore[arg-type]
        view,
        part,  # type: ignore[arg-type]
        count,
        per_set,
        seed,
        settings,
    )


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--model", type=click.Choice(["heavy", "full"]), default="heavy", show_default=True)
def see(folders: tuple[Path, ...], model: str) -> None:
    """How far the pose model's knee and ankle are off in the stills of FOLDERS."""
    from rig.positions.sight import sight_report

    for folder in folders:
        click.echo(f"{folder.name}: {sight_report(folder, model)}")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
