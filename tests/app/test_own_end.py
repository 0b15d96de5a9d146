"""A person's own end of the range stands in for the pictured one only where it may."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.app.ids import new_id
from coxa.app.own_end import own_ends
from coxa.catalogue import load_catalogue
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, Series
from coxa.site.storage import DjangoStorage

EXERCISES = load_catalogue().exercises
NOW = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)


def keep(
    storage: DjangoStorage,
    value_deg: float,
    *,
    test: Test = Test.SEATED,
    side: Side = Side.LEFT,
    days: int = 0,
    warm: bool = False,
) -> None:
    direction = Direction.INTERNAL if value_deg > 0 else Direction.EXTERNAL
    series = Series(
        test=test, direction=direction, mode=Mode.ACTIVE, device=Device.GONIOMETER, method="typed"
    )
    storage.add_readings(
        [
            KeptReading(
                id=new_id(),
                taken_at=NOW + timedelta(days=days),
                series=series,
                side=side,
                value_deg=value_deg,
                error95_deg=5,
                after_exercise=warm,
            )
        ]
    )


@pytest.mark.django_db
class TestOwnEnd:
    def test_the_latest_of_each_side_in_the_exercises_direction(self) -> None:
        storage = DjangoStorage()
        keep(storage, 22)
        keep(storage, 26, days=1)
        keep(storage, -40, days=1)
        keep(storage, 31, side=Side.RIGHT)
        found = own_ends(storage, EXERCISES["seated-internal-rotation"])
        assert {s: r.value_deg for s, r in found.items()} == {Side.LEFT: 26, Side.RIGHT: 31}
        out = own_ends(storage, EXERCISES["band-external-rotation"])
        assert {s: r.value_deg for s, r in out.items()} == {Side.LEFT: -40}

    def test_a_straight_hip_says_nothing_of_a_bent_one(self) -> None:
        storage = DjangoStorage()
        keep(storage, 35, test=Test.PRONE)
        assert own_ends(storage, EXERCISES["seated-internal-rotation"]) == {}

    def test_a_reading_after_exercise_does_not_count(self) -> None:
        storage = DjangoStorage()
        keep(storage, 35, warm=True)
        assert own_ends(storage, EXERCISES["seated-internal-rotation"]) == {}
