"""What one catalogue file says about another must hold: sources, renamed ids, numbers, tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from coxa.catalogue.article import Article, Explanation
from coxa.catalogue.exercises import Exercise
from coxa.catalogue.files import Fault
from coxa.catalogue.norms import Norm, Source
from coxa.catalogue.protocols import TestProtocol
from coxa.quantities import Test


def broken_references(
    exercises: Sequence[Exercise],
    tests: Sequence[TestProtocol],
    norms: Sequence[Norm],
    sources: Mapping[str, Source],
    renamed: Mapping[str, str],
) -> list[Fault]:
    """Every reference that leads nowhere, or to a source that must not be cited."""
    return [
        *broken_in_exercises(exercises, {exercise.id for exercise in exercises}, sources),
        *_citations(tests, norms, sources),
        *_numbers(exercises),
        *_missing_tests(tests),
        *_renames({e.id for e in exercises} | {str(t.id) for t in tests}, renamed),
    ]


def broken_in_exercises(
    exercises: Sequence[Exercise], known_ids: Collection[str], sources: Mapping[str, Source]
) -> list[Fault]:
    """What exercises cite or lead to, and is not there or must not be cited."""
    cited = ((f"{item.id}.toml", source) for item in exercises for source in item.sources)
    return [*_bad_citations(cited, sources), *_variants(exercises, known_ids)]


def _citations(
    tests: Sequence[TestProtocol],
    norms: Sequence[Norm],
    sources: Mapping[str, Source],
) -> Iterator[Fault]:
    cited: list[tuple[str, str]] = []
    cited += [(f"{item.id}.toml", source) for item in tests for source in item.sources]
    cited += [(f"{item.id}.toml", item.source) for item in norms]
    return _bad_citations(cited, sources)


def _bad_citations(
    cited: Iterable[tuple[str, str]], sources: Mapping[str, Source]
) -> Iterator[Fault]:
    for file, source_id in cited:
        if source_id not in sources:
            remedy = f"add sources/{source_id}.toml, or correct the id"
            yield Fault(file, 0, "sources", f"there is no source {source_id!r}", remedy)
        elif not sources[source_id].mark.may_be_cited:
            problem = f"source {source_id!r} is known from memory only (mark M)"
            yield Fault(file, 0, "sources", problem, "check the source, or do not cite it")


def broken_in_texts(
    texts: Sequence[Article | Explanation],
    exercises: Mapping[str, Exercise],
    sources: Mapping[str, Source],
) -> list[Fault]:
    """What the explaining texts name and is not there, or must not be cited."""
    cited = [(f"{text.id}.toml", source) for text in texts for source in text.cited]
    linked = [
        (f"{text.id}.toml", statement)
        for text in texts
        if isinstance(text, Article)
        for statement in text.statements
    ]
    unknown = [
        Fault(file, 0, f"statements.{one.id}", f"there is no {one.exercise!r}", "correct the id")
        for file, one in linked
        if one.exercise is not None and one.exercise not in exercises
    ]
    return [*_bad_citations(cited, sources), *unknown]


def _numbers(exercises: Sequence[Exercise]) -> Iterator[Fault]:
    seen: dict[int, str] = {}
    for exercise in exercises:
        number = exercise.article_number
        if number is None:
            continue
        if number in seen:
            problem = f"{number} is taken by {seen[number]}"
            yield Fault(f"{exercise.id}.toml", 0, "article_number", problem, "use a free number")
        seen[number] = exercise.id


def _variants(exercises: Sequence[Exercise], known_ids: Collection[str]) -> Iterator[Fault]:
    for exercise in exercises:
        for group in ("easier", "harder"):
            for position, variant in enumerate(getattr(exercise, group)):
                if variant.exercise and variant.exercise not in known_ids:
                    where = f"{group}.{position}.exercise"
                    problem = f"there is no exercise {variant.exercise!r}"
                    yield Fault(f"{exercise.id}.toml", 0, where, problem, "name a present one")


def _missing_tests(tests: Sequence[TestProtocol]) -> Iterator[Fault]:
    for test in set(Test) - {protocol.id for protocol in tests}:
        yield Fault(f"{test}.toml", 0, "file", "this test has no file", "add it to tests/")


def _renames(known: set[str], renamed: Mapping[str, str]) -> Iterator[Fault]:
    for old, new in renamed.items():
        if old in known:
            yield Fault("renamed.toml", 0, old, "this id is in use", "remove this line")
        if new not in known:
            yield Fault("renamed.toml", 0, old, f"there is no {new!r}", "name a present id")
