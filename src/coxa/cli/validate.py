"""``coxa validate PAIRS.csv``: how well readings agree with those of a reference device."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from coxa.cli.files import require_folder, write_whole
from coxa.cli.speaking import print_json, worded
from coxa.errors import UnusableFile
from coxa.evidence import Agreement, agreement_headline, agreements
from coxa.exchange import (
    MAX_PAIRS_BYTES,
    SIDE_HEAD,
    RejectedPairs,
    agreement_report,
    figure_rows,
    kind_words,
    read_pairs,
    side_rows,
)
from coxa.records import Message
from coxa.wording import say


@click.command("validate")
@click.argument("file", metavar="PAIRS.csv", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("--report", type=click.Path(path_type=Path), help="Write a page to print or keep.")
def command(file: Path, as_json: bool, report: Path | None) -> None:
    """Compare coxa's readings with those of an inclinometer, a goniometer or motion capture.

    PAIRS.csv holds a row for each pair; docs/validating.md says how to take them and
    docs/file-formats.md how to write them down. Tests, directions and devices are never put
    together: each has its own figures.

    When a row is wrong nothing is worked out, and every wrong row is named with its line and the
    reason.
    """
    if report:
        require_folder(report)
    try:
        pairs = read_pairs(_content(file), file.name)
    except RejectedPairs as rejected:
        for fault in rejected.faults:
            click.echo(f"{fault.file}, line {fault.line}: {say(fault.reason)}", err=True)
        raise
    found = agreements(pairs)
    if report:
        write_whole(report, agreement_report(found, pairs, file.name).encode())
    if as_json:
        print_json(as_dict(found, file.name))
    else:
        _print(found)


def as_dict(found: Sequence[Agreement], source: str) -> dict[str, Any]:
    """The documented JSON form."""
    return {"source": source, "analyses": [_analysis(one) for one in found]}


def _analysis(found: Agreement) -> dict[str, Any]:
    plain = found.to_dict()
    kind: dict[str, Any] = plain.pop("kind")
    said = {
        "summary": [worded(sentence) for sentence in agreement_headline(found)],
        "notes": [worded(note) for note in found.notes],
    }
    return kind | plain | said


def _content(file: Path) -> bytes:
    if file.stat().st_size > MAX_PAIRS_BYTES:
        megabytes = MAX_PAIRS_BYTES // 1_000_000
        raise UnusableFile("pairs_too_large", file=file.name, megabytes=megabytes)
    return file.read_bytes()


def _print(found: Sequence[Agreement]) -> None:
    """Each kind's plain sentences, figures, sides and warnings."""
    from rich.console import Console

    console = Console(highlight=False)
    if not found:
        console.print(_words("agreement_no_pairs"), soft_wrap=True)
    for number, one in enumerate(found):
        if number:
            console.print()
        _print_one(console, one)


def _print_one(console: Any, found: Agreement) -> None:
    console.print(kind_words(found), style="bold", soft_wrap=True)
    own = found.differences
    if own is not None:
        console.print(_words("validate_counts", pairs=own.pairs, people=own.people))
    for sentence in (*agreement_headline(found), *found.notes):
        console.print(say(sentence), soft_wrap=True)
    if own is not None:
        head = [_words(f"validate_{name}") for name in ("figure", "value", "interval")]
        console.print(_table(head, figure_rows(found)))
        console.print(_table([_words(name) for name in SIDE_HEAD], side_rows(found)))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    from rich.table import Table

    made = Table(box=None, pad_edge=False, header_style="bold")
    for heading in head:
        made.add_column(heading)
    for row in rows:
        made.add_row(*row)
    return made


def _words(message_id: str, **params: int) -> str:
    return say(Message(id=message_id, params=dict(params)))
