"""``coxa import FILE``: take records in from an exported file."""

from __future__ import annotations

from pathlib import Path

import click

from coxa.app.import_records import Imported, import_records
from coxa.cli.records import open_records
from coxa.cli.speaking import print_json
from coxa.exchange import MAX_BUNDLE_BYTES, RejectedBundle
from coxa.wording import say


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(file: Path, as_json: bool) -> None:
    """Add the records of FILE; what is here already stays as it is.

    When a row is wrong nothing is taken over, and every wrong row is named with its file, its
    line and the reason.
    """
    if file.stat().st_size > MAX_BUNDLE_BYTES:
        raise click.UsageError(f"{file} is too large to be an export of coxa.")
    data = file.read_bytes()
    storage = open_records()
    from coxa.site.home import home

    try:
        imported = import_records(storage, data, home().recordings)
    except RejectedBundle as rejected:
        for fault in rejected.faults:
            click.echo(f"{fault.file}, line {fault.line}: {say(fault.reason)}", err=True)
        raise
    if as_json:
        print_json(imported.to_dict())
    else:
        _print(imported)


def _print(imported: Imported) -> None:
    counts = {
        "readings": imported.readings,
        "measurements": imported.measurements,
        "sessions": imported.sessions,
        "answers to the safety questions": imported.screenings,
        "pain reports": imported.pain,
        "changes": imported.changes,
    }
    new = [f"{count} {name}" for name, count in counts.items() if count]
    click.echo(f"New: {', '.join(new)}." if new else "Everything was here already.")
    if imported.left_as_here:
        click.echo(f"{imported.left_as_here} records differ from those here, which stay.")
