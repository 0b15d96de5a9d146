"""What an exercise does to the muscles, as its page tells it: sentences, bars, the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from coxa.body import (
    Confidence,
    Does,
    LegMuscles,
    MuscleChange,
    Origin,
    Works,
    muscle_table,
    muscles_of,
    told,
)
from coxa.catalogue import Exercise
from coxa.errors import CoxaError
from coxa.quantities import Side
from coxa.records import KeptReading, Message

MOST_BARS = 6
HALF_WIDTH = 50.0


@dataclass(frozen=True)
class Bar:
    """One muscle, its change of length as a bar from the middle, in hundredths of the width."""

    name: str
    does: str
    words: str
    percent: int
    start: float
    width: float
    unsure: bool


@dataclass(frozen=True)
class LegView:
    """One leg: told in sentences, drawn as bars, the rest behind a fold."""

    title: str
    sentences: list[Message]
    surprise: Message | None
    reference: Message
    bars: list[Bar]
    every: list[Bar]


@dataclass(frozen=True)
class EndChoice:
    """An end of the range to compute with: the catalogue's, or the person's own."""

    value: str
    side: Side | None
    end_deg: float
    chosen: bool


@dataclass(frozen=True)
class MuscleView:
    """Both legs, or why there is nothing to show."""

    legs: list[LegView]
    ends: list[EndChoice]
    origins: list[Origin]
    fault: Message | None = None

    @property
    def how_known(self) -> list[Message]:
        """What the computation knows, and what each word of confidence means."""
        levels = [Message(id=f"muscles_confidence_{level.value}") for level in Confidence]
        return [Message(id="muscles_how_known"), *levels]


def muscle_view(
    exercise: Exercise, own: Mapping[Side, KeptReading], chosen: Side | None
) -> MuscleView:
    """The muscles of an exercise, up to the person's ``own`` end on the ``chosen`` side, if any."""
    try:
        both = muscles_of(exercise, own[chosen].value_deg if chosen else None)
    except CoxaError as fault:
        why = Message(id=fault.message_id, params=fault.params)
        return MuscleView(legs=[], ends=[], origins=[], fault=why)
    return MuscleView(
        legs=[
            _leg(gettext("The leg that gets the effect"), both.effect),
            _leg(gettext("The other leg"), both.other),
        ],
        ends=_ends(exercise, own, chosen),
        origins=list(muscle_table().origins.values()),
    )


def _ends(
    exercise: Exercise, own: Mapping[Side, KeptReading], chosen: Side | None
) -> list[EndChoice]:
    if not own:
        return []
    end_deg = exercise.end_pose.effect_leg.hip_internal_rotation_deg
    pictured = EndChoice("", None, abs(end_deg), chosen is None)
    mine = [EndChoice(s.value, s, abs(r.value_deg), s is chosen) for s, r in own.items()]
    return [pictured, *mine]


def _leg(title: str, leg: LegMuscles) -> LegView:
    widest = max(*(abs(one.change_percent) for one in leg.muscles), 1.0)
    most = [*_most(leg.muscles, Does.LENGTHENS), *_most(leg.muscles, Does.SHORTENS)]
    return LegView(
        title=title,
        sentences=[message for message in told(leg) if message.id != leg.surprise],
        surprise=Message(id=leg.surprise) if leg.surprise else None,
        reference=Message(id=leg.reference),
        bars=[_bar(one, widest) for one in most],
        every=[_bar(one, widest) for one in leg.muscles] if most else [],
    )


def _most(muscles: Iterable[MuscleChange], does: Does) -> list[MuscleChange]:
    """Those that do it, the most changed first."""
    doing = [one for one in muscles if one.does is does]
    return sorted(doing, key=lambda one: -abs(one.change_percent))[:MOST_BARS]


def _bar(muscle: MuscleChange, widest_percent: float) -> Bar:
    width = HALF_WIDTH * abs(muscle.change_percent) / widest_percent
    return Bar(
        name=gettext(muscle.name),
        does=muscle.does.value,
        words=", ".join(filter(None, (_does_words(muscle.does), _works_words(muscle.works)))),
        percent=round(muscle.change_percent),
        start=round(HALF_WIDTH - (width if muscle.change_percent < 0 else 0), 2),
        width=round(width, 2),
        unsure=muscle.confidence is Confidence.LOW,
    )


def _does_words(does: Does) -> str:
    return {
        Does.LENGTHENS: gettext("longer"),
        Does.SHORTENS: gettext("shorter"),
        Does.NEITHER: gettext("about the same"),
    }[does]


def _works_words(works: Works | None) -> str:
    if works is Works.CHIEFLY:
        return gettext("does most of the work")
    return gettext("helps") if works is Works.HELPS else ""
