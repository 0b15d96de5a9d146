"""From an answer to a share, and from a pool back to an answer."""

from __future__ import annotations

import random
from datetime import UTC, timedelta

import pytest

from coxa.evidence import (
    Borrowed,
    Case,
    CaseReading,
    Kind,
    SeriesAnswer,
    SideAnswer,
    Verdict,
    answer,
    borrowed_words,
    judge,
    lend,
    own_gain,
)
from coxa.evidence.normal import Z95
from coxa.evidence.pool.lend import LEAST_SPREAD_DEG
from coxa.experiment import Phase, Phased
from coxa.quantities import Direction, Side
from coxa.wording import say
from tests.evidence.people import START, reading, series, simulated_course
from tests.evidence.pool.shares import gain, people, share

GAINS_DEG = [6.1, 2.3, 8.4, 4.0, -0.8, 5.5, 7.2, 3.1, 9.6, 1.4, 4.8, 6.6]
SOME = series()


def answered(kind: Kind, mean: float, sd: float) -> SideAnswer:
    interval = (mean - Z95 * sd, mean + Z95 * sd)
    return SideAnswer(verdict=Verdict.IMPROVED, kind=kind, gain_deg=mean, interval95_deg=interval)


def of(**sides: SideAnswer) -> SeriesAnswer:
    return SeriesAnswer(series=SOME, sides={Side(name): one for name, one in sides.items()})


def test_what_was_believed_beforehand_is_taken_out_before_sharing() -> None:
    """Readings that say 6 with a variance of 4, under a belief of 0 with one of 100."""
    believed_variance = 1 / (1 / 4 + 1 / 100)
    believed_mean = believed_variance * 6 / 4
    own = own_gain(of(left=answered(Kind.GAIN, believed_mean, believed_variance**0.5)))
    assert own is not None
    assert own.gain_deg == pytest.approx(6)
    assert own.variance_deg2 == pytest.approx(4)


def test_one_gain_stands_for_a_person_that_of_the_hip_whose_other_waited() -> None:
    exact = answered(Kind.CHANGE, 4.0, 0.5)
    own = own_gain(of(left=exact, right=answered(Kind.GAIN, 6.0, 2.0)))
    assert own is not None
    assert own.side is Side.RIGHT
    both = own_gain(of(left=exact, right=answered(Kind.CHANGE, 6.0, 2.0)))
    assert both is not None
    assert both.side is Side.LEFT


def test_readings_that_tell_nothing_are_not_shared() -> None:
    assert own_gain(of(left=answered(Kind.GAIN, 0.0, 9.5))) is None
    assert own_gain(of(left=SideAnswer(verdict=Verdict.CANNOT_TELL))) is None


def test_no_gain_is_shared_as_more_exact_than_a_tenth_of_a_degree() -> None:
    own = own_gain(of(left=answered(Kind.GAIN, 0.0, 1e-4)))
    assert own is not None
    assert own.variance_deg2 == pytest.approx(0.01)


def test_a_shared_gain_hardly_depends_on_what_was_believed_beforehand() -> None:
    """The same readings under a belief three times as wide, which is then taken out as well."""
    rng = random.Random(4)
    phases = [Phase.BASELINE] * 8 + [Phase.TRAINING] * 18
    readings = tuple(
        CaseReading(
            day=2.0 * day,
            side=side,
            value_deg=30 + 6 * (phase is Phase.TRAINING and side is Side.LEFT) + rng.gauss(0, 2),
            sem_deg=2.5,
            phase=Phase.WAITING if phase is Phase.TRAINING and side is Side.RIGHT else phase,
        )
        for day, phase in enumerate(phases)
        for side in Side
    )
    found = {}
    for sd_deg in (10.0, 30.0):
        case = Case(readings, worthwhile_deg=6.9, borrowed=Borrowed(0.0, sd_deg))
        judged = judge(case).sides[Side.LEFT]
        assert judged is not None
        low, high = judged.interval95_deg
        variance = 1 / ((2 * Z95 / (high - low)) ** 2 - 1 / sd_deg**2)
        found[sd_deg] = variance * judged.gain_deg * (2 * Z95 / (high - low)) ** 2
    assert found[10.0] == pytest.approx(found[30.0], abs=0.3)


def test_a_pool_lends_its_prediction_for_one_more_person() -> None:
    found = lend(people(GAINS_DEG), [SOME], None)[SOME]
    assert found.people == 12
    assert found.expected.mean_deg == pytest.approx(4.7, abs=0.3)
    assert found.expected.sd_deg > 2.5  # people differ by about that much


def test_a_persons_own_share_is_left_out_by_its_token() -> None:
    own = share(99, gain(gain_deg=40.0))
    assert lend([*people(GAINS_DEG), own], [SOME], own.token) == lend(
        people(GAINS_DEG), [SOME], None
    )
    assert lend([*people(GAINS_DEG), own], [SOME], None)[SOME].people == 13


def test_few_people_changes_and_other_turns_lend_nothing() -> None:
    assert lend(people(GAINS_DEG[:4]), [SOME], None) == {}
    assert lend(people(GAINS_DEG, kind="change"), [SOME], None) == {}
    assert lend(people(GAINS_DEG), [series(Direction.EXTERNAL)], None) == {}


def course() -> list[Phased]:
    return simulated_course(random.Random(2), training_days=6, gain_deg=3.0)


def test_an_answer_that_borrows_gives_both_figures_and_keeps_its_verdict() -> None:
    alone = answer(course(), zone=UTC).series[0].sides[Side.LEFT]
    lent = lend(people(GAINS_DEG), [SOME], None)
    both = answer(course(), zone=UTC, lent=lent).series[0].sides[Side.LEFT]
    assert both.model_copy(update={"borrowed": None}) == alone
    assert both.borrowed is not None
    assert alone.gain_deg is not None
    assert alone.interval95_deg is not None
    own, expected = alone.gain_deg, lent[SOME].expected.mean_deg
    assert min(own, expected) < both.borrowed.gain.mean_deg < max(own, expected)
    width = both.borrowed.gain.high_deg - both.borrowed.gain.low_deg
    assert width < alone.interval95_deg[1] - alone.interval95_deg[0]
    assert 0 < both.borrowed.share < 1
    words = borrowed_words(both)
    assert words is not None
    assert "12 other people" in say(words)
    assert f"alone say +{own:.0f}°" in say(words)
    assert borrowed_words(alone) is None


def test_the_more_others_differ_the_less_is_borrowed() -> None:
    wide = [3 * (one - 5) + 5 for one in GAINS_DEG]
    share_of = []
    for gains_deg in (GAINS_DEG, wide):
        lent = lend(people(gains_deg), [SOME], None)
        borrowed = answer(course(), zone=UTC, lent=lent).series[0].sides[Side.LEFT].borrowed
        assert borrowed is not None
        share_of.append(borrowed.share)
    assert share_of[1] < share_of[0] / 2


def test_a_hip_without_figures_borrows_none() -> None:
    few = [Phased(reading=reading(day, 30.0, of=SOME), phase=Phase.BASELINE) for day in range(4)]
    assert few[-1].reading.taken_at - START == timedelta(days=3)
    found = answer(few, zone=UTC, lent=lend(people(GAINS_DEG), [SOME], None))
    assert found.series[0].sides[Side.LEFT].borrowed is None


def test_a_few_who_happen_to_agree_do_not_tell_that_people_do_not_differ() -> None:
    agreeing = people([4.0] * 5, variance_deg2=1.0)
    (lent,) = lend(agreeing, [SOME], None).values()
    assert lent.expected.mean_deg == pytest.approx(4.0)
    assert lent.expected.sd_deg == LEAST_SPREAD_DEG
