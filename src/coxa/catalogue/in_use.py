"""The catalogue in use: what is shipped, and the packs of whoever runs the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coxa.catalogue.files import Fault
from coxa.catalogue.load import Catalogue, load_shipped
from coxa.catalogue.packs import with_packs


@dataclass
class _Packs:
    folder: Path | None = None


_packs = _Packs()


def use_packs(folder: Path | None) -> None:
    """From now on, the packs in ``folder`` belong to the catalogue; they are read once."""
    _packs.folder = folder
    _read.cache_clear()


def load_catalogue() -> Catalogue:
    """The shipped catalogue with the faultless packs in use.

    Raises
    ------
    CatalogueFault
        For a fault of the shipped files. A faulty pack is left out; see :func:`packs_faults`.
    """
    return _read(_packs.folder)[0]


def packs_faults() -> tuple[Fault, ...]:
    """Why packs were left out: file, line and remedy of each fault."""
    return _read(_packs.folder)[1]


@lru_cache(maxsize=1)
def _read(folder: Path | None) -> tuple[Catalogue, tuple[Fault, ...]]:
    return with_packs(load_shipped(), folder) if folder else (load_shipped(), ())
