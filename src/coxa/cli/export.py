"""``coxa export FILE``: all records in one file."""

from __future__ import annotations

from pathlib import Path

import click

from coxa.app.export_records import export_records
from coxa.cli.records import open_records


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, writable=True))
@click.option("--landmarks", is_flag=True, help="Also the landmarks of each recording.")
def command(file: Path, landmarks: bool) -> None:
    """Write all records to FILE: a zip of CSV files, described in docs/file-formats.md."""
    storage = open_records()
    from coxa.site.home import home

    data = export_records(storage, home().recordings if landmarks else None)
    file.write_bytes(data)
    click.echo(f"Written to {file} ({len(data) / 1000:.0f} kB).")
