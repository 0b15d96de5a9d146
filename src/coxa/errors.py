"""Everything that can go wrong on purpose, as one tree.

::

    CoxaError
    ├── UsageFault          the request cannot be carried out as asked      exit 2, HTTP 400
    │   ├── InvalidRecord   data of the wrong shape or out of range         exit 2, HTTP 422
    │   └── UnknownThing    no such exercise, test, reading, session        exit 2, HTTP 404
    ├── UnusableFile        a recording or bundle that cannot be read       exit 2, HTTP 422
    ├── BlockedForSafety    a test or session that must not start           exit 4, HTTP 403
    ├── CatalogueFault      a catalogue file is wrong                       exit 1, HTTP 500
    └── MissingPart         a part of the installation is not there         exit 1, HTTP 500

An error carries a message id and its parameters, never a sentence: ``coxa.wording`` holds the
sentence, which tells what happened, that nothing is lost, and what to do next.
"""

from __future__ import annotations

from typing import ClassVar

Param = str | int | float | bool


class CoxaError(Exception):
    """Base of all errors raised on purpose.

    Parameters
    ----------
    message_id
        Key of the sentence in ``coxa.wording``.
    params
        Values that the sentence names.
    """

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, message_id: str, **params: Param) -> None:
        super().__init__(message_id, params)
        self.message_id = message_id
        self.params: dict[str, Param] = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.message_id} ({details})" if details else self.message_id


class UsageFault(CoxaError):
    """The request cannot be carried out as asked."""

    exit_code = 2
    http_status = 400


class InvalidRecord(UsageFault):
    """Data of the wrong shape, or a value out of its range."""

    http_status = 422


class UnknownThing(UsageFault):
    """Nothing goes by that name."""

    http_status = 404


class UnusableFile(CoxaError):
    """A recording or an export that cannot be read."""

    exit_code = 2
    http_status = 422


class BlockedForSafety(CoxaError):
    """A test or a session that must not start for this person now."""

    exit_code = 4
    http_status = 403


class CatalogueFault(CoxaError):
    """A file of the catalogue is wrong."""


class MissingPart(CoxaError):
    """A part of the installation is missing or damaged."""
