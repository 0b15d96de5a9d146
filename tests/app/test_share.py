"""What a person shares: their gain and coarse facts; nothing that tells who they are or when."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from coxa.app.answer import current_answer
from coxa.app.memory import MemoryStorage
from coxa.app.pool import lent
from coxa.app.share import own_share, own_token
from coxa.catalogue import Kind as Family
from coxa.catalogue import load_catalogue
from coxa.errors import UsageFault
from coxa.evidence import AgeBand, Deficit, Kind, Share
from coxa.quantities import Direction, Side
from coxa.records import Person, Session, Sex
from tests.app.courses import keep_course, seated
from tests.evidence.pool.shares import gain, people

START = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
TODAY = date(2026, 4, 20)


@pytest.fixture
def storage() -> MemoryStorage:
    kept = MemoryStorage()
    keep_course(kept, START, gain_deg={Side.LEFT: 8.0})
    return kept


def shared(storage: MemoryStorage) -> Share:
    return own_share(storage, load_catalogue(), TODAY, UTC)


def test_one_gain_a_series_of_the_hip_whose_other_waited(storage: MemoryStorage) -> None:
    (own,) = shared(storage).gains
    assert own.kind is Kind.GAIN
    assert own.gain_deg == pytest.approx(8, abs=3 * own.variance_deg2**0.5)
    answered = current_answer(storage, UTC).series[0].sides[Side.LEFT]
    assert answered.gain_deg is not None
    assert own.gain_deg > answered.gain_deg  # no longer drawn towards none
    assert own.gain_deg == pytest.approx(answered.gain_deg, abs=0.5)


def test_the_facts_are_those_of_the_training_and_coarse(storage: MemoryStorage) -> None:
    """Five weeks; three sessions a week with four sets of 36 to 45 seconds for the left hip."""
    (own,) = shared(storage).gains
    assert own.weeks == 5
    assert own.minutes_a_week == 10  # 7.2 to 9 minutes, to the nearest five
    kinds = {load_catalogue().exercises[one].kind for one in done(storage)}
    assert set(own.families) == kinds
    assert own.families == tuple(sorted(own.families, key=lambda one: -count(storage, one)))


def done(storage: MemoryStorage, side: Side = Side.LEFT) -> list[str]:
    sets = [one for session in storage.sessions() for one in session.done]
    return [one.exercise_id for one in sets if one.side is side]


def count(storage: MemoryStorage, family: Family) -> int:
    exercises = load_catalogue().exercises
    return sum(exercises[one].kind is family for one in done(storage))


@pytest.mark.parametrize(
    ("level_deg", "deficit"),
    [(0.0, Deficit.SOME), (-8.0, Deficit.MUCH), (6.0, Deficit.NONE)],
)
def test_the_start_is_told_beside_published_readings_in_three_bands(
    level_deg: float, deficit: Deficit
) -> None:
    """Left baselines of about 31, 23 and 37°; seated, turning in, active: means of 34 to 39°."""
    storage = MemoryStorage()
    keep_course(storage, START)
    for reading in storage.readings():
        moved = reading.model_copy(update={"value_deg": reading.value_deg + level_deg})
        storage._readings[reading.id] = moved
    cited = load_catalogue().norm_for(seated().test, Direction.INTERNAL, seated().mode)
    assert 34 < sum(one.norm.mean_deg for one in cited) / len(cited) < 39
    (own,) = shared(storage).gains
    assert own.starting_deficit is deficit


@pytest.mark.parametrize(
    ("born", "band"),
    [(None, None), (1960, AgeBand.OLD), (1996, AgeBand.EARLY), (1997, AgeBand.YOUNG), (2012, None)],
)
def test_age_is_a_band_and_nothing_where_it_is_not_known_or_too_telling(
    storage: MemoryStorage, born: int | None, band: AgeBand | None
) -> None:
    storage.save_person(Person(year_of_birth=born, sex=Sex.FEMALE))
    assert shared(storage).age_band is band


def test_nothing_in_it_tells_who_when_or_which_reading(storage: MemoryStorage) -> None:
    text = json.dumps(shared(storage).to_dict())
    assert "2026" not in text
    assert "female" not in text
    for reading in storage.readings():
        assert reading.id not in text
        assert reading.id[:8] not in text


def test_the_token_stays_the_same_as_readings_come_and_differs_between_people(
    storage: MemoryStorage,
) -> None:
    before = own_token(storage)
    keep_course(storage, START + timedelta(days=100), seed=8)
    assert own_token(storage) == before
    other = MemoryStorage()
    keep_course(other, START, seed=9)
    assert own_token(other) != before
    assert own_token(MemoryStorage()) is None


def test_without_a_gain_nothing_is_shared_and_that_is_said() -> None:
    untrained = MemoryStorage()
    keep_course(untrained, START, sessions=False)
    for empty in (MemoryStorage(), untrained):
        with pytest.raises(UsageFault) as told:
            shared(empty)
        assert told.value.message_id == "share_nothing_yet"


def test_sessions_with_exercises_of_a_pack_that_is_gone_are_shared_without_them(
    storage: MemoryStorage,
) -> None:
    for session in storage.sessions():
        storage.save_session(renamed(session))
    (own,) = shared(storage).gains
    assert own.families == ()
    assert own.minutes_a_week == 10


def renamed(session: Session) -> Session:
    sets = tuple(one.model_copy(update={"exercise_id": "own-turn"}) for one in session.done)
    return session.model_copy(update={"done": sets})


def test_a_pool_lends_to_the_own_answer_without_the_own_share(storage: MemoryStorage) -> None:
    others = people([3.0, 4.0, 5.0, 6.0, 7.0, 5.5])
    found = lent(storage, [*others, shared(storage)])
    assert found == lent(storage, others)
    assert found[seated()].people == 6
    borrowed = current_answer(storage, UTC, lent=found).series[0].sides[Side.LEFT].borrowed
    assert borrowed is not None
    assert borrowed.people == 6


def test_a_turn_that_nobody_else_measured_borrows_nothing(storage: MemoryStorage) -> None:
    assert lent(storage, people([5.0] * 8, test="prone-rotation")) == {}
    assert gain().test == seated().test
