"""The one sentence that says why a dose is what it is: the strongest reason wins."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.catalogue import Kind
from coxa.programme.deficits import Deficit, reach_deg
from coxa.programme.ladder import Changes, Rung
from coxa.programme.progress import BACK, GOOD_SESSIONS, Verdict
from coxa.programme.week import Slot, direction_of
from coxa.quantities import Direction, Side
from coxa.records import Message


@dataclass(frozen=True)
class Facts:
    """What is known of a dose.

    Attributes
    ----------
    wanted_sets : what it would be with more minutes.
    because : why the rung is another one than last time.
    in_place : no exercise of the article's eight is left for this place in the week.
    """

    rung: Rung
    slot: Slot
    side: Side
    sets: int
    wanted_sets: int
    minutes: int
    deficit: Deficit
    halved_by_pain: bool
    halved_by_bone: bool
    because: Verdict | None
    waiting: bool
    in_place: bool


def reason(facts: Facts) -> Message:
    """Why this exercise, this side, this much."""
    message_id = _special(facts) or _ordinary(facts)
    return Message(id=message_id, params=_params(facts))


def _special(facts: Facts) -> str | None:
    cut = facts.sets < facts.wanted_sets
    if facts.halved_by_pain:
        return "plan_halved_pain"
    if facts.halved_by_bone:
        return "plan_halved_bone"
    if facts.because in BACK:
        return f"plan_back_{facts.because}"
    if facts.because is Verdict.GOOD and not (cut and facts.rung.changes is Changes.SETS):
        return f"plan_up_{facts.rung.changes}"
    if cut:
        return "plan_cut"
    if _gets_more(facts):
        return _turning("plan_stretch_more", facts)
    if facts.waiting:
        return "plan_while_other_waits"
    return None


def _ordinary(facts: Facts) -> str:
    if facts.rung.exercise.kind is Kind.STRETCH:
        stiffer, read = facts.deficit.is_stiffer(facts.side), facts.side in facts.deficit.newest
        name = "plan_stretch_stiffer" if stiffer else "plan_stretch"
        return _turning(name if read else "plan_stretch_unread", facts)
    if facts.in_place:
        return "plan_in_place"
    if facts.slot.in_step:
        return _turning("plan_balance", facts)
    strength = facts.rung.exercise.kind is Kind.STRENGTH
    return _turning("plan_strength" if strength else "plan_control", facts)


def _gets_more(facts: Facts) -> bool:
    stretch = facts.rung.exercise.kind is Kind.STRETCH
    return stretch and facts.sets > facts.rung.sets and facts.deficit.gets_more(facts.side)


def _turning(message_id: str, facts: Facts) -> str:
    out = direction_of(facts.rung.exercise) is Direction.EXTERNAL
    return f"{message_id}_out" if out else message_id


def _params(facts: Facts) -> dict[str, str | int | float | bool]:
    rung, newest = facts.rung, facts.deficit.newest.get(facts.side)
    params: dict[str, str | int | float | bool] = {
        "side": facts.side.value,
        "other": facts.side.other.value,
        "sets": facts.sets,
        "wanted": facts.wanted_sets,
        "reps": rung.reps,
        "hold_s": round(rung.hold_s),
        "minutes": facts.minutes,
        "good": GOOD_SESSIONS,
        "way": rung.variant.name if rung.variant else rung.exercise.name,
    }
    if newest:
        params |= {
            "value_deg": round(reach_deg(newest)),
            "error_deg": round(newest.error95_deg),
        }
    if facts.deficit.lasting_deg is not None:
        params["apart_deg"] = round(facts.deficit.lasting_deg)
    return params
