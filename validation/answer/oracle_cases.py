"""The twenty data sets that the engine and PyMC both answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coxa.evidence import Case
from coxa.quantities import Side
from coxa.records import Phase
from validation.answer.people import simulate
from validation.answer.scenes import ALL

FIRST_PERSON = 900_200
"""Far from the people of the report, and none of the chosen has a reading that counts less: that is
done before the model, which is what is compared."""

SCENES = {scene.name: scene for scene in ALL}
CHOSEN: tuple[tuple[str, float, int], ...] = (
    ("base", 0.0, 18),
    ("base", 3.0, 18),
    ("base", 5.0, 18),
    ("base", 6.0, 6),
    ("base", 0.0, 4),
    ("alike-6", 0.0, 18),
    ("alike-6", 5.0, 10),
    ("drift-up", 0.0, 18),
    ("stated-small", 3.0, 18),
    ("stated-large", 5.0, 18),
    ("missing", 0.0, 13),
    ("missing", 5.0, 10),
    ("spill", 6.0, 18),
    ("own-drift-up", 0.0, 18),
    ("own-alike-6", 0.0, 18),
    ("irregular", 5.0, 18),
    ("irregular", 0.0, 9),
    ("follows", 5.0, 18),
    ("one-leg", 5.0, 18),
    ("one-leg-drift", 0.0, 12),
)
"""Scene, gain and number of training readings."""


def cases() -> Iterator[tuple[str, Case]]:
    """Each with a name that tells where it comes from."""
    for number, (name, gain_deg, readings) in enumerate(CHOSEN):
        person = simulate(SCENES[name], gain_deg, FIRST_PERSON + number)
        looks = person.looks()
        last = looks[min(readings, len(looks)) - 1]
        yield f"{name}, gain {gain_deg:g}°, {readings} readings", _plain(person.until(last))


def _plain(case: Case) -> Case:
    """Rounded as a file holds it, and with every start given, so that both take the same ones."""
    trained = [reading for reading in case.readings if reading.phase is Phase.TRAINING]
    starts = {
        side: float(round(min(days), 3))
        for side in Side
        if (days := [reading.day for reading in trained if reading.side is side])
    }
    return replace(
        case,
        readings=tuple(
            replace(one, day=round(one.day, 3), value_deg=round(one.value_deg, 2))
            for one in case.readings
        ),
        starts={**starts, **case.starts},
    )
