"""A kept reading in one line, as every command tells it."""

from __future__ import annotations

from datetime import datetime

from coxa.records import KeptReading


def reading_line(reading: KeptReading) -> str:
    """When, which hip, which way, how far and how surely; marked when taken warm."""
    direction = reading.series.direction
    size_deg = direction.sign * reading.value_deg
    warm = ", after exercise" if reading.after_exercise else ""
    return (
        f"{local(reading.taken_at)}  {reading.side.value:<5}  {direction.value}  "
        f"{size_deg:.0f}° (give or take {reading.error95_deg:.0f}°){warm}"
    )


def local(moment: datetime) -> str:
    """A moment by this machine's clock, to the minute."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
