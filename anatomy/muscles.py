"""The muscle parts that are told of, as `muscles.toml` and `added.toml` list them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

SIDE = "_r"
"""All is computed on MyoLeg's right leg; the left one is its mirror image."""

PathPoint = tuple[str, float, float, float]
"""A bone, and a place in its frame in metres."""


@dataclass(frozen=True)
class Muscle:
    """One muscle part: the tendon that carries it, its optimal fibre length, its greatest force."""

    id: str
    name: str
    family: str
    tendon: str
    fibre_m: float
    force_n: float
    added: bool
    """Whether its path was added to the model."""


@lru_cache(maxsize=1)
def hip_muscles() -> tuple[Muscle, ...]:
    """The muscle parts that cross the hip, in the order in which they are told."""
    return tuple(
        Muscle(
            id=row["id"],
            name=row["name"],
            family=row.get("family", row["id"]),
            tendon=f"{row['tendon']}{SIDE}_tendon" if "tendon" in row else row["id"],
            fibre_m=row["fibre_m"],
            force_n=row["force_n"],
            added="tendon" not in row,
        )
        for row in _table("muscles.toml")["muscles"]
    )


@lru_cache(maxsize=1)
def knee_muscles() -> tuple[Muscle, ...]:
    """Muscles of the knee alone, which balance those that cross both joints."""
    return tuple(
        Muscle(
            row["tendon"],
            row["tendon"],
            row["tendon"],
            f"{row['tendon']}{SIDE}_tendon",
            row["fibre_m"],
            row["force_n"],
            added=False,
        )
        for row in _table("muscles.toml")["knee"]
    )


@lru_cache(maxsize=1)
def added_paths() -> dict[str, tuple[PathPoint, ...]]:
    """The paths that MyoLeg lacks, by muscle id."""
    return {
        muscle_id: tuple((bone, x, y, z) for bone, x, y, z in row["points"])
        for muscle_id, row in _table("added.toml").items()
    }


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
