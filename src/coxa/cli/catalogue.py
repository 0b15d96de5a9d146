"""``coxa catalogue [ID]``: the exercises and tests, as people and as programs read them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from coxa.catalogue import (
    SHIPPED,
    Catalogue,
    Exercise,
    TestProtocol,
    faults_of,
    is_catalogue,
    load_catalogue,
    packs_faults,
    use_packs,
)
from coxa.cli.files import write_whole
from coxa.cli.speaking import print_json
from coxa.site.home import PACKS, home_path


@click.command("catalogue")
@click.argument("thing_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option(
    "--check",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    is_flag=False,
    flag_value=SHIPPED,
    metavar="[FOLDER]",
    help="Check every file of a catalogue or pack instead (without FOLDER: what is in use); 1 if "
    "one is wrong.",
)
@click.option(
    "--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Write the exercise as one page."
)
@click.option(
    "--address", default="http://127.0.0.1:8000", help="With --pdf: where coxa runs, for its code."
)
def command(
    thing_id: str | None,
    as_json: bool,
    check: Path | None,
    pdf: Path | None,
    address: str,
) -> None:
    """List the exercises and tests, or show the one called ID."""
    use_packs(home_path() / PACKS)
    if check:
        _check(check)
        return
    catalogue = load_catalogue()
    found = catalogue.find(thing_id) if thing_id else None
    if pdf:
        _write_pdf(found, pdf, address)
    elif as_json:
        print_json(found.to_dict() if found else _everything(catalogue))
    elif isinstance(found, Exercise):
        _print_exercise(found)
    elif found is not None:
        _print_test(found)
    else:
        _print_list(catalogue)


def _check(folder: Path) -> None:
    if not is_catalogue(folder):
        raise click.UsageError(
            f"{folder} holds no folder 'exercises', so there is nothing to check"
        )
    own = packs_faults() if folder == SHIPPED else ()
    faults = [*faults_of(folder), *own]
    for fault in faults:
        click.echo(str(fault), err=True)
    if own:
        click.echo("A pack with a fault is left out as a whole until it is mended.", err=True)
    if faults:
        sys.exit(1)
    click.echo("The catalogue is in order.")


def _write_pdf(found: Exercise | TestProtocol | None, path: Path, address: str) -> None:
    # Loaded only here: what draws PDF takes longer to load than all the rest of this command.
    from coxa.exchange import Words
    from coxa.exchange.handout import exercise_handout, pdf_of
    from coxa.site.stills import picture_names, read_picture

    if not isinstance(found, Exercise):
        raise click.UsageError("--pdf needs the ID of an exercise. List them: coxa catalogue")
    handout = exercise_handout(
        found,
        words=Words(),
        link=f"{address.rstrip('/')}/exercises/{found.id}/",
        pictures=picture_names(found),
    )
    write_whole(path, pdf_of(handout, read_picture))
    click.echo(f"{found.name}: one page, written to {path}")


def _everything(catalogue: Catalogue) -> dict[str, object]:
    return {
        "exercises": [one.to_dict() for one in catalogue.exercises.values()],
        "tests": [one.to_dict() for one in catalogue.tests.values()],
    }


def _print_list(catalogue: Catalogue) -> None:
    click.echo("Exercises")
    width = max(len(name) for name in [*catalogue.exercises, *catalogue.tests])
    for exercise in catalogue.exercises.values():
        click.echo(f"  {exercise.id:<{width}}  {exercise.name} ({exercise.aim.value})")
    click.echo("Tests")
    for test in catalogue.tests.values():
        click.echo(f"  {test.id:<{width}}  {test.name}")
    click.echo("Show one: coxa catalogue ID")


def _print_exercise(exercise: Exercise) -> None:
    dose = exercise.dose
    click.echo(f"{exercise.name}\n{exercise.summary}\n")
    click.echo(f"Start: {exercise.start}")
    for number, step in enumerate(exercise.steps, start=1):
        click.echo(f"  {number}. {step}")
    click.echo(
        f"How much: {dose.sets} × {dose.reps}, held for {dose.hold_s:g} s, "
        f"{dose.days_per_week} days a week"
    )
    click.echo(f"Which side: {exercise.effect.words}")
    click.echo(f"Feel: {exercise.feel}")
    click.echo(f"Stop at: {exercise.feel_not}")
    click.echo(f"Sources: {', '.join(exercise.sources)}")


def _print_test(test: TestProtocol) -> None:
    click.echo(f"{test.name}\n")
    for number, step in enumerate(test.steps, start=1):
        click.echo(f"  {number}. {step}")
