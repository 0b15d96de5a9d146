"""`python -m rig.positions`: stills, what the pose model sees in them, the fit, and clips."""

import json
from pathlib import Path

import click

from rig.ground.parts import PARTS, Part
from rig.positions.scene import POSITIONS, Position

MADE_BY = ["python -m rig.positions ground DATA", "python -m rig.positions teach DATA"]


@click.group()
def main() -> None:
    """The tests beside the seated one, on rendered people."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--position", type=click.Choice(POSITIONS), required=True)
@click.option("--elevation", default=35.0, show_default=True, help="Camera above the hips, deg.")
@click.option("--spread", default=8.0, show_default=True, help="Around that elevation, deg.")
@click.option("--heading", default=0.0, show_default=True, help="The body turned away, deg.")
@click.option("--part", type=click.Choice(PARTS), default="fit", show_default=True)
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
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--part", type=click.Choice(PARTS), multiple=True)
def ground(folder: Path, part: tuple[str, ...]) -> None:
    """Render all stills that the calibration is fitted and proven on into FOLDER."""
    from rig.positions.ground import GROUND

    for share in GROUND:
        if not part or share.part in part:
            click.echo(share.folder)
            share.render(folder)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--part", type=click.Choice(PARTS), required=True)
@click.option("--good", default=6, show_default=True, help="Faultless ones of each position.")
@click.option("--rounds", default=1, show_default=True, help="How often each fault is shown.")
@click.option("--seed", default=1, show_default=True)
def recordings(folder: Path, part: Part, good: int, rounds: int, seed: int) -> None:
    """Film random whole recordings of one part into FOLDER."""
    from rig.positions.recordings import render_position_recordings

    render_position_recordings(folder, part, good, rounds, seed)


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--model", type=click.Choice(["heavy", "full"]), default="heavy", show_default=True)
def see(folders: tuple[Path, ...], model: str) -> None:
    """How far the pose model's knee and ankle are off in the stills of FOLDERS."""
    from rig.positions.sight import sight_report

    for folder in folders:
        click.echo(f"{folder.name}: {sight_report(folder, model)}")  # type: ignore[arg-type]


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--model", type=click.Choice(["heavy", "full"]), default="heavy", show_default=True)
def teach(folder: Path, model: str) -> None:
    """Fit on FOLDER/<position>_fit, prove on FOLDER/<position>_held, print the tables."""
    from rig.positions.gather import TESTS
    from rig.positions.teach import teach_position

    tests = {
        test.value: {
            f"blazepose-{model}": teach_position(
                test,
                folder / f"{position}_fit",
                folder / f"{position}_held",
                model,  # type: ignore[arg-type]
            )
        }
        for position, test in TESTS.items()
    }
    click.echo(json.dumps({"version": "rig-bent-2", "made_by": MADE_BY, "tests": tests}, indent=2))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.argument("table", type=click.Path(path_type=Path, exists=True))
def restate(folder: Path, table: Path) -> None:
    """Print the kept TABLE with its errors measured anew on FOLDER/<position>_held."""
    from rig.positions.gather import TESTS
    from rig.positions.teach import restate as restated

    kept = json.loads(table.read_text())
    for position, test in TESTS.items():
        entry = kept["tests"][test.value]
        entry["blazepose-heavy"] = restated(
            folder / f"{position}_held", entry["blazepose-heavy"], "heavy"
        )
    click.echo(json.dumps(kept, indent=2))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.argument("table", type=click.Path(path_type=Path, exists=True))
def prove(folder: Path, table: Path) -> None:
    """The errors of the kept TABLE on FOLDER/<position>_final, stills nothing was chosen by."""
    from rig.positions.gather import TESTS
    from rig.positions.teach import prove as proven

    tests = json.loads(table.read_text())["tests"]
    for position, test in TESTS.items():
        entry = tests[test.value]["blazepose-heavy"]
        found = proven(folder / f"{position}_final", entry, "heavy")
        click.echo(f"{position}: {json.dumps(found)}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
def judge(folder: Path) -> None:
    """What the product makes of the whole recordings in FOLDER."""
    from rig.positions.judge import judge as judged

    for position in POSITIONS:
        click.echo(f"{position}: {json.dumps(judged(folder, position), indent=1)}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--position", type=click.Choice(POSITIONS), required=True)
def compare(folder: Path, position: Position) -> None:
    """Naive, square corner, and a projection learnt from skeletons, on FOLDER's held-out part."""
    from rig.positions.ground import VIEWS
    from rig.positions.skeletons import compare as compared

    for name, found in compared(folder, position, VIEWS[position]).items():
        click.echo(f"{name}: {json.dumps(found)}")


@main.command()
@click.argument("names", nargs=-1)
def clips(names: tuple[str, ...]) -> None:
    """Film the declared clips again (all, or those NAMED)."""
    from rig.positions.declared import FOLDER, declared
    from rig.positions.film import film_position

    for scene in declared():
        if not names or scene.name in names:
            click.echo(f"{scene.name}: {film_position(scene, FOLDER)} frames")


if __name__ == "__main__":
    main()
