"""The long step: every scene and gain, in batches over the cores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field

from validation.answer.outcomes import Outcome, judged
from validation.answer.people import simulate
from validation.answer.scene import Scene
from validation.answer.scenes import SETTLING
from validation.answer.settling import Told, told

BATCH = 100
"""People handed to the engine at once: what a process keeps in memory."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some people of a scene and a gain."""

    scene: Scene
    gain_deg: float
    first: int
    count: int


@dataclass
class Results:
    """What came of all batches, by name of the scene and gain."""

    people: int
    outcomes: dict[tuple[str, float], list[Outcome]] = field(default_factory=dict)
    told: dict[float, list[Told]] = field(default_factory=dict)

    def of(self, scene: Scene, gain_deg: float) -> list[Outcome]:
        return self.outcomes.get((scene.name, gain_deg), [])

    def has(self, scene: Scene) -> bool:
        return any(name == scene.name for name, _ in self.outcomes)


def batches(scenes: Sequence[Scene], people: int) -> Iterator[Batch]:
    """Everybody, a batch at a time."""
    for scene in scenes:
        for gain_deg in scene.gains_deg:
            for first in range(0, people, BATCH):
                yield Batch(scene, gain_deg, first, min(BATCH, people - first))


def run(
    scenes: Sequence[Scene], people: int, processes: int, progress: Callable[[int, int], None]
) -> Results:
    """Judge everybody; ``progress`` is told how many batches of how many are done."""
    wanted = list(batches(scenes, people))
    results = Results(people)
    with ProcessPoolExecutor(processes) as pool:
        waiting = {pool.submit(_one, batch): batch for batch in wanted}
        for done, future in enumerate(as_completed(waiting), start=1):
            batch = waiting[future]
            outcomes, settled = future.result()
            key = (batch.scene.name, batch.gain_deg)
            if batch.scene is SETTLING:
                results.told.setdefault(batch.gain_deg, []).extend(settled)
            else:
                results.outcomes.setdefault(key, []).extend(outcomes)
            progress(done, len(wanted))
    return results


def _one(batch: Batch) -> tuple[list[Outcome], list[Told]]:
    every = range(batch.first, batch.first + batch.count)
    people = [simulate(batch.scene, batch.gain_deg, person) for person in every]
    if batch.scene.name == SETTLING.name:
        return [], told(people)
    every_look = batch.gain_deg in batch.scene.looked_at_deg
    return judged(people, every_look=every_look), []
