"""``coxa log``: the readings, sessions and pain kept so far."""

from __future__ import annotations

from datetime import datetime

import click

from coxa.app.history import History, read_history
from coxa.cli.records import open_records
from coxa.cli.speaking import print_json
from coxa.records import KeptReading
from coxa.wording import say


@click.command("log")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(as_json: bool) -> None:
    """Show what was kept, oldest first."""
    history = read_history(open_records())
    if as_json:
        print_json(_as_dict(history))
    elif history.empty:
        click.echo("Nothing is kept yet. Start with: coxa serve, then Measure.")
    else:
        _print(history)


def _as_dict(history: History) -> dict[str, object]:
    readings = [reading for course in history.courses for reading in course.readings]
    readings.sort(key=lambda reading: (reading.taken_at, reading.id))
    return {
        "readings": [reading.to_dict() for reading in readings],
        "sessions": [session.to_dict() for session in history.sessions],
        "pain": [report.to_dict() for report in history.pain],
    }


def _print(history: History) -> None:
    for course in history.courses:
        how = course.technique
        sample = ": the sample recording, not you" if course.of_sample else ""
        click.echo(f"{how.test.value}, {how.mode.value}, {how.device.value}, {how.method}{sample}")
        for reading in course.readings:
            click.echo(f"  {_reading(reading)}")
    for message in history.why_apart:
        click.echo(say(message))
    for session in history.sessions:
        click.echo(f"Session {_local(session.started_at)}: {len(session.done)} sets done")
    for report in history.pain:
        pinch = ", pinch in the groin" if report.groin_pinch else ""
        click.echo(f"Pain {_local(report.at)}: {report.score} of 10{pinch}")


def _reading(reading: KeptReading) -> str:
    direction = reading.series.direction
    size_deg = direction.sign * reading.value_deg
    warm = ", after exercise" if reading.after_exercise else ""
    return (
        f"{_local(reading.taken_at)}  {reading.side.value:<5}  {direction.value}  "
        f"{size_deg:.0f}° (give or take {reading.error95_deg:.0f}°){warm}"
    )


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
