"""All English source sentences, one file per room; ids are unique over all of them."""

from __future__ import annotations

from importlib import import_module

ROOMS = (
    "answer_csv",
    "answer_report",
    "answers",
    "bent_leg",
    "catalogue",
    "coach",
    "errors",
    "experimenting",
    "handout",
    "live",
    "live_line",
    "measuring",
    "muscles",
    "phone",
    "phone_line",
    "pooling",
    "programme",
    "safety",
    "storing",
    "validating",
    "watching",
)


def _gather() -> dict[str, str]:
    gathered: dict[str, str] = {}
    for room in ROOMS:
        sentences: dict[str, str] = import_module(f"{__name__}.{room}").SENTENCES
        twice = gathered.keys() & sentences.keys()
        if twice:
            raise ValueError(f"message ids defined twice: {sorted(twice)}")
        gathered |= sentences
    return gathered


SENTENCES = _gather()
