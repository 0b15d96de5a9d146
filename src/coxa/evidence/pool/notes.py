"""What is said of a pool: the plain sentences first, and what to be careful about."""

from __future__ import annotations

from coxa.evidence.agreement.notes import signed
from coxa.evidence.pool.records import Pooled
from coxa.evidence.terms import Kind
from coxa.records import Message

FEW_PEOPLE = 10
"""Below this, what a dose or a kind of exercise does is told with a warning (*Cochrane Handbook*
10.11.5.1: ten studies for each thing examined)."""

SURE = 0.05


def headline(pooled: Pooled) -> tuple[Message, ...]:
    """The average in one sentence, and what a new person may expect in another."""
    direction = pooled.pooled_kind.direction.value
    if pooled.people == 1:
        return (_about(f"pool_one_person_{direction}", pooled),)
    low, high = pooled.interval95_deg
    found = "open"
    if low > 0:
        found = "further"
    elif high < 0:
        found = "less_far"
    said = [_about(f"pool_{found}_{direction}", pooled)]
    if pooled.prediction95_deg is not None:
        low, high = pooled.prediction95_deg
        new = "pool_new_person" if low > 0 else "pool_new_person_open"
        said.append(_message(new, low=signed(low), high=signed(high)))
    return tuple(said)


def notes(pooled: Pooled) -> tuple[Message, ...]:
    """What to be careful about, and how much people differ."""
    count = pooled.people
    said = []
    if pooled.pooled_kind.kind is Kind.CHANGE:
        said.append(_message("pool_note_change"))
    if count == 1:
        return (*said, _message("pool_note_one"))
    if count == 2:
        said.append(_message("pool_note_two"))
    elif count < FEW_PEOPLE:
        said.append(_message("pool_note_few", people=count, enough=FEW_PEOPLE))
    said.append(_differ(pooled))
    if pooled.dose_response or any(one.difference_p is not None for one in pooled.groupings):
        said.append(_message("pool_note_between_people"))
    return tuple(said)


def dose_words(pooled: Pooled) -> tuple[Message, ...]:
    """For each dose: whether people with more of it gained more."""
    return tuple(
        _message(
            f"pool_dose_{one.by}" + ("" if one.p < SURE else "_open"),
            people=one.people,
            slope=signed(one.slope_deg),
            low=signed(one.interval95_deg[0]),
            high=signed(one.interval95_deg[1]),
        )
        for one in pooled.dose_response
    )


def group_words(pooled: Pooled) -> tuple[Message, ...]:
    """For each way to divide people into groups: whether the groups differ."""
    return tuple(
        _message(
            f"pool_groups_{one.by}" + ("" if one.difference_p < SURE else "_open"),
            p=_p_words(one.difference_p),
        )
        for one in pooled.groupings
        if one.difference_p is not None
    )


def _about(message_id: str, pooled: Pooled) -> Message:
    low, high = pooled.interval95_deg
    return _message(
        message_id,
        people=pooled.people,
        size=f"{abs(pooled.mean_deg):.1f}",
        mean=signed(pooled.mean_deg),
        margin=f"{(high - low) / 2:.1f}",
        low=signed(low),
        high=signed(high),
    )


def _differ(pooled: Pooled) -> Message:
    found = pooled.heterogeneity
    if found is None or found.tau_deg < 0.05:
        return _message("pool_note_alike")
    return _message(
        "pool_note_differ" if found.q_p < SURE else "pool_note_may_differ",
        tau=f"{found.tau_deg:.1f}",
        share=f"{100 * found.i2:.0f}",
    )


def _p_words(p: float) -> str:
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def _message(message_id: str, **params: str | int) -> Message:
    return Message(id=message_id, params=dict(params))
