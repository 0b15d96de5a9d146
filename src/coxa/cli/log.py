"""``coxa log``: the readings, sessions and pain kept so far."""

from __future__ import annotations

import click

from coxa.app.history import History, read_history
from coxa.cli.records import open_records
from coxa.cli.speaking import print_json
from coxa.cli.words import local, reading_line
from coxa.wording import say


@click.command("log")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(as_json: bool) -> None:
    """Show what was kept, oldest first."""
    history = read_history(open_records())
    if as_json:
        print_json(_as_dict(history))
    elif history.empty:
        click.echo(
            "Nothing is kept yet. Start with: coxa questions, then coxa type; or coxa serve."
        )
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
            click.echo(f"  {reading_line(reading)}")
    for message in history.why_apart:
        click.echo(say(message))
    for session in history.sessions:
        click.echo(f"Session {local(session.started_at)}: {len(session.done)} sets done")
    for report in history.pain:
        pinch = ", pinch in the groin" if report.groin_pinch else ""
        click.echo(f"Pain {local(report.at)}: {report.score} of 10{pinch}")
