"""From shares to moments, and from the figure's way to the person's own."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from coxa.records import Seen
from coxa.watching.faults import AFTER_S, MENDED_AFTER_S, STANDS_OUT, UNKNOWN
from coxa.watching.moments import LEAVES_END, REACHES_END, Look, Moments
from coxa.watching.reach import LEAST, MOST, STOPS_S, Reach

STEP_S = 0.1


def told(shares: Iterable[float], fault: Iterable[float] = ()) -> list[Seen]:
    moments = Moments()
    shares, amounts = list(shares), list(fault)
    return [
        seen
        for k, share in enumerate(shares)
        for seen in moments.take(
            Look(k * STEP_S, share, {"leans": amounts[k]} if amounts else {}),
        )
    ]


def whats(seen: Iterable[Seen]) -> list[str]:
    return [one.what.value for one in seen]


def test_a_whole_repetition() -> None:
    assert whats(told([0, 0.2, 0.5, 0.9, 1.0, 0.9, 0.5, 0.1, 0.1])) == [
        "moving",
        "at-end",
        "left-end",
        "back",
    ]


def test_trembling_at_the_edge_of_the_band_leaves_it_but_once() -> None:
    edge = (REACHES_END + LEAVES_END) / 2
    seen = told([0, 0.5, REACHES_END, edge, REACHES_END, edge, 0.5, 0.1])
    assert whats(seen).count("at-end") == whats(seen).count("left-end") == 1


def test_a_start_that_trembles_is_no_repetition() -> None:
    assert whats(told([0, 0.2, 0.1, 0.25, 0.0])) == []
    assert "back" not in whats(told([0, 0.3, 0.0]))


def test_a_single_picture_near_the_start_is_not_back() -> None:
    seen = whats(told([0, 0.5, 0.9, 0.0, 0.9, 0.9, 0.5, 0.1, 0.0]))
    assert (seen.count("moving"), seen.count("back")) == (1, 1)


def test_back_tells_how_far_it_went() -> None:
    (back,) = (one for one in told([0, 0.3, 0.55, 0.4, 0.1, 0.1]) if one.what.value == "back")
    assert back.share == 0.55


def test_a_fault_is_told_when_it_stays_and_again_when_it_goes() -> None:
    stays = round(AFTER_S / STEP_S) + 2
    goes = round(MENDED_AFTER_S / STEP_S) + 2
    seen = told([0.9] * (stays + goes), [1.0] * stays + [0.0] * goes)
    assert [one for one in whats(seen) if one in {"fault", "mended"}] == ["fault", "mended"]
    fault, mended = (one for one in seen if one.fault_id)
    assert fault.at_s == pytest.approx(AFTER_S, abs=STEP_S)
    assert mended.at_s == pytest.approx(stays * STEP_S + MENDED_AFTER_S, abs=STEP_S)


def test_a_moment_of_a_fault_is_not_told() -> None:
    flash = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    assert "fault" not in whats(told([0.9] * len(flash), flash))


ONE_REP = [*[0.1] * 4, 0.5, *[0.9] * 5, 0.5, *[0.1] * 2]


def test_what_a_body_shows_in_every_repetition_is_no_fault() -> None:
    little = UNKNOWN + STANDS_OUT - 0.1
    body = [little if share > 0.8 else 0.0 for share in ONE_REP]
    assert "fault" not in whats(told(ONE_REP * 3, body * 3))
    plainly = [1.0 if share > 0.8 else 0.0 for share in ONE_REP]
    seen = told(ONE_REP * 3, plainly * 3)
    assert whats(seen).count("fault") == 3, "who always makes it plainly is told each time"


def test_a_fault_that_stands_out_from_the_first_repetition_is_told() -> None:
    clean, slight = [0.05] * len(ONE_REP), [0.5 if share > 0.8 else 0.0 for share in ONE_REP]
    assert whats(told(ONE_REP * 2, clean + slight)).count("fault") == 1


def test_leaving_the_exercise_ends_what_was_told() -> None:
    moments = Moments()
    for k in range(10):
        list(moments.take(Look(k * STEP_S, 0.9, {"leans": 1.0})))
    assert whats(moments.interrupted(1.0)) == ["mended"]
    assert not moments.moving


def test_a_persons_own_end_takes_the_place_of_the_usual_one() -> None:
    reach = Reach(1.0, 0.9)
    before = reach.relative(0.75, STEP_S, moving=True)
    for _ in range(4):
        reach.whole(reach.relative(0.75, STEP_S, moving=True))
    assert before == pytest.approx(0.75 / 0.9)
    assert reach.relative(0.75, STEP_S, moving=True) == pytest.approx(1.0, abs=0.05)


def rested_at(reach: Reach, share: float, seconds: float) -> float:
    """The share of the own way, after some time at a share of the figure's."""
    for _ in range(round(seconds / STEP_S)):
        relative = reach.relative(share, STEP_S, moving=True)
    return relative


def test_where_the_first_repetition_stops_is_the_persons_end() -> None:
    assert rested_at(Reach(1.0, 0.9), 0.65, STOPS_S + 0.3) == pytest.approx(1.0)


def test_half_way_is_nobodys_end() -> None:
    assert rested_at(Reach(1.0, 0.9), 0.5, 5.0) == pytest.approx(0.5 / 0.9)


def test_going_by_is_no_stop() -> None:
    reach = Reach(1.0, 0.9)
    for share in (0.3, 0.5, 0.6, 0.7, 0.8):
        assert rested_at(reach, share, STOPS_S / 2) == pytest.approx(share / 0.9)


@pytest.mark.parametrize("furthest", [0.01, 5.0])
def test_no_repetition_makes_the_whole_way_absurd(furthest: float) -> None:
    reach = Reach(1.0, 0.9)
    for _ in range(10):
        reach.whole(furthest)
    assert 1 / MOST <= reach.relative(1.0, STEP_S, moving=True) <= 1 / LEAST


def test_what_the_start_strays_by_is_taken_off() -> None:
    reach = Reach(1.0, 1.0)
    for _ in range(50):
        shown = reach.relative(0.1, STEP_S, moving=False)
    assert shown == pytest.approx(0.0, abs=0.01)
    assert reach.relative(1.1, STEP_S, moving=True) == pytest.approx(1.0, abs=0.02)
