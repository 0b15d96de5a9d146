"""``coxa plan``: what to do on which day, and why."""

from __future__ import annotations

from pathlib import Path

import click

from coxa.app.history import only_sample
from coxa.app.plan import current_plan
from coxa.app.storage import Storage
from coxa.catalogue import Catalogue, load_catalogue
from coxa.cli.records import local_now, open_records
from coxa.cli.speaking import print_json
from coxa.exchange import Words
from coxa.records import Dose, Plan, PlanDay
from coxa.wording import say


@click.command("plan")
@click.option("--start-now", is_flag=True, help="Begin the exercises before the baseline is full.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option(
    "--calendar",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the days that have something due, as a calendar file (.ics) with reminders.",
)
def command(start_now: bool, as_json: bool, calendar: Path | None) -> None:
    """Show the coming two weeks."""
    storage = open_records()
    if calendar is not None:
        calendar.write_bytes(_calendar(storage))
    made = current_plan(storage, now=local_now(), start_now=start_now)
    if as_json:
        print_json(made.to_dict())
    else:
        sample = only_sample(storage)
        if sample is not None:
            click.echo(say(sample))
        _print(made, load_catalogue())


def _calendar(storage: Storage) -> bytes:
    # Only here, because a plan that is only looked at needs no writer of calendars.
    from coxa.app.plan_calendar import plan_calendar

    exercises = load_catalogue().exercises
    return plan_calendar(storage, exercises, words=Words(), now=local_now())


def _print(plan: Plan, catalogue: Catalogue) -> None:
    for reason in [*plan.reasons, *plan.left_out]:
        click.echo(say(reason))
    for day in plan.days:
        click.echo(f"\n{day.day:%A %d %B}{_due(day)}")
        for dose in day.doses:
            click.echo(f"  {_dose(dose, catalogue)}")
            click.echo(f"    {say(dose.reason)}")


def _due(day: PlanDay) -> str:
    due = [f"about {day.minutes:.0f} min"] if day.minutes else []
    if day.reading_due and day.doses:
        due.append("first a reading, cold")
    if day.note:
        due.append(say(day.note))
    return ": " + ", ".join(due) if due else ""


def _dose(dose: Dose, catalogue: Catalogue) -> str:
    name = catalogue.exercises[dose.exercise_id].name
    reps = f" × {dose.reps}" if dose.reps > 1 else ""
    return f"{name}, {dose.side.value}: {dose.sets}{reps} × {dose.hold_s:g} s"
