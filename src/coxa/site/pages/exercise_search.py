"""Finding an exercise: by words, what it is for, place, things at hand and time."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext

from coxa.catalogue import Exercise, Kind, Place
from coxa.site.templatetags.exercises import kind_name, place_name

SIDES = 2
NOTHING = "nothing"
MINUTES = (5, 8, 12)


def minutes_both_sides(exercise: Exercise) -> int:
    """How long one day's dose takes for both sides, with the rests, in whole minutes up."""
    dose = exercise.dose
    set_s = dose.reps * (dose.raise_s + dose.hold_s + dose.lower_s) + dose.rest_s
    return math.ceil(SIDES * dose.sets * set_s / 60)


@dataclass(frozen=True)
class Choice:
    """One option of a select box."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True)
class Box:
    """A select box: what it asks, and its options."""

    name: str
    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class Search:
    """What somebody looks for; an empty field, or one that is not known, leaves it open."""

    words: str = ""
    turns: str = ""
    kind: str = ""
    place: str = ""
    needs: str = ""
    minutes: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Search:
        """What a page's address asks for."""
        told = {name: query.get(name, "") for name in ("turns", "kind", "place", "needs")}
        minutes = query.get("minutes", "")
        return cls(
            words=query.get("q", "").strip()[:100],
            minutes=minutes if minutes in {str(one) for one in MINUTES} else "",
            **told,
        )

    @property
    def open(self) -> bool:
        """Whether nothing is asked for."""
        return self == Search()

    @property
    def narrowed(self) -> bool:
        """Whether more is asked for than words."""
        return replace(self, words="") != Search()

    def fits(self, exercise: Exercise) -> bool:
        return (
            _holds(exercise, self.words)
            and self.turns in ("", "in" if exercise.aim.turns_in else "out")
            and self.kind in ("", exercise.kind.value)
            and self.place in ("", exercise.place.value)
            and self._is_at_hand(exercise)
            and (not self.minutes or minutes_both_sides(exercise) <= int(self.minutes))
        )

    def _is_at_hand(self, exercise: Exercise) -> bool:
        needed = {thing.id for thing in exercise.equipment if not thing.optional}
        if self.needs == NOTHING:
            return not needed
        return not self.needs or self.needs in {thing.id for thing in exercise.equipment}

    def boxes(self, exercises: Iterable[Exercise]) -> list[Box]:
        """The select boxes, with those options only that some exercise has."""
        known = list(exercises)
        kinds = [(kind.value, kind_name(kind)) for kind in Kind]
        used = {one.place for one in known}
        places = [(place.value, place_name(place)) for place in Place if place in used]
        times = [(str(n), gettext("up to {n} minutes").format(n=n)) for n in MINUTES]
        ways = [("in", gettext("turning in")), ("out", gettext("turning out"))]
        return [
            _box("turns", gettext("For"), ways, self.turns),
            _box("kind", gettext("As"), kinds, self.kind),
            _box("place", gettext("Where"), places, self.place),
            _box("needs", gettext("With"), _things(known), self.needs),
            _box("minutes", gettext("Time"), times, self.minutes),
        ]


def _box(name: str, label: str, options: list[tuple[str, str]], chosen: str) -> Box:
    every = [("", gettext("any")), *options]
    return Box(name, label, [Choice(v, words, v == chosen) for v, words in every])


def _things(exercises: list[Exercise]) -> list[tuple[str, str]]:
    """Every thing that some exercise uses, under the name that the first one gives it."""
    found: dict[str, str] = {}
    for exercise in exercises:
        for thing in exercise.equipment:
            found.setdefault(thing.id, thing.name)
    named = sorted(found.items(), key=lambda one: one[1])
    return [(NOTHING, gettext("nothing at all")), *named]


def _holds(exercise: Exercise, words: str) -> bool:
    """Whether every word occurs somewhere in what the exercise's page tells."""
    if not words:
        return True
    things = [thing.name for thing in exercise.equipment]
    told = [*exercise.names, exercise.summary, exercise.target, exercise.start, *exercise.steps]
    text = _plain(" ".join([*told, exercise.effect.words, exercise.feel, *things]))
    return all(word in text for word in _plain(words).split())


def _plain(text: str) -> str:
    """Lower case, without accents, so that nobody has to type them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
