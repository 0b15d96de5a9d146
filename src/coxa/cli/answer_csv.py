"""``coxa answer --csv FILE``: the answer to everybody in a table of readings."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC
from itertools import tee
from pathlib import Path
from typing import Any

import click

from coxa.cli.progress import progress_bar
from coxa.cli.records import local_now
from coxa.cli.speaking import worded
from coxa.errors import UnusableFile
from coxa.evidence import SeriesAnswer, SideAnswer, answers, headline
from coxa.exchange import (
    MAX_READINGS_BYTES,
    OneSeries,
    ReadingsTable,
    RejectedReadings,
    read_readings,
)
from coxa.records import Message
from coxa.wording import say

NEVER_TRAINED = Message(id="readings_never_trained")


def answer_table(file: Path, *, as_json: bool) -> None:
    """Print an answer for each person and series: a JSON object a line, or sentences."""
    table = _read(file)
    if not (table.series_count or as_json):
        click.echo(say(Message(id="readings_none")))
    with _progress() as told:
        for done, (asked, answer) in enumerate(_answered(table), start=1):
            if as_json:
                click.echo(json.dumps(as_dict(asked, answer), ensure_ascii=False, allow_nan=False))
            else:
                _print(asked, answer)
            if told:
                told(done / table.series_count)


def _progress() -> AbstractContextManager[Callable[[float], None] | None]:
    """No bar where the answers themselves run down the screen."""
    if sys.stdout.isatty():
        return nullcontext()
    return progress_bar(say(Message(id="readings_answering")))


def _read(file: Path) -> ReadingsTable:
    if file.stat().st_size > MAX_READINGS_BYTES:
        megabytes = MAX_READINGS_BYTES // 1_000_000
        raise UnusableFile("readings_too_large", file=file.name, megabytes=megabytes)
    try:
        return read_readings(file.read_bytes(), file.name, local_now().date())
    except RejectedReadings as rejected:
        for fault in rejected.faults:
            click.echo(f"{fault.file}, line {fault.line}: {say(fault.reason)}", err=True)
        if rejected.more:
            more = Message(id="readings_more_faults", params={"count": rejected.more})
            click.echo(say(more), err=True)
        raise


def _answered(table: ReadingsTable) -> Iterator[tuple[OneSeries, SeriesAnswer]]:
    """Each series of each person with its answer. Days and hours are those that were written."""
    asked, again = tee(table)
    given = answers((one.person for one in again), zone=UTC)
    for one, answer in zip(asked, given, strict=True):
        (series,) = answer.series
        yield one, series


def as_dict(asked: OneSeries, answer: SeriesAnswer) -> dict[str, Any]:
    """The documented JSON form."""
    kind = asked.series
    open_for = [
        one.more_readings
        for one in answer.sides.values()
        if one.training_count and one.more_readings is not None
    ]
    return {
        "participant": asked.participant,
        "test": kind.test.value,
        "direction": kind.direction.value,
        "mode": kind.mode.value,
        "device": kind.device.value,
        "sides": {side.value: _side(one) for side, one in answer.sides.items()},
        "contrast_deg": answer.contrast_deg,
        "contrast_interval95_deg": answer.contrast_interval95_deg,
        "more_readings": min(open_for, default=None),
        "worthwhile_deg": answer.worthwhile_deg,
        "notes": [worded(note) for note in (*answer.told, *asked.notes)],
        "companions": {
            side.value: one.companions.to_dict() if one.companions else None
            for side, one in answer.sides.items()
        },
    }


def _side(one: SideAnswer) -> dict[str, Any]:
    return {
        "gain_deg": one.gain_deg,
        "interval95_deg": one.interval95_deg,
        "p_improved": one.p_improved,
        "p_meaningful": one.p_meaningful,
        "verdict": one.verdict.value if one.training_count else None,
        "kind": one.kind.value if one.kind else None,
        "more_readings": one.more_readings if one.training_count else None,
        "baseline_days": one.baseline_count,
        "training_days": one.training_count,
        "reasons": [worded(reason) for reason in _reasons(one)],
    }


def _reasons(one: SideAnswer) -> tuple[Message, ...]:
    return one.reasons if one.training_count else (NEVER_TRAINED,)


def _print(asked: OneSeries, answer: SeriesAnswer) -> None:
    """A heading, a sentence for each side with its reasons, and what all of it rests on."""
    click.echo(say(_heading(asked)))
    for side, one in answer.sides.items():
        said = [headline(answer, side)] if one.training_count else []
        first, *more = [say(message) for message in (*said, *_reasons(one))]
        click.echo(f"  {side.value}: {first}")
        for sentence in more:
            click.echo(f"    {sentence}")
    for message in (*answer.told, *asked.notes):
        click.echo(f"  {say(message)}")


def _heading(asked: OneSeries) -> Message:
    kind = asked.series
    params: dict[str, str | int | float | bool] = {
        "test": kind.test.value,
        "direction": kind.direction.value,
        "mode": kind.mode.value,
        "device": kind.device.value,
    }
    if asked.participant is None:
        return Message(id="readings_of_one", params=params)
    return Message(id="readings_of", params=params | {"participant": asked.participant})
