"""``coxa answer``: did it improve, as far as the records carry?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from coxa.app.answer import comparison_now, current_answer, deviations_now
from coxa.app.history import only_sample
from coxa.cli.answer_csv import answer_table
from coxa.cli.answer_report import require_report, write_report
from coxa.cli.comparison import comparison_record
from coxa.cli.pool import lent_from
from coxa.cli.records import local_now, open_records
from coxa.cli.speaking import print_json, worded
from coxa.evidence import Answer, borrowed_words, error_words, first_sentences, headline
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
@click.option(
    "--pool",
    "pools",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Show also what the answer is with other people's gains in mind (see coxa pool).",
)
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write two pages for a physiotherapist to FILE, which ends in .html or .pdf.",
)
def command(
    as_json: bool, table: Path | None, pools: tuple[Path, ...], report: Path | None
) -> None:
    """Say for each hip whether it turns further than before, or that nobody can tell yet.

    With --csv the readings come from FILE, a row for each; docs/file-formats.md tells its columns.
    With --json too there is an object a line for each person and each way of measuring. When a
    row is wrong nothing is worked out, and every wrong row is named with its line and the reason.
    """
    if table and pools:
        raise click.UsageError("--pool borrows for your own records, not for a table.")
    if table and report:
        raise click.UsageError("--report tells of your own records, not of a table.")
    if table:
        answer_table(table, as_json=as_json)
        return
    if report:
        require_report(report)
    storage, zone = open_records(), local_now().tzinfo
    if report:
        write_report(storage, report, local_now())
    deviations = deviations_now(storage, zone)
    comparison = comparison_now(storage, now=local_now())
    lent = lent_from(storage, pools) if pools else {}
    answer = current_answer(storage, zone, detail=as_json, lent=lent)
    if as_json:
        said = {"deviations": [worded(one) for one in deviations]}
        print_json(answer.to_dict() | said | {"comparison": comparison_record(comparison)})
        return
    fixed = comparison.told if comparison else ()
    nothing_lent = Message(id="answer_nothing_lent") if pools and not lent else None
    _print(answer, [*fixed, *deviations, *filter(None, [only_sample(storage), nothing_lent])])
    if report:
        click.echo(f"Written to {report}.")


def _print(answer: Answer, also: Sequence[Message]) -> None:
    if answer.series:
        click.echo(" ".join(say(one) for one in first_sentences(answer)))
    for series in answer.series:
        kind = series.series
        how = (kind.test, kind.direction, kind.mode, kind.device, kind.method)
        click.echo(", ".join(how))
        for side, own in series.sides.items():
            click.echo(f"  {side.value}: {say(headline(series, side))}")
            for reason in own.reasons:
                click.echo(f"    {say(reason)}")
            if (borrowed := borrowed_words(own)) is not None:
                click.echo(f"    {say(borrowed)}")
        for message in series.told:
            click.echo(f"  {say(message)}")
        if series.error is not None:
            words = error_words(series.error)
            click.echo(f"  the method: {say(words.method)} {say(words.source)}")
            click.echo(f"  your own: {say(words.own)}")
    for message in [*also, *answer.notes]:
        click.echo(say(message))
