"""COACH.md: what was filmed, what was counted, which faults were seen, and what that is worth."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from coxa.catalogue import Exercise
from validation.coach.judged import JudgedFilm
from validation.coach.results import (
    FaultFound,
    Times,
    counts,
    exact_films,
    exact_reps,
    reps_of,
    times,
)
from validation.coach.run import CoachRun
from validation.coach.short import short
from validation.measures import Share
from validation.tables import NOTHING, markdown, percent, percent_span

BODIES = {0: "light", 1: "heavy", 2: "muscular"}
PLACES = {
    "said": "where the catalogue says, to a few degrees and centimetres",
    "off": "10 to 20° round the person, up to 20 cm higher, lower, nearer or farther",
}


def report(run: CoachRun) -> str:
    """The whole report."""
    return "\n\n".join(
        [
            "# The coach before films whose truth is known",
            f"Written by `{run.command}`; every number comes from that run.",
            short(run),
            *([NOT_APART] if run.part == "proof" else []),
            "## What was filmed\n\n" + _what(run),
            "## Repetitions and holds\n\n" + _how_counted(),
            _exercises(run),
            "## Faults\n\n" + _how_faults(),
            _faults(run),
            "## By place of the camera and by body",
            _groups(run, "camera", lambda film: f"{film.film.place}: {PLACES[film.film.place]}"),
            _groups(run, "body", lambda film: BODIES.get(film.film.person, "")),
            "## When nobody exercises",
            _nothing(run),
            LIMITS,
        ]
    )


def _what(run: CoachRun) -> str:
    reps = reps_of(run.done)
    people = {(film.film.exercise_id, film.film.person) for film in run.done}
    minutes = sum(film.film.recording.duration_s for film in run.films) / 60
    kinds = ", ".join(
        f"{sum(rep.rep.kind == kind for rep in reps)} {word}"
        for kind, word in (
            ("right", "right"),
            ("fault", "with one plain fault"),
            ("half", "to 50 or 60 % of the way"),
            ("fast", "at three times the pace and not held"),
        )
    )
    return (
        f"{len(run.done)} rendered films of {len({film.film.exercise_id for film in run.done})} "
        f"exercises (part *{run.part}*; {len(people)} pairs of exercise and person) and "
        f"{len(run.idle)} films in which nobody exercises, {minutes:.0f} minutes in all. They hold "
        f"{len(reps)} repetitions: {kinds}. People come in, get down, take the start pose, differ "
        "from it by several degrees in every joint, sway, creep, and in every other film get up in "
        "between and come back. The watcher and the coach's steps run on the film's clock as they "
        "do in the app, on the landmarks of the full pose net."
    )


def _how_counted() -> str:
    return (
        "*Whole*: a repetition to the end, held, was counted once and as whole, and not as half. "
        "*Half*: one to half of the way was told as half, and not counted as whole. *Fast*: one "
        "too fast to be held was not counted as whole. A repetition whose fault goes the way of "
        "the exercise backward is none, and is rightly not counted. Of a stretch it is the clock "
        "that counts: it ran for at least 70 % of the hold (less half a second), and where the end "
        "was hardly reached, no longer than it was (and half a second). *Films exact*: as many "
        "whole repetitions as were done; of stretches, all takes of the film. *Counted*: what the "
        "coach's clock gave of the hold that it asked for, against what was truly held of it. "
        "*Seen*: time from reaching the end to leaving it, as seen, against the time truly spent "
        "beyond 75 % of the way. "
        "*Told late*: from truly reaching the end, or the start again, to its being told. Signs "
        "are left out of both."
    )


def _exercises(run: CoachRun) -> str:
    found = {name: films for name in run.exercises if (films := run.of(name))}
    counted = [
        [f"`{name}`", *_counts(films), _claimed(run.exercises[name])]
        for name, films in found.items()
    ]
    timed = [[f"`{name}`", *_timing(films)] for name, films in found.items()]
    return "\n\n".join(
        [
            markdown(
                ["exercise", *COUNT_HEAD, "catalogue"],
                [*counted, ["**all**", *_counts(run.done), ""]],
            ),
            markdown(["exercise", *TIME_HEAD], [*timed, ["**all**", *_timing(run.done)]]),
        ]
    )


def _claimed(exercise: Exercise) -> str:
    return "counts" if exercise.camera.counts else NOTHING


COUNT_HEAD = [
    "films",
    "whole counted",
    "half told",
    "fast not counted",
    "all takes right",
    "95 % interval (Wilson)",
    "films exact",
    "start pose seen",
]
TIME_HEAD = [
    "counted within 0.5 s",
    "holds seen",
    "seen off by: median",
    "P95",
    "within 0.5 s",
    "told late: median",
    "P95",
]


def _counts(films: Sequence[JudgedFilm]) -> list[str]:
    reps = reps_of(films)
    share = exact_reps(reps)
    recognised = Share(sum(film.recognised for film in films), len(films))
    return [
        str(len(films)),
        *[
            _of(exact_reps([rep for rep in reps if rep.rep.kind in kinds]))
            for kinds in (("right", "fault"), ("half",), ("fast",))
        ],
        percent(share),
        percent_span(share.interval95) if share.of else NOTHING,
        _of(exact_films(films)),
        _of(recognised),
    ]


def _timing(films: Sequence[JudgedFilm]) -> list[str]:
    reps = reps_of(films)
    held = times(rep.hold_error_s for rep in reps)
    late = times(late_s for rep in reps for late_s in (rep.end_late_s, rep.back_late_s))
    counted = times(rep.clock_error_s for rep in reps)
    return [
        NOTHING if counted is None else percent(counted.within),
        NOTHING if held is None else str(held.count),
        *_sizes(held),
        NOTHING if held is None else percent(held.within),
        *_sizes(late),
    ]


def _sizes(size: Times | None) -> list[str]:
    return [NOTHING] * 2 if size is None else [_seconds(size.median_s), _seconds(size.p95_s)]


def _how_faults() -> str:
    return (
        "Every fault of the catalogue that is a change of posture is looked for, whether the "
        "catalogue says that the camera sees it or not. It shows from half of a plain case on. "
        "*Seen*: told in the repetition that shows it. *Right*: of all times it was told, those in "
        "which it was there. *Claimed* is what the catalogue says to the coach: only those are "
        "spoken of."
    )


def _faults(run: CoachRun) -> str:
    head = [
        "exercise",
        "fault",
        "seen",
        "95 % interval (Wilson)",
        "right",
        "told after: median",
        "P95",
        "claimed",
    ]
    return markdown(head, [_fault(run, found) for found in run.faults()])


def _fault(run: CoachRun, found: FaultFound) -> list[str]:
    late = found.late
    return [
        f"`{found.exercise_id}`",
        f"`{found.fault_id}`",
        _of(found.recall),
        percent_span(found.recall.interval95) if found.recall.of else NOTHING,
        _of(found.precision),
        NOTHING if late is None else _seconds(late.median_s),
        NOTHING if late is None else _seconds(late.p95_s),
        "yes" if found.fault_id in run.exercises[found.exercise_id].camera.faults else NOTHING,
    ]


def _groups(run: CoachRun, title: str, key: Callable[[JudgedFilm], str]) -> str:
    groups: dict[str, list[JudgedFilm]] = {}
    for film in run.done:
        groups.setdefault(key(film), []).append(film)
    rows = [[name, *_counts(films), *_timing(films)] for name, films in sorted(groups.items())]
    return markdown([title, *COUNT_HEAD, *TIME_HEAD], rows)


def _nothing(run: CoachRun) -> str:
    strange = run.strangers
    rows = [
        [
            "walking through, half-way down and up again, handling the camera",
            str(len(run.idle)),
            str(sum(film.stray for film in run.idle)),
            str(sum(film.stray_faults for film in run.idle)),
            str(sum(film.recognised for film in run.idle)),
        ],
        [
            "coming, getting up in between (of the films above)",
            str(len(run.done)),
            str(sum(film.stray for film in run.done)),
            str(sum(film.stray_faults for film in run.done)),
            NOTHING,
        ],
        *[
            [
                f"a real person, `{video}`, before every exercise, either side",
                str(len(some)),
                str(sum(one.counted for one in some)),
                str(sum(one.faults for one in some)),
                str(sum(one.recognised for one in some)),
            ]
            for video in sorted({one.video for one in strange})
            if (some := [one for one in strange if one.video == video])
        ],
    ]
    head = ["", "sessions", "repetitions counted", "faults told", "start pose seen"]
    return markdown(head, rows)


def _of(share: Share) -> str:
    return NOTHING if not share.of else f"{share.hits} of {share.of} ({percent(share)})"


def _seconds(value: float) -> str:
    return f"{value:.2f} s"


def summary(run: CoachRun) -> dict[str, Any]:
    """The same for programs: what each exercise bears out."""
    found = run.faults()
    return {
        name: {
            "films": len(films),
            "films_exact": exact_films(films).hits,
            "takes": exact_reps(reps_of(films)).of,
            "takes_exact": exact_reps(reps_of(films)).hits,
            "counts": counts(films),
            "faults": {
                one.fault_id: {
                    "shown": one.recall.of,
                    "seen": one.recall.hits,
                    "told": one.precision.of,
                    "borne_out": one.borne_out,
                }
                for one in found
                if one.exercise_id == name
            },
        }
        for name in run.exercises
        if (films := run.of(name))
    }


NOT_APART = (
    "**Not kept apart.** After a first report on 73 of these films the watcher was taught that a "
    "fault must stand out from what the same body shows in every repetition. So the figures of "
    "faults, and a little those of counting, are not from films that nobody had looked at. Those "
    "stand in [COACH-FRESH.md](COACH-FRESH.md): other bodies, clothes and rooms (part *fresh*), "
    "by which nothing was tuned; of what was claimed, two faults were taken away by them."
)

LIMITS = """## What this is worth

Rendered people are no people: their skin does not fold, cloth does not slide, they sway by a few
sines, and what they do wrong is the catalogue's own fault, at 0.8 to 1.3 times its plain size.
Repetitions of one film are not independent of each other, so that the intervals are too narrow.
Real people were seen doing other things only: of them it is known that nothing was counted, not
that everything would be. An exercise or a fault is claimed in the catalogue where these tables
bear it out; what is not claimed is led by the clock, and nobody is told that it was seen.
"""


def write_coach_report(run: CoachRun, out: Path) -> None:
    """Write it, and beside it its figures: ``coach.json`` for ``COACH.md``."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(report(run), "utf-8")
    table = json.dumps(summary(run), indent=1) + "\n"
    out.with_name(f"{out.stem.lower()}.json").write_text(table, "utf-8")
