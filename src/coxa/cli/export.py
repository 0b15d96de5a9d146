"""``coxa export FILE``: all records in one file."""

from __future__ import annotations

from pathlib import Path

import click

from coxa.app.export_records import export_records
from coxa.cli.files import require_folder, write_whole
from coxa.cli.records import open_records
from coxa.cli.speaking import print_json


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace FILE when it is there already.")
@click.option(
    "--landmarks/--no-landmarks",
    default=True,
    show_default=True,
    help="With what cameras and phones recorded, from which readings can be computed again.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(file: Path, overwrite: bool, landmarks: bool, as_json: bool) -> None:
    """Write all records to FILE: a zip of CSV files, described in docs/file-formats.md."""
    require_folder(file)
    if file.exists() and not overwrite:
        raise click.UsageError(f"{file} is there already; nothing was written. Use --overwrite.")
    storage = open_records()
    from coxa.site.home import home

    data = export_records(storage, home().recordings if landmarks else None)
    write_whole(file, data)
    if as_json:
        print_json({"file": str(file), "bytes": len(data)})
    else:
        click.echo(f"Written to {file} ({len(data) / 1000:.0f} kB).")
