"""Which phase of the experiment a reading falls into."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from coxa.experiment import Phase, phases
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import DoneSet, KeptReading, Series, Session

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
SERIES = Series(
    test=Test.SEATED,
    direction=Direction.INTERNAL,
    mode=Mode.ACTIVE,
    device=Device.GONIOMETER,
    method="typed",
)


def reading(day: float, side: Side = Side.RIGHT, series: Series = SERIES) -> KeptReading:
    number = int(day * 100) * 4 + (side is Side.LEFT) + 2 * (series != SERIES)
    return KeptReading(
        id=f"{number:032x}",
        taken_at=START + timedelta(days=day),
        series=series,
        side=side,
        value_deg=30,
        error95_deg=8,
    )


def session(day: float, side: Side = Side.RIGHT) -> Session:
    at = START + timedelta(days=day)
    done = DoneSet(
        at=at, exercise_id="clamshell", side=side, set_number=1, reps_done=8, hold_done_s=16
    )
    return Session(id=f"{int(day * 100):032x}", started_at=at, planned=(), done=(done,))


def of(readings: list[KeptReading], sessions: list[Session]) -> list[Phase]:
    return [one.phase for one in phases(readings, sessions, zone=UTC)]


def test_two_days_of_practice_then_baseline_then_training() -> None:
    found = of([reading(day) for day in range(6)], [session(3.2)])
    assert found == ["familiarisation"] * 2 + ["baseline"] * 2 + ["training"] * 2


def test_a_reading_before_the_first_set_of_the_day_is_still_baseline() -> None:
    found = of([reading(0), reading(1), reading(2.0), reading(2.5)], [session(2.3)])
    assert found[2:] == ["baseline", "training"]


def test_the_other_hip_waits_while_one_trains() -> None:
    readings = [reading(day, side) for day in range(5) for side in Side]
    found = phases(readings, [session(2.5, Side.LEFT)], zone=UTC)
    late = {
        (one.reading.side, one.phase)
        for one in found
        if one.reading.taken_at > START + timedelta(days=2.5)
    }
    assert late == {(Side.LEFT, Phase.TRAINING), (Side.RIGHT, Phase.WAITING)}


def test_every_series_has_its_own_practice() -> None:
    other = SERIES.model_copy(update={"device": Device.INCLINOMETER})
    found = of([reading(0), reading(1), reading(2), reading(2, series=other)], [])
    assert sorted(found) == ["baseline"] + ["familiarisation"] * 3


def test_a_planned_session_without_a_set_trains_nothing() -> None:
    empty = session(2.5).model_copy(update={"done": ()})
    assert (
        of([reading(day) for day in range(5)], [empty])
        == ["familiarisation"] * 2 + ["baseline"] * 3
    )
