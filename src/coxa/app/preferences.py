"""What the person wants and has: kept as they say it, checked against what the catalogue knows."""

from __future__ import annotations

from coxa.app.storage import Storage
from coxa.catalogue import Place, load_catalogue
from coxa.errors import InvalidRecord
from coxa.records import Preferences


def things_known() -> tuple[str, ...]:
    """Ids of all things that an exercise may need, the most needed first."""
    needed = [
        thing.id for exercise in load_catalogue().exercises.values() for thing in exercise.equipment
    ]
    return tuple(sorted(set(needed), key=lambda thing: (-needed.count(thing), thing)))


def save_preferences(storage: Storage, preferences: Preferences) -> Preferences:
    """Keep them, days in order and each thing once.

    Raises
    ------
    InvalidRecord
        ``preference_unknown`` for a thing or a place that no exercise knows.
    """
    strange = {*preferences.equipment} - {*things_known()} | {*preferences.places} - {*Place}
    if strange:
        raise InvalidRecord("preference_unknown", name=min(strange))
    tidy = preferences.model_copy(
        update={
            "weekdays": tuple(sorted(set(preferences.weekdays))),
            "equipment": tuple(dict.fromkeys(preferences.equipment)),
            "places": tuple(dict.fromkeys(preferences.places)),
        }
    )
    storage.save_preferences(tidy)
    return tidy
