"""What the answer says to readings of known making."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import Answer, Exercised, Kind, SideAnswer, Verdict, answer, headline
from coxa.experiment import Phase, Phased
from coxa.quantities import Direction, Side
from coxa.wording import say
from tests.evidence.people import START, course, reading, series, simulated_course

LEVELS = st.lists(st.floats(20, 40), min_size=3, max_size=10)
IMPROVED = (Verdict.IMPROVED, Verdict.IMPROVED_MEANINGFULLY)


def left(phased: list[Phased]) -> SideAnswer:
    return answer(phased, zone=UTC).series[0].sides[Side.LEFT]


def reason_ids(one: SideAnswer) -> set[str]:
    return {reason.id for reason in one.reasons}


BASELINE = (30, 31, 29, 30, 31, 30, 29, 31)


def test_a_large_steady_change_is_improved_meaningfully() -> None:
    given_answer = left(course(BASELINE, [30, 36, 40, 43, *[45, 44, 46, 45, 44] * 5]))
    assert given_answer.verdict is Verdict.IMPROVED_MEANINGFULLY
    assert given_answer.gain_deg == pytest.approx(15, abs=3)
    assert given_answer.kind is Kind.CHANGE
    assert given_answer.reasons == ()
    assert given_answer.more_readings is None


def test_a_change_surely_above_zero_but_not_above_the_error_is_improved() -> None:
    risen = left(course(BASELINE, [33, 34, *[35, 36, 34, 35] * 4]))
    assert risen.verdict is Verdict.IMPROVED


def test_a_fall_is_worse() -> None:
    assert left(course(BASELINE, [27, 26, *[24, 25, 24, 23] * 4])).verdict is Verdict.WORSE


def test_steady_readings_on_full_phases_are_no_meaningful_change() -> None:
    steady = left(course(BASELINE, [30, 31, 29, 30, 30, 31, 30, 29, 30, 30, 31, 29]))
    assert steady.verdict is Verdict.NO_MEANINGFUL_CHANGE


def test_no_change_is_not_claimed_from_few_readings() -> None:
    """The same steadiness cannot be told from four training readings; some more settle it."""
    few = left(course(BASELINE, [30, 30, 30, 30]))
    assert few.verdict is Verdict.CANNOT_TELL
    assert few.more_readings is not None
    assert few.more_readings >= 4
    assert "answer_young" in reason_ids(few)


@pytest.mark.parametrize(
    ("baseline", "training", "reason", "more"),
    [
        (2, 0, "answer_few_baseline", 5),
        (5, 0, "answer_no_training", 4),
        (5, 2, "answer_few_recent", 2),
        (1, 8, "answer_baseline_too_late", None),
    ],
)
def test_too_few_readings_are_named_and_counted(
    baseline: int, training: int, reason: str, more: int | None
) -> None:
    few = left(course([30.0] * baseline, [40.0] * training))
    assert few.verdict is Verdict.CANNOT_TELL
    assert few.gain_deg is None
    assert few.interval95_deg is None
    assert reason in reason_ids(few)
    assert few.more_readings == more


def test_familiarisation_and_warm_readings_change_nothing() -> None:
    plain = course([30, 31, 29, 30, 31], [35, 36, 34, 35, 36, 35, 34, 35])
    disturbed = [
        Phased(reading=reading(-2, 5.0), phase=Phase.FAMILIARISATION),
        *plain,
        Phased(reading=reading(6.4, 80.0, after_exercise=True), phase=Phase.TRAINING),
        Phased(reading=reading(1.4, 2.0, after_exercise=True), phase=Phase.BASELINE),
    ]
    assert left(disturbed) == left(plain)


def test_a_hip_that_waits_goes_on_with_its_baseline() -> None:
    waited = [
        Phased(reading=one.reading, phase=Phase.WAITING if number in (3, 4) else one.phase)
        for number, one in enumerate(course([30, 31, 29, 30, 31], [35, 36, 34, 35, 36]))
    ]
    assert left(waited) == left(course([30, 31, 29, 30, 31], [35, 36, 34, 35, 36]))


def waiting(values_deg: Sequence[float]) -> list[Phased]:
    """The right hip, read on the same days as a left one with the same number of readings."""
    return [
        Phased(
            reading=one.reading, phase=Phase.WAITING if number >= len(BASELINE) else Phase.BASELINE
        )
        for number, one in enumerate(course(values_deg, [], side=Side.RIGHT))
    ]


def test_what_the_waiting_hip_does_too_is_taken_out() -> None:
    """Both rise alike: the left hip has gained nothing by training. Alone, it seems to have."""
    training = [33, 34, *[35, 36, 34, 35] * 4]
    trained = course(BASELINE, training)
    alone = left(trained)
    both = answer(trained + waiting([*BASELINE, *training]), zone=UTC).series[0]
    own = both.sides[Side.LEFT]
    assert alone.verdict is Verdict.IMPROVED
    assert own.verdict not in IMPROVED
    assert own.kind is Kind.GAIN
    assert both.sides[Side.RIGHT].gain_deg is None
    assert both.contrast_deg == pytest.approx(0.0, abs=1.5)
    assert both.time_deg is not None
    assert both.time_deg > 1
    assert {message.id for message in both.told} >= {"answer_compared", "answer_contrast"}


def test_a_steady_waiting_hip_makes_a_gain_surer() -> None:
    training = [33, 34, *[35, 36, 34, 35] * 4]
    trained = course(BASELINE, training)
    alone = left(trained)
    with_other = left(trained + waiting([30, 31, 29, 30] * 6 + [30, 31]))
    assert width(with_other) < width(alone)
    assert with_other.verdict in IMPROVED


def width(own: SideAnswer) -> float:
    low, high = own.interval95_deg or (0.0, 0.0)
    return high - low


def test_readings_of_one_day_count_as_one_day() -> None:
    """A day read four times has little more weight than one read once."""
    plain = course([30, 31, 29, 30, 31], [35, 36, 34, 35, 36])
    again = [
        Phased(reading=reading(9 + hour / 24, value), phase=Phase.TRAINING)
        for hour, value in ((1, 35.0), (2, 37.0), (3, 36.0))
    ]
    assert left(plain + again).training_count == 5
    assert left(plain + again).gain_deg == pytest.approx(left(plain).gain_deg, abs=0.5)


def test_detail_brings_the_band_and_what_the_answer_leans_on() -> None:
    outward = series(Direction.EXTERNAL)
    phased = course([-v for v in BASELINE], [-33, -34, *[-35, -36, -34] * 3], of=outward)
    (found,) = answer(phased, zone=UTC, detail=True).series
    assert len(found.band) == len(phased)
    assert found.band[0].at.date() == phased[0].reading.taken_at.date()
    last = found.band[-1]
    assert last.angle.low_deg < -35 < last.angle.high_deg, "signed as readings are"
    assert last.untrained.mean_deg > last.angle.mean_deg
    assumed = {lean.assumption for lean in found.sides[Side.LEFT].leans}
    assert assumed == {"drift", "own_drift", "spill_over", "time_constant", "gain"}


def test_exercise_that_stopped_makes_the_later_days_no_more_trained() -> None:
    """Ten days of exercise, then none: the gain has come as far as those days bring it."""
    phased = course(BASELINE, [33, 34, *[35, 36, 34, 35] * 4])
    start = len(BASELINE)
    ten_days = [
        Exercised(START + timedelta(days=start + day, hours=2), Side.LEFT, 10.0)
        for day in range(10)
    ]
    stopped = answer(phased, exercised=ten_days, zone=UTC).series[0].sides[Side.LEFT]
    assert stopped.gain_deg is not None
    assert stopped.at_end_of_phase is not None
    assert stopped.at_end_of_phase.mean_deg == pytest.approx(stopped.gain_deg)
    assert stopped != left(phased)


def test_methods_are_answered_apart_and_it_is_said() -> None:
    other = series(method="other")
    both = answer(course([30] * 5, [36] * 8) + course([10] * 5, [10] * 8, of=other), zone=UTC)
    first, second = (one.sides[Side.LEFT].gain_deg for one in both.series)
    assert first is not None
    assert first > 3
    assert second == pytest.approx(0.0, abs=0.1)
    assert "apart_method" in {note.id for note in both.notes}


def test_no_readings_at_all_have_their_plain_answer() -> None:
    nothing = answer([])
    assert nothing.series == ()
    assert [note.id for note in nothing.notes] == ["answer_no_readings"]


def test_the_order_of_readings_does_not_matter() -> None:
    phased = course([30, 31, 29, 30, 31], [35, 36, 34, 35, 36, 35, 34, 35, 30])
    shuffled = phased.copy()
    random.Random(1).shuffle(shuffled)
    assert answer(shuffled, zone=UTC) == answer(phased, zone=UTC)


@given(LEVELS, LEVELS, st.floats(-15, 15))
def test_shifting_every_reading_alike_changes_nothing(
    baseline: list[float], training: list[float], shift: float
) -> None:
    before = left(course(baseline, training))
    after = left(course([v + shift for v in baseline], [v + shift for v in training]))
    assert after.verdict is before.verdict
    assert after.gain_deg == pytest.approx(before.gain_deg, abs=1e-6)
    assert after.interval95_deg == pytest.approx(before.interval95_deg, abs=1e-6)


@given(LEVELS, LEVELS)
def test_turning_the_sign_around_turns_the_gain_around(
    baseline: list[float], training: list[float]
) -> None:
    up = left(course(baseline, training))
    down = left(course([-v for v in baseline], [-v for v in training]))
    if up.gain_deg is None:
        assert down.gain_deg is None
    else:
        assert down.gain_deg == pytest.approx(-up.gain_deg, abs=1e-6)
    if up.verdict in IMPROVED:
        assert down.verdict is Verdict.WORSE
    elif up.verdict is Verdict.WORSE:
        assert down.verdict in IMPROVED
    else:
        assert down.verdict is up.verdict


@given(LEVELS, LEVELS)
def test_external_rotation_gains_when_it_goes_further_out(
    baseline: list[float], training: list[float]
) -> None:
    inward = left(course(baseline, training))
    outward = left(
        course([-v for v in baseline], [-v for v in training], of=series(Direction.EXTERNAL))
    )
    assert outward.verdict is inward.verdict
    assert outward.gain_deg == pytest.approx(inward.gain_deg, abs=1e-6)


@pytest.mark.parametrize("seed", range(20))
def test_readings_that_scatter_widely_settle_nothing(seed: int) -> None:
    """By 15°, as stated: neither a change nor that there was none."""
    rng = random.Random(seed)
    wide = simulated_course(rng, sem_deg=15.0, stated_sem_deg=15.0, training_days=9)
    assert left(wide).verdict is Verdict.CANNOT_TELL


def test_how_readings_scatter_overrules_what_they_state_in_the_end() -> None:
    """Readings that agree within a degree are not off by ten, whatever was stated."""
    found = answer(course(BASELINE, [30, 31, 29, 30] * 5, error95_deg=20), zone=UTC).series[0]
    assert found.error is not None
    assert found.error.method_sem_deg > 10
    assert found.learnt_sem_deg is not None
    assert found.learnt_sem_deg < 4


@given(LEVELS, LEVELS)
def test_a_cannot_tell_says_why(baseline: list[float], training: list[float]) -> None:
    one = left(course(baseline, training))
    assert (one.verdict is Verdict.CANNOT_TELL) == bool(one.reasons)


@given(LEVELS, LEVELS, st.sampled_from(Direction))
def test_every_sentence_can_be_said(
    baseline: list[float], training: list[float], direction: Direction
) -> None:
    whole = answer(
        course(
            [v * direction.sign for v in baseline],
            [v * direction.sign for v in training],
            of=series(direction),
        ),
        zone=UTC,
    )
    for one in whole.series:
        for side, own in one.sides.items():
            said = [say(headline(one, side)), *(say(reason) for reason in own.reasons)]
            assert all("{" not in sentence for sentence in said)
    assert all(say(note) for note in whole.notes)
    assert Answer.from_dict(whole.to_dict()) == whole


def test_people_who_do_not_change_are_seldom_told_that_they_improved() -> None:
    """300 simulated people without any gain: at most 5 % hear *improved* at the planned end."""
    rng = random.Random(2)
    told = [left(simulated_course(rng)).verdict for _ in range(300)]
    assert sum(verdict in IMPROVED for verdict in told) <= 0.05 * 300
    assert sum(verdict is Verdict.WORSE for verdict in told) <= 0.05 * 300


def test_most_people_who_gain_six_degrees_are_told_so() -> None:
    """100 simulated people whose hip gains 6°: at least four in five hear it."""
    rng = random.Random(3)
    told = [left(simulated_course(rng, gain_deg=6.0)).verdict for _ in range(100)]
    assert sum(verdict in IMPROVED for verdict in told) >= 80
