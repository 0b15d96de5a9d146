"""Exercise packs: a person's own exercises, checked like the shipped ones and put beside them.

A pack is a folder with ``exercises/*.toml`` and, where it cites something new, ``sources/*.toml``.
It passes every rule of a shipped file, so it cannot weaken a ceiling, a stop sign or what closes an
exercise; it cannot replace anything shipped; and with one fault it is left out as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from coxa.catalogue.exercises import Exercise
from coxa.catalogue.files import Fault
from coxa.catalogue.load import Catalogue, load_shipped, read_all, read_folder, with_line
from coxa.catalogue.norms import Source
from coxa.catalogue.references import broken_in_exercises

PARTS = ("exercises", "sources")


def with_packs(catalogue: Catalogue, folder: Path) -> tuple[Catalogue, tuple[Fault, ...]]:
    """``catalogue`` with every faultless pack in ``folder``, and the faults of the others."""
    faults: list[Fault] = []
    for pack in sorted(path for path in folder.glob("*") if path.is_dir()):
        grown, wrong = _with_pack(catalogue, pack)
        faults += [replace(fault, file=f"{pack.name}/{fault.file}") for fault in wrong]
        catalogue = catalogue if wrong else grown
    return catalogue, tuple(faults)


def faults_of(folder: Path) -> list[Fault]:
    """The faults of a folder: a whole catalogue (it has ``tests``), else a pack."""
    if (folder / "tests").is_dir():
        return read_folder(folder)[1]
    return _with_pack(load_shipped(), folder)[1]


def is_catalogue(folder: Path) -> bool:
    """Whether there is anything to check in ``folder``."""
    return (folder / "exercises").is_dir()


def _with_pack(catalogue: Catalogue, pack: Path) -> tuple[Catalogue, list[Fault]]:
    faults: list[Fault] = []
    exercises = read_all(pack / "exercises", Exercise, faults)
    sources = read_all(pack / "sources", Source, faults)
    known_sources = {**{source.id: source for source in sources}, **catalogue.sources}
    known_ids = {*catalogue.exercises, *catalogue.renamed} | {exercise.id for exercise in exercises}
    faults += [
        *_strange_parts(pack),
        *_taken(exercises, catalogue),
        *_taken_sources(sources, catalogue.sources),
        *_numbered(exercises),
        *broken_in_exercises(exercises, known_ids, known_sources),
    ]
    if not exercises and not faults:
        remedy = "add exercises/NAME.toml, or remove the folder"
        faults.append(Fault("exercises", 0, "folder", "the pack holds no exercise", remedy))
    grown = replace(
        catalogue,
        exercises=MappingProxyType({**catalogue.exercises, **{e.id: e for e in exercises}}),
        sources=MappingProxyType(known_sources),
    )
    return grown, sorted(with_line(fault, pack) for fault in faults)


def _strange_parts(pack: Path) -> Iterator[Fault]:
    for path in sorted(pack.iterdir()):
        is_part = path.is_dir() and path.name in PARTS
        if not is_part and (path.is_dir() or path.suffix == ".toml"):
            problem = "a pack holds the folders exercises and sources only"
            yield Fault(path.name, 0, "file", problem, "move it there, or remove it")


def _taken(exercises: Iterable[Exercise], catalogue: Catalogue) -> Iterator[Fault]:
    taken = {*catalogue.exercises, *catalogue.renamed, *map(str, catalogue.tests)}
    for exercise in exercises:
        if exercise.id in taken:
            problem = f"{exercise.id!r} is the id of something that is there already"
            yield Fault(f"{exercise.id}.toml", 0, "id", problem, "give it another id")


def _taken_sources(sources: Iterable[Source], known: Mapping[str, Source]) -> Iterator[Fault]:
    for source in sources:
        if source.id in known:
            problem = f"the source {source.id!r} is there already"
            remedy = "remove this file and cite the one that is there, or give it another id"
            yield Fault(f"{source.id}.toml", 0, "id", problem, remedy)


def _numbered(exercises: Iterable[Exercise]) -> Iterator[Fault]:
    for exercise in exercises:
        if exercise.article_number is not None:
            problem = "the article has no exercise besides its eight"
            remedy = "remove this field and the corrections"
            yield Fault(f"{exercise.id}.toml", 0, "article_number", problem, remedy)
