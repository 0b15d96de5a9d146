"""The report's first paragraphs: the figures that matter, and what falls short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from validation.coach.judged import JudgedFilm
from validation.coach.results import (
    AT_LEAST,
    COUNTS_FROM,
    FAULT_FROM,
    WITHIN_S,
    FaultFound,
    counts,
    exact_films,
    exact_reps,
    reps_of,
    times,
)
from validation.coach.run import CoachRun
from validation.tables import percent

FLATTERED = (
    "What is claimed was chosen on films of other bodies (part *dev*); what these films and those "
    "of *fresh* do not bear out was taken away again, so that the figures of the claimed flatter a "
    "little. The figures of all stand beside them."
)
UNSEEN = (
    "Two things were learnt on these people, clothes and rooms (part *unseen*), and nothing was "
    "tuned: on one film the nets took the legs for the whole person, and since then they look for "
    "the person anew where no start pose is found for some seconds; on another a single picture "
    "was taken for the way back. What the catalogue claims is what at least 95 % of all takes of "
    "*proof*, *fresh* and *unseen* together bear out, and whose holds are counted right: the "
    "figures of the claimed flatter a little."
)
OF_PART = {"proof": FLATTERED, "unseen": UNSEEN}


def short(run: CoachRun) -> str:
    """Counting, what falls short, faults, nothing, and what of it is claimed."""
    kept = {name for name in run.exercises if counts(run.of(name))}
    said = [_counting(run, kept), _faults(run, kept), _nothing(run), _claimed(run)]
    return "\n\n".join([*said, *([OF_PART[run.part]] if run.part in OF_PART else [])])


def _counting(run: CoachRun, kept: set[str]) -> str:
    filmed = {film.film.exercise_id for film in run.done}
    return (
        f"**Counting.** Of everything filmed, {reached(run.done)} Well enough to be claimed (at "
        f"least {COUNTS_FROM:.0%} of all takes right, in {AT_LEAST} films or more) are {len(kept)} "
        f"of the {len(filmed)} exercises. Falling short: "
        f"{_with_share(filmed - kept, run)}."
    )


def reached(films: Sequence[JudgedFilm]) -> str:
    """Takes, films and holds of some films."""
    takes, whole = exact_reps(reps_of(films)), exact_films(films)
    if not takes.of:
        return "there are none."
    told = (
        f"{takes.hits} of {takes.of} takes were counted as what they were ({percent(takes)}), and "
        f"{whole.hits} of {whole.of} films as a whole ({percent(whole)})"
    )
    held = times(rep.hold_error_s for rep in reps_of(films))
    if held is None:
        return f"{told}."
    counted = times(rep.clock_error_s for rep in reps_of(films))
    assert counted is not None, "whoever was seen to hold did a whole repetition"
    return (
        f"{told}. Of the hold that it asked for the coach counted what was held to within "
        f"{WITHIN_S} s in {percent(counted.within)}; the whole time at the end of the way was seen "
        f"to within {WITHIN_S} s in {percent(held.within)}, and off by {held.median_s:.2f} s "
        f"(median), in 95 % by no more than {held.p95_s:.2f} s."
    )


def _with_share(names: Iterable[str], run: CoachRun) -> str:
    """Exercises with their share of takes that were right."""
    shares = {name: exact_reps(reps_of(run.of(name))) for name in sorted(names)}
    return ", ".join(f"`{name}` ({percent(share)})" for name, share in shares.items()) or "none"


def _faults(run: CoachRun, kept: set[str]) -> str:
    faults = run.faults()
    seen = [found for found in faults if found.borne_out and found.exercise_id in kept]
    shown = sum(found.recall.of for found in faults)
    return (
        f"**Faults.** {len(faults)} faults were filmed, {shown} times in all; told were "
        f"{sum(found.recall.hits for found in faults)} of these, and wrongly "
        f"{sum(found.precision.of - found.precision.hits for found in faults)} others. "
        f"{len(seen)} faults, in exercises that count, were seen and rightly told in at least "
        f"{FAULT_FROM:.0%} of {AT_LEAST} or more cases. {_delay(run, seen)}"
    ).rstrip()


def _delay(run: CoachRun, faults: Sequence[FaultFound]) -> str:
    """How soon the faults that are seen were told."""
    late = times(
        rep.fault_late_s.get(found.fault_id)
        for found in faults
        for rep in reps_of(run.of(found.exercise_id))
    )
    if late is None:
        return ""
    return (
        f"Those were told {late.median_s:.2f} s (median; 95 % within {late.p95_s:.2f} s) after "
        f"half of a plain case showed, {percent(late.within)} within {WITHIN_S} s."
    )


def _nothing(run: CoachRun) -> str:
    counted = sum(film.stray for film in run.idle) + sum(one.counted for one in run.strangers)
    return (
        f"**Nothing.** In {len(run.idle)} films in which nobody exercises, and "
        f"{len(run.strangers)} sessions before recordings of real people who do something else, "
        f"{counted} repetitions were counted."
    )


def _claimed(run: CoachRun) -> str:
    """The same of what the catalogue says to the coach, and to the person."""
    names = {name for name in run.exercises if run.of(name) and run.exercises[name].camera.counts}
    films = [film for film in run.done if film.film.exercise_id in names]
    faults = [
        found
        for found in run.faults()
        if found.fault_id in run.exercises[found.exercise_id].camera.faults
    ]
    told = sum(found.precision.of for found in faults)
    hits = sum(found.recall.hits for found in faults)
    idle = [film for film in run.idle if film.film.exercise_id in names]
    return (
        f"**Claimed.** The catalogue lets the camera count in {len(names)} of them: "
        f"{', '.join(f'`{name}`' for name in sorted(names))}. There, {reached(films)} Of the "
        f"{len(faults)} faults that it claims to see, {hits} of "
        f"{sum(found.recall.of for found in faults)} were told, and {told - hits} wrongly. "
        f"{_delay(run, faults)} In the {len(idle)} films of these exercises in which nobody "
        f"exercises, {sum(film.stray for film in idle)} repetitions were counted."
    )
