"""``coxa import FILE``: take records in from an exported file."""

from __future__ import annotations

from pathlib import Path

import click

from coxa.app.import_records import import_records
from coxa.cli.records import open_records
from coxa.exchange import RejectedBundle
from coxa.wording import say


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def command(file: Path) -> None:
    """Add the records of FILE; what is here already stays as it is."""
    storage = open_records()
    from coxa.site.home import home

    try:
        added = import_records(storage, file.read_bytes(), home().recordings)
    except RejectedBundle as rejected:
        for fault in rejected.faults:
            click.echo(f"{fault.file}:{fault.line}: {say(fault.reason)}", err=True)
        raise
    click.echo(
        f"New: {added.readings} readings, {added.sessions} sessions, "
        f"{added.measurements} measurements. Everything else was here already."
    )
