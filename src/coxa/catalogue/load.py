"""The catalogue as a whole: loaded once, its cross-references checked."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from coxa.catalogue.article import Article, Explanation
from coxa.catalogue.exercises import Exercise
from coxa.catalogue.files import Fault, Kept, line_of, read_record
from coxa.catalogue.norms import CitedNorm, Norm, Source, matching
from coxa.catalogue.protocols import TestProtocol
from coxa.catalogue.references import broken_in_texts, broken_references
from coxa.catalogue.terms import Aim
from coxa.errors import UnknownThing
from coxa.quantities import Direction, Mode, Test
from coxa.records import Sex

SHIPPED = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Catalogue:
    """Every exercise, test, norm and source, by id; ``renamed`` leads old ids to present ones."""

    exercises: Mapping[str, Exercise]
    tests: Mapping[Test, TestProtocol]
    norms: Mapping[str, Norm]
    sources: Mapping[str, Source]
    renamed: Mapping[str, str]
    article: Article | None = None
    """The article's question in general, and what holds of each of its statements."""
    hip_rotation: Explanation | None = None
    """What hip rotation is."""

    def find(self, thing_id: str) -> Exercise | TestProtocol:
        """The exercise or test of this id, present or former.

        Raises
        ------
        UnknownThing
            With the ids that come closest.
        """
        current = self.renamed.get(thing_id, thing_id)
        if current in self.exercises:
            return self.exercises[current]
        if current in self.tests:
            return self.tests[Test(current)]
        raise _unknown(thing_id, [*self.exercises, *self.tests])

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of this id, present or former. Raises UnknownThing, as :meth:`find`."""
        found = self.find(exercise_id)
        if isinstance(found, Exercise):
            return found
        raise _unknown(exercise_id, list(self.exercises))

    def test(self, test: Test) -> TestProtocol:
        return self.tests[test]

    def norm_for(
        self,
        test: Test,
        direction: Direction | None,
        mode: Mode,
        age_years: int | None = None,
        sex: Sex | None = None,
    ) -> tuple[CitedNorm, ...]:
        """Published readings that may stand beside a person's own; empty where there are none."""
        found = matching(self.norms.values(), test, direction, mode, age_years, sex)
        return tuple(CitedNorm(norm=norm, source=self.sources[norm.source]) for norm in found)


def _unknown(thing_id: str, known: list[str]) -> UnknownThing:
    close = difflib.get_close_matches(thing_id, known, n=3, cutoff=0.4)
    if close:
        return UnknownThing("unknown_in_catalogue", id=thing_id, closest=", ".join(close))
    return UnknownThing("unknown_in_catalogue", id=thing_id, closest=", ".join(sorted(known)))


def read_folder(folder: Path) -> tuple[Catalogue, list[Fault]]:
    """Read a catalogue folder: all that could be read, and every fault found."""
    faults: list[Fault] = []
    exercises = read_all(folder / "exercises", Exercise, faults)
    tests = read_all(folder / "tests", TestProtocol, faults)
    norms = read_all(folder / "norms", Norm, faults)
    sources = read_all(folder / "sources", Source, faults)
    article = _read_one(folder / "article.toml", Article, faults)
    hip_rotation = _read_one(folder / "hip-rotation.toml", Explanation, faults)
    catalogue = Catalogue(
        exercises=MappingProxyType({e.id: e for e in sorted(exercises, key=_order)}),
        tests=MappingProxyType({test: p for test in Test for p in tests if p.id is test}),
        norms=MappingProxyType({norm.id: norm for norm in norms}),
        sources=MappingProxyType({source.id: source for source in sources}),
        renamed=MappingProxyType(_renamed(folder, faults)),
        article=article,
        hip_rotation=hip_rotation,
    )
    between = broken_references(exercises, tests, norms, catalogue.sources, catalogue.renamed)
    texts = [text for text in (article, hip_rotation) if text is not None]
    between += broken_in_texts(texts, catalogue.exercises, catalogue.sources)
    # What is wrong in a file comes first: what others miss because of it only follows.
    return catalogue, [*sorted(faults), *sorted(with_line(fault, folder) for fault in between)]


def _order(exercise: Exercise) -> tuple[int, int, str]:
    """The article's eight as it numbers them, then the wider set by aim."""
    number = exercise.article_number
    return (9, list(Aim).index(exercise.aim), exercise.id) if number is None else (number, 0, "")


def with_line(fault: Fault, folder: Path) -> Fault:
    """A fault between files, with the line of the field that it is about."""
    path = next(iter(sorted(folder.rglob(fault.file))), None)
    if fault.line or path is None or not path.is_file():
        return fault
    where = tuple(int(part) if part.isdecimal() else part for part in fault.where.split("."))
    text = path.read_text(encoding="utf-8", errors="replace")
    return replace(fault, line=line_of(text, where) or 1)


def read_all(folder: Path, kind: type[Kept], faults: list[Fault]) -> list[Kept]:
    """Every readable record of a folder; what is wrong is added to ``faults``."""
    found = [_read_one(path, kind, faults) for path in sorted(folder.glob("*.toml"))]
    return [record for record in found if record is not None]


def _read_one(path: Path, kind: type[Kept], faults: list[Fault]) -> Kept | None:
    if not path.exists():
        return None
    record, wrong = read_record(path, kind)
    faults += wrong
    return record


def _renamed(folder: Path, faults: list[Fault]) -> dict[str, str]:
    path = folder / "renamed.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as fault:
        faults.append(Fault(path.name, 0, "file", str(fault), "correct the TOML syntax"))
        return {}
    return {str(old): str(new) for old, new in table.items()}


@lru_cache(maxsize=1)
def load_shipped() -> Catalogue:
    """The shipped catalogue.

    Raises
    ------
    CatalogueFault
        For the first fault of its files; ``python -m coxa.catalogue --check`` lists all.
    """
    catalogue, faults = read_folder(SHIPPED)
    if faults:
        raise faults[0].as_error()
    return catalogue
