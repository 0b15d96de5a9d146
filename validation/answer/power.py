"""``python -m validation.answer.power``: the power that is foretold beside simulated people."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from coxa.evidence.power import ReadingPlan, power
from validation.answer.marks import at_end, percent
from validation.answer.run import Results, run
from validation.answer.scene import WEEK_DAYS, Course, Scene

GAINS_DEG = (3.0, 5.0)
TRAINING_GAP_DAYS = 2.0
"""The simulator's: every other day."""


def _scene(sem_deg: float, training: int, course: Course = Course.OTHER_WAITS) -> Scene:
    return Scene(
        f"power-{sem_deg:g}-{training}-{course.value}",
        "",
        GAINS_DEG,
        looked_at_deg=(),
        course=course,
        sem_deg=sem_deg,
        training=training,
        planned=training,
    )


SCENES = [
    *(_scene(sem_deg, training) for sem_deg in (1.9, 2.5, 4.0) for training in (12, 18, 24)),
    _scene(2.5, 18, Course.OTHER_FOLLOWS),
    _scene(4.0, 24, Course.OTHER_FOLLOWS),
]


@click.command()
@click.option("--people", default=500, show_default=True, help="For each scene and gain.")
@click.option("--processes", default=2, show_default=True)
def main(people: int, processes: int) -> None:
    """Judge simulated people and print a table of both figures."""
    results = run(SCENES, people, processes, _progress)
    print("\n".join(table(results)))


def plan_of(scene: Scene) -> ReadingPlan:
    """The scene as a plan: the other hip starts on the day of the first hip's middle reading."""
    follows = scene.course is Course.OTHER_FOLLOWS
    half = scene.training // 2 * TRAINING_GAP_DAYS / WEEK_DAYS
    return ReadingPlan(
        sem_deg=scene.sem_deg,
        baseline_readings=scene.baseline,
        training_readings=scene.training,
        training_a_week=WEEK_DAYS / TRAINING_GAP_DAYS,
        waits_weeks=half if follows else None,
    )


def table(results: Results) -> Iterator[str]:
    """Rows in Markdown."""
    yield "| error | readings of training | other hip | gain | foretold | simulated | apart |"
    yield "|--:|--:|---|--:|--:|--:|--:|"
    for scene in SCENES:
        waits = "waits" if scene.course is Course.OTHER_WAITS else "starts at half"
        for gain_deg in GAINS_DEG:
            foretold, found = power(plan_of(scene), gain_deg), at_end(results.of(scene, gain_deg))
            yield (
                f"| {scene.sem_deg:g}° | {scene.training} | {waits} | {gain_deg:g}° "
                f"| {100 * foretold:.0f} % | {percent(found)} "
                f"| {100 * (foretold - found.value):+.0f} |"
            )


def _progress(done: int, of: int) -> None:
    print(f"\r{done} of {of} batches", end="\n" if done == of else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
