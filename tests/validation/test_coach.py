"""The coach's validation: truth and what was seen are set side by side as they should be."""

from pathlib import Path

import pytest

from coxa.catalogue import load_shipped
from coxa.quantities import Side
from coxa.records import Seen, SeenWhat
from validation.coach.details import details
from validation.coach.films import Film, FilmedRep
from validation.coach.judged import compared
from validation.coach.led import Led, Tally, dose_of
from validation.coach.report import report, summary
from validation.coach.results import exact_films, fault_found, times
from validation.coach.run import CoachRun
from validation.coach.strangers import Stranger

EXERCISE = load_shipped().exercises["clamshell"]
RIGHT = FilmedRep("right", 10.0, 18.0, 11.5, 15.0, 16.5, 3.5, {})
FAULT = FilmedRep("fault", 18.0, 26.0, 19.5, 23.0, 24.5, 3.5, {"feet-part": (19.2, 23.3)})
HALF = FilmedRep("half", 26.0, 30.0, None, None, 28.5, 0.0, {})
FAST = FilmedRep("fast", 30.0, 33.0, 31.0, 31.4, 32.0, 0.4, {})


def film(*reps: FilmedRep, story: str = "exercise") -> Film:
    return Film("clamshell_x", "clamshell", Side.LEFT, story, 0, "said", reps, Path("x.mp4"))


def saw(*moments: tuple[SeenWhat, float] | tuple[SeenWhat, float, str]) -> tuple[Seen, ...]:
    return tuple(
        Seen(what=one[0], at_s=one[1], fault_id=one[2] if len(one) > 2 else None) for one in moments
    )


def found(tallies: list[tuple[float, int, int, int]], seen: tuple[Seen, ...] = ()) -> Led:
    begun = [Tally(0.0)]
    return Led(seen, tuple(begun + [Tally(*tally) for tally in tallies]), ())


def test_each_repetition_is_exact_when_it_is_counted_as_what_it_was():
    made = found([(13.5, 1, 0, 0), (21.5, 2, 0, 0), (28.6, 2, 1, 0), (31.9, 2, 1, 1)])
    judged = compared(film(RIGHT, FAULT, HALF, FAST), made, EXERCISE)
    assert [rep.exact for rep in judged.reps] == [True] * 4
    assert judged.exact
    assert judged.stray == 0


@pytest.mark.parametrize(
    ("rep", "tally", "exact"),
    [
        (RIGHT, (12.0, 0, 1, 0), False),
        (RIGHT, (12.0, 2, 0, 0), False),
        (HALF, (28.0, 1, 0, 0), False),
        (FAST, (31.5, 1, 0, 0), False),
        (FAST, (31.5, 0, 0, 2), True),
    ],
)
def test_a_repetition_counted_as_something_else_is_wrong(rep, tally, exact):
    judged = compared(film(rep), found([tally]), EXERCISE)
    assert judged.reps[0].exact is exact


def test_what_is_counted_while_nothing_is_filmed_is_stray():
    judged = compared(film(RIGHT), found([(3.0, 1, 0, 0), (13.5, 2, 0, 0)]), EXERCISE)
    assert judged.stray == 1
    assert not judged.exact
    assert judged.reps[0].exact
    idle = compared(film(story="nothing"), found([(3.0, 1, 0, 0)]), EXERCISE)
    assert idle.stray == 1


def test_moments_are_set_beside_their_truth():
    seen = saw(
        (SeenWhat.IN_POSITION, 9.0),
        (SeenWhat.AT_END, 11.7),
        (SeenWhat.LEFT_END, 13.0),
        (SeenWhat.AT_END, 13.2),
        (SeenWhat.LEFT_END, 15.2),
        (SeenWhat.BACK, 16.4),
        (SeenWhat.FAULT, 19.6, "feet-part"),
        (SeenWhat.FAULT, 20.6, "pelvis-rolls-back"),
    )
    right, fault = compared(film(RIGHT, FAULT), found([], seen), EXERCISE).reps
    assert right.held_s == pytest.approx(3.3)
    assert right.hold_error_s == pytest.approx(-0.2)
    assert right.end_late_s == pytest.approx(0.2)
    assert right.back_late_s == pytest.approx(-0.1)
    assert fault.held_s is None
    assert fault.fault_late_s == pytest.approx({"feet-part": 0.4})
    assert fault.told == {"feet-part", "pelvis-rolls-back"}


def test_recall_and_precision_of_a_fault():
    seen = saw((SeenWhat.FAULT, 12.0, "feet-part"), (SeenWhat.FAULT, 20.0, "feet-part"))
    judged = compared(film(RIGHT, FAULT), found([], seen), EXERCISE)
    told = fault_found("clamshell", "feet-part", [judged])
    assert (told.recall.hits, told.recall.of) == (1, 1)
    assert (told.precision.hits, told.precision.of) == (1, 2)
    never = fault_found("clamshell", "pelvis-rolls-back", [judged])
    assert (never.recall.of, never.precision.of) == (0, 0)


def test_a_stretch_is_judged_by_its_clock():
    stretch = load_shipped().exercises["seated-internal-rotation"]
    clocked = Led((), (Tally(0.0), Tally(15.0, held_s=3.0)), ())
    assert compared(film(RIGHT), clocked, stretch).reps[0].exact
    short = Led((), (Tally(0.0), Tally(15.0, held_s=1.0)), ())
    assert not compared(film(RIGHT), short, stretch).reps[0].exact
    held_at_half = Led((), (Tally(0.0), Tally(28.0, held_s=2.0)), ())
    assert not compared(film(HALF), held_at_half, stretch).reps[0].exact
    assert dose_of(stretch, Side.LEFT).reps == 1


def test_sizes_of_differences_leave_the_sign_out():
    size = times([0.1, -0.3, None, 0.9])
    assert size is not None
    assert size.median_s == pytest.approx(0.3)
    assert (size.within.hits, size.within.of) == (2, 3)
    assert times([None]) is None


def test_the_report_says_what_was_found(monkeypatch):
    class Recording:
        duration_s = 60.0

    monkeypatch.setattr(Film, "recording", Recording())
    seen = saw((SeenWhat.IN_POSITION, 9.0), (SeenWhat.FAULT, 20.0, "feet-part"))
    good = compared(film(RIGHT, FAULT), found([(12, 1, 0, 0), (20, 2, 0, 0)], seen), EXERCISE)
    bad = compared(film(RIGHT), found([]), EXERCISE)
    idle = compared(film(story="nothing"), found([]), EXERCISE)
    people = [Stranger("someone.mp4", "clamshell", Side.LEFT, True, 0, 2)]
    run = CoachRun("proof", [good, bad, idle], people, {"clamshell": EXERCISE}, "made up")
    text = report(run)
    assert "| `clamshell` | 2 | 2 of 3 (66.7 %)" in text
    assert "| `clamshell` | `feet-part` | 1 of 1 (100.0 %)" in text
    assert "`someone.mp4`" in text
    assert "Falling short: `clamshell` (66.7 %)" in text
    assert exact_films([good, bad]).hits == 1
    told = summary(run)["clamshell"]
    assert (told["takes"], told["takes_exact"], told["counts"]) == (3, 2, False)
    assert told["faults"]["feet-part"] == {"shown": 1, "seen": 1, "told": 1, "borne_out": False}
    better = CoachRun("proof", [good, good], [], {"clamshell": EXERCISE}, "made up")
    assert summary(better)["clamshell"]["counts"]
    assert summary(better)["clamshell"]["faults"]["feet-part"]["borne_out"]


def test_what_goes_backward_is_told_and_not_counted():
    active = load_shipped().exercises["active-internal-rotation"]
    rep = FilmedRep("fault", 10.0, 18.0, 11.5, 15.0, 16.5, 3.5, {"foot-goes-in": (11.0, 15.5)})
    uncounted = compared(film(rep), found([]), active)
    assert uncounted.reps[0].exact
    assert uncounted.exact
    counted = compared(film(rep), found([(13.0, 1, 0, 0)]), active)
    assert not counted.reps[0].exact
    assert not counted.exact


def test_details_name_what_was_missed_and_what_was_told_wrongly():
    seen = saw((SeenWhat.FAULT, 20.0, "pelvis-rolls-back"))
    lines = list(details(compared(film(FAULT), found([], seen), EXERCISE)))
    assert "WRONG" in lines[0]
    assert "told [pelvis-rolls-back FALSE] missed [feet-part]" in lines[1]
