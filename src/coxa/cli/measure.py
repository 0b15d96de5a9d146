"""``coxa measure FILE``: read a recording, without a browser and without keeping anything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

import click

from coxa.cli.files import require_folder, write_whole
from coxa.cli.progress import progress_bar
from coxa.cli.speaking import print_json, worded
from coxa.errors import UsageFault
from coxa.quantities import Direction, Side, Test
from coxa.records import Measurement, Reading
from coxa.wording import say

NONE_ACCEPTED = 3
PHONE_SUFFIX = ".csv"


@click.command("measure")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--test",
    type=click.Choice([test.value for test in Test]),
    default=Test.SEATED.value,
    show_default=True,
    help="Which test was done.",
)
@click.option(
    "--model",
    type=click.Choice(["heavy", "full"]),
    default="heavy",
    show_default=True,
    help="Pose model: heavy is more exact, full is faster.",
)
@click.option("--mirrored", is_flag=True, help="The recording is mirrored, as front cameras do.")
@click.option(
    "--side",
    type=click.Choice([side.value for side in Side]),
    help="Of a phone's recording: which leg wore the phone.",
)
@click.option(
    "--first",
    type=click.Choice([direction.value for direction in Direction]),
    help="Of a phone's recording: which movement was asked for first, if any was.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("--report", type=click.Path(path_type=Path), help="Write a page to print or keep.")
def command(
    file: Path,
    test: str,
    model: Literal["heavy", "full"],
    mirrored: bool,
    side: str | None,
    first: str | None,
    as_json: bool,
    report: Path | None,
) -> None:
    """Read how far each hip turns from the recording FILE.

    FILE is a film (mp4, mov, webm), or what a phone on the shin recorded (csv, with --side).

    Exit code 0: at least one reading was accepted. 3: all were refused, or none was found.
    2: the file cannot be used, or the command was wrong.
    """
    if report:
        require_folder(report)
    if file.suffix.lower() == PHONE_SUFFIX:
        measurement = _by_phone(file, Test(test), side, first, mirrored, report)
    elif side or first:
        raise UsageFault("side_only_for_phone")
    else:
        measurement = _by_camera(file, Test(test), model, mirrored, report)
    if as_json:
        print_json(as_dict(measurement))
    else:
        print_readings(measurement)
    if not measurement.accepted:
        sys.exit(NONE_ACCEPTED)


def _by_camera(
    file: Path, test: Test, model: Literal["heavy", "full"], mirrored: bool, report: Path | None
) -> Measurement:
    from coxa.assessment import assess, require_camera_test
    from coxa.capture import record_video

    require_camera_test(test)
    with progress_bar("Reading the recording") as told:
        recording = record_video(file, model=model, mirrored=mirrored, progress=told)
    measurement = assess(recording, test)
    if report:
        _write_report(report, file, measurement, recording, mirrored)
    return measurement


def _by_phone(
    file: Path, test: Test, side: str | None, first: str | None, mirrored: bool, report: Path | None
) -> Measurement:
    from coxa.assessment import assess_phone
    from coxa.capture import read_orientation_csv

    if side is None:
        raise UsageFault("phone_side_missing")
    if mirrored:
        raise UsageFault("phone_not_mirrored")
    first_asked = Direction(first) if first else None
    recording = read_orientation_csv(file)
    measurement = assess_phone(recording, test, Side(side), first_asked=first_asked)
    if report:
        from coxa.exchange import html_report

        write_whole(report, html_report(measurement).encode())
    return measurement


def as_dict(measurement: Measurement) -> dict[str, Any]:
    """The documented JSON form of a measurement."""
    return {
        "test": measurement.test.value,
        "device": measurement.device.value,
        "source": measurement.source,
        "readings": [_reading_dict(reading) for reading in measurement.readings],
        "method": measurement.method,
        "notes": [worded(note) for note in measurement.notes],
    }


def _reading_dict(reading: Reading) -> dict[str, Any]:
    return {
        "side": reading.side.value,
        "direction": reading.direction.value,
        "value_deg": _rounded(reading.value_deg),
        "error95_deg": _rounded(reading.error95_deg),
        "repeats_deg": [_rounded(value) for value in reading.repeats_deg],
        "accepted": reading.accepted,
        "reasons": [worded(reason) for reason in reading.reasons],
    }


def _rounded(value_deg: float | None) -> float | None:
    return None if value_deg is None else round(value_deg, 1)


def print_readings(measurement: Measurement) -> None:
    """A small table, and under it what was refused and why."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    if measurement.accepted:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in ("Hip", "Turns", "Reading", "Give or take", "Repeats"):
            table.add_column(heading)
        for reading in measurement.accepted:
            table.add_row(*_row(reading))
        console.print(table)
    for line in refusals(measurement):
        console.print(line, soft_wrap=True)


def _row(reading: Reading) -> tuple[str, ...]:
    way = "in (internal)" if reading.direction is Direction.INTERNAL else "out (external)"
    sign = reading.direction.sign
    repeats = "  ".join(f"{sign * value:.1f}°" for value in reading.repeats_deg)
    return (
        reading.side.value,
        way,
        f"{sign * (reading.value_deg or 0.0):.1f}°",
        f"{reading.error95_deg:.1f}°",
        repeats,
    )


def refusals(measurement: Measurement) -> list[str]:
    """One line a reason, naming the readings that it concerns."""
    concerned: dict[str, list[str]] = {}
    for reading in measurement.readings:
        for reason in reading.reasons:
            name = f"{reading.side.value} {reading.direction.value}"
            concerned.setdefault(say(reason), []).append(name)
    return [f"Not read ({', '.join(names)}): {reason}" for reason, names in concerned.items()]


def _write_report(
    report: Path, file: Path, measurement: Measurement, recording: Any, mirrored: bool
) -> None:
    from coxa.assessment import moment_of
    from coxa.capture import picture_of
    from coxa.exchange import html_report

    picture = None
    moment = moment_of(measurement, recording)
    if moment is not None:
        picture = picture_of(
            file, moment.time_s, moment.points_px, side=moment.side, mirrored=mirrored
        )
    write_whole(report, html_report(measurement, picture).encode())
