"""Readings, sessions and plans for the programme's tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from coxa.catalogue import load_catalogue
from coxa.programme import READINGS_BEFORE_TRAINING, make_plan
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import DoneSet, Dose, KeptReading, PainReport, Plan, Series, Session
from coxa.safety import Clearance

TODAY = date(2026, 3, 2)
CATALOGUE = load_catalogue()
FREE = Clearance(tests_allowed=True, sessions_allowed=True)
INTERNAL = Series(
    test=Test.SEATED,
    direction=Direction.INTERNAL,
    mode=Mode.ACTIVE,
    device=Device.CAMERA,
    method="blazepose-heavy/rig-1",
)


def reading(day: date, side: Side, value_deg: float, series: Series = INTERNAL) -> KeptReading:
    outward, left = series.direction == Direction.EXTERNAL, side == Side.LEFT
    return KeptReading(
        id=f"{day.toordinal():08x}{outward:08x}{left:016x}",
        taken_at=datetime(day.year, day.month, day.day, 8, tzinfo=UTC),
        series=series,
        side=side,
        value_deg=value_deg,
        error95_deg=4.5,
    )


def baseline(
    days: int = READINGS_BEFORE_TRAINING, right: float = 30, left: float = 31
) -> list[KeptReading]:
    first = TODAY - timedelta(days=days)
    return [
        reading(first + timedelta(days=n), side, value)
        for n in range(days)
        for side, value in ((Side.RIGHT, right), (Side.LEFT, left))
    ]


def plan(**changes: object) -> Plan:
    given_ = {"readings": baseline(), "clearance": FREE, "catalogue": CATALOGUE, "today": TODAY}
    return make_plan(zone=UTC, **(given_ | changes))  # type: ignore[arg-type]


def doses(made: Plan) -> list[tuple[date, Dose]]:
    return [(day.day, dose) for day in made.days for dose in day.doses]


def done_session(
    day: date,
    planned: Sequence[Dose],
    *,
    effort: int | None = 5,
    pain: Sequence[PainReport] = (),
    sets: int | None = None,
    reps_half: int = 0,
    faults: tuple[str, ...] = (),
) -> Session:
    """All that was planned, done whole; or only so many sets, or with so many half repetitions."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    done = tuple(
        DoneSet(
            at=at,
            exercise_id=dose.exercise_id,
            side=dose.side,
            set_number=number + 1,
            reps_done=dose.reps if not reps_half else 0,
            hold_done_s=dose.reps * dose.hold_s,
            reps_half=reps_half,
            faults=faults,
        )
        for dose in planned
        for number in range(dose.sets if sets is None else sets)
    )
    return Session(
        id=f"{day.toordinal():032x}",
        started_at=at,
        finished_at=at,
        planned=tuple(planned),
        done=done,
        effort=effort,
        pain=tuple(pain),
    )
