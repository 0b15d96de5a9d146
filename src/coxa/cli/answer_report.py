"""``coxa answer --report FILE``: two pages for a physiotherapist, as a web page or as PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from coxa.app.storage import Storage
from coxa.cli.files import require_folder, write_whole

KINDS = (".html", ".pdf")


def require_report(file: Path) -> None:
    """Stop before any work when the report could not be written there in the end.

    Raises
    ------
    click.UsageError
        When the name ends in nothing that can be written.
    OSError
        When there is no such folder.
    """
    if file.suffix.lower() not in KINDS:
        raise click.UsageError("--report writes a page or a PDF: end its name in .html or .pdf.")
    require_folder(file)


def write_report(storage: Storage, file: Path, now: datetime) -> None:
    """Write the report in the kind that the file's name ends in."""
    # Loaded only here: what draws a PDF takes longer to load than an answer takes.
    from coxa.app.answer_report import report_facts
    from coxa.catalogue import load_catalogue
    from coxa.exchange.answer_report import report_of, report_page, report_pdf

    names = {name: one.name for name, one in load_catalogue().exercises.items()}
    report = report_of(report_facts(storage, names, now=now))
    is_pdf = file.suffix.lower() == ".pdf"
    write_whole(file, report_pdf(report) if is_pdf else report_page(report).encode())
