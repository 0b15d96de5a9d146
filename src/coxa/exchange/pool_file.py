"""The small file with which a person's gains are shared: JSON out, checked shares or faults in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coxa.errors import InvalidRecord, UnusableFile
from coxa.evidence import Share
from coxa.records import Message

POOL_FORMAT = "coxa-pool"
SHARE_FORMAT = "coxa-share"
VERSION = 1

MAX_POOL_BYTES = 10_000_000
"""No share or pool is larger; whoever reads the file checks it."""

Param = str | int | float | bool


@dataclass(frozen=True)
class PoolFault:
    """One file that cannot be used, and why."""

    file: str
    reason: Message


class RejectedPool(UnusableFile):
    """Files that cannot be used: none was. ``faults`` names every one."""

    def __init__(self, faults: Sequence[PoolFault]) -> None:
        super().__init__("pool_rejected", count=len(faults), file=faults[0].file)
        self.faults = tuple(faults)


class _Wrong(Exception):
    """A file that cannot be used, and why."""

    def __init__(self, message_id: str, **params: Param) -> None:
        super().__init__(message_id)
        self.reason = Message(id=message_id, params=params)


def write_share(share: Share) -> bytes:
    """One person's share, to be read before it is sent."""
    return _written(share.to_dict())


def write_pool(shares: Sequence[Share]) -> bytes:
    """The shares of many people in one file."""
    content = [share.to_dict() for share in shares]
    return _written({"format": POOL_FORMAT, "version": VERSION, "shares": content})


def read_shares(files: Iterable[tuple[str, bytes]]) -> tuple[Share, ...]:
    """Every share of these files, in their order.

    Parameters
    ----------
    files : name and content of each; a share or a pool.

    Raises
    ------
    RejectedPool
        When a file cannot be read or holds what it must not; every such file is named.
    """
    shares: list[Share] = []
    faults: list[PoolFault] = []
    for name, content in files:
        try:
            shares += _shares(content)
        except _Wrong as wrong:
            faults.append(PoolFault(name, wrong.reason))
    if faults:
        raise RejectedPool(faults)
    return tuple(shares)


def _written(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def _shares(content: bytes) -> list[Share]:
    if len(content) > MAX_POOL_BYTES:
        raise _Wrong("pool_fault_size", megabytes=MAX_POOL_BYTES // 1_000_000)
    found = _parsed(content)
    kind = found.get("format") if isinstance(found, dict) else None
    if kind not in (SHARE_FORMAT, POOL_FORMAT):
        raise _Wrong("pool_fault_format")
    _check_version(found.get("version"))
    if kind == SHARE_FORMAT:
        return [_share(found, "")]
    if set(found) != {"format", "version", "shares"} or not isinstance(found["shares"], list):
        raise _Wrong("pool_fault_shares")
    return [_share(one, f"shares.{number}.") for number, one in enumerate(found["shares"])]


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_once_each, parse_constant=_no_number
        )
    except UnicodeDecodeError:
        raise _Wrong("pool_fault_text") from None
    except json.JSONDecodeError as problem:
        raise _Wrong("pool_fault_json", line=problem.lineno, problem=problem.msg) from problem
    except (RecursionError, ValueError) as problem:  # nested without end, or a number without end
        raise _Wrong("pool_fault_format") from problem


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that stands twice would leave open which of its values counts."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Wrong("pool_fault_twice")
    return found


def _no_number(_: str) -> None:
    raise _Wrong("pool_fault_number")


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise _Wrong("pool_fault_version")
    if version > VERSION:
        raise _Wrong("pool_fault_later", version=version, known=VERSION)


def _share(content: object, inside: str) -> Share:
    try:
        return Share.from_dict(content)
    except InvalidRecord as wrong:
        where = f"{inside}{wrong.params['where']}"
        raise _Wrong("pool_fault_value", where=where, problem=wrong.params["problem"]) from wrong
