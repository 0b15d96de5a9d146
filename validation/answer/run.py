"""The long step: every scene and gain, in batches over the cores."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from validation.answer.outcomes import Outcome, judged
from validation.answer.people import simulate
from validation.answer.scene import Scene
from validation.answer.scenes import SETTLING
from validation.answer.settling import Told, told

Progress = Callable[[int, int], None]
Found = tuple[list[Outcome], list[Told]]

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

    def add(self, batch: Batch, found: Found) -> None:
        """Take in what came of a batch."""
        outcomes, told = found
        if batch.scene.name == SETTLING.name:
            self.told.setdefault(batch.gain_deg, []).extend(told)
        else:
            key = (batch.scene.name, batch.gain_deg)
            self.outcomes.setdefault(key, []).extend(outcomes)


def batches(scenes: Sequence[Scene], people: int) -> Iterator[Batch]:
    """Everybody, a batch at a time."""
    for scene in scenes:
        for gain_deg in scene.gains_deg:
            for first in range(0, people, BATCH):
                yield Batch(scene, gain_deg, first, min(BATCH, people - first))


def run(
    scenes: Sequence[Scene],
    people: int,
    processes: int,
    progress: Progress,
    kept: Path | None = None,
) -> Results:
    """Judge everybody; ``progress`` is told how many batches of how many are done.

    Parameters
    ----------
    kept : a folder for what is done, so that a run that was broken off goes on where it was. It
        belongs to one state of the engine: empty it when the engine changes.
    """
    wanted = list(batches(scenes, people))
    results = Results(people)
    with ProcessPoolExecutor(processes) as pool:
        waiting = {pool.submit(_one_or_kept, batch, kept): batch for batch in wanted}
        for done, future in enumerate(as_completed(waiting), start=1):
            results.add(waiting.pop(future), future.result())
            progress(done, len(wanted))
    return results


def _one_or_kept(batch: Batch, kept: Path | None) -> Found:
    if kept is None:
        return _one(batch)
    name = f"{batch.scene.name}_{batch.gain_deg:g}_{batch.first}_{batch.count}.pickle"
    file = kept / name
    if not file.exists():
        kept.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(pickle.dumps(_one(batch)))
        part.rename(file)
    found: Found = pickle.loads(file.read_bytes())
    return found


def _one(batch: Batch) -> Found:
    every = range(batch.first, batch.first + batch.count)
    people = [simulate(batch.scene, batch.gain_deg, person) for person in every]
    if batch.scene.name == SETTLING.name:
        return [], told(people)
    every_look = batch.gain_deg in batch.scene.looked_at_deg
    return judged(people, every_look=every_look), []
