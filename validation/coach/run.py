"""Everything that one report of the coach's validation is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coxa.catalogue import Exercise
from validation.coach.judged import JudgedFilm
from validation.coach.results import FaultFound, fault_found
from validation.coach.strangers import Stranger


@dataclass(frozen=True)
class CoachRun:
    """Everything that the report is about."""

    part: str
    films: Sequence[JudgedFilm]
    strangers: Sequence[Stranger]
    exercises: Mapping[str, Exercise]
    command: str

    @property
    def done(self) -> list[JudgedFilm]:
        """Films of an exercise."""
        return [film for film in self.films if film.film.story == "exercise"]

    @property
    def idle(self) -> list[JudgedFilm]:
        """Films of nothing."""
        return [film for film in self.films if film.film.story == "nothing"]

    def of(self, exercise_id: str) -> list[JudgedFilm]:
        return [film for film in self.done if film.film.exercise_id == exercise_id]

    def faults(self) -> list[FaultFound]:
        """Every fault that was filmed."""
        return [
            fault_found(name, fault.id, films)
            for name, exercise in self.exercises.items()
            if (films := self.of(name))
            for fault in exercise.faults
            if fault.change
        ]
