"""The person's optional facts: year of birth and sex, used only to pick published readings."""

from __future__ import annotations

from datetime import date

from coxa.app.storage import Storage
from coxa.errors import InvalidRecord
from coxa.records import Person, Sex

OLDEST_YEARS = 120


def save_person(
    storage: Storage, *, year_of_birth: int | None, sex: Sex | None, today: date
) -> Person:
    """Keep the two facts; ``None`` means "not said".

    Raises
    ------
    InvalidRecord
        ``year_of_birth_unlikely`` for a year in the future or more than 120 years ago.
    """
    if year_of_birth is not None and not 0 <= today.year - year_of_birth <= OLDEST_YEARS:
        raise InvalidRecord("year_of_birth_unlikely", year=year_of_birth)
    person = Person(year_of_birth=year_of_birth, sex=sex)
    storage.save_person(person)
    return person


def age_years(person: Person, today: date) -> int | None:
    """The age that is reached in this year; ``None`` when not said."""
    return None if person.year_of_birth is None else today.year - person.year_of_birth
