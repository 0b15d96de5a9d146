"""What the record of a comparison shows: how it was fixed, and what happened otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from coxa.app.comparison import planned
from coxa.app.history import all_pain, finished_sessions, own_readings
from coxa.app.storage import Storage
from coxa.experiment import (
    Phased,
    Schedule,
    baseline_deviations,
    is_unchanged,
    pain_deviations,
    phases,
    schedule_deviations,
)
from coxa.records import Message


@dataclass(frozen=True)
class Comparison:
    """The comparison as its record shows it.

    Attributes
    ----------
    schedule : the latest that was drawn; ``ended_at`` when it was ended.
    unchanged : whether it is still what was drawn.
    told : how it was fixed, for whom, for how long, and whether it was changed, in sentences.
    deviations : what happened otherwise.
    """

    schedule: Schedule
    unchanged: bool
    told: tuple[Message, ...]
    deviations: tuple[Message, ...]


def comparison_now(storage: Storage, *, now: datetime | None = None) -> Comparison | None:
    """The latest comparison with what it was, and what happened otherwise; ``None``: none drawn."""
    schedule = latest_schedule(storage)
    if schedule is None:
        return None
    here = now or datetime.now().astimezone()
    unchanged = is_unchanged(schedule)
    return Comparison(
        schedule=schedule,
        unchanged=unchanged,
        told=(*_told(schedule, unchanged, here.tzinfo), *_drawn_before(storage, here.tzinfo)),
        deviations=deviations_now(storage, here.tzinfo, now=here),
    )


def latest_schedule(storage: Storage) -> Schedule | None:
    """The one that was drawn last, ended or not: what it fixed beforehand holds for the answer."""
    return max(storage.experiments(), key=lambda one: one.drawn_at, default=None)


def deviations_now(
    storage: Storage, zone: tzinfo | None = None, *, now: datetime | None = None
) -> tuple[Message, ...]:
    """What happened otherwise than a fair comparison would want."""
    sessions = finished_sessions(storage)
    phased = phases(own_readings(storage), sessions, zone=zone)
    schedule = latest_schedule(storage)
    here = (now or datetime.now().astimezone()).astimezone(zone)
    return (
        *baseline_deviations(phased, sessions, zone),
        *(
            schedule_deviations(schedule, phased, sessions, planned(storage), here.date(), zone)
            if schedule
            else ()
        ),
        *pain_deviations(all_pain(storage), _first_day(phased, zone), zone),
    )


def _first_day(phased: Sequence[Phased], zone: tzinfo | None) -> date:
    """Of all readings; pain from before has stopped nothing that is analysed here."""
    days = (one.reading.taken_at.astimezone(zone).date() for one in phased)
    return min(days, default=date.max)


def _told(schedule: Schedule, unchanged: bool, zone: tzinfo | None) -> tuple[Message, ...]:
    drawn = schedule.drawn_at.astimezone(zone)
    first, second = schedule.first_side, schedule.first_side.other
    said = [
        Message(
            id="comparison_order",
            params={
                "side": first.value,
                "date": schedule.first_side_starts_on.isoformat(),
                "other": second.value,
                "later": schedule.second_side_starts_on.isoformat(),
            },
        )
    ]
    if schedule.weeks and schedule.readings_a_week and schedule.planned_end_on:
        said.append(
            Message(
                id="comparison_length",
                params={
                    "weeks": schedule.weeks,
                    "a_week": schedule.readings_a_week,
                    "readings": schedule.weeks * schedule.readings_a_week,
                    "date": schedule.planned_end_on.isoformat(),
                },
            )
        )
    said.append(
        Message(
            id="comparison_fixed",
            params={
                "date": drawn.date().isoformat(),
                "time": drawn.strftime("%H:%M"),
                "seed": str(schedule.seed),
            },
        )
    )
    said.append(Message(id="comparison_unchanged" if unchanged else "comparison_changed"))
    if schedule.ended_at:
        ended = schedule.ended_at.astimezone(zone).date().isoformat()
        said.append(Message(id="comparison_ended", params={"date": ended}))
    return tuple(said)


def _drawn_before(storage: Storage, zone: tzinfo | None) -> tuple[Message, ...]:
    """Who draws again may like the second lot better: so it is told."""
    latest = latest_schedule(storage)
    return tuple(
        Message(
            id="comparison_drawn_before",
            params={"date": one.drawn_at.astimezone(zone).date().isoformat()},
        )
        for one in storage.experiments()
        if one != latest
    )
