"""``coxa answer``: did it improve, as far as the records carry?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from coxa.app.answer import current_answer, deviations_now
from coxa.app.history import only_sample
from coxa.cli.answer_csv import answer_table
from coxa.cli.records import local_now, open_records
from coxa.cli.speaking import print_json, worded
from coxa.evidence import Answer, error_words, headline
from coxa.records import Message
from coxa.wording import say


@click.command("answer")
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@click.option(
    "--csv",
    "table",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Answer for everybody in a table of readings, not from your own records.",
)
def command(as_json: bool, table: Path | None) -> None:
    """Say for each hip whether it turns further than before, or that nobody can tell yet.

    With --csv the readings come from FILE, a row for each; docs/file-formats.md tells its columns.
    With --json too there is an object a line for each person and each way of measuring. When a
    row is wrong nothing is worked out, and every wrong row is named with its line and the reason.
    """
    if table:
        answer_table(table, as_json=as_json)
        return
    storage, zone = open_records(), local_now().tzinfo
    deviations = deviations_now(storage, zone)
    answer = current_answer(storage, zone, detail=as_json)
    if as_json:
        print_json(answer.to_dict() | {"deviations": [worded(one) for one in deviations]})
        return
    _print(answer, [*deviations, *filter(None, [only_sample(storage)])])


def _print(answer: Answer, also: Sequence[Message]) -> None:
    for series in answer.series:
        kind = series.series
        how = (kind.test, kind.direction, kind.mode, kind.device, kind.method)
        click.echo(", ".join(how))
        for side, own in series.sides.items():
            click.echo(f"  {side.value}: {say(headline(series, side))}")
            for reason in own.reasons:
                click.echo(f"    {say(reason)}")
        for message in series.told:
            click.echo(f"  {say(message)}")
        if series.error is not None:
            words = error_words(series.error)
            click.echo(f"  the method: {say(words.method)} {say(words.source)}")
            click.echo(f"  your own: {say(words.own)}")
    for message in [*also, *answer.notes]:
        click.echo(say(message))
