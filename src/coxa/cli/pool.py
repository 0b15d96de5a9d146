"""``coxa pool FILES…``: many people's gains put together, and one's own gain shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from coxa.app.pool import lent
from coxa.app.storage import Storage
from coxa.cli.files import require_folder, write_whole
from coxa.cli.speaking import print_json, worded
from coxa.evidence import (
    Lent,
    PoolAnswer,
    Pooled,
    Share,
    dose_words,
    group_words,
    pool_headline,
    pool_shares,
)
from coxa.exchange import (
    MAX_POOL_BYTES,
    RejectedPool,
    pool_figure_rows,
    pool_kind_words,
    pool_report,
    read_shares,
    write_pool,
)
from coxa.records import Message, Series
from coxa.wording import say


@click.command("pool")
@click.argument("files", nargs=-1, metavar="FILES…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("--report", type=click.Path(path_type=Path), help="Write a page to print or keep.")
@click.option(
    "--gather", type=click.Path(path_type=Path), help="Write all these people into one file."
)
@click.option(
    "--share", type=click.Path(path_type=Path), help="Write your own gain, to read and then send."
)
def command(
    files: tuple[Path, ...],
    as_json: bool,
    report: Path | None,
    gather: Path | None,
    share: Path | None,
) -> None:
    """Say what the gains in FILES tell together: did simple exercises improve hip rotation?

    Each of FILES was written with --share by one person, or with --gather from several. Tests,
    directions, active and passive turns are never put together. docs/pool.md tells how it is
    worked out.

    When a file is wrong nothing is worked out, and every wrong file is named with the reason.
    """
    if share is not None:
        _refuse_both(files, report, gather)
        _share(share, as_json=as_json)
        return
    if not files:
        raise click.UsageError("Name the files to put together, or write your own with --share.")
    for place in filter(None, (report, gather)):
        require_folder(place)
    shares = read_pool(files)
    found = pool_shares(shares)
    if gather:
        write_whole(gather, write_pool(shares))
    if report:
        write_whole(report, pool_report(found).encode())
    if as_json:
        print_json(as_dict(found, files))
    else:
        _print(found)


def lent_from(storage: Storage, files: Sequence[Path]) -> Mapping[Series, Lent]:
    """What the people in these files lend to each series of the own records."""
    return lent(storage, read_pool(files))


def as_dict(found: PoolAnswer, files: Sequence[Path]) -> dict[str, Any]:
    """The documented JSON form."""
    return {
        "sources": [file.name for file in files],
        "people": found.people,
        "pools": [_pooled(one) for one in found.pools],
        "notes": [worded(note) for note in found.notes],
    }


def _pooled(found: Pooled) -> dict[str, Any]:
    plain = found.to_dict()
    kind: dict[str, Any] = plain.pop("pooled_kind")
    members = [_member(one, kind) for one in plain.pop("members")]
    said = (*pool_headline(found), *dose_words(found), *group_words(found))
    plain["notes"] = [worded(note) for note in found.notes]
    summary = [worded(sentence) for sentence in said]
    return kind | {"summary": summary} | plain | {"members": members}


def _member(member: dict[str, Any], kind: dict[str, Any]) -> dict[str, Any]:
    """One person, without what all of the pool have in common."""
    shared = {name: value for name, value in member.pop("shared").items() if name not in kind}
    return member | shared


def _refuse_both(files: Sequence[Path], report: Path | None, gather: Path | None) -> None:
    if files or report or gather:
        raise click.UsageError("--share writes your own gain and takes no other files or reports.")


def _share(file: Path, *, as_json: bool) -> None:
    require_folder(file)
    if file.exists():
        raise click.UsageError(f"{file} is there already; nothing was written. Name another file.")
    from coxa.app.share import own_share
    from coxa.catalogue import load_catalogue
    from coxa.cli.records import local_now, open_records
    from coxa.exchange import share_words, write_share

    now = local_now()
    own = own_share(open_records(), load_catalogue(), now.date(), now.tzinfo)
    write_whole(file, write_share(own))
    if as_json:
        print_json(own.to_dict())
        return
    click.echo(f"Written to {file}.")
    for line in share_words(own):
        click.echo(line)


def read_pool(files: Sequence[Path]) -> tuple[Share, ...]:
    """The shares in these files; wrong ones are named on stderr. Raises RejectedPool."""
    try:
        return read_shares((file.name, _content(file)) for file in files)
    except RejectedPool as rejected:
        for fault in rejected.faults:
            click.echo(f"{fault.file}: {say(fault.reason)}", err=True)
        raise


def _content(file: Path) -> bytes:
    """At most a byte more than any such file has: that much is enough to refuse it."""
    with file.open("rb") as opened:
        return opened.read(MAX_POOL_BYTES + 1)


def _print(found: PoolAnswer) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    if not found.pools:
        console.print(_words("pool_nobody"), soft_wrap=True)
    for one in found.pools:
        _print_one(console, one)
        console.print()
    for note in found.notes:
        console.print(say(note), soft_wrap=True)


def _print_one(console: Any, found: Pooled) -> None:
    console.print(pool_kind_words(found), style="bold", soft_wrap=True)
    for sentence in (
        *pool_headline(found),
        *dose_words(found),
        *group_words(found),
        *found.notes,
    ):
        console.print(say(sentence), soft_wrap=True)
    console.print(_table(found))


def _table(found: Pooled) -> Any:
    from rich.table import Table

    made = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("validate_figure", "validate_value", "validate_interval"):
        made.add_column(_words(name))
    for row in pool_figure_rows(found):
        made.add_row(*row)
    return made


def _words(message_id: str) -> str:
    return say(Message(id=message_id))
