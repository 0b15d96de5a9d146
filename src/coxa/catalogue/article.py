"""What holds of the article, and what hip rotation is: claims with their sources."""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from typing import Annotated, Self

from pydantic import Field, model_validator

from coxa.catalogue.terms import Slug, Words
from coxa.records import Record

Sources = Annotated[tuple[Slug, ...], Field(min_length=1)]
"""Nothing is claimed without a source."""


class Verdict(StrEnum):
    """What a statement of the article is worth."""

    RIGHT = "right"
    UNCLEAR = "unclear"
    """Cannot be followed as it stands, or leaves out what is needed."""
    CLAIM = "claim"
    """Promised, but not shown."""
    WRONG = "wrong"
    DANGEROUS = "dangerous"


class Finding(StrEnum):
    """What a study says to the article's question."""

    MORE = "more"
    """Those who exercised turned further than those who did not."""
    MORE_UNCOMPARED = "more-uncompared"
    """They turned further afterwards, but nobody was compared."""
    NO_DIFFERENCE = "no-difference"
    NO_TRANSFER = "no-transfer"
    """What was gained did not show in everyday movement."""


class Claim(Record):
    """A sentence or two that is told as true, and where it is from."""

    words: Words
    sources: Sources


class Study(Record):
    """One study of whether exercises make hips turn in further."""

    source: Slug
    people: Words
    what: Words
    """What was done, and for how long."""
    found: Words
    """With the size of the effect, where the source gives one."""
    finding: Finding


class Statement(Record):
    """One thing that the article says, in our words, and what holds of it."""

    id: Slug
    part: Annotated[int, Field(ge=0, le=8)]
    """The number of the exercise it belongs to; 0 for the text around them."""
    lines: Annotated[tuple[int, ...], Field(min_length=1)]
    """Lines of the article's text that it stands in."""
    says: Words
    verdict: Verdict
    why: Words
    instead: Words | None = None
    """What to do or believe; nothing where the article is right."""
    exercise: Slug | None = None
    """The exercise that does it the right way."""
    sources: Sources

    @model_validator(mode="after")
    def _a_correction_says_what_instead(self) -> Self:
        if self.verdict is not Verdict.RIGHT and self.instead is None:
            raise ValueError("a statement that is not right needs an instead")
        return self


class Article(Record):
    """The answer to the article's question in general, and the article statement by statement."""

    id: Slug
    answer: Annotated[tuple[Claim, ...], Field(min_length=1)]
    studies: Annotated[tuple[Study, ...], Field(min_length=1)]
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _no_id_twice(self) -> Self:
        ids = [statement.id for statement in self.statements]
        if len(set(ids)) < len(ids):
            raise ValueError("two statements have the same id")
        return self

    @property
    def cited(self) -> tuple[str, ...]:
        """Every source that is named, once or more often."""
        told = [claim.sources for claim in self.answer] + [one.sources for one in self.statements]
        return (*chain.from_iterable(told), *(study.source for study in self.studies))


class Topic(Record):
    """A heading and what is told below it."""

    id: Slug
    title: Words
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]


class Explanation(Record):
    """A page that explains something, topic by topic."""

    id: Slug
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]

    @property
    def cited(self) -> tuple[str, ...]:
        return tuple(s for topic in self.topics for claim in topic.claims for s in claim.sources)
