"""The form in which every record crosses a boundary."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from coxa.errors import InvalidRecord


class Record(BaseModel):
    """A frozen, checked value with one dictionary form.

    Socket, ``--json``, API, export and database all use :meth:`to_dict` and :meth:`from_dict`.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True
    )

    def to_dict(self) -> dict[str, Any]:
        """The record in JSON's own types."""
        return self.model_dump(mode="json")

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Check ``data`` and make a record of it.

        Raises
        ------
        InvalidRecord
            With ``where`` (the field's path) and ``problem`` of the first fault.
        """
        try:
            return cls.model_validate_json(json.dumps(data))
        except (ValidationError, TypeError, ValueError) as fault:
            raise _invalid(cls.__name__, fault) from fault


def _invalid(name: str, fault: Exception) -> InvalidRecord:
    if isinstance(fault, ValidationError):
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or name
        return InvalidRecord("invalid_record", record=name, where=where, problem=first["msg"])
    return InvalidRecord("invalid_record", record=name, where=name, problem=str(fault))


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A point in time with its zone, kept in UTC."""

RecordId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
"""32 hexadecimal digits (a UUID without dashes)."""


class Message(Record):
    """Something to be said to a person: an id that ``coxa.wording`` turns into a sentence."""

    id: str
    params: dict[str, str | int | float | bool] = {}
