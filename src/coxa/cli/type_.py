"""``coxa type``: keep a reading that was taken with an instrument."""

from __future__ import annotations

from datetime import datetime

import click

from coxa.app.type_reading import TYPICAL_ERROR, type_reading
from coxa.cli.records import local_now, open_records
from coxa.cli.speaking import print_json
from coxa.cli.words import reading_line
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading


@click.command("type")
@click.argument("side", type=click.Choice([side.value for side in Side]))
@click.argument("direction", type=click.Choice([direction.value for direction in Direction]))
@click.argument("degrees", type=float)
@click.option(
    "--device",
    type=click.Choice([device.value for device in TYPICAL_ERROR]),
    required=True,
    help="What you measured with. Readings of two devices are never compared.",
)
@click.option("--instrument", default="", help="With --device other: its name, always the same.")
@click.option(
    "--test",
    type=click.Choice([test.value for test in Test]),
    default=Test.SEATED.value,
    show_default=True,
    help="Which test it was.",
)
@click.option(
    "--mode",
    type=click.Choice([mode.value for mode in Mode]),
    default=Mode.ACTIVE.value,
    show_default=True,
    help="Who moved the leg: your own muscles, or a hand.",
)
@click.option(
    "--warmed-up/--cold",
    "after_exercise",
    default=None,
    help="Needed: whether you had warmed up, exercised or stretched in the hour before.",
)
@click.option(
    "--at",
    "taken_at",
    type=click.DateTime(["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"]),
    help="When, by this machine's clock; now if left out.",
)
@click.option(
    "--give-or-take",
    "error95_deg",
    type=float,
    help="How far it may be off, 95 times in 100; the device's usual figure if left out.",
)
@click.option("--note", default="", help="Anything you want to remember.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(
    side: str,
    direction: str,
    degrees: float,
    device: str,
    instrument: str,
    test: str,
    mode: str,
    after_exercise: bool | None,
    taken_at: datetime | None,
    error95_deg: float | None,
    note: str,
    as_json: bool,
) -> None:
    """Keep how many DEGREES one hip turned: left or right SIDE, internal or external DIRECTION.

    The mean of three, counted from the hanging lower leg. A hip that did not reach the middle has
    a number below zero; write it after two dashes: coxa type ... -- left internal -3.

    Exit code 0: it is kept. 2: something about it cannot be. 4: the answers to the safety
    questions close the test, or are missing (coxa questions).
    """
    if after_exercise is None:
        raise click.UsageError("Say --cold or --warmed-up: a warm hip turns further for a while.")
    now = local_now()
    kept = type_reading(
        open_records(),
        test=Test(test),
        device=Device(device),
        mode=Mode(mode),
        side=Side(side),
        direction=Direction(direction),
        size_deg=degrees,
        taken_at=taken_at.astimezone() if taken_at else now,
        now=now,
        instrument=instrument,
        error95_deg=error95_deg,
        after_exercise=after_exercise,
        note=note,
    )
    if as_json:
        print_json(kept.to_dict())
    else:
        _print(kept)


def _print(kept: KeptReading) -> None:
    click.echo(f"Kept: {reading_line(kept)}")
    if kept.after_exercise:
        click.echo("It is shown, but not counted in the answer: a warm hip turns further.")
