"""Sentences of the room ``catalogue``."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "catalogue_fault": (
        "The catalogue file {file}, line {line}, is wrong at {where}: {problem}. Your records "
        "are untouched. Remedy: {remedy}; then run: python -m coxa.catalogue --check"
    ),
    "unknown_in_catalogue": (
        "There is no exercise or test called {id}. Nothing was changed. Closest: {closest}."
    ),
    "unknown_muscle": (
        "There is no muscle called {id} in the table. Nothing was changed. Known: {known}."
    ),
    "figure_missing": (
        "The moving figure's file {file} is missing from this installation. Your records are "
        "unchanged; install the program again and try once more."
    ),
}
