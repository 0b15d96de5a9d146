"""What sources and norms hold, and which published readings may stand beside a person's own."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, HttpUrl, model_validator

from coxa.catalogue.terms import Citation, Mark, Slug, Words
from coxa.quantities import Direction, Mode, Test
from coxa.records import Record, Sex


class Source(Record):
    """Something published, and how it is known to this project."""

    id: Slug
    citation: Citation
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """``None``: not stated where it was seen."""
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[int, Field(gt=0)] | None = None
    url: HttpUrl | None = None
    mark: Mark
    finding: Words
    """What it found, in our words."""


class Norm(Record):
    """A published reading of one group, in one position."""

    id: Slug
    test: Test
    direction: Direction | None = None
    """``None``: turning in and turning out added up."""
    mode: Mode | None = None
    """``None``: the figure holds for both, or the source, as seen, does not say."""
    method: Words
    sample: Words
    sample_size: Annotated[int, Field(ge=1)]
    age_from_years: Annotated[int, Field(ge=0, le=120)]
    age_to_years: Annotated[int, Field(ge=0, le=120)]
    sex: Sex | None = None
    """``None``: women and men together."""
    mean_deg: Annotated[float, Field(ge=0, le=180)]
    """Size of the rotation in the norm's direction, or of both together, without a sign."""
    mean_to_deg: Annotated[float, Field(ge=0, le=90)] | None = None
    """Upper end, where the source gives several means."""
    sd_deg: Annotated[float, Field(gt=0, le=30)] | None = None
    """Spread between people; ``None`` where the source, as seen, gives none."""
    mark: Mark
    source: Slug
    remark: Words | None = None

    @model_validator(mode="after")
    def _is_usable(self) -> Self:
        if not self.mark.may_be_cited:
            raise ValueError("a figure from memory (mark M) cannot be a norm")
        if self.age_from_years > self.age_to_years:
            raise ValueError("age_from_years is above age_to_years")
        if self.direction is not None and self.mean_deg > 90:
            raise ValueError("no hip turns further than 90 degrees in one direction")
        return self

    def further_share(self, size_deg: float) -> float | None:
        """Share of the group that turned further than ``size_deg``; ``None`` without a spread.

        It takes the readings of the group to be spread around their mean like a bell.
        """
        if self.sd_deg is None:
            return None
        return 0.5 * math.erfc((size_deg - self.mean_deg) / (self.sd_deg * math.sqrt(2)))


class CitedNorm(Record):
    """A norm with the source to show beside it."""

    norm: Norm
    source: Source


def matching(
    norms: Iterable[Norm],
    test: Test,
    direction: Direction | None,
    mode: Mode,
    age_years: int | None,
    sex: Sex | None,
) -> tuple[Norm, ...]:
    """Norms taken in the same position, direction and mode, of a group the person could belong to.

    A norm of one sex is given only to a person who gave that sex, and a norm of an age range only
    to a person within it; who gave no age gets the norms of all adults (18 to 65 inside the range).
    Never a norm of another position: seated and prone readings differ by up to 7 degrees, with
    opposite signs in different studies.
    """

    def fits(norm: Norm) -> bool:
        if (norm.test, norm.direction) != (test, direction) or norm.mode not in (mode, None):
            return False
        if norm.sex is not None and norm.sex is not sex:
            return False
        if age_years is None:
            return norm.age_from_years <= 25 and norm.age_to_years >= 55
        return norm.age_from_years <= age_years <= norm.age_to_years

    return tuple(norm for norm in norms if fits(norm))
